/** Columns of lines, as typewriters and teleprinters set them by blanks and tabs. */

import type { Source } from '../../source.js';
import type { Line } from './chunks.js';

/** Blanks between two columns in all rows, at least. */
export const COLUMN_GAP = 2;
const TAB = 8;

/** The columns of a line that hold text, from 0, and the offsets of their characters, in order. */
export type Columns = ReadonlyMap<number, number>;

export function columnsOf({ text }: Source, line: Line): Columns {
  const columns = new Map<number, number>();
  let column = 0;
  for (let at = line.from; at < line.end; at++) {
    if (at >= line.start && !/\s/.test(text[at]!)) columns.set(column, at);
    column = text[at] === '\t' ? column + TAB - (column % TAB) : column + 1;
  }
  return columns;
}

/** The columns at which a cell begins: text after columns that are blank in all rows. */
export function cutsIn(used: ReadonlySet<number>): number[] {
  const columns = [...used].sort((a, b) => a - b);
  return columns.filter((column, i) => i > 0 && column - columns[i - 1]! > COLUMN_GAP);
}

/** The column at which a line's text begins. */
export function beginOf({ text }: Source, { from, start }: Line): number {
  let column = 0;
  for (let at = from; at < start; at++) column = text[at] === '\t' ? column + TAB - (column % TAB) : column + 1;
  return column;
}
