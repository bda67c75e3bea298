/** Decisions by kind, added up over documents. */

import { BANDS, type Stated, type StatedKind } from '../../batch/stated.js';
import { WORTH } from '../review/doubts.js';
import type { KindRow } from './model.js';

/** Of one kind of one document: those left open, and those in bands that the review page shows as doubtful. */
const worthIn = (kind: StatedKind, counts: readonly number[]): number =>
  counts.reduce((sum, n, i) => sum + (i === 0 || (BANDS[i] ?? 1) <= WORTH[kind] ? n : 0), 0);

export const worthOf = (stated: Stated): number =>
  Object.entries(stated).reduce((sum, [kind, counts]) => sum + worthIn(kind as StatedKind, counts), 0);

export function kindRows(): { add(stated: Stated): void; rows(): KindRow[] } {
  const sums = new Map<StatedKind, number[]>();
  return {
    add(stated) {
      for (const [kind, counts] of Object.entries(stated) as [StatedKind, readonly number[]][]) {
        const before = sums.get(kind);
        sums.set(kind, before ? before.map((n, i) => n + counts[i]!) : [...counts]);
      }
    },
    rows: () =>
      [...sums]
        .map(([kind, counts]) => ({ kind, open: counts[0]!, bands: counts.slice(1), worth: worthIn(kind, counts) }))
        .sort((a, b) => b.worth - a.worth || (a.kind < b.kind ? -1 : 1)),
  };
}
