/** Lines of pages → paragraphs, page breaks and notes. */

import { type Child, element, type Read, text } from '../tree.js';
import { usual } from '../usual.js';
import { columnRemarks } from './columns.js';
import { edgesOf } from './edges.js';
import { notesOf, parted } from './foot.js';
import { isDivided, isGlued, type Line, type Run, textOf } from './lines.js';
import { columnsOf } from './measure.js';
import { type Above, beginsParagraph, leadingOf } from './paragraph.js';

interface Paragraph {
  readonly parts: Child[];
  /** Its lines; undefined where it is a page break alone. */
  lines: Above | undefined;
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
  const cut = parted(
    pages.map((lines) => lines.filter((line) => !left.has(line))),
    size,
  );
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
  for (const [page, n] of numbers.entries()) {
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
  const split = isDivided(last, written);
  const end = parts.at(-1);
  if (split && end?.type === 'text') parts[parts.length - 1] = text(end.value.replace(/-$/, ''));
  if (pb) parts.push(pb);
  else if (!split && !isGlued(last, written)) parts.push(text(' '));
  parts.push(...content);
}
