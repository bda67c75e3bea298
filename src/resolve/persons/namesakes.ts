/**
 * Family names that several of a list bear: with nothing beside the name to tell, editions leave open who is meant, or leave the name
 * alone, mostly also where the document has named one of them in full.
 */

import type { Candidate } from './candidates.js';
import type { FormKind } from './names.js';
import { entryOf, sameRank } from './shared.js';

/** Of `Harker, Jonas` and of `Tan Mei-ling`. */
const FAMILY: ReadonlySet<FormKind> = new Set(['surname', 'whole-first']);

/**
 * How probable a link is, at most, where others of the list bear the family name, too: on volumes held back, the likeliest one was
 * linked once in seven times, whatever his score. Volumes differ in what they do with namesakes.
 */
const MOST = 0.15;

/** Whether a reading is a family name alone that another person's reading of the same words is, too. */
const isShared = (candidates: readonly Candidate[], one: Candidate): boolean =>
  one.given.length === 0 &&
  FAMILY.has(one.form.kind) &&
  candidates.some((other) => sameRank(one, other) && entryOf(other.person) !== entryOf(one.person));

/**
 * Where the best candidate shares the name, what is beyond his due goes to the last option, that it is open who is meant. `p`: of the
 * candidates, of nobody, and of the name's being open.
 */
export function leaveOpen(p: number[], candidates: readonly Candidate[], best: number): void {
  if (p[best]! <= MOST || !isShared(candidates, candidates[best]!)) return;
  const kept = MOST / p[best]!;
  candidates.forEach((_, i) => {
    p[p.length - 1]! += p[i]! * (1 - kept);
    p[i]! *= kept;
  });
}

const PRESIDENT = /(?<!Vice )\bPresident of the United States\b/;

/** How many of such names the volume of 1977–80 links to whom they are given here. */
const FREELY = 0.75;

/**
 * In volumes of 1977 and after, family names that several bear are linked as others are, so the candidates share what nobody, and the
 * name's being open, would have. A President of the United States, if one of them was, is meant: `Carter`, not his spokesman of that
 * name. Returns the index of the best.
 */
export function linkShared(p: number[], candidates: readonly Candidate[], best: number): number {
  if (!isShared(candidates, candidates[best]!)) return best;
  const president = candidates.findIndex(
    (one) => sameRank(one, candidates[best]!) && PRESIDENT.test(one.person.description),
  );
  const count = candidates.length;
  const theirs = candidates.reduce((sum, _, i) => sum + p[i]!, 0);
  for (let i = 0; i < count; i++) p[i] = FREELY * (president < 0 ? p[i]! / (theirs || 1) : i === president ? 1 : 0);
  p[count] = 1 - FREELY;
  p[count + 1] = 0;
  return president < 0 ? best : president;
}
