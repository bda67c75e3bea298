/** Tables whose columns blanks, tabs or dots part: their lines are given the bars that tables have in the plain form. */

import type { Diagnostic } from '../../diagnostic.js';
import { type Source, textOf } from '../../source.js';
import { LIST_LABEL } from '../constructs/list.js';
import type { Line } from '../lines/chunks.js';
import { cutsIn } from '../lines/columns.js';
import { LOWER } from '../lines/halves.js';
import { isLabel } from '../lines/listed.js';
import type { Edit } from '../reflow/origin.js';
import { type Cell, cellsOf, isFigures } from './cells.js';
import { areCounted, isLone } from './openings.js';
import { columnOf, type Row, setOut, type Table } from './rows.js';
import { tabbedFrom, tabsBarred } from './tabbed.js';

/** Rows that make a table, at least. */
const ROWS = 3;
/** Rows above that have their cells elsewhere: headings. */
const HEADINGS = 3;
/** Lines of one cell that may follow each other in a table: titles of its parts, a label of several lines. */
const BETWEEN = 2;
/** Columns that set cells apart beyond doubt. */
const WIDE = 3;
/** So many cells of a column of words begin, or end, where the others do. */
const ALIGNED = 0.8;
/** So many cells of a column hold figures. */
const OF_FIGURES = 0.6;
/** So many gaps inside of cells show that the columns are others. */
const ASTRAY = 0.1;
/** A cell of more characters is prose, as in text that is set in two columns. */
const PROSE = 25;
const HALF = 0.5;

const share = <T>(all: readonly T[], holds: (one: T) => boolean): number =>
  all.length === 0 ? 0 : all.filter(holds).length / all.length;

/** Rows from one on that share columns. */
function aligned(rows: readonly Row[]): Table {
  const used = new Set<number>();
  let cuts: readonly number[] = [];
  let end = 0;
  for (; end < rows.length; end++) {
    const before = [...used];
    for (const { from, to } of rows[end]!.cells) for (let column = from; column < to; column++) used.add(column);
    const next = used.size === before.length ? cuts : cutsIn(used);
    const parted = ({ cells }: Row): boolean => columnOf(next, cells[0]!) < columnOf(next, cells.at(-1)!);
    const changed = next.join() === cuts.join() ? [rows[end]!] : rows.slice(0, end + 1);
    if (!changed.every(parted)) break;
    cuts = next;
  }
  return { heads: [], rows: rows.slice(0, end), cuts };
}

/** The share of the most frequent value. */
function agreement(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return Math.max(0, ...counts.values()) / values.length;
}

/** Whether words are set in two columns as prose is: each cell goes on with the one above. */
function isProse(source: Source, columns: readonly (readonly Cell[])[]): boolean {
  const prose = columns.filter((cells) => share(cells, ({ start, end }) => end - start > PROSE) >= HALF);
  return prose.length > 1 && prose.some((cells) => share(cells, (c) => LOWER.test(textOf(source, c))) >= HALF / 2);
}

/** Whether what looks like columns are some: of figures, or of words that begin alike. */
function isTable(source: Source, { rows, cuts }: Table): boolean {
  if (rows.length < ROWS) return false;
  const gaps = rows.flatMap(({ cells }) => cells.slice(1).map((cell, i) => [cells[i]!, cell] as const));
  if (share(gaps, ([a, b]) => columnOf(cuts, a) === columnOf(cuts, b)) > ASTRAY) return false;
  const columns: Cell[][] = [0, ...cuts].map(() => []);
  for (const { cells } of rows) for (const cell of cells) columns[columnOf(cuts, cell)]!.push(cell);
  const [labels, ...others] = columns;
  // Items, and what they begin with.
  const first = labels!.map((cell) => textOf(source, cell));
  if (others.length === 1 && (share(first, isLone) >= HALF || areCounted(first))) return false;
  if (others.some((cells) => share(cells, (cell) => isFigures(source, cell)) >= OF_FIGURES)) return true;
  if (share(gaps, ([a, b]) => b.from - a.to >= WIDE) < ALIGNED || isProse(source, columns)) return false;
  return others.every((cells) => {
    const [begin, end] = [cells.map(({ from }) => from), cells.map(({ to }) => to)];
    return cells.length >= HALF * rows.length && (agreement(begin) >= ALIGNED || agreement(end) >= ALIGNED);
  });
}

/** The table that some rows begin, perhaps below rows of headings. */
function tableIn(source: Source, rows: readonly Row[]): Table | undefined {
  for (let heads = 0; heads <= HEADINGS; heads++) {
    const table = aligned(rows.slice(heads));
    if (isTable(source, table)) return { ...table, heads: rows.slice(0, heads) };
  }
  return undefined;
}

