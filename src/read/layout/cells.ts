/** What blanks, tabs and dot leaders part in a line: the cells of a row, where others have theirs in the same columns. */

import { type Source, textOf } from '../../source.js';
import type { TextRange } from '../../text-range.js';
import type { Line } from '../lines/chunks.js';
import { beginOf, COLUMN_GAP, columnsOf } from '../lines/columns.js';
import { enumeratorAt } from '../lines/enumerators.js';

/** A stretch of a line; `from…to` are its columns, `to` the one after its last. */
export interface Cell {
  readonly start: number;
  readonly end: number;
  readonly from: number;
  readonly to: number;
}

/** `Wheat........ 1,200`, `Wheat . . . . . 1,200`: fewer dots are words left out. */
const LEADER = /(?:\.{5,}|(?: \.){5,})(?=[ \t.]*\S)/g;
/** What may part cells. */
const PARTED = /[ \u00a0]{2}|\t|\.{5}|(?: \.){5}/;
/** A sentence's end, which typists follow with two blanks. */
const SENTENCE = /[.?!:;][)\]”’"']*$/;
/** Figures, with what is set around them; what stands for none. */
const FIGURES = /^(?:[(~+±–—-]*\s?(?:US)?[$£€¥]?\s?[(–-]?\d[\d.,/:\s–-]*[)%*]*|n\.?\s?a\.?|nil|[-–—.…]+)$/i;

export const isFigures = ({ text }: Source, { start, end }: Cell): boolean =>
  end - start <= 24 && FIGURES.test(text.slice(start, end));

/** The last characters of a cell, by which it is a sentence's end. */
const tailOf = (text: string, { start, end }: Cell): string => text.slice(Math.max(start, end - 12), end);

/** Where dots lead from one cell to the next. */
function leadersOf(text: string, { start, end }: Line): TextRange[] {
  const words = text.slice(start, end);
  if (!words.includes('....') && !words.includes(' . .')) return [];
  return Array.from(words.matchAll(LEADER), (match) => ({
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

/** The cells of a line: one where it is a line of text. */
export function cellsOf(source: Source, line: Line): Cell[] {
  const { text } = source;
  if (!PARTED.test(textOf(source, line))) {
    const from = beginOf(source, line);
    return [{ start: line.start, end: line.end, from, to: from + line.end - line.start }];
  }
  const leaders = leadersOf(text, line);
  const label = enumeratorAt(text.slice(line.start, Math.min(line.end, line.start + 12)))?.length ?? 0;
  const cells: Cell[] = [];
  let leader = 0;
  for (const [column, at] of columnsOf(source, line)) {
    while (leaders[leader] && leaders[leader]!.end <= at) leader++;
    if (leaders[leader] && leaders[leader]!.start <= at) continue;
    const last = cells.at(-1);
    const between = last ? text.slice(last.end, at) : '';
    const blank = last ? column - last.to : 0;
    const led = /\./.test(between);
    const isGap = led || blank >= COLUMN_GAP || between.includes('\t');
    const ofSentence = last && isGap && !led && blank <= COLUMN_GAP && SENTENCE.test(tailOf(text, last));
    // A label belongs to the cell that it opens, unless it stands in a column of its own.
    const ofLabel = blank <= COLUMN_GAP && last?.end === line.start + label;
    const apart = !last || (isGap && !ofSentence && !ofLabel);
    if (apart) cells.push({ start: at, end: at + 1, from: column, to: column + 1 });
    else cells[cells.length - 1] = { ...last, end: at + 1, to: column + 1 };
  }
  return cells;
}
