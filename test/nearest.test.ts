import { expect, test } from 'vitest';
import { nearest } from '../src/check/schema/rng/nearest.js';

test.each([
  ['spp', ['app', 'cb', 'sp'], 'sp'],
  ['persNam', ['orgName', 'persName', 'placeName'], 'persName'],
  ['P', ['ab', 'p'], 'p'],
  ['hte', ['app', 'gap'], undefined],
])('of names that are as near to <%s>, the one with the same initial is meant', (written, names, meant) => {
  expect(nearest(written, names)).toBe(meant);
});
