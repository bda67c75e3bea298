/** Lines of pages → paragraphs, page breaks and notes. */

import { oneLine } from '../one-line.js';
import { columnRemarks } from './pdf-columns.js';
import { edgesOf } from './pdf-edges.js';
import { type Line, type Run, textOf } from './pdf-lines.js';
import { type Child, element, type Read, text } from './tree.js';
import { usual } from './usual.js';

/** Small print, as a share of the body's size. */
const SMALL = 0.95;
/** A gap or an indent that begins a paragraph, as a share of the usual gap and of the letters' size. */
const GAP = 1.35;
const INDENT = 0.8;
const NOTE_START = /^\s*(\d{1,3}|[*†‡§]{1,3})[.)]?(?=\s|\p{Lu}|[“"(])\s*/u;
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

export function compose(pages: readonly (readonly Line[])[]): Read {
  const size = usual(
    pages.flat().flatMap((line) =>
      textOf(line)
        .split('')
        .map(() => line.size),
    ),
  );
  const { numbers, left, remarks } = edgesOf(pages);
  const cut = pages.map((lines, i): Page => {
    const rest = lines.filter((line) => !left.has(line));
    return { n: numbers[i], ...parted(rest, size) };
  });
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
  const gap = usual(cut.flatMap(({ body }) => body.slice(1).map((line, i) => body[i]!.y - line.y)));
  for (const { n, body } of cut) {
    const margin = Math.min(...body.map((line) => line.x));
    const pb = n === undefined ? undefined : element('pb', [], { n });
    body.forEach((line, i) => {
      const above = body[i - 1];
      // A line higher than the one before begins a column, as the first does a page.
      const before = above && line.y > above.y + line.size ? undefined : above;
      const current = paragraphs.at(-1);
      const indented = line.x > margin + INDENT * line.size;
      const fresh = before
        ? before.y - line.y > GAP * gap || (indented && before.x < line.x - 1) || Math.abs(before.size - line.size) > 1
        : (indented && !above) || !current || SENTENCE_END.test(current.last);
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
  return {
    tree: element('text', [...paragraphs.map(({ parts }) => element('p', parts)), ...unplaced]),
    remarks: [...remarks, ...columnRemarks(cut.map(({ body }) => body))],
  };
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

/** Part a page's small print from its body. */
function parted(lines: readonly Line[], size: number): Pick<Page, 'body' | 'small'> {
  let from = lines.length;
  while (from > 0 && lines[from - 1]!.size < SMALL * size) from--;
  const first = lines.findIndex((line, i) => i >= from && NOTE_START.test(textOf(line)));
  const zone = first < 0 ? lines.length : from;
  return { body: lines.slice(0, zone), small: lines.slice(zone) };
}

/** Notes of all pages: a line that begins with the next number begins a note, any other goes on with the one before. */
function notesOf(pages: readonly Page[]): Note[] {
  const notes: Note[] = [];
  for (const line of pages.flatMap(({ small }) => small)) {
    const content = oneLine(textOf(line));
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
