/** Lines at the end of a text that look like notes, though no notes were made of them. */

import type { Diagnostic } from '../../diagnostic.js';
import type { Source } from '../../source.js';
import { SET_OFF_STYLES } from '../../text/mark-styles.js';
import { SUPERSCRIPTS } from '../../text/superscripts.js';
import type { Line } from '../lines/chunks.js';
import { beginsMarks } from './chapter.js';
import { headsNotes, numberOf } from './labels.js';

/** A number, and the signs or the word around it. */
const LABEL = new RegExp(
  String.raw`^(<sup>|(?:foot)?note\s|fn|[^\p{L}\p{N}\s]{0,2}(?:fn)?)(\d{1,3}|[${SUPERSCRIPTS}]{1,3})(<\/sup>|[^\p{L}\p{N}\s]{0,3})(?![\p{L}\p{N}])`,
  'iu',
);
/** What is before and after the numbers of lists and paragraphs. */
const LISTED = /^[“"‘'(]{0,2}#[.,:;)”"’'–—-]{0,3}$|^[[{<]#$/;
const OPENING = 40;

interface Opening {
  readonly line: Line;
  readonly label: string;
  readonly number: number;
  /** The label, `#` for its number. */
  readonly shape: string;
}

/** What the last lines open with, alike and counting up from 1, or from the first number that has a mark in the text; empty where they don't. */
function lastOpenings({ text }: Source, lines: readonly Line[]): Opening[] {
  const run: Opening[] = [];
  for (let i = lines.length - 1; i > 0 && run[0]?.number !== 1; i--) {
    const line = lines[i]!;
    const match = LABEL.exec(text.slice(line.start, Math.min(line.end, line.start + OPENING)));
    if (!match) continue;
    const [label, before, digits, after] = match as unknown as [string, string, string, string];
    const raised = /\d/.test(digits) ? '#' : '²';
    const opening = { line, label, number: numberOf(digits), shape: before + raised + after };
    const [next] = run;
    if (!next || (opening.shape === next.shape && opening.number === next.number - 1)) run.unshift(opening);
  }
  if (run.length === 0 || run[0]?.number === 1) return run;
  const begins = ([first]: readonly Opening[]): boolean => beginsMarks(text.slice(0, first!.line.from), first!.number);
  return [run, run.slice(-1)].find(begins) ?? [];
}

/** Whether the heading ends in a mark of the first note. */
function headingHasMark({ text }: Source, { start, end }: Line): boolean {
  const head = text.slice(start, end);
  return /[\p{L})\]”"] ?1$/u.test(head) || SET_OFF_STYLES.some(({ mark }) => head.endsWith(mark('1')!));
}

export function unreadNotes(source: Source, lines: readonly Line[]): Diagnostic[] {
  const run = lastOpenings(source, lines);
  const [first, second] = run;
  if (!first) return [];
  const above = lines[lines.indexOf(first.line) - 1]!;
  // A signature follows a list.
  const last = lines.at(-1) === run.at(-1)!.line;
  if (
    first.number === 1 &&
    LISTED.test(first.shape) &&
    !headsNotes(source, above) &&
    !(last && headingHasMark(source, lines[0]!))
  )
    return [];
  const labels = second
    ? `lines that begin with “${first.label}”, “${second.label}” … look`
    : `the line that begins with “${first.label}” looks`;
  return [
    {
      code: 'notes-unread',
      severity: 'warning',
      message: `${labels} like notes, but no notes were read`,
      start: first.line.start,
      end: first.line.start + first.label.length,
      hint: 'begin each note with its number, as 1., (1), [1] or ¹, and put its mark right behind a word, as 1, (1), [1] or ¹',
    },
  ];
}
