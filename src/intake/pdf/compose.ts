/** Lines of pages → paragraphs, page breaks and notes. */

import { wordsIn } from '../../text/divided-word.js';
import { type Child, element, type Read, text } from '../tree.js';
import { usual } from '../usual.js';
import { withLists } from './bullets.js';
import { columnRemarks } from './columns.js';
import { edgesOf } from './edges.js';
import { notesOf, parted } from './foot.js';
import { type Joint, jointOf, type Line, type Run, textOf } from './lines.js';
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
  const words = wordsIn(pages.flat().map(textOf));
  const notes = notesOf(cut, words);
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
        if (
          current?.lines &&
          !beginsParagraph(placed, current.lines, column.lines[i + 1], leading * Math.max(1, line.size / size))
        ) {
          const joint = jointOf(textOf(current.lines.last.line), textOf(line), words);
          joinLine(current.parts, content, joint, pb);
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
    tree: element('text', [...withLists(paragraphs.map(({ parts }) => element('p', parts))), ...unplaced]),
    remarks: [...remarks, ...columnRemarks(cut.map(({ body }) => body))],
  };
}

/** Go on with a paragraph. */
function joinLine(parts: Child[], content: readonly Child[], { left, between }: Joint, pb: Child | undefined): void {
  const end = parts.at(-1);
  if (end?.type === 'text') parts[parts.length - 1] = text(end.value.slice(0, end.value.length - left.length));
  if (pb) parts.push(pb);
  else if (between) parts.push(text(between));
  parts.push(...content);
}
