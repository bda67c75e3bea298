/** Notes in small print at the feet of pages and of their columns. */

import { oneLine } from '../../text/one-line.js';
import { beginsColumn, jointOf, type Line, textOf } from './lines.js';

/** Small print, as a share of the body's size. */
const SMALL = 0.95;
const NOTE_START = /^\s*(\d{1,3}|[*†‡§]{1,3})[.)]?(?=\s|\p{Lu}|[“"(])\s*/u;
const ENDED = /[.!?:;]["”’)\]]*\s*$/;

/** A page's lines: its text, and the notes at its foot. */
export interface Parted {
  readonly body: readonly Line[];
  readonly small: readonly Line[];
}

export interface Note {
  readonly n: string;
  text: string;
}

/** Part the small print of pages from their bodies. @param size of the body's letters */
export function parted(pages: readonly (readonly Line[])[], size: number): Parted[] {
  let before: Line | undefined; // the last of the notes of this page so far, or of the page before
  return pages.map((lines) => {
    const body: Line[] = [];
    const small: Line[] = [];
    const columns = columnsOf(lines);
    for (const [i, column] of columns.entries()) {
      const from = footOf(column, size, before, i === columns.length - 1);
      body.push(...column.slice(0, from));
      small.push(...column.slice(from));
      before = small.at(-1) ?? before;
    }
    before = small.at(-1);
    return { body, small };
  });
}

function columnsOf(lines: readonly Line[]): Line[][] {
  const columns: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    if (!before || beginsColumn(line, before)) columns.push([line]);
    else columns.at(-1)!.push(line);
  }
  return columns;
}

/** Where the notes of a column begin; its end where it has none. Before the last column they must have marks, for it may be a table's. */
function footOf(lines: readonly Line[], size: number, before: Line | undefined, isLast: boolean): number {
  const raised = raisedFrom(lines);
  if (raised !== undefined) return raised;
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size < SMALL * size) from--;
  const start = lines
    .slice(from)
    .map((line) => startOf(line)?.n)
    .find((n) => n !== undefined);
  if (start === undefined) return before && from > 0 && !ENDED.test(textOf(before)) ? from : lines.length;
  const isMarked = lines.slice(0, from).some(({ runs }) => runs.some((run) => run.raised && run.text === start));
  return isLast || isMarked ? from : lines.length;
}

/** The first line that begins with a raised mark of the column's, and has no larger letters below it, as a note to a table has. */
function raisedFrom(lines: readonly Line[]): number | undefined {
  const marks = new Set(lines.flatMap(({ runs }) => runs.slice(1).flatMap((run) => (run.raised ? [run.text] : []))));
  let largest = 0;
  let found: number | undefined;
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i]!;
    const [first] = line.runs;
    largest = Math.max(largest, line.size);
    if (first!.raised && marks.has(first!.text) && line.size >= SMALL * largest) found = i;
  }
  return found;
}

/** The number or sign that a line begins with, as notes do, and what follows it. */
function startOf(line: Line): { readonly n: string; readonly rest: string } | undefined {
  const [first, ...others] = line.runs;
  if (first!.raised) return { n: first!.text, rest: oneLine(textOf({ runs: others })) };
  const content = oneLine(textOf(line));
  const [start, n] = NOTE_START.exec(content) ?? [];
  return start === undefined ? undefined : { n: n!, rest: content.slice(start.length) };
}

/** Notes of all pages: a line that begins with the next number, or a raised one, begins a note; any other goes on with the one before. @param words those of the text */
export function notesOf(pages: readonly Parted[], words: ReadonlySet<string>): Note[] {
  const notes: Note[] = [];
  for (const line of pages.flatMap(({ small }) => small)) {
    const start = startOf(line);
    const last = notes.at(-1);
    const isNext =
      !/^\d/.test(start?.n ?? '') || !last || !/^\d/.test(last.n) || Number(start?.n) === Number(last.n) + 1;
    if (start && (isNext || line.runs[0]!.raised)) {
      notes.push({ n: start.n, text: start.rest });
      continue;
    }
    const content = oneLine(textOf(line));
    if (last) {
      const { left, between } = jointOf(last.text, content, words);
      last.text = last.text.slice(0, last.text.length - left.length) + between + content;
    } else notes.push({ n: '*', text: content });
  }
  return notes;
}
