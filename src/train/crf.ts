/**
 * A linear-chain conditional random field learned by stochastic gradient with AdaGrad's rates: maximum likelihood of the labels
 * of whole sequences, with an L1 penalty, made sparse by pruning: only the weights that count most go on learning.
 */

import { type Moves, sums } from '../read/labels/chain.js';

/** A sequence as numbers: for each place its features, the labels it may have, the right one, and the kinds of move into it. */
export interface Sequence {
  readonly features: readonly Int32Array[];
  readonly open: readonly (readonly number[])[];
  readonly gold: Uint8Array;
  /** The index of a list of kinds in `kinds`. */
  readonly into: Uint8Array;
}

export interface Settings {
  readonly features: number;
  readonly labels: number;
  /** How moves are made up: each list names the tables whose sum scores a move. */
  readonly kinds: readonly (readonly number[])[];
  /** Moves that are never made, for each table. */
  readonly frozen: readonly (Uint8Array | undefined)[];
  readonly never: number;
  readonly rate: number;
  readonly shrink: number;
}

export class ChainLearner {
  /** `feature * labels + label`. */
  readonly weights: Float64Array;
  /** A table a kind, `before * labels + after`. */
  readonly moves: Float64Array[];
  private readonly squares: Float64Array;
  private readonly alive: Uint8Array;
  private readonly moveSquares: Float64Array[];
  private readonly made: Moves[];

  constructor(private readonly settings: Settings) {
    const { features, labels, frozen, never, kinds } = settings;
    const size = labels * labels;
    this.weights = new Float64Array(features * labels);
    this.squares = new Float64Array(this.weights.length);
    this.alive = new Uint8Array(this.weights.length).fill(1);
    this.moves = frozen.map((none) => new Float64Array(size).map((_, at) => (none?.[at] === 1 ? never : 0)));
    this.moveSquares = frozen.map(() => new Float64Array(size));
    this.made = kinds.map(() => ({ score: new Float64Array(size), exp: new Float64Array(size) }));
  }

  private step(weights: Float64Array, squares: Float64Array, at: number, gradient: number): void {
    const { rate: base, shrink } = this.settings;
    squares[at]! += gradient * gradient;
    const rate = base / (Math.sqrt(squares[at]!) + 1e-6);
    const value = weights[at]! - rate * gradient;
    const less = rate * shrink;
    weights[at] = value > less ? value - less : value < -less ? value + less : 0;
  }

  /** Learn from one sequence; gives its loss. */
  learn({ features, open, gold, into }: Sequence): number {
    const { labels, kinds, frozen } = this.settings;
    const { weights, squares, alive, made } = this;
    const n = features.length;
    const scores = new Float64Array(n * labels);
    for (let i = 0; i < n; i++) {
      for (const y of open[i]!) {
        let s = 0;
        for (const f of features[i]!) s += weights[f * labels + y]!;
        scores[i * labels + y] = s;
      }
    }
    made.forEach(({ score, exp }, k) => {
      for (let at = 0; at < score.length; at++) {
        let value = 0;
        for (const table of kinds[k]!) value += this.moves[table]![at]!;
        score[at] = value;
        exp[at] = Math.exp(value);
      }
    });
    const chain = { count: labels, scores, open, moves: (i: number) => made[into[i]!]! };
    const { emit, forward, backward, scale, log } = sums(chain);
    let right = 0;
    for (let i = 0; i < n; i++) {
      const label = gold[i]!;
      const here = i * labels;
      right += scores[here + label]!;
      if (i > 0) {
        const k = into[i]!;
        const { score, exp } = made[k]!;
        right += score[gold[i - 1]! * labels + label]!;
        for (const y of open[i]!) {
          const inner = (emit[here + y]! * backward[here + y]!) / scale[i]!;
          for (const x of open[i - 1]!) {
            const at = x * labels + y;
            const gradient =
              forward[here - labels + x]! * exp[at]! * inner - (label === y && gold[i - 1] === x ? 1 : 0);
            if (Math.abs(gradient) <= 1e-4) continue;
            for (const table of kinds[k]!) {
              if (frozen[table]?.[at] !== 1) this.step(this.moves[table]!, this.moveSquares[table]!, at, gradient);
            }
          }
        }
      }
      for (const y of open[i]!) {
        const gradient = forward[here + y]! * backward[here + y]! - (label === y ? 1 : 0);
        if (Math.abs(gradient) < 1e-3) continue;
        for (const f of features[i]!) {
          const at = f * labels + y;
          if (alive[at] === 1) this.step(weights, squares, at, gradient);
        }
      }
    }
    return log - right;
  }

  /** Keep the `count` weights that matter most: by size times the root of the squared gradients that made them. */
  prune(count: number): void {
    const { weights, squares, alive } = this;
    const worth = (at: number): number => Math.abs(weights[at]!) * Math.sqrt(squares[at]!);
    const order = Array.from(weights.keys()).filter((at) => weights[at] !== 0);
    order.sort((a, b) => worth(b) - worth(a) || a - b);
    alive.fill(0);
    for (const at of order.slice(0, count)) alive[at] = 1;
    for (let at = 0; at < weights.length; at++) if (alive[at] === 0) weights[at] = 0;
  }
}
