/**
 * Inference in a linear chain of labels: the best sequence (Viterbi) and the sums over all sequences (forward-backward,
 * scaled at each step, Rabiner 1989), from which the probability of each label follows.
 */

/** A chain of `scores.length` places with `count` labels; `open[i]` are the labels that place `i` can have. */
export interface Chain {
  readonly count: number;
  readonly scores: readonly Float64Array[];
  readonly open: readonly (readonly number[])[];
  /** Scores of the moves into place `i` (`before * count + after`), and their exponentials. */
  readonly moves: (i: number) => Moves;
}

export interface Moves {
  readonly score: Float64Array;
  readonly exp: Float64Array;
}

/** The labels of the best sequence. */
export function bestPath({ count, scores, open, moves }: Chain): Uint8Array {
  const n = scores.length;
  const back: Uint8Array[] = [];
  let best = scores[0]!;
  for (let i = 1; i < n; i++) {
    const { score } = moves(i);
    const here = scores[i]!;
    const next = new Float64Array(count);
    const from = new Uint8Array(count);
    for (const y of open[i]!) {
      let top = Number.NEGATIVE_INFINITY;
      for (const x of open[i - 1]!) {
        const value = best[x]! + score[x * count + y]!;
        if (value > top) {
          top = value;
          from[y] = x;
        }
      }
      next[y] = top + here[y]!;
    }
    best = next;
    back.push(from);
  }
  const path = new Uint8Array(n);
  let last = open[n - 1]![0]!;
  for (const y of open[n - 1]!) if (best[y]! > best[last]!) last = y;
  for (let i = n - 1; i >= 0; i--) {
    path[i] = last;
    if (i > 0) last = back[i - 1]![last]!;
  }
  return path;
}

/**
 * Scaled sums: `emit[i][y]` is the exponential of the score less the place's greatest, `forward` and `backward` are scaled
 * so that `forward[i][y] * backward[i][y]` is the probability of `y` at `i`, and the probability of the move `x → y` into
 * `i` is `forward[i-1][x] * exp(move) * emit[i][y] * backward[i][y] / scale[i]`. `log` is the logarithm of the sum over all
 * sequences.
 */
export interface Sums {
  readonly emit: readonly Float64Array[];
  readonly forward: readonly Float64Array[];
  readonly backward: readonly Float64Array[];
  readonly scale: Float64Array;
  readonly log: number;
}

export function sums({ count, scores, open, moves }: Chain): Sums {
  const n = scores.length;
  const emit: Float64Array[] = [];
  const forward: Float64Array[] = [];
  const scale = new Float64Array(n);
  let log = 0;
  for (let i = 0; i < n; i++) {
    const e = new Float64Array(count);
    const f = new Float64Array(count);
    let top = Number.NEGATIVE_INFINITY;
    for (const y of open[i]!) if (scores[i]![y]! > top) top = scores[i]![y]!;
    const exp = i > 0 ? moves(i).exp : undefined;
    let total = 0;
    for (const y of open[i]!) {
      e[y] = Math.exp(scores[i]![y]! - top);
      let sum = 1;
      if (exp) {
        sum = 0;
        for (const x of open[i - 1]!) sum += forward[i - 1]![x]! * exp[x * count + y]!;
      }
      f[y] = sum * e[y]!;
      total += f[y]!;
    }
    for (const y of open[i]!) f[y]! /= total;
    scale[i] = total;
    log += Math.log(total) + top;
    emit.push(e);
    forward.push(f);
  }
  const backward: Float64Array[] = new Array(n);
  let b = new Float64Array(count).fill(1);
  for (let i = n - 1; i >= 0; i--) {
    backward[i] = b;
    if (i === 0) break;
    const { exp } = moves(i);
    const before = new Float64Array(count);
    for (const y of open[i]!) {
      const value = (emit[i]![y]! * b[y]!) / scale[i]!;
      for (const x of open[i - 1]!) before[x]! += exp[x * count + y]! * value;
    }
    b = before;
  }
  return { emit, forward, backward, scale, log };
}
