/** Starred notes beside the numbered ones at the foot of a page: the document's own, where the numbered are its editors'. */

import type { MarkedNote } from '../../markup.js';
import type { Source } from '../../source.js';
import type { Line } from '../lines/chunks.js';
import { BARE } from '../notes/label-styles.js';
import { onlyMark } from '../notes/marks.js';
import type { PageNotes } from './page-notes.js';

/** A page has one note a sign, at most. */
const SIGNS = 4;
/** `* Sent by courier.` */
const STARRED = /^([*†‡§])\.?[ \t\u00a0]*(?=\S)/u;

/** The sign that a line opens with, and the place of the only mark of it in the text above the notes; undefined where there is none. */
function starOf(of: Source, line: Line, top: number, foot: number): MarkedNote | undefined {
  const [label, n] = STARRED.exec(of.text.slice(line.from, line.end).trimStart()) ?? [];
  if (!label || !n) return undefined;
  const mark = onlyMark(of.text.slice(top, foot), n, BARE);
  if (!mark) return undefined;
  const end = of.text.indexOf(n, line.from) + label.length;
  return { n, label: { start: line.from, end }, mark: { start: top + mark.start, end: top + mark.end } };
}

/** The line from which on a block at the foot of a page is such notes: line `last`, the block's first, or none. */
function starredFrom(of: Source, lines: readonly Line[], last: number): number | undefined {
  const isNote = (i: number): boolean => starOf(of, lines[i]!, lines[0]!.start, lines[i]!.from) !== undefined;
  if (isNote(last)) return last;
  let first = last;
  while (first > 1 && lines[first - 1]!.chunk === lines[last]!.chunk) first--;
  return isNote(first) ? first : undefined;
}

/** The notes of a page, none perhaps, with those among them and right above them that signs label. */
function withStars(of: Source, page: PageNotes): PageNotes {
  const { lines } = page;
  let { first } = page;
  for (let k = 0; k < SIGNS && first > 1; k++) {
    const from = starredFrom(of, lines, first - 1);
    if (from === undefined) break;
    first = from;
  }
  if (first === lines.length) return page;
  const [top, foot] = [lines[0]!.start, lines[first]!.from];
  const stars = new Map<string, MarkedNote | undefined>(); // by sign
  for (const line of lines.slice(first)) {
    const sign = STARRED.exec(of.text.slice(line.from, line.end).trimStart())?.[1];
    if (sign === undefined) continue;
    // Several of a sign are items of a list.
    if (stars.has(sign)) return page;
    stars.set(sign, starOf(of, line, top, foot));
  }
  const found = [...stars.values()].filter((star) => star !== undefined);
  if (found.length === 0) return page;
  const notes = [...page.notes, ...found].sort((a, b) => a.label.start - b.label.start);
  return { lines, first, notes };
}

/** The notes of all pages with those that signs label, also of pages without others. */
export function starredPages(
  of: Source,
  pages: readonly (readonly Line[])[],
  found: readonly PageNotes[],
): readonly PageNotes[] {
  if (!/[*†‡§]/u.test(of.text)) return found;
  const numbered = new Map(found.map((page) => [page.lines, page]));
  return pages
    .map((lines) => withStars(of, numbered.get(lines) ?? { lines, first: lines.length, notes: [] }))
    .filter(({ notes }) => notes.length > 0);
}
