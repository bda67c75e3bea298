/**
 * Notes in the plain form of an edition: `  12. `, also `  12) `, under the last line of the text, further lines indented by five. Their labels are like
 * nothing else, so a run of them may be damaged (a number twice or left out, a line that lost its indent) and still be known.
 */

import type { Source } from '../../source.js';
import { pageAt } from '../blocks/leaves.js';
import { indentOf, type Line } from '../lines/chunks.js';
import { BLANK, follows, type Labelled, labelled, MISREAD_NUMBER, numberOf, opens } from './labels.js';

export const EDITION_LABEL = new RegExp(
  `^[ \\u00a0]{1,4}(\\d{1,3}[a-km-z]?|${MISREAD_NUMBER}|[*†‡§¶‖#]{1,4})[.,):]${BLANK}+`,
);
/** The same, damaged: tabs or no indent, no space after the stop, no text, no stop. */
const ROUGH = /^[ \t\u00a0]{0,4}(\d{1,3}[a-z]?(?=\.|\s+[“‘"([]?\p{Lu})|[*†‡§¶‖#]{1,4})\.?(?:\s+|$|(?<=\.)(?=\D))/u;
/** Lines that go on with a note begin with at least so many blanks. */
const INDENT = 5;
/** So many lines between two notes may lack it. */
const UNINDENTED = 8;

/** Annual volumes number the notes of a chapter through, to 99 and then from 1 again, and a number may be missing. */
const STRAY = 5;
const LAST_NUMBERS = 90;
function followsInEdition(before: string, after: string): boolean {
  const [a, b] = [numberOf(before), numberOf(after)];
  return follows(before, after) || (b > a && b - a <= STRAY) || (b === 1 && a >= LAST_NUMBERS);
}

export interface EditionRun {
  readonly labels: readonly Labelled[];
  /** Something in it is not as it should be. */
  readonly damaged: boolean;
}

/** Runs of notes that reach to the end of the text, the one to try first first; empty where there are none. */
export function editionRuns(source: Source, lines: readonly Line[]): EditionRun[] {
  const whole: Labelled[] = [];
  for (let i = lines.length - 1; i > 0; i--) {
    const found = labelled(source, lines, i, EDITION_LABEL);
    if (found && (!whole[0] || followsInEdition(found.label, whole[0].label))) whole.unshift(found);
    else if (found || indentOf(lines[i]!) < INDENT) break;
  }
  const [first] = whole;
  const sound: EditionRun[] = first ? [{ labels: whole, damaged: false }] : [];
  if (first && opens(first.label)) return sound;
  const labels = damagedRun(source, lines);
  return labels.length > whole.length && opens(labels[0]!.label) ? [{ labels, damaged: true }, ...sound] : sound;
}

/**
 * All labels in the last block of lines, and in those above it as long as the number before stands there. What has no label belongs to
 * the note above it in its block; below an empty line it is the text's own.
 */
function damagedRun(source: Source, lines: readonly Line[]): Labelled[] {
  const run: Labelled[] = [];
  let bare = 0;
  let below = -1; // the block of the lowest line without a label
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i]!;
    const apart = i + 1 < lines.length && lines[i + 1]!.chunk !== line.chunk;
    const rough = labelled(source, lines, i, ROUGH);
    const next = run[0] === undefined || rough === undefined || follows(rough.label, run[0].label);
    // At the margin a number is a label only if it is just the one that lacks.
    const found = line.start === line.from && (run.length === 0 || !next) ? undefined : rough;
    if (found) {
      if ((bare > 0 || apart) && !next) break;
      if (bare > 0 && below !== line.chunk) break;
      run.unshift(found);
      bare = 0;
    } else if (indentOf(line) >= INDENT || pageAt(source, line.start, line.end)) continue;
    else if (++bare > UNINDENTED) break;
    else if (bare === 1) below = line.chunk;
  }
  return run;
}
