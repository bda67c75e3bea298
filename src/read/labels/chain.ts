/**
 * Inference in a linear chain of labels: the best sequence (Viterbi) and the sums over all sequences (forward-backward,
 * scaled at each step, Rabiner 1989), from which the probability of each label follows.
 */

/**
 * A chain of `open.length` places with `count` labels; `open[i]` are the labels that place `i` can have. Numbers by place and
 * label, here and below, stand in one array, at `i * count + label`: an array a place costs more than what is done with it.
 */
export interface Chain {
  readonly count: number;
  readonly scores: Float64Array;
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
  const n = open.length;
  const back = new Uint8Array(n * count);
  const best = scores.slice();
  for (let i = 1; i < n; i++) {
    const { score } = moves(i);
    const before = (i - 1) * count;
    for (const y of open[i]!) {
      const here = i * count + y;
      let top = Number.NEGATIVE_INFINITY;
      for (const x of open[i - 1]!) {
        const value = best[before + x]! + score[x * count + y]!;
        if (value > top) {
          top = value;
          back[here] = x;
        }
      }
      best[here]! += top;
    }
  }
  const path = new Uint8Array(n);
  const end = (n - 1) * count;
  let last = open[n - 1]![0]!;
  for (const y of open[n - 1]!) if (best[end + y]! > best[end + last]!) last = y;
  for (let i = n - 1; i >= 0; i--) {
    path[i] = last;
    last = back[i * count + last]!;
  }
  return path;
}

/**
 * Scaled sums: `emit` at `i`, `y` is the exponential of the score less the place's greatest, `forward` and `backward` are scaled
 * so that their product at `i`, `y` is the probability of `y` at `i`, and the probability of the move `x → y` into `i` is
 * forward at `i − 1`, `x` times exp(move) times emit and backward at `i`, `y`, over `scale[i]`. `log` is the logarithm of the
 * sum over all sequences.
 */
export interface Sums {
  readonly emit: Float64Array;
  readonly forward: Float64Array;
  readonly backward: Float64Array;
  readonly scale: Float64Array;
  readonly log: number;
}

export function sums({ count, scores, open, moves }: Chain): Sums {
  const n = open.length;
  const emit = new Float64Array(n * count);
  const forward = new Float64Array(n * count);
  const backward = new Float64Array(n * count);
  const scale = new Float64Array(n);
  let log = 0;
  for (let i = 0; i < n; i++) {
    const here = i * count;
    let top = Number.NEGATIVE_INFINITY;
    for (const y of open[i]!) if (scores[here + y]! > top) top = scores[here + y]!;
    const exp = i > 0 ? moves(i).exp : undefined;
    let total = 0;
    for (const y of open[i]!) {
      const e = Math.exp(scores[here + y]! - top);
      let sum = 1;
      if (exp) {
        sum = 0;
        for (const x of open[i - 1]!) sum += forward[here - count + x]! * exp[x * count + y]!;
      }
      emit[here + y] = e;
      forward[here + y] = sum * e;
      total += sum * e;
    }
    for (const y of open[i]!) forward[here + y]! /= total;
    scale[i] = total;
    log += Math.log(total) + top;
  }
  backward.fill(1, (n - 1) * count);
  for (let i = n - 1; i > 0; i--) {
    const here = i * count;
    const { exp } = moves(i);
    for (const y of open[i]!) {
      const value = (emit[here + y]! * backward[here + y]!) / scale[i]!;
      for (const x of open[i - 1]!) backward[here - count + x]! += exp[x * count + y]! * value;
    }
  }
  return { emit, forward, backward, scale, log };
}
