/** Who is mentioned, and how often. */

import type { Authority } from '../../authority/types.js';
import { oneLine } from '../../one-line.js';
import type { BatchReport, PersonRow } from './model.js';
import type { TeiFacts } from './tei.js';

const SHOWN = 25;
/** Wordings kept of each person: the usual one is among the first. */
const WORDINGS = 20;

export interface Persons {
  add(persons: TeiFacts['persons']): void;
  most(): Pick<BatchReport, 'persons' | 'personsInAll' | 'mentions'>;
}

export function personRows(authority: Authority | undefined): Persons {
  const known = new Map<string, { mentions: number; documents: number; words: Map<string, number> }>();
  const names = new Map(authority?.persons.map(({ id, name }) => [id, name]));
  let all = 0;
  return {
    add(persons) {
      for (const [id, mentions] of persons) {
        const person = known.get(id) ?? { mentions: 0, documents: 0, words: new Map<string, number>() };
        known.set(id, person);
        person.mentions += mentions.length;
        person.documents++;
        all += mentions.length;
        for (const words of mentions) {
          const said = oneLine(words);
          const before = person.words.get(said);
          if (before !== undefined || person.words.size < WORDINGS) person.words.set(said, (before ?? 0) + 1);
        }
      }
    },
    most() {
      const rows = [...known].map(
        ([id, { mentions, documents, words }]): PersonRow => ({
          id,
          name: names.get(id) ?? [...words].sort((a, b) => b[1] - a[1])[0]?.[0] ?? id,
          mentions,
          documents,
        }),
      );
      rows.sort((a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : 1));
      return { persons: rows.slice(0, SHOWN), personsInAll: rows.length, mentions: all };
    },
  };
}
