/** Which element of a rendered document covers a stretch of its text. */

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
  /** How many begin at an offset or before. */
  const begunAt = (offset: number): number => {
    let low = 0;
    let high = stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (stretches[middle]!.s <= offset) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (start, end) => {
    let best: Stretch | undefined;
    // From the last that has begun backwards: what begins further before can't be smaller than the best.
    for (let i = begunAt(start) - 1; i >= 0; i--) {
      const one = stretches[i]!;
      if (best && end - one.s > best.e - best.s) break;
      // A mark of a note that isn't printed covers nothing but its own place.
      const covers = one.s === one.e ? start === one.s && end === one.e : one.e >= end && end > start;
      if (covers && (!best || one.e - one.s < best.e - best.s)) best = one;
    }
    return best?.element;
  };
}
