/** Offsets between a text and the one that it was made from, by whatever step. */

import { countWhile } from '../../count-while.js';
import type { Markup } from '../../markup.js';
import type { Origin, Source } from '../../source.js';
import type { TextRange } from '../../text-range.js';

/** A stretch between two lines of the original, `start…end`, that reads as `text`. Edits are in order and apart. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Carry out edits: the text that they give, and the stretches that stayed as they were; also empty ones at both ends. */
export function edited(text: string, edits: readonly Edit[]): { text: string; kept: Origin['kept'] } {
  let out = '';
  let at = 0;
  const kept: { from: number; start: number; end: number }[] = [];
  const keep = (start: number, end: number): void => {
    if (end <= start && start > 0 && end < text.length) return;
    kept.push({ from: out.length, start, end });
    out += text.slice(start, end);
  };
  for (const edit of edits) {
    keep(at, edit.start);
    out += edit.text;
    at = edit.end;
  }
  keep(at, text.length);
  return { text: out, kept };
}

/** The last of some stretches that begin at or before an offset, by one of their ends; the first where none does. */
export function lastUntil<Side extends 'from' | 'start'>(
  stretches: readonly Readonly<Record<Side, number>>[],
  offset: number,
  side: Side,
): number {
  return Math.max(0, countWhile(stretches, (one) => one[side] <= offset) - 1);
}

/** Where an offset of the new text stands in the original, as the end of what is before it: at the end of its line. */
export function endInOriginal(origin: Origin, offset: number): number {
  const { kept } = origin;
  const i = lastUntil(kept, offset, 'from');
  const { from, start, end } = kept[i]!;
  if (i === kept.length - 1 && start === end) return end;
  // Where nothing stands for a line end, two stretches meet.
  if (offset === from && i > 0 && kept[i - 1]!.from + kept[i - 1]!.end - kept[i - 1]!.start === from)
    return kept[i - 1]!.end;
  return offset - from <= end - start ? start + offset - from : kept[i + 1]!.start;
}

/** The same as the beginning of what is after it: at the beginning of the next line. */
export function startInOriginal(origin: Origin, offset: number): number {
  const { from, start, end } = origin.kept[lastUntil(origin.kept, offset, 'from')]!;
  return offset - from <= end - start ? start + offset - from : endInOriginal(origin, offset);
}

/** What lies within `start…end` of the original and is no part of the text. */
export function formeWorkWithin({ formeWork }: Origin, start: number, end: number): Origin['formeWork'] {
  if (formeWork.length === 0) return formeWork;
  const first = lastUntil(formeWork, start, 'start');
  const out = formeWork.slice(first, lastUntil(formeWork, end, 'start') + 1);
  return out.filter((one) => one.start >= start && one.end <= end);
}

/** Where an offset of the original stands in the new text. */
function fromOriginal({ kept, moved }: Origin, offset: number): number {
  if (moved) {
    // Stretches begin with a line end: an edge belongs to what is before it.
    const { from, start } = kept.find((one) => one.start < offset && offset <= one.end) ?? kept[0]!;
    return from + offset - start;
  }
  const i = lastUntil(kept, offset, 'start');
  const { from, start, end } = kept[i]!;
  return offset <= end ? from + offset - start : kept[i + 1]!.from;
}

/** What holds offsets of the text as it was first, or was before some step, with those of the text that was made of it. */
export function reflowed<T extends TextRange>(of: Source, first: T, before?: Source): T {
  const { origin } = of;
  if (!origin || of === before) return first;
  const at = reflowed(origin.source, first, before);
  return { ...at, start: fromOriginal(origin, at.start), end: fromOriginal(origin, at.end) };
}

/** The same of what markup says. */
export function reflowedMarkup(of: Source, { notes, labelRows, emphasis }: Markup, before?: Source): Markup {
  return {
    notes: notes.map(({ n, label, mark }) => ({
      n,
      label: reflowed(of, label, before),
      ...(mark && { mark: reflowed(of, mark, before) }),
    })),
    labelRows: labelRows.map((start) => reflowed(of, { start, end: start }, before).start),
    ...(emphasis && { emphasis: emphasis.map((one) => reflowed(of, one, before)) }),
  };
}
