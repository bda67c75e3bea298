/**
 * Features of an archive's own habits: this name is this person, or nobody. Models that ship know none, since what they learn from
 * is other volumes; a model that learned from a reviewer's decisions does.
 */

import { type Emit, literal as L, part } from '../../features/hashed.js';
import type { Token } from '../tokens.js';
import type { Cluster } from './candidates.js';

const [OWN, BAR, NOBODY, OPEN] = [L('own='), L('|'), L('nobody'), L('open')];

/** `begin` is told the number of each option, as in `emitFeatures`. */
export function emitOwn(
  { candidates }: Cluster,
  tokens: readonly Token[],
  begin: (option: number) => void,
  emit: Emit,
): void {
  const name = (core: number) => tokens[core]!.word.part;
  candidates.forEach(({ core, person }, i) => {
    begin(i);
    emit(OWN, name(core), BAR, part(person.id));
  });
  const word = name(candidates[0]!.core);
  for (const [i, what] of [NOBODY, OPEN].entries()) {
    begin(candidates.length + i);
    emit(OWN, word, BAR, what);
  }
}
