/** Offsets of one text in another that differs from it here and there. */

import { diffArrays } from 'diff';

/** Gives the offset in the other text; undefined where that text has no counterpart. */
export type OffsetMap = (offset: number) => number | undefined;

/** More changes than this between two texts are not worth aligning. */
const CHANGES = 4000;

/** Map offsets of `from` into `to`: equal ends by counting, what differs between by a shortest edit script (Myers 1986). */
export function offsetMap(from: string, to: string): OffsetMap {
  if (from === to) return (offset) => offset;
  const shorter = Math.min(from.length, to.length);
  let head = 0;
  while (head < shorter && from[head] === to[head]) head++;
  let tail = 0;
  while (tail < shorter - head && from.at(-1 - tail) === to.at(-1 - tail)) tail++;
  const table = alignment(from.slice(head, from.length - tail), to.slice(head, to.length - tail));
  return (offset) => {
    if (offset <= head) return offset;
    if (offset >= from.length - tail) return offset + to.length - from.length;
    const inside = table.get(offset - head);
    return inside === undefined ? undefined : inside + head;
  };
}

function alignment(from: string, to: string): Map<number, number> {
  const table = new Map<number, number>();
  let [a, b] = [0, 0];
  for (const { added, removed, count } of diffArrays(split(from), split(to), { maxEditLength: CHANGES }) ?? []) {
    if (added) b += count;
    else if (removed) a += count;
    else {
      for (let i = 0; i <= count; i++) if (!table.has(a + i)) table.set(a + i, b + i);
      a += count;
      b += count;
    }
  }
  return table;
}

/** Code units, so that offsets stay offsets. */
const split = (text: string): string[] => text.split('');
