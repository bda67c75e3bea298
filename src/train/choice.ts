/** Training of conditional log-linear models (`resolve/choice.ts`) by AdaGrad on interned features. */

import { shuffle } from './adagrad.js';

/** One choice: the features of each option, and which option is right. */
export interface ChoiceExample {
  readonly options: readonly Int32Array[];
  readonly right: number;
  /** How much the example counts; 1 by default. */
  readonly weight?: number;
}

/** Numbers for names of features, in order of appearance. */
export class Interner {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  of(features: readonly string[]): Int32Array {
    return Int32Array.from(features, (name) => {
      let number = this.numbers.get(name);
      if (number === undefined) {
        number = this.names.length;
        this.names.push(name);
        this.numbers.set(name, number);
      }
      return number;
    });
  }
}

export interface ChoiceOptions {
  readonly epochs?: number;
  readonly rate?: number;
  readonly l2?: number;
  /** Features seen in fewer options weigh nothing. */
  readonly minimum?: number;
}

/** Weights by name, rounded to three decimals, sorted; the same examples give the same weights. */
export function trainChoice(
  examples: readonly ChoiceExample[],
  names: readonly string[],
  options: ChoiceOptions = {},
): Record<string, number> {
  const { epochs = 6, rate = 0.15, l2 = 2e-6, minimum = 4 } = options;
  const size = names.length;
  const weights = new Float64Array(size);
  const squares = new Float64Array(size);
  const seen = new Int32Array(size);
  for (const { options: list } of examples) for (const features of list) for (const f of features) seen[f]!++;
  const order = Int32Array.from(examples.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, epoch + 1);
    for (const at of order) {
      const { options: list, right, weight = 1 } = examples[at]!;
      const scores = list.map((features) => {
        let sum = 0;
        for (const f of features) sum += weights[f]!;
        return sum;
      });
      const top = Math.max(...scores);
      const powers = scores.map((s) => Math.exp(s - top));
      const total = powers.reduce((a, b) => a + b, 0);
      for (let k = 0; k < list.length; k++) {
        const gradient = weight * (powers[k]! / total - (k === right ? 1 : 0));
        if (Math.abs(gradient) < 1e-3) continue;
        for (const f of list[k]!) {
          if (seen[f]! < minimum) continue;
          const g = gradient + l2 * weights[f]!;
          squares[f]! += g * g;
          weights[f]! -= (rate * g) / (Math.sqrt(squares[f]!) + 1e-8);
        }
      }
    }
  }
  const out: Record<string, number> = {};
  for (const [name, w] of names
    .map((n, i) => [n, Number(weights[i]!.toFixed(3))] as const)
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    if (Math.abs(w) >= 0.02) out[name] = w;
  }
  return out;
}
