/** Weights in a model's file weigh what they weighed by their names. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { part } from '../src/features/hashed.js';
import { HashedWeights, packWeights } from '../src/features/weights.js';
import { runs } from './properties.js';

const weight = fc.integer({ min: -32_000, max: 32_000 }).map((thousandths) => thousandths / 1000);

test('packed weights are those of the names', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), weight), fc.string(), (weights, unknown) => {
      const [named, packed] = [new HashedWeights(weights), new HashedWeights(packWeights(weights))];
      for (const name of [...Object.keys(weights), unknown]) {
        expect(packed.of(part(name))).toBeCloseTo(named.of(part(name)), 9);
      }
    }),
    { numRuns: runs(200) },
  );
});

test('a name whose hash is 0, as that of no letters, has its own weight and hides no other', () => {
  for (const weights of [{ '': 2.5, a: -1 }, packWeights({ '': 2.5, a: -1 })]) {
    const known = new HashedWeights(weights);
    expect(['', 'a', 'b'].map((name) => known.of(part(name)))).toEqual([2.5, -1, 0]);
  }
});

test('the order of the names does not show', () => {
  expect(packWeights({ 'before:the': 0.5, 'after:of': -1.25 })).toBe(
    packWeights({ 'after:of': -1.25, 'before:the': 0.5 }),
  );
});

test('a weight that has no room is refused', () => {
  expect(() => packWeights({ far: 33 })).toThrow(RangeError);
});
