/** Stretches of text of which none lies over another, taken one by one in whatever order. */

import { countWhile } from '../count-while.js';

export interface Stretch {
  readonly start: number;
  /** After its last character; never before `start`. */
  readonly end: number;
}

/** A taker of stretches: it takes one unless one that it took before lies over it, and says whether it did. */
export function apart(): (stretch: Stretch) => boolean {
  const taken: Stretch[] = [];
  return (stretch) => {
    const at = countWhile(taken, ({ end }) => end <= stretch.start);
    if (at < taken.length && taken[at]!.start < stretch.end) return false;
    taken.splice(at, 0, stretch);
    return true;
  };
}
