/** What a list's descriptions say about its persons, in the form that features compare. Built once a list. */

import { fold } from '../../authority/fold.js';
import type { Period } from '../../authority/period.js';
import { TITLES } from '../../authority/titles.js';
import type { Person } from '../../authority/types.js';
import { stem } from './context.js';

export interface PersonFacts {
  /** Titles that the name or the description gives, with the periods in which they were held. */
  readonly offices: ReadonlyMap<string, readonly Period[]>;
  /** Stems of words that few descriptions of the list have. */
  readonly rare: ReadonlySet<string>;
}

const wordsOf = (text: string): string[] =>
  text
    .split(/[^\p{L}]+/u)
    .map(fold)
    .filter((word) => word !== '');

/** Facts by person's id. A word is rare where at most a fifth of the descriptions have it. */
export function factsOf(persons: readonly Person[]): ReadonlyMap<string, PersonFacts> {
  const documents = new Map<string, number>();
  const stems = persons.map(({ description }) => {
    const own = new Set(
      wordsOf(description)
        .filter((word) => word.length > 3)
        .map(stem),
    );
    for (const word of own) documents.set(word, (documents.get(word) ?? 0) + 1);
    return own;
  });
  const limit = Math.max(2, persons.length / 5);
  return new Map(
    persons.map((person, i) => {
      const offices = new Map<string, Period[]>();
      const titled = (text: string, period: Period | undefined): void => {
        for (const word of wordsOf(text)) {
          if (!TITLES.has(word)) continue;
          const held = offices.get(word) ?? [];
          if (period) held.push(period);
          offices.set(word, held);
        }
      };
      titled(person.parts.titles.join(' '), undefined);
      titled(person.description, undefined);
      for (const period of person.periods) titled(period.what, period);
      return [person.id, { offices, rare: new Set([...stems[i]!].filter((word) => documents.get(word)! <= limit)) }];
    }),
  );
}
