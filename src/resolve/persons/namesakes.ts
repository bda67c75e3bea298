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

const PRESIDENT = /(?<!Vice |\b(?:[Tt]he|of|to) )\bPresident of the United States\b/;

/** Ranks (`facts.ts`) whose holders are called by family name alone before others who bear it. */
const HIGH = ['president', 'secretary', 'head', 'foreign'];

/** How many of such names volumes that link them freely link to whom they are given here: 0.8 to 0.9, and fewer where the list is unlike those seen. */
const FREELY = 0.75;

/**
 * Where family names that several bear are linked as others are, the candidates share what nobody, and the name's being open, would have.
 * The holder of the highest office is meant, a President of the United States before all: `Carter`, not his spokesman of that name.
 * Returns the index of the best. `rankOf`: what office a candidate's description tells of.
 */
export function linkShared(
  p: number[],
  candidates: readonly Candidate[],
  best: number,
  rankOf: (candidate: Candidate) => string,
): number {
  if (!isShared(candidates, candidates[best]!)) return best;
  const place = (i: number): number => {
    if (PRESIDENT.test(candidates[i]!.person.description)) return -1;
    const rank = HIGH.indexOf(rankOf(candidates[i]!));
    return rank < 0 ? HIGH.length : rank;
  };
  const alike = [...candidates.keys()].filter((i) => sameRank(candidates[i]!, candidates[best]!));
  const meant = alike.reduce((a, b) => (place(b) < place(a) || (place(b) === place(a) && p[b]! > p[a]!) ? b : a));
  const isTold = place(meant) < HIGH.length;
  const count = candidates.length;
  const theirs = candidates.reduce((sum, _, i) => sum + p[i]!, 0);
  for (let i = 0; i < count; i++) p[i] = FREELY * (isTold ? Number(i === meant) : p[i]! / (theirs || 1));
  p[count] = 1 - FREELY;
  p[count + 1] = 0;
  return meant;
}
