/** Stretches of text of which none lies over another, taken one by one in whatever order. */

import { countWhile } from '../count-while.js';
import type { TextRange } from '../text-range.js';

/** A taker of stretches: it takes one unless one that it took before lies over it, and says whether it did. */
export function apart(): (stretch: TextRange) => boolean {
  const taken: TextRange[] = [];
  return (stretch) => {
    const at = countWhile(taken, ({ end }) => end <= stretch.start);
    if (at < taken.length && taken[at]!.start < stretch.end) return false;
    taken.splice(at, 0, stretch);
    return true;
  };
}
