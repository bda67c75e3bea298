/** Which element of a rendered document covers a stretch of its text. */

import { countWhile } from '../../count-while.js';

/** An element and the stretch of the text that it holds. */
interface Stretch {
  readonly element: HTMLElement;
  readonly s: number;
  readonly e: number;
}

export const stretchOf = (element: HTMLElement): Stretch => ({
  element,
  s: Number(element.dataset.s),
  e: Number(element.dataset.e),
});

/** A finder of the smallest element, the innermost of several, that covers a stretch; `elements` in the order of the document. */
export function coveringIn(elements: Iterable<HTMLElement>): (start: number, end: number) => HTMLElement | undefined {
  const stretches = [...elements].map(stretchOf).sort((a, b) => a.s - b.s);
  return (start, end) => {
    let best: Stretch | undefined;
    // From the last that has begun backwards: what begins further before can't be smaller than the best.
    for (let i = countWhile(stretches, ({ s }) => s <= start) - 1; i >= 0; i--) {
      const one = stretches[i]!;
      if (best && end - one.s > best.e - best.s) break;
      // A mark of a note that isn't printed covers nothing but its own place.
      const covers = one.s === one.e ? start === one.s && end === one.e : one.e >= end && end > start;
      if (covers && (!best || one.e - one.s < best.e - best.s)) best = one;
    }
    return best?.element;
  };
}
