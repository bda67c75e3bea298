/** Threads are started for work that is worth them. */

import { describe, expect, test } from 'vitest';
import { paceKeeper } from '../src/check/pace.js';

/** How many of `count` pieces are done before threads are asked for, each taking the milliseconds that `cost` says. */
function alone(count: number, cost: (piece: number) => number): number {
  let time = 0;
  const isTime = paceKeeper(count, () => time);
  for (let piece = 0; piece < count; piece++) {
    if (isTime()) return piece;
    time += cost(piece);
  }
  return count;
}

describe('the pace keeper', () => {
  test('leaves little work where it is', () => {
    expect(alone(1000, () => 1)).toBe(1000);
    expect(alone(1, () => 100_000)).toBe(1);
  });

  test('asks for threads once much is left', () => {
    expect(alone(100_000, () => 1)).toBeLessThan(1000);
    expect(alone(48, () => 300)).toBeLessThan(4);
  });

  test('is not misled by a slow beginning', () => {
    expect(alone(2000, (piece) => (piece < 10 ? 20 : 0.2))).toBe(2000);
    // 1,000 files of a volume with all rules: each is done in a third of the time once the code is compiled.
    expect(alone(1000, (piece) => (piece < 150 ? 3 : 1))).toBe(1000);
  });
});
