/** Married women are called by their husbands' names: `Madame Chiang Kai-shek` beside `Chiang Kai-shek`. */

import { fold } from '../../authority/fold.js';
import { MENS_TITLES, TITLES, WOMENS_TITLES } from '../../authority/titles.js';
import type { Person } from '../../authority/types.js';
import { madeOnce } from '../../made-once.js';
import type { Token } from '../tokens.js';
import type { Candidate } from './candidates.js';

const WIFE = /^(?:wife|widow) of\b/i;

/** Whether an entry is that of a woman who is called so: `Nhu, Madame`, `Lord, Mary P. (Mrs. Oswald B.)`, `wife of …`. */
const isHers = madeOnce(({ name, aliases = [], description }: Person): boolean => {
  const words = [name, ...aliases].join(' ').split(/[^\p{L}]+/u);
  return words.some((word) => WOMENS_TITLES.has(fold(word))) || WIFE.test(description);
});

/** Titles in one run right before token `first`, folded. */
function runBefore(tokens: readonly Token[], first: number): string[] {
  const run: string[] = [];
  for (let i = first; i > 0; i--) {
    const { gap } = tokens[i]!;
    const { fold: title } = tokens[i - 1]!;
    if ((gap !== 'space' && gap !== 'stop') || !TITLES.has(title)) break;
    run.push(title);
  }
  return run;
}

const isWomans = (title: string): boolean => WOMENS_TITLES.has(title);

/** Whether titles before a name can't be hers: `Mr.`, and of a wife without an office of her own any but a woman's. */
const excludes = (titles: readonly string[], person: Person): boolean =>
  titles.length > 0 &&
  !titles.some(isWomans) &&
  isHers(person) &&
  (WIFE.test(person.description) || titles.some((title) => MENS_TITLES.has(title)));

const beside = (a: Candidate, b: Candidate): boolean => a !== b && a.first === b.first && a.last === b.last;

/** Readings without those that the title before the name, or its lack beside another of the same words, excludes. */
export function byTitle(tokens: readonly Token[], candidates: Candidate[]): Candidate[] {
  if (!candidates.some(({ person }) => isHers(person))) return candidates;
  return candidates.filter((one) => {
    const titles = runBefore(tokens, one.first);
    const titled = titles.some(isWomans);
    if (excludes(titles, one.person)) return false;
    return (
      isHers(one.person) === titled ||
      !candidates.some((other) => beside(one, other) && isHers(other.person) === titled)
    );
  });
}

/** How sure a woman's title and a name make that the one entry of a woman of that name is meant: editors mostly leave her untagged, so that it is told only. */
export const GIVEN_BY_TITLE = 0.4;

/** The number of the one reading that is a woman's after a woman's title: `Madame Nhu`; undefined where there is none, or more. */
export function byWomansTitle(candidates: readonly Candidate[], tokens: readonly Token[]): number | undefined {
  if (!candidates.some(({ person }) => isHers(person))) return undefined;
  const hers = candidates.flatMap(({ person, first, form }, i) =>
    form.kind !== 'given' && isHers(person) && runBefore(tokens, first).some(isWomans) ? [i] : [],
  );
  return hers.length === 1 ? hers[0] : undefined;
}
