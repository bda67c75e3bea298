/** Married women are called by their husbands' names: `Madame Chiang Kai-shek` beside `Chiang Kai-shek`. */

import { fold } from '../../authority/fold.js';
import { WOMENS_TITLES } from '../../authority/titles.js';
import type { Person } from '../../authority/types.js';
import type { Token } from '../tokens.js';
import type { Candidate } from './candidates.js';
import { titlesBefore } from './neighbours.js';

const known = new WeakMap<Person, boolean>();

/** Whether an entry is that of a woman who is called so: `Nhu, Madame`, `Lord, Mary P. (Mrs. Oswald B.)`, `wife of …`. */
function isHers(person: Person): boolean {
  let hers = known.get(person);
  if (hers === undefined) {
    const { name, aliases = [], description } = person;
    const words = [name, ...aliases].join(' ').split(/[^\p{L}]+/u);
    hers = words.some((word) => WOMENS_TITLES.has(fold(word))) || /^(?:wife|widow) of\b/i.test(description);
    known.set(person, hers);
  }
  return hers;
}

const beside = (a: Candidate, b: Candidate): boolean => a !== b && a.first === b.first && a.last === b.last;

/** Readings without those that the title before the name, or its lack, excludes beside another of the same words. */
export function byTitle(tokens: readonly Token[], candidates: Candidate[]): Candidate[] {
  if (candidates.length < 2 || !candidates.some(({ person }) => isHers(person))) return candidates;
  return candidates.filter((one) => {
    const titled = titlesBefore(tokens, one.first).some((title) => WOMENS_TITLES.has(title));
    return (
      isHers(one.person) === titled ||
      !candidates.some((other) => beside(one, other) && isHers(other.person) === titled)
    );
  });
}
