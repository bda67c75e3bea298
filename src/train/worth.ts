/** Learning of what a score is worth (`resolve/persons/worth.ts`): ridge-regularised logistic regression by Newton's method. */

import { sigmoid } from '../model.js';
import { linePoint, type Worth } from '../resolve/persons/worth.js';
import type { Outcome } from './calibrate.js';

/** A link that a model would assert, with the habits that bear on it. */
export interface HabitOutcome extends Outcome {
  readonly habits: readonly string[];
}

/** Habits pull towards 0 as five links each would, so that what few volumes show says little. */
const RIDGE = 5;
const STEPS = 12;

/** Solve A·x = b in place, A symmetric and positive definite (Cholesky). */
function solve(a: Float64Array[], b: Float64Array): Float64Array {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= a[i]![k]! * a[j]![k]!;
      a[i]![j] = i === j ? Math.sqrt(sum) : sum / a[j]![j]!;
    }
  }
  const x = Float64Array.from(b);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) x[i]! -= a[i]![k]! * x[k]!;
    x[i]! /= a[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) x[i]! -= a[k]![i]! * x[k]!;
    x[i]! /= a[i]![i]!;
  }
  return x;
}

/** The line and the habits that fit the outcomes best; the same outcomes give the same numbers. */
export function learnWorth(outcomes: readonly HabitOutcome[]): Worth {
  const names = [...new Set(outcomes.flatMap(({ habits }) => habits))].sort();
  const place = new Map(names.map((name, i) => [name, i + 3]));
  const size = names.length + 3;
  const rows = outcomes.map(({ p, right, habits }) => {
    const [z, beyond] = linePoint(p);
    return { right: right ? 1 : 0, at: [0, 1, 2, ...habits.map((h) => place.get(h)!)], line: [1, z, beyond] };
  });
  let w = new Float64Array(size);
  w[1] = 1;
  for (let step = 0; step < STEPS; step++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (let i = 0; i < size; i++) {
      const ridge = i < 3 ? 1e-3 : RIDGE;
      gradient[i] = ridge * w[i]!;
      hessian[i]![i] = ridge;
    }
    for (const { right, at, line } of rows) {
      const value = (i: number): number => (i < 3 ? line[i]! : 1);
      const p = sigmoid(at.reduce((sum, i) => sum + w[i]! * value(i), 0));
      for (const i of at) {
        gradient[i]! += (p - right) * value(i);
        const row = hessian[i]!;
        for (const j of at) row[j]! += p * (1 - p) * value(i) * value(j);
      }
    }
    const down = solve(hessian, gradient);
    w = w.map((value, i) => value - down[i]!);
  }
  const round = (x: number): number => Number(x.toFixed(3));
  const habits = Object.fromEntries(names.map((name, i) => [name, round(w[i + 3]!)] as const));
  return { bias: round(w[0]!), slope: round(w[1]!), bend: round(w[2]!), habits };
}
