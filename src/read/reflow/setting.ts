/** How a text is set: to a width, which some of its lines reach, or in paragraphs of a line each. */

import type { Source } from '../../source.js';
import type { TextRange } from '../../text-range.js';
import { indentOf, type Line } from '../lines/chunks.js';
import { ENDED } from '../lines/halves.js';
import { LABEL, opensAlike } from './item-labels.js';

/** Lines of set width are neither shorter than a few words nor longer than a page is wide. */
const NARROW = 38;
const WIDE = 110;
/** So many full lines show that a text is set to a width. */
const ENOUGH = 3;
/** So many of the lines that end inside a block are full; a line that is short is no sign of anything. */
const SHARE = 0.6;
/** So many full lines there are for each that is longer than the width: a heading or a note, perhaps. */
const LONGER = 3;
/** Blanks that set columns apart. */
const COLUMNS = /\S {3,}\S/;
/** Lines that a hand has set end before the width, by up to this share of it. */
const RAGGED = 0.15;
/** Of the lines near the width, so many end where the next word would not have fitted if a program has set them. */
const BY_PROGRAM = 0.9;

export interface Width {
  /** Whether a line is full: the first word of the next would not have fitted. */
  readonly isFull: (line: Line, next: Line) => boolean;
  /** Where paragraphs have their first lines set in: from the first such line to the notes. */
  readonly setIn: TextRange | undefined;
}

/** Columns by which the first line of a paragraph is set further in. */
export const INDENT = 2;
/** Labels of notes, or of a list, are set in by no more. */
const LABEL_INDENT = 4;
/** So many paragraphs show that first lines are set in. */
const PARAGRAPHS = 2;
/** Of the lines that are set in, so many follow the last one of a paragraph. */
const FIRST_LINES = 0.8;

/** Columns that a line would have had with the first word of the next. */
export function reach({ text }: Source, line: Line, next: Line): number {
  let at = next.start;
  while (at < next.end && !/\s/.test(text[at]!)) at++;
  return line.end - line.from + 1 + at - next.start;
}

/** Whether a line is longer than any of set width. */
export const isLong = ({ from, end }: Line): boolean => end - from > WIDE;
const isOfWidth = (line: Line): boolean => line.end - line.from >= NARROW && !isLong(line);

/** Of its line ends, so many may be empty lines in a text that has as good as none. */
const HARDLY = 0.15;

/** Whether a line is a row of a table, whose cells bars part. */
export const isRow = ({ text }: Source, { start, end }: Line): boolean => /(?:^|\s)\|\s/.test(text.slice(start, end));

/** Whether paragraphs stand a line each with hardly an empty line between them. */
export function isRunTogether(of: Source, lines: readonly Line[]): boolean {
  const empty = lines.at(-1)?.chunk ?? 0;
  if (empty > HARDLY * lines.length) return false;
  const together = lines.filter((line, i) => {
    const next = lines[i + 1];
    if (!next || next.chunk !== line.chunk || next.bullet || next.start > next.from) return false;
    return isLong(line) && !line.bullet && !isRow(of, line) && !isRow(of, next);
  });
  return together.length >= (empty === 0 ? 1 : ENOUGH);
}

/** `  2. ` before a note. */
const NOTE = /^ {1,4}\d{1,3}[.)] /;

/** Whether an empty line follows each line, also below the text and between notes, where the plain form has none. */
export function isSpaced({ text }: Source, lines: readonly Line[]): boolean {
  if (!lines.every(({ chunk }, i) => chunk === i)) return false;
  return lines.some(({ from, to }) => NOTE.test(text.slice(from, Math.min(to, from + 12))));
}

/** Where lines are set in that follow lines in which a paragraph ends. */
function firstLinesSetIn({ text }: Source, lines: readonly Line[], isFull: Width['isFull']): TextRange | undefined {
  let all = 0;
  let first = 0;
  let start: number | undefined;
  let end = text.length;
  const margin = lines.reduce((least, line) => Math.min(least, indentOf(line)), Number.POSITIVE_INFINITY);
  for (const [i, next] of lines.entries()) {
    const line = lines[i - 1];
    const indent = indentOf(next) - margin;
    if (indent > 0 && indent <= LABEL_INDENT && !next.bullet && LABEL.test(text.slice(next.start, next.end))) {
      end = next.from;
      break;
    }
    if (line?.chunk !== next.chunk || next.bullet || indentOf(next) - indentOf(line) < INDENT) continue;
    start ??= next.from;
    all++;
    if (!isFull(line, next) || ENDED.test(text.slice(line.start, line.end))) first++;
  }
  return start !== undefined && first >= PARAGRAPHS && first >= FIRST_LINES * all ? { start, end } : undefined;
}

/** The width that a text is set to; undefined where its lines are paragraphs. */
export function widthOf(source: Source, lines: readonly Line[]): Width | undefined {
  const inner = lines.flatMap((line, i): [Line, Line][] => {
    const next = lines[i + 1];
    if (!next || next.chunk !== line.chunk || next.bullet || !isOfWidth(line)) return [];
    const text = source.text.slice(line.start, line.end);
    return COLUMNS.test(text) || opensAlike(text, source.text.slice(next.start, next.end)) ? [] : [[line, next]];
  });
  if (inner.length < ENOUGH) return undefined;
  const lengths = inner.map(([{ from, end }]) => end - from).sort((a, b) => a - b);
  const width = lengths[Math.floor(0.95 * (lengths.length - 1))]!;
  const reaches = inner.map(([line, next]) => reach(source, line, next));
  const near = reaches.filter((columns) => columns > width * (1 - RAGGED)).length;
  const beyond = reaches.filter((columns) => columns > width).length;
  const byProgram = beyond >= BY_PROGRAM * near;
  const full = byProgram ? beyond : near;
  const longer = lines.filter((line, i) => i > 0 && isLong(line) && !line.bullet && !isRow(source, line)).length;
  if (full < ENOUGH || full < SHARE * inner.length || full < LONGER * longer) return undefined;
  const least = byProgram ? width : width * (1 - RAGGED);
  const isFull = (line: Line, next: Line): boolean => !isLong(line) && reach(source, line, next) > least;
  return { isFull, setIn: firstLinesSetIn(source, lines, isFull) };
}