/** Whether no more than one empty line stands between two lines, and no page's end. */
const isNear = ({ text }: Source, before: Line, line: Line): boolean =>
  /^[^\n\f]*(?:\n[^\n\f]*){1,2}$/.test(text.slice(before.end, line.from));

/** Whether cells are a paragraph and its number, with blanks between: `5.   Expenditures were …` leads up to a table. */
const isNumbered = (of: Source, [label, words, further]: readonly Cell[]): boolean =>
  words !== undefined && !further && words.end - words.start > PROSE && isLone(textOf(of, label!));

/** Lines that look like rows, from one on, and lines of one cell among them. */
function runFrom(of: Source, lines: readonly Line[], cells: readonly (readonly Cell[])[], from: number): number {
  let end = from + 1;
  let single = 0;
  for (let i = from + 1; i < lines.length && single <= BETWEEN && cells[i]!.length > 0; i++) {
    const [before, line] = [lines[i - 1]!, lines[i]!];
    const apart = line.chunk !== before.chunk;
    const isAlone = cells[i]!.length === 1 && lines[i + 1]?.chunk !== line.chunk;
    if (apart && (isAlone || !isNear(of, before, line) || isNumbered(of, cells[i]!))) break;
    if (cells[i]!.length > 1) end = i + 1;
    single = cells[i]!.length > 1 ? 0 : single + 1;
  }
  return end;
}

/** `TO:   The Secretary`, `(a)   The Secretary`, or what stands below `PARTICIPANTS`. */
function areFields({ text }: Source, lines: readonly Line[], rows: readonly Row[]): boolean {
  const first = rows[0]!.line;
  const above = lines[first - 1];
  if (above?.chunk === lines[first]!.chunk && isLabel(text, above)) return true;
  const fields = rows.slice(0, ROWS).filter(({ cells: [cell] }) => {
    const words = text.slice(cell!.start, cell!.end);
    return words.endsWith(':') || LIST_LABEL.test(words) || isLone(words);
  });
  return fields.length > HALF * ROWS;
}

const unread = (lines: readonly Line[]): Diagnostic => ({
  code: 'table-unread',
  severity: 'warning',
  message: `${lines.length} lines look like a table, but not where its columns are: they are read as text`,
  start: lines[0]!.start,
  end: lines.at(-1)!.end,
  hint: 'look at them, and part the cells of a table by “ | ”, a row a line',
});

/** What is to stand in lines, which of them are read so, and what is told. */
export interface Found {
  readonly edits: readonly Edit[];
  readonly lines: ReadonlySet<Line>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The tables of a text. @param begins offsets at which something is known to begin */
export function tables(of: Source, lines: readonly Line[], begins: ReadonlySet<number>): Found {
  const edits: Edit[] = [];
  const taken = new Set<Line>();
  const diagnostics: Diagnostic[] = [];
  const cells = lines.map((line, i) => {
    const isRow = line.bullet || i === 0 || of.text.slice(line.start, line.end).includes('|');
    return isRow ? [] : cellsOf(of, line);
  });
  let tabbed = 0; // where lines end that were looked at for tabs
  for (let at = 1; at < lines.length; ) {
    if (at >= tabbed) {
      const { end, areRows } = tabbedFrom(of, lines, at);
      tabbed = end;
      for (; areRows && at < end; at++) {
        edits.push(...tabsBarred(of, lines[at]!));
        taken.add(lines[at]!);
      }
      if (areRows) continue;
    }
    if (cells[at]!.length < 2 || isNumbered(of, cells[at]!)) {
      at++;
      continue;
    }
    const end = runFrom(of, lines, cells, at);
    const rows: Row[] = [];
    for (let i = at; i < end; i++) if (cells[i]!.length > 1) rows.push({ line: i, cells: cells[i]! });
    const isCandidate = rows.length >= ROWS && !areFields(of, lines, rows);
    const table = isCandidate ? tableIn(of, rows) : undefined;
    if (table) {
      const set = setOut(of, lines, cells, table, begins);
      edits.push(...set.edits);
      at = set.end;
      for (let i = rows[0]!.line; i < at; i++) taken.add(lines[i]!);
      continue;
    }
    const wide = rows.filter((row) => row.cells.some((cell, i) => i > 0 && cell.from - row.cells[i - 1]!.to >= WIDE));
    if (isCandidate && wide.length >= ROWS) diagnostics.push(unread(rows.map(({ line }) => lines[line]!)));
    at = end;
  }
  return { edits, lines: taken, diagnostics };
}
