/** Numbers of notes that were left in the text: the surest sign that their notes were not found. */

import type { Diagnostic } from '../../diagnostic.js';
import { textOf } from '../../source.js';
import type { Document } from '../../tree.js';

/** A word in small letters never ends in a number of its own. */
const GLUED = /\p{Ll}{2}(\d{1,2})\s*$/u;

const warning = (n: string, where: string, start: number, end: number): Diagnostic => ({
  code: 'mark-without-note',
  severity: 'warning',
  message: `${where} ${n} as if a note hung there, but no such note was found`,
  start,
  end,
  hint: 'look at the notes under the text: each begins a line of its own with its number (1., (1), [1] or ¹), and the first is 1',
});

function inHeading({ blocks, source }: Document): Diagnostic[] {
  const head = blocks.find((block) => block.type === 'head');
  const last = head && 'content' in head ? head.content.at(-1) : undefined;
  if (last?.type !== 'text') return [];
  const match = GLUED.exec(textOf(source, last.span));
  if (!match) return [];
  const start = last.span.start + match.index + match[0].lastIndexOf(match[1]!);
  return [warning(match[1]!, 'the heading ends in', start, last.span.end)];
}

/** So many notes may lack between two. */
const GAP = 5;

/** Between two notes whose numbers don't follow each other, a mark of the number that lacks. */
function inGaps({ notes, placements, source }: Document): Diagnostic[] {
  return notes.slice(1).flatMap((note, i): Diagnostic[] => {
    const [from, to] = [Number(notes[i]!.n), Number(note.n)];
    if (!(to > from + 1 && to <= from + GAP)) return [];
    const [before, after] = [placements[i]!, placements[i + 1]!];
    const text = source.text.slice(before.end, after.start);
    for (let n = from + 1; n < to; n++) {
      const at = text.search(new RegExp(`(?<=\\p{L}{2}[.,:;)\\]”"’?!]{0,2})${n}(?![\\d\\p{L}])`, 'u'));
      if (at >= 0)
        return [warning(String(n), 'the text has a number', before.end + at, before.end + at + String(n).length)];
    }
    return [];
  });
}

export const leftMarks = (document: Document): Diagnostic[] => [...inHeading(document), ...inGaps(document)];
