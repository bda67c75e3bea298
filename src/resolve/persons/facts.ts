/** What a list's descriptions say about its persons, in the form that features compare. Built once a list. */

import { foldedWords } from '../../authority/fold.js';
import type { Period } from '../../authority/period.js';
import { TITLES } from '../../authority/titles.js';
import type { Person } from '../../authority/types.js';
import { stem } from '../words.js';

export interface PersonFacts {
  /** Titles that the name or the description gives, with the periods in which they were held. */
  readonly offices: ReadonlyMap<string, readonly Period[]>;
  /** Stems of words that few descriptions of the list have. */
  readonly rare: ReadonlySet<string>;
  /** The highest office that the description names, and its periods. */
  readonly rank: string;
}

/** Offices whose holders are often named by surname alone, highest first. */
const RANKS: readonly (readonly [string, RegExp])[] = [
  ['family', /^(wife|husband|son|daughter|brother|sister|widow|mother|father)\b/i],
  ['president', /(^|; |thereafter |\bU\.S\. )President( of (the )?(United States|\p{Lu})|[,;]|$)/u],
  ['vice-president', /\bVice President\b/],
  ['secretary', /(^|; |thereafter |\bU\.S\. )Secretary of State( of the United States|[,;]| from| until| to |$)/],
  [
    'head',
    /\b(Prime Minister|Premier|Chancellor|King of|Shah of|Emperor|Head of State|Generalissimo|General Secretary|President)\b/,
  ],
  [
    'foreign',
    /\b(Foreign Minister|Minister (of|for) (Foreign|External) Affairs|Foreign Secretary|Secretary of State for (Foreign|External))/,
  ],
  ['under', /\b(Under|Deputy) Secretary/],
  ['cabinet', /\bSecretary of (Defense|the Treasury|the Army|the Navy|the Air Force|Commerce)\b|\bMinister of\b/],
  ['assistant', /\bAssistant Secretary/],
  ['ambassador', /\bAmbassador\b/],
  ['director', /\b(Director|Chairman|Chief|Commander|Administrator|Representative)\b/],
  ['staff', /\b(Adviser|Counselor|Officer|Assistant|Secretary)\b/],
];

const rankOf = (description: string): string => RANKS.find(([, test]) => test.test(description))?.[0] ?? 'other';

/** Facts by person's id. A word is rare where at most a fifth of the descriptions have it. */
export function factsOf(persons: readonly Person[]): ReadonlyMap<string, PersonFacts> {
  const documents = new Map<string, number>();
  const stems = persons.map(({ description }) => {
    const words = new Set(
      foldedWords(description)
        .filter((word) => word.length > 3)
        .map(stem),
    );
    for (const word of words) documents.set(word, (documents.get(word) ?? 0) + 1);
    return words;
  });
  const limit = Math.max(2, persons.length / 5);
  const own = new Map(
    persons.map((person, i): [string, PersonFacts] => {
      const offices = new Map<string, Period[]>();
      const titled = (text: string, period: Period | undefined): void => {
        for (const word of foldedWords(text)) {
          if (!TITLES.has(word)) continue;
          const held = offices.get(word) ?? [];
          if (period) held.push(period);
          offices.set(word, held);
        }
      };
      titled(person.parts.titles.join(' '), undefined);
      titled(person.description, undefined);
      for (const period of person.periods) titled(period.what, period);
      return [
        person.id,
        {
          offices,
          rank: rankOf(person.description),
          rare: new Set([...stems[i]!].filter((word) => documents.get(word)! <= limit)),
        },
      ];
    }),
  );
  // An entry “Diem, see Ngo Dinh Diem” says nothing itself.
  for (const { id, see } of persons) if (see !== undefined && own.has(see)) own.set(id, own.get(see)!);
  return own;
}
