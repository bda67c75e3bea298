/** A choice among several: a conditional log-linear model, the same for persons and for terms. */

/** Scores → probabilities. */
export function softmax(scores: readonly number[]): number[] {
  const top = Math.max(...scores);
  const p: number[] = [];
  let total = 0;
  for (const score of scores) {
    const power = Math.exp(score - top);
    p.push(power);
    total += power;
  }
  for (let i = 0; i < p.length; i++) p[i]! /= total;
  return p;
}

/** A point of a rising line from stated to true probability. */
export interface Knot {
  readonly p: number;
  readonly value: number;
}

/** Read a probability off the knots, linear between them; without knots it stands as it is. */
export function calibrate(knots: readonly Knot[], p: number): number {
  const after = knots.findIndex((knot) => knot.p >= p);
  if (after < 0) return knots.at(-1)?.value ?? p;
  if (after === 0) return knots[0]!.value;
  const [a, b] = [knots[after - 1]!, knots[after]!];
  return a.value + ((b.value - a.value) * (p - a.p)) / (b.p - a.p || 1);
}
