/** Lines of pages → paragraphs, page breaks and notes. */

import type { XmlElement } from '../xml/parse.js';
import { type Line, type Run, textOf } from './pdf-lines.js';
import { type Child, element, text } from './tree.js';

/** Small print, as a share of the body's size. */
const SMALL = 0.95;
/** A gap or an indent that begins a paragraph, as a share of the usual gap and of the letters' size. */
const GAP = 1.35;
const INDENT = 0.8;
const NOTE_START = /^\s*(\d{1,3}|[*†‡§]{1,3})[.)]?(?=\s|\p{Lu}|[“"(])\s*/u;
const NUMBER_ALONE = /^[\s–—-]*(\d{1,4}|[IVXLC]{1,7}|[ivxlc]{1,7})[\s–—-]*$/;
const NUMBER_AT_EDGE = /^(\d{1,4})\s{1,}\D|\D\s+(\d{1,4})$/;
const SENTENCE_END = /[.!?:;”"’)\]…]\s*$/;

interface Page {
  readonly n: string | undefined;
  readonly body: readonly Line[];
  readonly small: readonly Line[];
}

interface Paragraph {
  readonly parts: Child[];
  /** What was written last, to join the next line to. */
  last: string;
}

interface Note {
  readonly n: string;
  text: string;
}

export function compose(pages: readonly (readonly Line[])[]): XmlElement {
  const size = usual(
    pages.flat().flatMap((line) =>
      textOf(line)
        .split('')
        .map(() => round(line.size)),
    ),
  );
  const furniture = repeated(pages);
  const cut = pages.map((lines) => parted(lines, size, furniture));
  const notes = notesOf(cut);
  const raised = cut.flatMap(({ body }) =>
    body.flatMap(({ runs }) => runs.filter((run) => run.raised).map((run) => run.text)),
  );
  // Marks are placed only if each note has one and they stand in order; else both stay as they are.
  const placed = notes.length > 0 && notes.map(({ n }) => n).join() === raised.join();
  const waiting = placed ? [...notes] : [];
  const runOf = (run: Run): Child => {
    const note = run.raised ? waiting.shift() : undefined;
    return note ? element('note', [text(note.text)], { n: note.n }) : text(run.text);
  };
  const paragraphs: Paragraph[] = [];
  const gap = usual(cut.flatMap(({ body }) => body.slice(1).map((line, i) => round(body[i]!.y - line.y))));
  for (const { n, body } of cut) {
    const margin = Math.min(...body.map((line) => line.x));
    const pb = n === undefined ? undefined : element('pb', [], { n });
    body.forEach((line, i) => {
      const before = body[i - 1];
      const current = paragraphs.at(-1);
      const indented = line.x > margin + INDENT * line.size;
      const fresh = before
        ? before.y - line.y > GAP * gap || (indented && before.x < line.x - 1) || Math.abs(before.size - line.size) > 1
        : indented || !current || SENTENCE_END.test(current.last);
      const content = line.runs.map(runOf);
      const written = textOf(line);
      if (fresh || !current) {
        if (i === 0 && pb) paragraphs.push({ parts: [pb], last: '.' });
        paragraphs.push({ parts: content, last: written });
      } else {
        joinLine(current, content, written, i === 0 ? pb : undefined);
      }
    });
    if (body.length === 0 && pb) paragraphs.push({ parts: [pb], last: '.' });
  }
  const unplaced = placed
    ? []
    : notes.map((note) => element('note', [text(note.text)], { n: note.n, type: 'unplaced' }));
  return element('text', [...paragraphs.map(({ parts }) => element('p', parts)), ...unplaced]);
}

/** Go on with a paragraph. A hyphen at the line's end is the printer's where the word goes on in small letters. */
function joinLine(paragraph: Paragraph, content: Child[], written: string, pb: Child | undefined): void {
  const { parts, last } = paragraph;
  const split = /\p{L}-$/u.test(last) && /^\p{Ll}/u.test(written);
  const end = parts.at(-1);
  if (split && end?.type === 'text') parts[parts.length - 1] = text(end.value.replace(/-$/, ''));
  if (pb) parts.push(pb);
  else if (!split && !/[—–/]$/.test(last)) parts.push(text(' '));
  parts.push(...content);
  paragraph.last = written;
}

const round = (x: number): number => Math.round(x * 2) / 2;

/** The most frequent value; of those, the least. */
function usual(values: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const value of values) if (value > 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, x], [b, y]) => y - x || a - b)[0]?.[0] ?? 0;
}

const withoutNumbers = (line: string): string => line.replace(/\d+/g, '').replace(/\s+/g, ' ').trim().toLowerCase();

/** First and last lines that stand on several pages, numbers aside. */
function repeated(pages: readonly (readonly Line[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const edges = lines.length > 1 ? [lines[0]!, lines.at(-1)!] : [];
    for (const edge of new Set(edges.map((line) => withoutNumbers(textOf(line))))) {
      counts.set(edge, (counts.get(edge) ?? 0) + 1);
    }
  }
  return new Set([...counts].filter(([line, count]) => line !== '' && count > 1).map(([line]) => line));
}

/** Part a page's head and foot (for the number) and its small print from the body. */
function parted(lines: readonly Line[], size: number, furniture: ReadonlySet<string>): Page {
  let rest = [...lines];
  let n: string | undefined;
  const edge = (line: Line | undefined): boolean => {
    if (!line) return false;
    const content = textOf(line).trim();
    const alone = NUMBER_ALONE.exec(content)?.[1];
    if (alone === undefined && !furniture.has(withoutNumbers(content))) return false;
    const [, left, right] = NUMBER_AT_EDGE.exec(content) ?? [];
    n ??= alone ?? left ?? right;
    return true;
  };
  if (rest.length > 1 && edge(rest[0])) rest = rest.slice(1);
  if (rest.length > 1 && edge(rest.at(-1))) rest = rest.slice(0, -1);
  let from = rest.length;
  while (from > 0 && rest[from - 1]!.size < SMALL * size) from--;
  const first = rest.findIndex((line, i) => i >= from && NOTE_START.test(textOf(line)));
  const zone = first < 0 ? rest.length : from;
  return { n, body: rest.slice(0, zone), small: rest.slice(zone) };
}

/** Notes of all pages: a line that begins with the next number begins a note, any other goes on with the one before. */
function notesOf(pages: readonly Page[]): Note[] {
  const notes: Note[] = [];
  for (const line of pages.flatMap(({ small }) => small)) {
    const content = textOf(line).replace(/\s+/g, ' ').trim();
    const [start, n] = NOTE_START.exec(content) ?? [];
    const last = notes.at(-1);
    const next =
      n !== undefined && (!/^\d/.test(n) || !last || !/^\d/.test(last.n) || Number(n) === Number(last.n) + 1);
    if (start !== undefined && next) notes.push({ n: n!, text: content.slice(start.length) });
    else if (last) {
      const split = /\p{L}-$/u.test(last.text) && /^\p{Ll}/u.test(content);
      last.text = split ? last.text.slice(0, -1) + content : `${last.text} ${content}`;
    } else notes.push({ n: '*', text: content });
  }
  return notes;
}
