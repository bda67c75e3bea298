/** Lines of pages → paragraphs, page breaks and notes. */

import { oneLine } from '../one-line.js';
import { columnRemarks } from './pdf-columns.js';
import { edgesOf } from './pdf-edges.js';
import { type Line, type Run, textOf } from './pdf-lines.js';
import { columnsOf } from './pdf-measure.js';
import { type Above, beginsParagraph, leadingOf } from './pdf-paragraph.js';
import { type Child, element, type Read, text } from './tree.js';
import { usual } from './usual.js';

/** Small print, as a share of the body's size. */
const SMALL = 0.95;
const NOTE_START = /^\s*(\d{1,3}|[*†‡§]{1,3})[.)]?(?=\s|\p{Lu}|[“"(])\s*/u;

interface Page {
  readonly n: string | undefined;
  readonly body: readonly Line[];
  readonly small: readonly Line[];
}

interface Paragraph {
  readonly parts: Child[];
  /** Its lines; undefined where it is a page break alone. */
  lines: Above | undefined;
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
  const columns = columnsOf(cut.map(({ body }) => body));
  const leading = leadingOf(columns.flat(), size);
  for (const [page, { n }] of cut.entries()) {
    let pb = n === undefined ? undefined : element('pb', [], { n });
    for (const column of columns[page]!) {
      for (const [i, line] of column.lines.entries()) {
        const placed = { line, column };
        const content = line.runs.map(runOf);
        const current = paragraphs.at(-1);
        if (current?.lines && !beginsParagraph(placed, current.lines, column.lines[i + 1], leading)) {
          joinLine(current.parts, current.lines.last.line, content, textOf(line), pb);
          current.lines = { ...current.lines, last: placed };
        } else {
          if (pb) paragraphs.push({ parts: [pb], lines: undefined });
          paragraphs.push({ parts: content, lines: { first: placed, last: placed } });
        }
        pb = undefined;
      }
    }
    if (pb) paragraphs.push({ parts: [pb], lines: undefined });
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
function joinLine(parts: Child[], before: Line, content: Child[], written: string, pb: Child | undefined): void {
  const last = textOf(before);
  const split = /\p{L}-$/u.test(last) && /^\p{Ll}/u.test(written);
  const end = parts.at(-1);
  if (split && end?.type === 'text') parts[parts.length - 1] = text(end.value.replace(/-$/, ''));
  if (pb) parts.push(pb);
  else if (!split && !/[—–/]$/.test(last)) parts.push(text(' '));
  parts.push(...content);
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
