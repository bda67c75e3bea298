/**
 * Weights moved by a reviewer's decisions: maximum a posteriori under a Gaussian prior around the weights that were there
 * (Chelba and Acero 2004, “Adaptation of maximum entropy capitalizer”). What nobody decided is to come out as before: it is
 * learned with the probabilities that it had, so that a decision moves what is peculiar to it and not what all share.
 */

/** What a feature is known by: its hash, or its name. */
export type Key = number | string;

/** One choice under the weights that were there. */
export interface Choice {
  /** The features of each option. */
  readonly options: readonly (readonly Key[])[];
  /** The score of each option. */
  readonly scores: readonly number[];
  /** The option that was decided; undefined where nothing was. */
  readonly decided: number | undefined;
  /** Features that speak of the very words that were decided about. */
  readonly own?: ReadonlySet<Key>;
}

/**
 * Variances of the prior: how far a score moves for one decision that speaks against it, by all of its features together, so that
 * two or three decisions of one kind overcome a model that was sure; and by each weight that speaks of the very words.
 */
const VARIANCE = 6;
const VARIANCE_OWN = 3;
const STEPS = 120;
const RATE = 0.1;
/** Choices that nobody decided, for each one that was, at most, and in all. */
const BESIDE = 200;
const BESIDE_ALL = 6000;

function softmax(scores: Float64Array): void {
  let top = Number.NEGATIVE_INFINITY;
  for (const score of scores) if (score > top) top = score;
  let total = 0;
  for (let k = 0; k < scores.length; k++) {
    scores[k] = Math.exp(scores[k]! - top);
    total += scores[k]!;
  }
  for (let k = 0; k < scores.length; k++) scores[k]! /= total;
}

/** Those that were decided, and of the others as many as there is use for, evenly picked. */
function lessons(choices: readonly Choice[]): Choice[] {
  const decided = choices.filter((choice) => choice.decided !== undefined);
  const beside = choices.filter((choice) => choice.decided === undefined && choice.options.length > 1);
  const step = Math.ceil(beside.length / Math.min(BESIDE * decided.length, BESIDE_ALL));
  return [...decided, ...beside.filter((_, i) => i % step === 0)];
}

/** What is to be added to the weight of each feature; empty where nothing was decided. The same choices give the same numbers. */
export function adjustments(choices: readonly Choice[]): Map<Key, number> {
  if (!choices.some(({ decided }) => decided !== undefined)) return new Map();
  const numbers = new Map<Key, number>();
  const learned = lessons(choices).map(({ options, scores, decided }) => {
    const target = Float64Array.from(scores);
    if (decided === undefined) softmax(target);
    else target.fill(0)[decided] = 1;
    const features = options.map((keys) =>
      Int32Array.from(keys, (key) => {
        const known = numbers.get(key);
        if (known !== undefined) return known;
        numbers.set(key, numbers.size);
        return numbers.size - 1;
      }),
    );
    return { features, scores, target };
  });
  const lengths = learned.flatMap(({ features }) => features.map(({ length }) => length)).filter((n) => n > 0);
  const mean = lengths.reduce((sum, n) => sum + n, 0) / lengths.length;
  const variances = new Float64Array(numbers.size).fill(VARIANCE / mean);
  for (const { own = [] } of choices)
    for (const key of own) if (numbers.has(key)) variances[numbers.get(key)!] = VARIANCE_OWN;
  const moved = new Float64Array(numbers.size);
  const squares = new Float64Array(numbers.size);
  const gradient = new Float64Array(numbers.size);
  for (let step = 0; step < STEPS; step++) {
    for (let f = 0; f < moved.length; f++) gradient[f] = moved[f]! / variances[f]!;
    for (const { features, scores, target } of learned) {
      const p = Float64Array.from(scores);
      features.forEach((list, k) => {
        for (const f of list) p[k]! += moved[f]!;
      });
      softmax(p);
      features.forEach((list, k) => {
        const g = p[k]! - target[k]!;
        for (const f of list) gradient[f]! += g;
      });
    }
    for (let f = 0; f < moved.length; f++) {
      squares[f]! += gradient[f]! ** 2;
      moved[f]! -= (RATE * gradient[f]!) / (Math.sqrt(squares[f]!) + 1e-8);
    }
  }
  return new Map([...numbers].map(([key, f]) => [key, moved[f]!]));
}
