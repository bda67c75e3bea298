/**
 * Notes and places as a chain: each note stands at one of its places or is missing, and places stand in the order of the
 * notes. Sums over all placements (forward-backward) and the best one (Viterbi), in the log domain.
 *
 * What a note adds depends on the last place before it only through order (and through {@link Links}), so a Fenwick tree
 * over the offsets holds all prefixes: places × log(places) in all, however many notes there are.
 */

/** The places of all notes in flat arrays: those of note `i` are `first[i] … first[i + 1] − 1`, rising by `start`. */
export interface Chain {
  readonly first: Int32Array;
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Log weight of each place, and of each note's being missing. */
  readonly score: Float64Array;
  readonly missing: Float64Array;
  readonly links: Links;
}

/** What is added where a mark stands right after (0), or one character after (1), the one before it. */
export type Links = readonly [number, number];

const GAPS = [1, 0] as const;
const NONE = Number.NEGATIVE_INFINITY;

function logAdd(a: number, b: number): number {
  if (a < b) return logAdd(b, a);
  const d = b - a;
  return d < -40 ? a : a + Math.log1p(Math.exp(d));
}

const larger = (a: number, b: number): number => Math.max(a, b);

/** Prefix "sums" over ranks under any commutative `add`; also the value at one rank. */
class Fenwick {
  private readonly tree: Float64Array;
  private readonly at: Float64Array;
  constructor(
    size: number,
    private readonly sum: (a: number, b: number) => number,
  ) {
    this.tree = new Float64Array(size + 1).fill(NONE);
    this.at = new Float64Array(size).fill(NONE);
  }
  add(rank: number, value: number): void {
    this.at[rank] = this.sum(this.at[rank]!, value);
    for (let i = rank + 1; i < this.tree.length; i += i & -i) this.tree[i] = this.sum(this.tree[i]!, value);
  }
  /** Over ranks below `rank`. */
  below(rank: number): number {
    let total = NONE;
    for (let i = rank; i > 0; i -= i & -i) if (this.tree[i]! !== NONE) total = this.sum(total, this.tree[i]!);
    return total;
  }
  exact(rank: number): number {
    return this.at[rank]!;
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
 * `step` runs over notes forwards (+1) or backwards (−1); `linked` hears of the part of a place's weight that comes
 * through a link.
 */
function sweep(
  chain: Chain,
  sum: (a: number, b: number) => number,
  step: 1 | -1,
  linked?: (place: number, gap: 0 | 1, weight: number) => void,
): Float64Array {
  const { first, start, end, score, missing, links } = chain;
  const notes = missing.length;
  const places = score.length;
  // Backwards, the line is mirrored: a place's far edge is its start.
  const near = step > 0 ? start : end.map((x) => -x);
  const far = step > 0 ? end : start.map((x) => -x);
  const ranks = new Ranks(far);
  const masses = new Fenwick(ranks.values.length, sum);
  const out = new Float64Array(places + 1).fill(NONE);
  let skipped = 0; // log weight of all notes so far missing: masses are held relative to it
  for (let k = 0; k < notes; k++) {
    const i = step > 0 ? k : notes - 1 - k;
    for (let c = first[i]!; c < first[i + 1]!; c++) {
      const x = near[c]!;
      let rank = ranks.lower(x - 1);
      let total = sum(0, masses.below(rank)); // 0: no note placed yet
      for (const gap of GAPS) {
        if (ranks.values[rank] !== x - gap) continue;
        const mass = masses.exact(rank++) + links[gap];
        total = sum(total, mass);
        linked?.(c, gap, mass + skipped);
      }
      out[c] = total + skipped;
    }
    skipped += missing[i]!;
    for (let c = first[i]!; c < first[i + 1]!; c++) {
      masses.add(ranks.lower(far[c]!), out[c]! + score[c]! - skipped);
    }
  }
  out[places] = sum(0, masses.below(ranks.values.length)) + skipped;
  return out;
}

/** The probability of each place, the number of links to expect, and the log of the total weight, over all placements. */
export function marginals(chain: Chain): { p: Float64Array; links: [number, number]; total: number } {
  const after = sweep(chain, logAdd, -1);
  const places = chain.score.length;
  const through: { place: number; gap: 0 | 1; weight: number }[] = [];
  const before = sweep(chain, logAdd, 1, (place, gap, weight) => through.push({ place, gap, weight }));
  const total = before[places]!;
  const p = new Float64Array(places);
  for (let c = 0; c < places; c++) p[c] = Math.min(1, Math.exp(before[c]! + chain.score[c]! + after[c]! - total));
  const links: [number, number] = [0, 0];
  for (const { place, gap, weight } of through) {
    links[gap] += Math.exp(weight + chain.score[place]! + after[place]! - total);
  }
  return { p, links, total };
}

/** The best placement: for each note the index of its place, or −1. */
export function best(chain: Chain): Int32Array {
  const before = sweep(chain, larger, 1);
  const { first, start, end, score, missing, links } = chain;
  const out = new Int32Array(missing.length).fill(-1);
  // Walk back: the note's best place that still leads to the total that is left.
  let rest = before[score.length]!;
  let limit = Number.POSITIVE_INFINITY;
  for (let i = missing.length - 1; i >= 0; i--) {
    let chosen = -1;
    let closest = 1e-6;
    for (let c = first[i]!; c < first[i + 1]!; c++) {
      const gap = limit - end[c]!;
      if (gap < 0) continue;
      const off = Math.abs(before[c]! + score[c]! + (gap < 2 ? links[gap as 0 | 1] : 0) - rest);
      if (off < closest * (1 + Math.abs(rest) * 1e-6)) {
        chosen = c;
        closest = off;
      }
    }
    if (chosen < 0) rest -= missing[i]!;
    else {
      rest = before[chosen]!;
      limit = start[chosen]!;
      out[i] = chosen;
    }
  }
  return out;
}
