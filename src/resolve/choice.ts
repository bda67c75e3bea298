/** A choice among several: a conditional log-linear model, the same for persons and for terms. */

/** Weights by feature name. */
export type Weights = ReadonlyMap<string, number>;

/** The probability of each option, given the names of its features. */
export function probabilities(options: readonly (readonly string[])[], weights: Weights): number[] {
  const scores = options.map((features) => {
    let sum = 0;
    for (const feature of features) sum += weights.get(feature) ?? 0;
    return sum;
  });
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}
