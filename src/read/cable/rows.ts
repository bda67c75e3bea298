/** Paragraphs whose lines are rows: text set in columns by blanks, as typewriters and teleprinters set tables. */

import { type Source, textOf, within } from '../../source.js';
import type { Block, Group } from '../../tree.js';
import { inline } from '../blocks/leaves.js';
import { row as barredRow } from '../constructs/table.js';
import { type Columns, columnsOf, cutsIn } from '../lines/columns.js';
import { contentOf, edgeOf, flow } from './content.js';
import type { PartLine } from './part.js';

/** Rows that make a table, at least. */
const ROWS = 3;
/** A sentence's end may have two blanks, so that some row must have more. */
const GAP = /\S(?: {2,}|[^\S\n ]+ *)\S/;
const WIDE = /\S(?: {3,}|[^\S\n ]+ *)\S/;
/** Lines that are kept as such, at least, and how many characters have room in them; no cable is set so narrow. */
const SHORT_LINES = 3;
const ROOM = 50;
const BAR = /\s\|(?:\s|$)/;
/** Whether a row has text in two cells at least. */
function isParted(row: Columns, cuts: readonly number[]): boolean {
  const columns = [...row.keys()];
  const [first, last] = [columns[0]!, columns.at(-1)!];
  return cuts.some((cut) => first < cut && last >= cut);
}

function rowOf(source: Source, { line }: PartLine, columns: Columns, at: readonly number[]): Group {
  const cells: Block[] = [];
  let from = line.start;
  [...at, Number.POSITIVE_INFINITY].forEach((until, i) => {
    const inside = [...columns]
      .filter(([column]) => column < until && column >= (at[i - 1] ?? 0))
      .map(([, offset]) => offset);
    const [first] = inside;
    const end = inside.at(-1);
    if (first === undefined || end === undefined) {
      cells.push({ type: 'cell', content: [{ type: 'text', span: within(source.span, from, from) }] });
    } else {
      cells.push({ type: 'cell', content: inline(source, first, end + 1) });
      from = end + 1;
    }
  });
  return { type: 'row', children: cells };
}

const holds = (source: Source, pattern: RegExp, part: PartLine | undefined): boolean =>
  part !== undefined && !part.edge && pattern.test(textOf(source, part.line));

/** Lines from one on that share columns, and where their cells begin. */
function aligned(
  source: Source,
  lines: readonly PartLine[],
  from: number,
): { rows: Columns[]; cuts: readonly number[] } {
  const rows: Columns[] = [];
  let used: ReadonlySet<number> = new Set();
  let cuts: readonly number[] = [];
  for (let at = from; holds(source, GAP, lines[at]); at++) {
    const row = columnsOf(source, lines[at]!.line);
    const more = new Set([...used, ...row.keys()]);
    const next = cutsIn(more);
    const all = next.join() === cuts.join() ? [row] : [...rows, row];
    if (!all.every((each) => isParted(each, next))) break;
    rows.push(row);
    used = more;
    cuts = next;
  }
  return { rows, cuts };
}

/** The rows of the table that begins at a line; none where it is text, of `length` lines at least. */
function tableAt(source: Source, lines: readonly PartLine[], from: number): { rows: Group[]; length: number } {
  let end = from;
  while (holds(source, BAR, lines[end])) end++;
  if (end > from) {
    const rows = lines.slice(from, end).map(({ line }) => barredRow(source, line));
    return { rows, length: rows.length };
  }
  const { rows, cuts } = aligned(source, lines, from);
  if (rows.length < ROWS) return { rows: [], length: 1 };
  const found = lines.slice(from, from + rows.length);
  const isTable = found.some((part) => holds(source, WIDE, part));
  return { rows: isTable ? found.map((part, i) => rowOf(source, part, rows[i]!, cuts)) : [], length: rows.length };
}

const tableOf = (rows: readonly Group[]): Group => ({
  type: 'table',
  children: rows,
  cols: rows.reduce((most, { children }) => Math.max(most, children.length), 0),
});

/** Lines without a table: neighbours that are parted by wide gaps keep their lines, and so stand apart from the rest. */
function withoutTables(source: Source, lines: readonly PartLine[]): Block[] {
  const out: Block[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; ) {
    let end = at;
    while (holds(source, WIDE, lines[end])) end++;
    if (end - at > 1) {
      out.push(...paragraph(source, lines.slice(from, at), false), ...paragraph(source, lines.slice(at, end), true));
      from = end;
    }
    at = Math.max(end, at + 1);
  }
  return [...out, ...paragraph(source, lines.slice(from), false)];
}

/** Short lines that end though the next word had room keep their ends: names of those present, an address, verse. */
function areLines(source: Source, lines: readonly PartLine[]): boolean {
  if (lines.length < SHORT_LINES) return false;
  return lines.every((part, i) => {
    const next = lines[i + 1];
    const word = next ? /^\S*/.exec(textOf(source, next.line))![0] : '';
    return !part.edge && part.line.end - part.line.start + 1 + word.length <= ROOM;
  });
}

/** A paragraph, and the edges of pages before and after its text. */
function paragraph(source: Source, lines: readonly PartLine[], kept: boolean): Block[] {
  const isText = ({ edge }: PartLine): boolean => !edge;
  const first = lines.findIndex(isText);
  const edges = (of: readonly PartLine[]): Block[] => of.flatMap((line) => edgeOf(source, line));
  if (first < 0) return edges(lines);
  const last = lines.findLastIndex(isText) + 1;
  return [
    ...edges(lines.slice(0, first)),
    flow('p', contentOf(source, lines.slice(first, last), kept || areLines(source, lines.slice(first, last)))),
    ...edges(lines.slice(last)),
  ];
}

/** A paragraph of the text; the rows in it are a table where they share columns, else they keep their lines. */
export function paragraphs(source: Source, lines: readonly PartLine[]): Block[] {
  const out: Block[] = [];
  let from = 0;
  for (let at = 0; at < lines.length; ) {
    const { rows, length } = tableAt(source, lines, at);
    if (rows.length > 0) {
      out.push(...withoutTables(source, lines.slice(from, at)), tableOf(rows));
      from = at + length;
    }
    at += length;
  }
  return [...out, ...withoutTables(source, lines.slice(from))];
}
