/** What `teigram volume split` does with a plain text: a file for each document that begins in it. */

import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { decode } from '../batch/decode.js';
import { lookAt } from '../batch/stat.js';
import { writeAtomic } from '../batch/write.js';
import { counted } from '../counted.js';
import { plainText } from '../plain-text.js';
import { type DocumentStart, documentStarts } from '../read/index.js';
import { linesOf } from '../read/lines/chunks.js';
import { source } from '../source.js';
import { refuseInputs } from './targets.js';
import { CommandError, complain, EXIT, err, exitWith } from './terminal.js';
import type { VolumeFlags } from './volume.js';

/** What stands above the first document. Commands that take a folder of texts pass it over, by its extension. */
const FRONT = 'front.text';
/** So much of a file shows whether it is XML, in any encoding. */
const OPENING = 1024;

/** Whether the first sign of a file opens a tag. @throws CommandError where there is no such file */
export function looksLikeXml(path: string): boolean {
  if (!lookAt(path)?.isFile()) throw new CommandError(`${path}: no such file`, 'check the spelling');
  const opening = Buffer.alloc(OPENING);
  const file = openSync(path, 'r');
  try {
    return decode(opening.subarray(0, readSync(file, opening)))
      .text.replace(/^[\ufeff\s]+/, '')
      .startsWith('<');
  } finally {
    closeSync(file);
  }
}

/** The names of files: by the printed number, a further one of the same number as such. */
function namesFor(starts: readonly DocumentStart[]): string[] {
  const taken = new Set<string>();
  return starts.map(({ n = '' }, i) => {
    const base = `d${n === '' ? i + 1 : n}`;
    let name = base;
    for (let k = 2; taken.has(name.toLowerCase()); k++) name = `${base}-${k}`;
    taken.add(name.toLowerCase());
    return `${name}.txt`;
  });
}

/** @throws CommandError where it is neither TEI nor plain text */
export async function splitText(path: string, { out, quiet }: VolumeFlags): Promise<void> {
  const bytes = readFileSync(path);
  if (await plainText(bytes, path))
    throw new CommandError(`${path}: is neither TEI nor plain text`, 'save it as plain text, then split it');
  const { text } = decode(bytes);
  const whole = source(text, path);
  const starts = documentStarts(whole, linesOf(whole));
  if (starts.length === 0) {
    complain(
      `${path}: holds no more than one document`,
      'a document begins with a heading below an empty line: 38. Telegram From …, each with the next number',
    );
    exitWith(EXIT.findings);
    return;
  }
  const parts = starts.map(({ from }, i) => text.slice(from, starts[i + 1]?.from));
  const front = text.slice(0, starts[0]!.from);
  const files = namesFor(starts).map((name, i) => ({ name, content: parts[i]! }));
  if (front.trim() !== '') files.unshift({ name: FRONT, content: front });
  else files[0] = { name: files[0]!.name, content: front + parts[0]! };
  for (const { name } of files) refuseInputs(join(out, name), [path]);
  for (const { name, content } of files) writeAtomic(join(out, name), content);
  if (quiet) return;
  err(`${counted(starts.length, 'document')} → ${out}`);
  if (files[0]!.name === FRONT)
    err(`${counted(front.trim().split('\n').length, 'line')} above the first → ${join(out, FRONT)}`);
  tellGaps(starts);
}

/** Numbers that lack are told: the heading may be damaged, and the document then is a part of the one before. */
function tellGaps(starts: readonly DocumentStart[]): void {
  for (const [i, { n = '' }] of starts.slice(1).entries()) {
    const before = starts[i]!.n ?? '';
    if (Number.parseInt(n, 10) > Number.parseInt(before, 10) + 1)
      err(`document ${n} follows document ${before}: look at the end of d${before}.txt for those between`);
  }
}
