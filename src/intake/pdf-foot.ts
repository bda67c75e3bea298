/** Notes in small print at the feet of pages and of their columns. */

import { oneLine } from '../one-line.js';
import { isDivided, isGlued, type Line, textOf } from './pdf-lines.js';

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
  let before: Line | undefined; // the last of the notes so far
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
    return { body, small };
  });
}

/** A line higher than the one before begins a column. */
function columnsOf(lines: readonly Line[]): Line[][] {
  const columns: Line[][] = [];
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1];
    if (!above || line.y > above.y + line.size) columns.push([line]);
    else columns.at(-1)!.push(line);
  }
  return columns;
}

/** Where the notes of a column begin; its end where it has none. Before the last column they must have marks, for it may be a table's. */
function footOf(lines: readonly Line[], size: number, before: Line | undefined, isLast: boolean): number {
  const marks = new Set(lines.flatMap(({ runs }) => runs.slice(1).flatMap((run) => (run.raised ? [run.text] : []))));
  const raised = lines.findIndex(({ runs: [first] }) => first!.raised && marks.has(first!.text));
  if (raised > 0) return raised;
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size < SMALL * size) from--;
  const start = lines
    .slice(from)
    .map(startOf)
    .find((n) => n !== undefined);
  if (start === undefined) return before && from > 0 && !ENDED.test(textOf(before)) ? from : lines.length;
  const isMarked = lines.slice(0, from).some(({ runs }) => runs.some((run) => run.raised && run.text === start));
  return isLast || isMarked ? from : lines.length;
}

const startOf = (line: Line): string | undefined => NOTE_START.exec(textOf(line))?.[1];

/** Notes of all pages: a line that begins with the next number, or a raised one, begins a note; any other goes on with the one before. */
export function notesOf(pages: readonly Parted[]): Note[] {
  const notes: Note[] = [];
  for (const line of pages.flatMap(({ small }) => small)) {
    const content = oneLine(textOf(line));
    const [start, n] = NOTE_START.exec(content) ?? [];
    const last = notes.at(-1);
    const isNext = !/^\d/.test(n ?? '') || !last || !/^\d/.test(last.n) || Number(n) === Number(last.n) + 1;
    if (start !== undefined && (isNext || line.runs[0]!.raised))
      notes.push({ n: n!, text: content.slice(start.length) });
    else if (last) {
      const divided = isDivided(last.text, content);
      const gap = divided || isGlued(last.text, content) ? '' : ' ';
      last.text = (divided ? last.text.slice(0, -1) : last.text) + gap + content;
    } else notes.push({ n: '*', text: content });
  }
  return notes;
}
