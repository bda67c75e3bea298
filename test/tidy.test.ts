import { getHeapStatistics } from 'node:v8';
import { expect, test } from 'vitest';
import { tidyHeap } from '../src/batch/tidy.js';

const used = (): number => getHeapStatistics().used_heap_size;

/** Objects that live long enough to be dead weight. */
const load = (count: number): object[] => Array.from({ length: count }, (_, n) => ({ n, text: `telegram ${n}` }));

test('what died is given back once it is more than allowed', () => {
  const dead = 4 * 2 ** 20;
  const tidy = tidyHeap(dead);
  tidy();
  const before = used();
  let held: object[] | undefined = load(400_000);
  const full = used();
  expect(full - before).toBeGreaterThan(dead);
  tidy();
  expect(used() - before).toBeGreaterThan(dead);
  expect(held.length).toBe(400_000);
  held = undefined;
  load(100_000);
  tidy();
  expect(used() - before).toBeLessThan((full - before) / 2);
});
