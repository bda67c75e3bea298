/** The labels of notes (`12`, `12a`, `³`, `†`) and runs of lines that open with one. */

import type { Source } from '../../source.js';
import { lowered } from '../../text/superscripts.js';
import { isLetter } from '../../text/typography.js';
import type { Line } from '../lines/chunks.js';

/** A line that opens with a label: `length` characters to where the note's text begins. */
export interface Labelled {
  /** Index of the line. */
  readonly line: number;
  readonly label: string;
  readonly length: number;
}

/** NaN for a symbol. */
export const numberOf = (label: string): number => Number.parseInt(lowered(label), 10);

/** Whether the first note of a document can have this label. */
export const opens = (label: string): boolean => Number.isNaN(numberOf(label)) || lowered(label) === '1';

/** Whether one label can stand right after another: numbers go up by one (or take a letter), symbols just differ. */
export function follows(before: string, after: string): boolean {
  const [a, b] = [numberOf(before), numberOf(after)];
  if (Number.isNaN(a) || Number.isNaN(b)) return before !== after || Number.isNaN(a) === Number.isNaN(b);
  return b === a + 1 || (b === a && after > before);
}

/** White space around a label, that without width too, as a part of patterns. */
export const BLANK = '[\\s\\u200b]';

/** Whether a note opens with the word that tells a document's source. */
export const givesSource = ({ text }: Source, from: number, to: number): boolean =>
  /^sources?\s?:/i.test(text.slice(from, to));

/** What may head the notes, each on a line of its own: a word for them, a rule. */
const HEADING = /^(?:(?:foot)?notes?:?|(?:[_–—=-] ?){3,})$/i;
/** A longer line is a rule if so much of it is one. */
const HEADING_READ = 200;

export const headsNotes = ({ text }: Source, { start, end }: Line): boolean =>
  HEADING.test(text.slice(start, Math.min(end, start + HEADING_READ)));

/** A label is looked for in so much of a line. */
const OPENING = 40;

/** How `Note 1`, `Footnote 1`, `fn. 1`, `l.` and `I.` begin: no label opens with another letter. */
const OF_LABELS = 'NnFflI';

/** Whether a line opens with a letter that no label opens with, as most do. */
const opensWithWord = ({ text }: Source, { start, bullet }: Line): boolean =>
  !bullet && isLetter(text.charCodeAt(start)) && !OF_LABELS.includes(text[start]!);

/** What follows `I. ` where it is a Roman number. */
const ROMAN_TWO = /^[ \t\u00a0]*I ?I[.):]/m;

/** `l. `, `I. `, `1O. `: how programs that read print see `1. ` and `10. `. */
export const MISREAD_NUMBER = '[lI]|\\d{1,2}[lIO]\\d?|[lI]\\d{1,2}';
const MISREAD = new RegExp(`^(?:${MISREAD_NUMBER})$`);

/** The label that a line opens with; group 1 of the pattern, which is matched against the line with its indent. */
export function labelled(source: Source, lines: readonly Line[], line: number, pattern: RegExp): Labelled | undefined {
  const { from, to } = lines[line]!;
  if (opensWithWord(source, lines[line]!)) return undefined;
  const match = pattern.exec(source.text.slice(from, Math.min(to, from + OPENING)));
  if (!match || (match[1] === 'I' && ROMAN_TWO.test(source.text))) return undefined;
  const label = MISREAD.test(match[1]!)
    ? match[1]!.replace(/[lIO]/g, (letter) => (letter === 'O' ? '0' : '1'))
    : match[1]!;
  return { line, label, length: match[0].length };
}
