/** What someone may have meant who wrote a name that there is not. */

import type * as FastestLevenshtein from 'fastest-levenshtein';
import { onFirstUse } from '../../../on-first-use.js';

const levenshtein = onFirstUse<typeof FastestLevenshtein>('fastest-levenshtein');

/**
 * The name that differs from the one written by its case, or by a third of its letters at most; undefined where none does. Of two
 * that are as near, the one with the same initial is meant: few slip at a first letter.
 */
export function nearest(written: string, names: readonly string[]): string | undefined {
  const letters = written.replace(/[^\p{L}\p{N}]/gu, '').length;
  const { distance } = levenshtein();
  const small = written.toLowerCase();
  let found: string | undefined;
  let least = Math.floor(letters / 3) + 1;
  for (const name of names) {
    if (name === written || Math.abs(name.length - written.length) >= least) continue;
    const near = name.toLowerCase();
    const away = distance(small, near) + (near[0] === small[0] ? 0 : 0.5);
    if (away >= least) continue;
    least = away;
    found = name;
  }
  return found;
}
