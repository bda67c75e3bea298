/** Volumes that leave out what the one cited before them in their sentence said: `1951, vol. III, and vol. VI`. */

import type { VolumeRef } from './grammar.js';

/** A full stop of no abbreviation, before another sentence. */
const SENTENCE_END = /(?<!\b(?:pp?|[Vv]ols?|[Nn]os?|[Dd]ocs?|fn|[Pp]t|U\.S))[.?!]["”’)\]\u0001]*\s+["“([]*\p{Lu}/u;

/** Years right before a bare volume, and its first letter: `; 1947, volume VI`. */
const YEARS_BEFORE = /\b(1[89]\d\d)(?:[–-](?:1[89])?(\d\d))?,\s*\S$/;

/** The first of `refs`, where it leaves out what the volume before it in its sentence said; `between` the two, and the first letter of the second. */
export function continued(refs: readonly VolumeRef[], between: string): VolumeRef[] {
  if (SENTENCE_END.test(between)) return [...refs];
  return refs.map((ref): VolumeRef => {
    if (ref.years !== undefined || ref.own || (ref.by !== 'number' && ref.by !== 'part')) return ref;
    const printed = YEARS_BEFORE.exec(between);
    if (!printed) return { ...ref, continues: true };
    const [, first, last] = printed;
    return { ...ref, years: last === undefined ? first! : `${first}-${last}` };
  });
}
