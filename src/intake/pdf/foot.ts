/** Notes in small print at the feet of pages and of their columns. */

import { oneLine } from '../../text/one-line.js';
import { usual } from '../usual.js';
import type { Joints } from './joints.js';
import { beginsColumn, type Line, textOf, twoIn } from './lines.js';
import { FREE, firstWord, GAP } from './paragraph.js';

/** Small print, as a share of the body's size. */
const SMALL = 0.95;
const NOTE_START = /^\s*(\d{1,3}|[*†‡§]{1,3})[.)]?(?=\s|\p{Lu}|[“"(])\s*/u;
/** The way back of a web page's note may follow. */
const ENDED = /[.!?:;]["”’)\]]*\s*(?:↩\ufe0e?\s*)?$/;

/** A page's lines: its text, and the notes at its foot. */
export interface Parted {
  readonly body: readonly Line[];
  readonly small: readonly Line[];
}

export interface Note {
  readonly n: string;
  /** Its paragraphs. */
  readonly texts: string[];
}

/** Part the small print of pages from their bodies. @param size of the body's letters */
export function parted(pages: readonly (readonly Line[])[], size: number): Parted[] {
  let before: Line | undefined; // the last of the notes of this page so far, or of the page before
  const waiting = new Set<string>(); // marks whose notes had no room on their page
  return pages.map((lines) => {
    const body: Line[] = [];
    const small: Line[] = [];
    const columns = columnsOf(lines);
    for (const [i, column] of columns.entries()) {
      const from = footOf(column, size, before, i === columns.length - 1, waiting);
      for (const mark of marksIn(column.slice(0, from))) waiting.add(mark);
      for (const line of column.slice(from)) waiting.delete(startOf(line)?.n ?? '');
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
function footOf(
  lines: readonly Line[],
  size: number,
  before: Line | undefined,
  isLast: boolean,
  waiting: ReadonlySet<string>,
): number {
  const smallAbove = (end: number): number => {
    let from = end;
    while (from > 0 && lines[from - 1]!.size < SMALL * size) from--;
    return from;
  };
  const raised = raisedFrom(lines, waiting);
  // Above it the note of the page before may go on.
  if (raised !== undefined) return before && !ENDED.test(textOf(before)) ? smallAbove(raised) : raised;
  const from = smallAbove(lines.length);
  const start = lines
    .slice(from)
    .map((line) => startOf(line)?.n)
    .find((n) => n !== undefined);
  if (start === undefined) return before && from > 0 && !ENDED.test(textOf(before)) ? from : lines.length;
  const isMarked = lines.slice(0, from).some(({ runs }) => runs.some((run) => run.raised && run.text === start));
  return isLast || isMarked ? from : lines.length;
}

/** The marks of notes in some lines, those that begin a line left out: a note's own. */
const marksIn = (lines: readonly Line[]): string[] =>
  lines.flatMap(({ runs }) =>
    runs.slice(1).flatMap(({ text, raised }) => (raised ? [text, ...(twoIn(text) ?? [])] : [])),
  );

/** The first line that begins with a raised mark of the column's, or of one before, and has no larger letters below it, as a note to a table has. */
function raisedFrom(lines: readonly Line[], waiting: ReadonlySet<string>): number | undefined {
  const marks = new Set([...waiting, ...marksIn(lines)]);
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

/** Notes of all pages: a line that begins with the next number, or a raised one, begins a note; any other goes on with the one before. */
export function notesOf(pages: readonly Parted[], joints: Joints): Note[] {
  const notes: Note[] = [];
  for (const { small } of pages) {
    const right = small.reduce((most, line) => Math.max(most, line.right), 0);
    const leading = usual(small.slice(1).map((line, i) => small[i]!.y - line.y));
    for (const [i, line] of small.entries()) {
      const start = startOf(line);
      const last = notes.at(-1);
      const isNext =
        !/^\d/.test(start?.n ?? '') || !last || !/^\d/.test(last.n) || Number(start?.n) === Number(last.n) + 1;
      if (start && (isNext || line.runs[0]!.raised)) {
        notes.push({ n: start.n, texts: [start.rest] });
        continue;
      }
      const content = oneLine(textOf(line));
      const before = small[i - 1];
      if (!last) notes.push({ n: '*', texts: [content] });
      else if (before && isParted(before, line, right, leading)) last.texts.push(content);
      else {
        const text = last.texts.pop()!;
        const { left, between } = joints.of(text, content);
        last.texts.push(text.slice(0, text.length - left.length) + between + content);
      }
    }
  }
  return notes;
}

/** Whether a line of a note begins a paragraph: below a gap, or below a sentence whose line had room for its first word. */
function isParted(before: Line, line: Line, right: number, leading: number): boolean {
  if (!ENDED.test(textOf(before)) || line.y > before.y) return false;
  if (before.y - line.y > GAP * leading) return true;
  return right - before.right - firstWord(line) > FREE * (right - before.x);
}
