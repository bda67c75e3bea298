/** Whether a line begins a paragraph, by where it and its neighbours stand. Lengths are in points. */

import { usual } from '../usual.js';
import { BULLET } from './bullets.js';
import { type Line, textOf } from './lines.js';
import type { Column } from './measure.js';

/** A line and the column that it is of. */
export interface Placed {
  readonly line: Line;
  readonly column: Column;
}

/** The first line and the last so far of the paragraph that goes on, or doesn't. */
export interface Above {
  readonly first: Placed;
  readonly last: Placed;
}

/** A gap that begins a paragraph, as a share of that between lines of one. */
export const GAP = 1.35;
/** The gap between lines where no line tells it, as a share of the letters' size: that of most typefaces. */
const LEADING = 1.25;
/** An indent, as a share of the letters' size. */
const INDENT = 0.8;
/** Letters that differ by more than this are of another size. */
const OTHER_SIZE = 1;
/** Edges or middles that differ by no more than this are the same. */
const SAME = 1;
/**
 * What a line leaves free beside the word that it had room for, as a share of its length if it were full: typists end lines early, so a
 * line that doesn't end a sentence must leave more.
 */
export const FREE = 0.08;
const FREE_IN_SENTENCE = 0.25;
/** A line that is set in this far, as a share of the column, is centred or ends at the right. */
const SET_IN = 0.25;
/** What a centred line leaves free on either side, as a share of the letters' size: more than an indent. */
const CENTRED = 3.5;

/** A note's mark may follow that is not raised, or the way back of a web page's note. */
const SENTENCE_END = /[.!?:;”"’)\]…](?:\d{0,2}|\s*↩\ufe0e?)\s*$/;
const SPLIT_END = /[-–—/]\s*$/;
const GOES_ON = /^\s*\p{Ll}(?!\))/u;
const LABEL = /^\s*(?:\(?(?:\d{1,3}|\p{L}|[ivx]{1,5})[.)]|[•▪◦·*–—-])\s/u;

const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= SAME;

/** The text without the marks of notes that it ends with. */
const wordsOf = ({ runs }: Line): string => textOf({ runs: runs.filter(({ raised }) => !raised) });

const isLabelled = (line: Line): boolean => LABEL.test(textOf(line));

const endsSentence = (line: Line): boolean => SENTENCE_END.test(wordsOf(line));

const isIndented = ({ line, column }: Placed): boolean => line.x > column.left + INDENT * line.size;

/** Whether a line stands in the middle of its column. */
function isCentred({ line, column }: Placed): boolean {
  return (
    line.x - column.left > CENTRED * line.size && isSame((line.x + line.right) / 2, (column.left + column.right) / 2)
  );
}

/** The length of a line if it were full, beside another: one that is centred or ends at the right could have begun further left. */
function fullWidth(placed: Placed, next: Line): number {
  const { line, column } = placed;
  const setIn = line.x - column.left > SET_IN * (column.right - column.left) || isCentred(placed);
  return column.right - (setIn && !isSame(line.x, next.x) ? column.left : line.x);
}

/** What the first word of a line and the space before it take, about. */
export function firstWord(line: Line): number {
  const content = textOf(line);
  const word = /^\s*\S*/.exec(content)![0];
  return ((line.right - line.x) / content.length) * (word.trim().length + 1);
}

/** What would be free in a line if it had taken the next one's first word too: below 0 where that had no place. */
const spare = (before: Placed, next: Line): number =>
  fullWidth(before, next) - (before.line.right - before.line.x) - firstWord(next);

/** What a line must leave free to be the last of its paragraph, as a share of its length if it were full. */
function freeAtEnd({ first, last }: Above, next: Placed): number {
  const { line } = last;
  // Lines below the first of a paragraph are not set in as far, and not all are centred.
  const setIn = first.line === line && isIndented(last) && isSame(line.x, next.line.x);
  if (setIn || (isCentred(last) && !isCentred(next))) return 0;
  return endsSentence(line) ? FREE : FREE_IN_SENTENCE;
}

/** Whether the line above ends early, as only the last of a paragraph does. */
function endsEarly(above: Above, next: Placed): boolean {
  const { last } = above;
  if (GOES_ON.test(textOf(next.line)) || SPLIT_END.test(textOf(last.line))) return false;
  return spare(last, next.line) > freeAtEnd(above, next) * fullWidth(last, next.line);
}

/** The gap between the lines of paragraphs: that after lines that are full and end no sentence. */
export function leadingOf(columns: readonly Column[], size: number): number {
  const gaps = (within: boolean): number[] =>
    columns.flatMap((column) =>
      column.lines.slice(1).flatMap((next, i) => {
        const line = column.lines[i]!;
        const counts = !within || (!endsSentence(line) && spare({ line, column }, next) < 0);
        return counts ? [line.y - next.y] : [];
      }),
    );
  return usual(gaps(true)) || Math.min(usual(gaps(false)), LEADING * size);
}

/**
 * Whether a line begins a paragraph.
 *
 * @param after the line below it
 * @param leading as {@link leadingOf} gives it, for letters of this size
 */
export function beginsParagraph(placed: Placed, above: Above, after: Line | undefined, leading: number): boolean {
  const { line, column } = placed;
  const { first, last } = above;
  const before = last.line;
  const isFirst = first.line === before;
  if (BULLET.test(textOf(line))) return true;
  const gap = before.y - line.y;
  if (gap > GAP * leading || (gap > 0 && Math.abs(before.size - line.size) > OTHER_SIZE)) return true;
  if (column !== last.column) {
    const setIn = line.x - column.left;
    const beforeSetIn = before.x - last.column.left;
    const goesOnSetIn = isFirst
      ? isLabelled(before) && setIn > beforeSetIn + SAME && !endsSentence(before)
      : isSame(setIn, beforeSetIn);
    if (isIndented(placed) && !goesOnSetIn) return true;
    return endsEarly(above, placed) || (endsSentence(before) && !isIndented(first) && !GOES_ON.test(textOf(line)));
  }
  const full = spare(last, line) < 0;
  if (full && hasMiddleOf(line, before)) return false;
  if (before.x > column.left + SAME && !isLabelled(first.line) && hasMiddleOf(before, first.line)) return true;
  const shift = line.x - before.x;
  if (shift > INDENT * line.size) {
    if (isLabelled(before) && GOES_ON.test(textOf(line))) return false;
    const hangs = isLabelled(before) && after !== undefined && isSame(after.x, line.x);
    return hangs ? endsEarly(above, placed) : !full || endsSentence(before);
  }
  if (shift < -INDENT * line.size && !isFirst) return true;
  const isIndent = isFirst && isIndented(placed) && after !== undefined && after.x < line.x - INDENT * line.size;
  return endsEarly(above, placed) || (isIndent && endsSentence(before));
}

/** Whether two lines that begin at different places are centred. */
const hasMiddleOf = (line: Line, other: Line): boolean =>
  !isSame(line.x, other.x) && isSame((line.x + line.right) / 2, (other.x + other.right) / 2);
