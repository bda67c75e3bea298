/** Offsets between a text and the one that it was made from by setting its lines anew. */

import type { Origin, Source } from '../../source.js';

/** A stretch between two lines of the original, `start…end`, that reads as `text`. Edits are in order, apart, and neither side is empty. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Carry out edits: the text that they give, and the stretches that stayed as they were. */
export function edited(text: string, edits: readonly Edit[]): { text: string; kept: Origin['kept'] } {
  let out = '';
  let at = 0;
  const kept: { from: number; start: number; end: number }[] = [];
  const keep = (start: number, end: number): void => {
    if (end <= start) return;
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

/** The last of the stretches that begin at or before an offset, by one of their ends. */
function lastUntil(kept: Origin['kept'], offset: number, side: 'from' | 'start'): number {
  let low = 0;
  let high = kept.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (kept[middle]![side] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Where an offset of the new text stands in the original. */
export function toOriginal({ kept }: Origin, offset: number): number {
  const i = lastUntil(kept, offset, 'from');
  const { from, start, end } = kept[i]!;
  return offset - from <= end - start ? start + offset - from : kept[i + 1]!.start;
}

/** Where an offset of the original stands in the new text. */
function fromOriginal({ kept }: Origin, offset: number): number {
  const i = lastUntil(kept, offset, 'start');
  const { from, start, end } = kept[i]!;
  return offset <= end ? from + offset - start : kept[i + 1]!.from;
}

/** What holds offsets of the original, with those of the text that was made of it. */
export function reflowed<T extends { readonly start: number; readonly end: number }>({ origin }: Source, at: T): T {
  if (!origin) return at;
  return { ...at, start: fromOriginal(origin, at.start), end: fromOriginal(origin, at.end) };
}
