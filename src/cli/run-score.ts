/** What `teigram score` does: pair documents, compare, add up, print. */

import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { decode } from '../batch/decode.js';
import { findInputs, withExtension } from '../batch/inputs.js';
import { documentsOf, type ScoredDocument } from '../score/documents.js';
import { FIELDS, TEXT_FIELDS } from '../score/fields.js';
import { SCORE_FORMATS } from '../score/format.js';
import { scorer } from '../score/score.js';
import { withoutByteOrderMark } from '../text/byte-order-mark.js';
import { parseXml, XmlSyntaxError } from '../xml/parse.js';
import { fileError, save } from './files.js';
import type { ScoreFlags } from './score.js';
import { refuseInputs } from './targets.js';
import { CommandError, complain, EXIT, exitWith, out } from './terminal.js';

/** Files by their place below the argument, without extension; a single file is `''`, whatever its name. */
async function filesOf(argument: string): Promise<Map<string, string>> {
  const { inputs, tree, problems } = await findInputs([argument], ['.xml']);
  if (problems[0]) throw new CommandError(`${argument}: ${problems[0].message}`, problems[0].hint);
  return new Map(inputs.map(({ path, below }) => [tree ? withExtension(below, '') : '', path]));
}

/** The documents of a file; none where it is not well-formed, which is said. */
function read(path: string): ScoredDocument[] {
  try {
    return documentsOf(parseXml(withoutByteOrderMark(decode(readFileSync(path)).text)));
  } catch (error) {
    if (error instanceof XmlSyntaxError) {
      complain(`${path}: not well-formed XML: ${error.message}`, 'teigram validate shows the place');
      exitWith(EXIT.findings);
      return [];
    }
    throw fileError(path, error);
  }
}

export async function runScore(goldArgument: string, predictedArgument: string, flags: ScoreFlags): Promise<void> {
  const known: readonly string[] = [...FIELDS.map(({ name }) => name), ...TEXT_FIELDS];
  const unknown = flags.field?.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new CommandError(`--field ${unknown}: no such field`, `fields: ${known.join(', ')}`);
  const [goldFiles, predictedFiles] = [await filesOf(goldArgument), await filesOf(predictedArgument)];
  if (flags.out !== undefined) refuseInputs(flags.out, [...goldFiles.values(), ...predictedFiles.values()]);
  const { add, surplus, score } = scorer(flags.examples, flags.field);
  // A volume in one file against a folder of its documents: only identifiers can pair them.
  const mixed = goldFiles.has('') !== predictedFiles.has('');
  const all = mixed ? [...predictedFiles.values()].flatMap(read) : undefined;
  const paired = new Set<ScoredDocument>();
  for (const [place, path] of goldFiles) {
    const gold = read(path);
    const other = predictedFiles.get(place);
    predictedFiles.delete(place);
    const predicted = all ?? (other === undefined ? [] : read(other));
    // Two files of one document each are the same document, whatever its identifiers.
    const single = !mixed && gold.length === 1 && predicted.length === 1;
    for (const { id, element } of gold) {
      const match = single ? predicted[0] : predicted.find((p) => p.id === id && !paired.has(p));
      if (match) paired.add(match);
      add(documentName(place, path, id, gold.length), element, match?.element);
    }
    if (!all) surplus(predicted.filter((p) => !paired.has(p)).length);
  }
  const left = all?.filter((p) => !paired.has(p)) ?? [...predictedFiles.values()].flatMap(read);
  surplus(left.length);
  const text = SCORE_FORMATS[flags.format](score());
  if (flags.out === undefined) out(text);
  else save(flags.out, text);
}

const documentName = (place: string, path: string, id: string, documents: number): string => {
  const file = place || path.slice(0, path.length - extname(path).length);
  return documents === 1 ? file : `${file}#${id}`;
};
