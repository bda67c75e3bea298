/** Numbers of notes that were left in the text: the surest sign that their notes were not found. */

import type { Diagnostic } from '../../diagnostic.js';
import { textOf } from '../../source.js';
import type { Document } from '../../tree.js';

/** A word in small letters never ends in a number of its own. */
const GLUED = /\p{Ll}{2}[)\]”"’.]{0,2}(\d{1,2})\s*$/u;

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
      const at = text.search(new RegExp(`${n}(?<=\\p{L}{2}[.,:;)\\]”"’?!]{0,2}${n})(?![\\d\\p{L}])`, 'u'));
      if (at >= 0)
        return [warning(String(n), 'the text has a number', before.end + at, before.end + at + String(n).length)];
    }
    return [];
  });
}

/** A word and what closes it, but not `Rev.1`; `the JCS,2`, `“Declaration of the 16.”2`. */
const before = (n: number): string => `(?<=(?:\\p{Ll}{3}[.,:;)\\]”"’?!]{0,2}|\\p{Lu}{2}[,;:]|[.,?!][”"])${n})`;

/** Behind the last note's mark, one of the note that would come next: the first that lacks, perhaps with all others. */
function behindLast({ notes, placements, source }: Document): Diagnostic[] {
  const next = notes.length === 0 ? 1 : Number(notes.at(-1)!.n) + 1;
  if (Number.isNaN(next)) return [];
  const from = placements.at(-1)?.end ?? 0;
  const text = source.text.slice(from, notes[0]?.label.span.start);
  // What stands before is looked at behind the number: so only numbers are tried, not every character.
  const number = `${next}${before(next)}(?=[\\s,;:.)]|$)(?!\\.\\d)`;
  const at = text.search(new RegExp(number, 'u'));
  if (at < 0) return [];
  return [warning(String(next), 'the text has a number', from + at, from + at + String(next).length)];
}

export function leftMarks(document: Document): Diagnostic[] {
  const heading = inHeading(document);
  return [...heading, ...inGaps(document), ...(heading.length === 0 ? behindLast(document) : [])];
}
