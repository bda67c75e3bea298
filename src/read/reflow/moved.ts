/**
 * Notes at the foot of each page stand at the end of the text that is read, as editions have them; afterwards every character is again
 * where it was.
 */

import type { Diagnostic } from '../../diagnostic.js';
import type { Markup } from '../../markup.js';
import { type Origin, type Source, source } from '../../source.js';
import type { TextRange } from '../../text-range.js';
import { isCable } from '../cable/detect.js';
import { linesOf } from '../lines/chunks.js';
import { reflowed } from './origin.js';
import { mayHavePages, opening, type PageNotes, pageNotes, pagesOf } from './page-notes.js';

type Stretch = Origin['kept'][number];

const told = (of: Source, found: readonly PageNotes[]): Diagnostic => {
  const { lines, first } = found[0]!;
  const { start, end } = lines[first]!;
  const words = opening(of, found[0]!);
  return {
    code: 'page-notes',
    severity: 'info',
    message: `lines at the foot of ${found.length === 1 ? 'a page are' : `${found.length} pages are`} read as notes, the first of them “${words.length > 40 ? `${words.slice(0, 40)}…` : words}”`,
    start,
    end,
    hint: 'if they belong to the text, look at their numbers and at those in the text that are taken for their marks',
  };
};

export interface Moved {
  readonly source: Source;
  /** The notes, by offsets of the new text. */
  readonly markup: Markup;
  /** Where lines begin that begin a note, or head some. */
  readonly begins: readonly number[];
}

/** The text with the notes of its pages at the end, and where they are there; undefined where it has none such. */
export function notesMoved(of: Source): Moved | undefined {
  if (!mayHavePages(of)) return undefined;
  const lines = linesOf(of);
  const pages = pagesOf(of, lines);
  const found = pages.length > 1 ? pageNotes(of, lines, pages) : [];
  if (found.length === 0 || isCable(of, lines)) return undefined;
  const notes = found.map(({ lines, first }) => ({ start: lines[first - 1]!.to, end: lines.at(-1)!.to }));
  const body = [0, ...notes.map(({ end }) => end)].map((start, i) => ({
    start,
    end: notes[i]?.start ?? of.text.length,
  }));
  const kept: Stretch[] = [];
  let from = 0;
  for (const { start, end } of [...body, ...notes]) {
    if (start < end) kept.push({ from, start, end });
    from += end - start;
  }
  const text = kept.map(({ start, end }) => of.text.slice(start, end)).join('');
  const moved: Source = {
    ...source(text, of.name),
    origin: { source: of, kept, moved: true, formeWork: [], diagnostics: [told(of, found)] },
  };
  const placed = (range: TextRange): TextRange => reflowed(moved, range, of);
  const marked = found.flatMap((page) =>
    page.notes.map(({ n, label, mark }) => ({ n, label: placed(label), ...(mark && { mark: placed(mark) }) })),
  );
  const begins = marked.flatMap(({ label: { start, end } }) => [start, text.lastIndexOf('\n', end - 1) + 1]);
  return { source: moved, markup: { notes: marked, labelRows: [] }, begins };
}
