/**
 * Notes and places as a chain: each note stands at one of its places or is missing, and places stand in the order of the
 * notes. Sums over all placements (forward-backward) and the best one (Viterbi), in the log domain.
 *
 * What a note adds depends on the last place before it only through order, so a Fenwick tree over the offsets holds all
 * prefixes: places × log(places) in all, however many notes there are. Marks in a row (`12` for notes 1 and 2) are places
 * that are only good together: one that is {@link OPEN} must be followed by one that {@link JOINS} it.
 */

/** Marks in a row stand at most this many characters apart. */
const APART = 2;
/** The mark that follows stands right after this one, or at most {@link APART} characters after it. */
export const OPEN = 1;
/** The mark before stands right before this one, or at most {@link APART} characters before it. */
export const JOINS = 2;

/** The places of all notes in flat arrays: those of note `i` are `first[i] … first[i + 1] − 1`, rising by `start`. */
export interface Chain {
  readonly first: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** {@link OPEN}, {@link JOINS}, both or 0. Places that aren't tied so stand at least one character apart. */
  readonly ties: Uint8Array;
  /** Log weight of each place, and of each note's being missing. */
  readonly score: Float64Array;
  readonly missing: Float64Array;
}

const NONE = Number.NEGATIVE_INFINITY;

function logAdd(a: number, b: number): number {
  if (a < b) return logAdd(b, a);
  const d = b - a; // NaN where both are −∞
  return !(d >= -40) ? a : a + Math.log1p(Math.exp(d));
}

const larger = (a: number, b: number): number => Math.max(a, b);

/** Prefix "sums" over ranks under a commutative `sum`. */
class Fenwick {
  private readonly tree: Float64Array;
  constructor(
    size: number,
    private readonly sum: (a: number, b: number) => number,
  ) {
    this.tree = new Float64Array(size + 1).fill(NONE);
  }
  add(rank: number, value: number): void {
    for (let i = rank + 1; i < this.tree.length; i += i & -i) this.tree[i] = this.sum(this.tree[i]!, value);
  }
  /** Over ranks below `rank`. */
  below(rank: number): number {
    let total = NONE;
    for (let i = rank; i > 0; i -= i & -i) if (this.tree[i]! !== NONE) total = this.sum(total, this.tree[i]!);
    return total;
  }
}

/** Distinct values, rising, as ranks: `lower(x)` is the number of values below `x`. */
class Ranks {
  readonly values: Float64Array;
  constructor(all: Float64Array) {
    const sorted = Float64Array.from(all).sort();
    let n = 0;
    for (let i = 0; i < sorted.length; i++) if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[n++] = sorted[i]!;
    this.values = sorted.subarray(0, n);
  }
  lower(x: number): number {
    let low = 0;
    let high = this.values.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.values[middle]! < x) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/**
 * For each place, the log of the summed weight of all ways to place the notes before its own (its own score is not in),
 * with `sum` = logAdd; with `sum` = larger, the weight of the best way. The last value is the total over all placements.
 * `step` runs over notes forwards (+1) or backwards (−1).
 */
function sweep(chain: Chain, sum: (a: number, b: number) => number, step: 1 | -1): Float64Array {
  const { first, start, end, ties, score, missing } = chain;
  const notes = missing.length;
  const places = score.length;
  // Backwards, the line is mirrored: a place's far edge is its start, and what was open joins.
  const near = step > 0 ? start : end.map((x) => -x);
  const far = step > 0 ? end : start.map((x) => -x);
  const [joins, open] = step > 0 ? [JOINS, OPEN] : [OPEN, JOINS];
  const ranks = new Ranks(far);
  const closed = new Fenwick(ranks.values.length, sum);
  const waiting = new Map<number, number>(); // far edge of an open place → log weight
  const nearest = (x: number): number => {
    let total = NONE;
    for (let gap = 0; gap <= APART; gap++) total = sum(total, waiting.get(x - gap) ?? NONE);
    return total;
  };
  const out = new Float64Array(places + 1).fill(NONE);
  let skipped = 0; // log weight of all notes so far missing: weights are held relative to it
  for (let k = 0; k < notes; k++) {
    const i = step > 0 ? k : notes - 1 - k;
    for (let c = first[i]!; c < first[i + 1]!; c++) {
      const x = near[c]!;
      const total =
        (ties[c]! & joins) === 0
          ? sum(0, closed.below(ranks.lower(x))) // 0: no note placed yet
          : nearest(x);
      out[c] = total + skipped;
    }
    skipped += missing[i]!;
    for (let c = first[i]!; c < first[i + 1]!; c++) {
      const weight = out[c]! + score[c]! - skipped;
      if (weight === NONE) continue;
      if ((ties[c]! & open) === 0) closed.add(ranks.lower(far[c]!), weight);
      else waiting.set(far[c]!, sum(waiting.get(far[c]!) ?? NONE, weight));
    }
  }
  out[places] = sum(0, closed.below(ranks.values.length)) + skipped;
  return out;
}

/** The probability of each place over all placements, and the log of their total weight. */
export function marginals(chain: Chain): { p: Float64Array; total: number } {
  const before = sweep(chain, logAdd, 1);
  const after = sweep(chain, logAdd, -1);
  const places = chain.score.length;
  const total = before[places]!;
  const p = new Float64Array(places);
  for (let c = 0; c < places; c++) p[c] = Math.min(1, Math.exp(before[c]! + chain.score[c]! + after[c]! - total));
  return { p, total };
}

/** The best placement: for each note the index of its place, or −1. */
export function best(chain: Chain): Int32Array {
  const before = sweep(chain, larger, 1);
  const { first, start, end, ties, score, missing } = chain;
  const out = new Int32Array(missing.length).fill(-1);
  // Walk back: the note's place that still leads to the weight that is left.
  let rest = before[score.length]!;
  let limit = Number.POSITIVE_INFINITY;
  let joined = false;
  for (let i = missing.length - 1; i >= 0; i--) {
    let chosen = -1;
    let closest = 1e-6 * (1 + Math.abs(rest) * 1e-6);
    for (let c = first[i]!; c < first[i + 1]!; c++) {
      const gap = limit - end[c]!;
      if (joined ? (ties[c]! & OPEN) === 0 || gap < 0 || gap > APART : (ties[c]! & OPEN) !== 0 || gap < 1) continue;
      const off = Math.abs(before[c]! + score[c]! - rest);
      if (off < closest) {
        chosen = c;
        closest = off;
      }
    }
    if (chosen < 0) rest -= missing[i]!;
    else {
      rest = before[chosen]!;
      limit = start[chosen]!;
      joined = (ties[chosen]! & JOINS) !== 0;
      out[i] = chosen;
    }
  }
  return out;
}
