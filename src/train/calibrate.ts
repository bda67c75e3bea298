/** Probabilities that mean what they say: isotonic calibration (Zadrozny and Elkan 2002). */

import type { Knot } from '../resolve/choice.js';

/** A decision that was taken with probability `p` and turned out right or wrong. */
export interface Outcome {
  readonly p: number;
  readonly right: boolean;
}

/** Knots of a rising step function from stated to true probability, by pool-adjacent-violators; `calibrate` reads them. */
export function isotonic(outcomes: readonly Outcome[], minimum = 20): Knot[] {
  const sorted = [...outcomes].sort((a, b) => a.p - b.p);
  const pools: { sum: number; right: number; count: number }[] = [];
  for (const o of sorted) {
    pools.push({ sum: o.p, right: o.right ? 1 : 0, count: 1 });
    while (pools.length > 1) {
      const b = pools[pools.length - 1]!;
      const a = pools[pools.length - 2]!;
      if (a.right / a.count < b.right / b.count && a.count >= minimum) break;
      pools.splice(-2, 2, { sum: a.sum + b.sum, right: a.right + b.right, count: a.count + b.count });
    }
  }
  return pools.map((q) => ({ p: q.sum / q.count, value: (q.right + 0.5) / (q.count + 1) }));
}
