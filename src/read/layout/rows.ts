/** The lines of a table as rows of the plain form: a bar between two cells, an empty line around the whole. */

import { type Source, textOf } from '../../source.js';
import type { Line } from '../lines/chunks.js';
import { ENDED, LOWER } from '../lines/halves.js';
import { APART, goesOn, TOGETHER } from '../reflow/between.js';
import type { Edit } from '../reflow/origin.js';
import type { Cell } from './cells.js';

export interface Row {
  /** Index of the line. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Rows that share columns, and headings above them, which may not; `cuts` are the columns at which the second cell and the others begin. */
export interface Table {
  readonly heads: readonly Row[];
  readonly rows: readonly Row[];
  readonly cuts: readonly number[];
}

/** Characters by which a cell may be longer than the others of its column. */
const NEAR = 4;
/** A line of text above a table is longer than a title. */
const LONG = 60;

export function columnOf(cuts: readonly number[], { from }: Pick<Cell, 'from'>): number {
  let column = 0;
  while (column < cuts.length && cuts[column]! <= from) column++;
  return column;
}

/** Where the cells of each column begin and end. */
function extentsOf({ rows, cuts }: Table): (readonly [number, number])[] {
  const extents: [number, number][] = [0, ...cuts].map(() => [Number.POSITIVE_INFINITY, 0]);
  for (const { cells } of rows)
    for (const cell of cells) {
      const extent = extents[columnOf(cuts, cell)]!;
      extent[0] = Math.min(extent[0], cell.from);
      extent[1] = Math.max(extent[1], cell.to);
    }
  return extents;
}

/** The nearest columns, in order; of several as near the one whose middle is. */
function nearest(cells: readonly Cell[], extents: readonly (readonly [number, number])[]): number[] {
  let least = 0;
  return cells.map(({ from, to }) => {
    const apart = ([start, end]: readonly [number, number]): number => Math.max(0, start - to, from - end);
    const off = ([start, end]: readonly [number, number]): number => Math.abs(start + end - from - to);
    for (let k = least + 1; k < extents.length; k++) {
      const [a, b] = [extents[least]!, extents[k]!];
      if (apart(b) < apart(a) || (apart(b) === apart(a) && off(b) < off(a))) least = k;
    }
    return least;
  });
}

const bars = (count: number): string => ' | '.repeat(count);

/** The bars of a line whose cells are in the given columns of so many. */
function barred(line: Line, cells: readonly Cell[], at: readonly number[], columns: number): Edit[] {
  const edits: Edit[] = at[0]! > 0 ? [{ start: line.from, end: cells[0]!.start, text: bars(at[0]!) }] : [];
  for (let i = 1; i < cells.length; i++) {
    const count = at[i]! - at[i - 1]!;
    if (count > 0) edits.push({ start: cells[i - 1]!.end, end: cells[i]!.start, text: bars(count) });
  }
  const after = columns - 1 - at.at(-1)!;
  return after > 0 ? [...edits, { start: line.end, end: line.end, text: bars(after).trimEnd() }] : edits;
}

/** Whether the line below a table is a row of one cell, no wider than its column. */
function goesOnWith(
  lines: readonly Line[],
  cells: readonly (readonly Cell[])[],
  next: number,
  extents: readonly (readonly [number, number])[],
): boolean {
  const [cell, more] = cells[next] ?? [];
  if (!cell || more || lines[next]!.chunk !== lines[next - 1]!.chunk) return false;
  return extents.some(([from, to]) => cell.from === from && cell.to <= to + NEAR);
}

/** What is to stand in the lines of a table, between them and beside them, and the line after it. `cells` are those of all lines. */
export function setOut(
  of: Source,
  lines: readonly Line[],
  cells: readonly (readonly Cell[])[],
  table: Table,
  begins: ReadonlySet<number>,
): { edits: Edit[]; end: number } {
  const { heads, rows, cuts } = table;
  const extents = extentsOf(table);
  const first = (heads[0] ?? rows[0]!).line;
  let last = rows.at(-1)!.line;
  while (goesOnWith(lines, cells, last + 1, extents)) last++;
  const isKnown = ({ from, start }: Line): boolean => begins.has(from) || begins.has(start);
  const words = (i: number): string => textOf(of, lines[i]!);
  const goesOnIn = (i: number): boolean => LOWER.test(words(i)) && !isKnown(lines[i]!);
  const edits: Edit[] = [];
  const above = lines[first - 1];
  if (above?.chunk === lines[first]!.chunk && (ENDED.test(words(first - 1)) || above.end - above.start > LONG))
    edits.push({ start: above.end, end: lines[first]!.from, text: APART });
  let column = -1; // of the last cell above
  for (let i = first; i <= last; i++) {
    const line = lines[i]!;
    const own = cells[i]!;
    const at = i < rows[0]!.line ? nearest(own, extents) : own.map((cell) => columnOf(cuts, cell));
    const [cell] = own;
    const goesOnAbove = own.length === 1 && at[0] === cuts.length && column === cuts.length;
    // A label of two lines has its figures beside the second.
    const goesOnBelow = i > first && cells[i - 1]!.length === 1 && column === 0 && own.length > 1;
    const joins = i > first && (goesOnAbove || goesOnBelow) && goesOnIn(i);
    const isHalf = own.length === 1 && at[0] === 0 && i < last && cells[i + 1]!.length > 1 && goesOnIn(i + 1);
    const spans = own.length === 1 && columnOf(cuts, { from: cell!.to - 1 }) !== at[0];
    if (joins) edits.push({ start: lines[i - 1]!.end, end: line.start, text: goesOn(words(i - 1), words(i)) });
    else if (i > first && line.chunk !== lines[i - 1]!.chunk)
      edits.push({ start: lines[i - 1]!.end, end: line.from, text: TOGETHER });
    if (!spans && !isHalf && !(joins && own.length === 1)) edits.push(...barred(line, own, at, cuts.length + 1));
    column = spans ? -1 : at.at(-1)!;
  }
  const below = lines[last + 1];
  if (below?.chunk === lines[last]!.chunk) edits.push({ start: lines[last]!.end, end: below.from, text: APART });
  return { edits, end: last + 1 };
}
