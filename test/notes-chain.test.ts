import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { best, type Chain, JOINS, marginals, OPEN } from '../src/resolve/notes/chain.js';

interface Spot {
  start: number;
  length: number;
  score: number;
  ties?: number;
}

function chainOf(notes: readonly (readonly Spot[])[], missing: number): Chain {
  const sorted = notes.map((spots) => [...spots].sort((a, b) => a.start - b.start));
  const flat = sorted.flat();
  const first = new Int32Array(notes.length + 1);
  sorted.forEach((spots, i) => {
    first[i + 1] = first[i]! + spots.length;
  });
  return {
    first,
    start: Float64Array.from(flat, (s) => s.start),
    end: Float64Array.from(flat, (s) => s.start + s.length),
    score: Float64Array.from(flat, (s) => s.score),
    ties: Uint8Array.from(flat, (s) => s.ties ?? 0),
    missing: new Float64Array(notes.length).fill(missing),
  };
}

/** Every placement with its log weight, by plain enumeration: the definition that the sweeps are held to. */
function placements(chain: Chain): { chosen: number[]; weight: number }[] {
  let all = [{ chosen: [] as number[], weight: 0, end: -9, open: false }];
  for (let i = 0; i < chain.missing.length; i++) {
    const next: typeof all = [];
    for (const one of all) {
      next.push({ ...one, chosen: [...one.chosen, -1], weight: one.weight + chain.missing[i]! });
      for (let c = chain.first[i]!; c < chain.first[i + 1]!; c++) {
        const gap = chain.start[c]! - one.end;
        const joins = (chain.ties[c]! & JOINS) !== 0;
        if (joins !== one.open || (joins ? gap < 0 || gap > 2 : gap < 1)) continue;
        const open = (chain.ties[c]! & OPEN) !== 0;
        next.push({ chosen: [...one.chosen, c], weight: one.weight + chain.score[c]!, end: chain.end[c]!, open });
      }
    }
    all = next;
  }
  return all.filter((one) => !one.open);
}

const spot = fc.record({
  start: fc.integer({ min: 0, max: 12 }),
  length: fc.integer({ min: 1, max: 3 }),
  score: fc.double({ min: -4, max: 4, noNaN: true }),
  ties: fc.constantFrom(0, 0, OPEN, JOINS, OPEN | JOINS),
});
const chains = fc
  .tuple(
    fc.array(fc.array(spot, { maxLength: 4 }), { minLength: 1, maxLength: 5 }),
    fc.double({ min: -6, max: 1, noNaN: true }),
  )
  .map(([notes, missing]) => chainOf(notes, missing));

describe('the chain of notes', () => {
  test('sums over all placements, as enumeration does', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const all = placements(chain);
        const total = Math.log(all.reduce((sum, one) => sum + Math.exp(one.weight), 0));
        const found = marginals(chain);
        expect(found.total).toBeCloseTo(total, 8);
        for (let c = 0; c < chain.score.length; c++) {
          const with_ = all.filter((one) => one.chosen.includes(c));
          const p = with_.reduce((sum, one) => sum + Math.exp(one.weight - total), 0);
          expect(found.p[c]).toBeCloseTo(p, 8);
        }
      }),
    );
  });

  test('finds the best placement, as enumeration does', () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const all = placements(chain);
        const most = Math.max(...all.map((one) => one.weight));
        const chosen = [...best(chain)];
        const mine = all.find((one) => one.chosen.every((c, i) => c === chosen[i]));
        expect(mine?.weight).toBeCloseTo(most, 5);
      }),
    );
  });

  test('copes with ten thousand notes among a hundred thousand places', () => {
    const notes = Array.from({ length: 10_000 }, (_, i) =>
      Array.from({ length: 10 }, (_, k) => ({ start: (i * 10 + k * 997) % 100_000, length: 1, score: (k % 3) - 1 })),
    );
    const chain = chainOf(notes, -5);
    const chosen = [...best(chain)].filter((c) => c >= 0);
    expect(chosen.length).toBeGreaterThan(4_000);
    const { p } = marginals(chain);
    expect(p.every((x) => x >= 0 && x <= 1)).toBe(true);
  });
});
