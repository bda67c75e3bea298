/** What of a document stands where a reviewer points, though it is no doubt: a note's place, a mark. */

import type { Doubt, Option, View } from '../review/model.js';

/** The note or else the smallest mark over a stretch of the source, in the form of a doubt, so that it can be decided like one. */
export function standsAt(view: View, start: number, end: number): Doubt | undefined {
  const note = view.notes.find(({ at }) => at && at.start <= start && at.end >= end);
  if (note?.at) {
    const { n, opening, p, at } = note;
    const current: Option = { choice: 'here', p, label: 'here', ...at };
    return { kind: 'note', ...at, words: n, message: opening, p, current, options: [], note: { n, opening } };
  }
  const over = (one: { start: number; end: number }): boolean =>
    one.start <= start && one.end >= Math.max(end, start + 1);
  const mark = view.marks.filter(over).sort((a, b) => a.end - a.start - (b.end - b.start))[0];
  if (!mark) return undefined;
  const { kind, choice, p, decided } = mark;
  return {
    kind,
    start: mark.start,
    end: mark.end,
    words: view.text.slice(mark.start, mark.end).replace(/\s+/g, ' '),
    message: decided ? 'decided' : '',
    p,
    current: { choice, p, label: choice },
    options: [],
  };
}
