/** Probabilities that mean what they say: reliability tables and isotonic calibration (Zadrozny and Elkan 2002). */

/** A decision that was taken with probability `p` and turned out right or wrong. */
export interface Outcome {
  readonly p: number;
  readonly right: boolean;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly meanP: number;
  readonly right: number;
}

const EDGES = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 1.0000001];

/** Share right by band of stated probability; bands without outcomes are left out. */
export function reliability(outcomes: readonly Outcome[], edges: readonly number[] = EDGES): Bin[] {
  const bins: Bin[] = [];
  for (let i = 0; i + 1 < edges.length; i++) {
    const [from, to] = [edges[i]!, edges[i + 1]!];
    const inside = outcomes.filter((o) => o.p >= from && o.p < to);
    if (inside.length === 0) continue;
    const meanP = inside.reduce((sum, o) => sum + o.p, 0) / inside.length;
    const right = inside.filter((o) => o.right).length / inside.length;
    bins.push({ from, to: Math.min(to, 1), count: inside.length, meanP, right });
  }
  return bins;
}

/** Knots of a rising step function from stated to true probability, by pool-adjacent-violators. */
export function isotonic(outcomes: readonly Outcome[], minimum = 20): { p: number; value: number }[] {
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

/** Read a calibrated probability off the knots, linear between them. */
export function calibrated(knots: readonly { p: number; value: number }[], p: number): number {
  if (knots.length === 0) return p;
  let i = knots.findIndex((k) => k.p >= p);
  if (i < 0) i = knots.length;
  if (i === 0) return knots[0]!.value;
  if (i === knots.length) return knots[i - 1]!.value;
  const [a, b] = [knots[i - 1]!, knots[i]!];
  return a.value + ((b.value - a.value) * (p - a.p)) / (b.p - a.p || 1);
}
