/**
 * Leaves and marks → nested events. Leaves come in order; marks are stretches over them. The weave opens and closes marks
 * between leaves so that elements nest, hold something, and no name or link reaches around a note.
 */

import { countWhile } from '../../count-while.js';
import { type Span, within } from '../../source.js';
import type { Leaf, Mark, MarkType } from '../../tree.js';

export interface WeaveHandler {
  open(mark: Mark): void;
  close(mark: Mark): void;
  leaf(leaf: Leaf): void;
}

/** Only these may hold a note inside; any other mark is closed before the note and opened again after it. */
const MAY_HOLD_NOTES = new Set(['hi']);

/** Emphasis goes inside what it covers wholly: `persName/hi`, `ref/hi`; what is struck out holds what was. A date holds emphasis only. */
const DEPTHS: Partial<Record<MarkType, number>> = { hi: 1, del: -1 };
const inner = ({ type }: Mark): number => DEPTHS[type] ?? 0;

const byPlace = (a: Mark, b: Mark): number => a.start - b.start || b.end - a.end || inner(a) - inner(b);

/**
 * The marks of each stretch of text, looked up by offset. Marks are sorted once a document; a flow takes those that touch it.
 */
export function marksWithin(sorted: readonly Mark[], start: number, end: number): Mark[] {
  const out: Mark[] = [];
  for (let i = countWhile(sorted, (mark) => mark.start < start); i < sorted.length && sorted[i]!.start < end; i++)
    out.push(sorted[i]!);
  return out;
}

export const sortMarks = (marks: readonly Mark[]): Mark[] => [...marks].sort(byPlace);

/** Cut marks that cross another one, so that any two nest or stand apart. Takes and gives sorted marks. */
function nested(marks: readonly Mark[]): Mark[] {
  const queue = [...marks];
  const out: Mark[] = [];
  const open: Mark[] = [];
  for (let i = 0; i < queue.length; i++) {
    const mark = queue[i]!;
    while (open.length > 0 && open[open.length - 1]!.end <= mark.start) open.pop();
    const around = open[open.length - 1];
    if (around && mark.end > around.end) {
      const rest = { ...mark, start: around.end };
      let at = i + 1;
      while (at < queue.length && byPlace(queue[at]!, rest) <= 0) at++;
      queue.splice(at, 0, rest);
      queue[i--] = { ...mark, end: around.end };
      continue;
    }
    out.push(mark);
    open.push(mark);
  }
  return out;
}

/** Send a flow's leaves, with the marks over them, to a handler. `marks` are sorted and lie inside the flow. */
export function weave(leaves: readonly Leaf[], marks: readonly Mark[], handler: WeaveHandler): void {
  if (marks.length === 0) {
    for (const leaf of leaves) handler.leaf(leaf);
    return;
  }
  const waiting = nested(marks);
  let next = 0;
  const open: Mark[] = [];
  const opened: boolean[] = []; // whether the element was written: only when text follows

  const closeUntil = (offset: number): void => {
    while (open.length > 0 && open[open.length - 1]!.end <= offset) {
      const mark = open.pop()!;
      if (opened.pop()) handler.close(mark);
    }
  };
  const writeOpen = (): void => {
    for (let i = 0; i < open.length; i++) {
      if (!opened[i]) {
        handler.open(open[i]!);
        opened[i] = true;
      }
    }
  };
  /** Close, innermost first, down to the outermost open mark that can't hold a note. */
  const breakFor = (): void => {
    const at = open.findIndex((mark) => !MAY_HOLD_NOTES.has(mark.type));
    if (at < 0) return;
    for (let i = open.length - 1; i >= at; i--) {
      if (opened[i]) handler.close(open[i]!);
      opened[i] = false;
    }
  };
  const enter = (offset: number): void => {
    while (next < waiting.length && waiting[next]!.start <= offset) {
      const mark = waiting[next++]!;
      if (mark.end > offset) {
        open.push(mark);
        opened.push(false);
      }
    }
  };

  for (const leaf of leaves) {
    closeUntil(leaf.span.start);
    if (leaf.type !== 'text') {
      if (leaf.type === 'anchor') breakFor();
      handler.leaf(leaf);
      continue;
    }
    let rest: Span = leaf.span;
    while (rest.start < rest.end) {
      closeUntil(rest.start);
      enter(rest.start);
      let stop = rest.end;
      for (const mark of open) if (mark.end < stop) stop = mark.end;
      const ahead = waiting[next];
      if (ahead && ahead.start < stop) stop = ahead.start;
      writeOpen();
      handler.leaf({ type: 'text', span: within(rest, rest.start, stop) });
      rest = within(rest, stop, rest.end);
    }
  }
  closeUntil(Number.POSITIVE_INFINITY);
}
