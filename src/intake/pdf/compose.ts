/** Lines of pages → paragraphs, page breaks and notes. */

import type { XmlElement } from '../../xml/parse.js';
import { type Child, element, type Fault, type Read, text } from '../tree.js';
import { usual } from '../usual.js';
import { withLists } from './bullets.js';
import { columnRemarks } from './columns.js';
import { edgesOf } from './edges.js';
import { type Note, notesOf, parted } from './foot.js';
import { type Joint, Joints } from './joints.js';
import { type Line, type Run, textOf, twoIn } from './lines.js';
import { columnsOf } from './measure.js';
import { type Above, beginsParagraph, leadingOf } from './paragraph.js';

interface Paragraph {
  readonly parts: Child[];
  /** Its lines; undefined where it is a page break alone. */
  lines: Above | undefined;
}

export function compose(pages: readonly (readonly Line[])[]): Exclude<Read, Fault> {
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
  const joints = new Joints(cut.flatMap(({ body, small }) => [body.map(textOf), small.map(textOf)]));
  const notes = notesOf(cut, joints);
  const raised = cut.flatMap(({ body }) =>
    body.flatMap(({ runs }) => runs.filter((run) => run.raised).map((run) => run.text)),
  );
  // Marks are placed only if each note has one and they stand in order; else both stay as they are.
  const waiting = notesAtMarks(notes, raised);
  const runOf = (run: Run): Child[] =>
    (run.raised && waiting?.shift()?.map((note) => noteOf(note))) || [text(run.text)];
  const paragraphs: Paragraph[] = [];
  const columns = columnsOf(cut.map(({ body }) => body));
  const leading = leadingOf(columns.flat(), size);
  for (const [page, n] of numbers.entries()) {
    let pb = n === undefined ? undefined : element('pb', [], { n });
    for (const column of columns[page]!) {
      for (const [i, line] of column.lines.entries()) {
        const placed = { line, column };
        const content = line.runs.flatMap(runOf);
        const current = paragraphs.at(-1);
        if (
          current?.lines &&
          !beginsParagraph(placed, current.lines, column.lines[i + 1], leading * Math.max(1, line.size / size))
        ) {
          const joint = joints.of(textOf(current.lines.last.line), textOf(line));
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
  const unplaced = waiting ? [] : notes.map((note) => noteOf(note, { type: 'unplaced' }));
  return {
    tree: element('text', [...withLists(paragraphs.map(({ parts }) => element('p', parts))), ...unplaced]),
    remarks: [...remarks, ...columnRemarks(cut.map(({ body }) => body)), ...joints.remarks()],
  };
}

const noteOf = ({ n, texts }: Note, more: Readonly<Record<string, string>> = {}): XmlElement =>
  element('note', texts.length === 1 ? [text(texts[0]!)] : texts.map((each) => element('p', [text(each)])), {
    n,
    ...more,
  });

/** The notes of each mark in the text, in order: of two that were run together both; undefined where they don't answer each other. */
function notesAtMarks(notes: readonly Note[], marks: readonly string[]): Note[][] | undefined {
  const out: Note[][] = [];
  let next = 0;
  for (const mark of marks) {
    const numbers = mark === notes[next]?.n ? [mark] : (twoIn(mark) ?? []);
    const own = notes.slice(next, next + numbers.length);
    if (own.length === 0 || own.some(({ n }, i) => n !== numbers[i])) return undefined;
    out.push(own);
    next += own.length;
  }
  return next === notes.length && next > 0 ? out : undefined;
}

/** Go on with a paragraph. */
function joinLine(parts: Child[], content: readonly Child[], { left, between }: Joint, pb: Child | undefined): void {
  const end = parts.at(-1);
  if (end?.type === 'text') parts[parts.length - 1] = text(end.value.slice(0, end.value.length - left.length));
  if (pb) parts.push(pb);
  else if (between) parts.push(text(between));
  parts.push(...content);
}
