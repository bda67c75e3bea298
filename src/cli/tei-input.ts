/** TEI files as commands read them: decoded, parsed, and what is wrong with them told. */

import { readFileSync } from 'node:fs';
import { decode } from '../batch/decode.js';
import { explain } from '../batch/explain.js';
import { type Input, STDIN } from '../batch/inputs.js';
import { withoutByteOrderMark } from '../text/byte-order-mark.js';
import { parseXml, type XmlElement, XmlSyntaxError } from '../xml/parse.js';
import { CommandError, complain, EXIT, exitWith, readStdin } from './terminal.js';

/** The bytes of an input; undefined, and told, where they can't be read. */
export async function bytesOf({ path }: Input): Promise<Uint8Array | undefined> {
  if (path === STDIN) return readStdin();
  try {
    return readFileSync(path);
  } catch (error) {
    const known = explain(error);
    if (!known) throw error;
    complain(`${path}: ${known.what}`, known.todo);
    exitWith(EXIT.failure);
    return undefined;
  }
}

/** The root of a TEI file; undefined, and told, where it is not well-formed. */
export function teiOf(path: string, bytes: Uint8Array): XmlElement | undefined {
  try {
    return parseXml(withoutByteOrderMark(decode(bytes).text));
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    complain(`${path}: not well-formed XML: ${error.message}`, 'teigram validate shows the place');
    exitWith(EXIT.findings);
    return undefined;
  }
}

/** @throws CommandError for the first argument that names nothing */
export function refuse(problems: readonly { argument: string; message: string; hint: string }[]): void {
  const [problem] = problems;
  if (problem) throw new CommandError(`${problem.argument}: ${problem.message}`, problem.hint);
}
