/** Who is mentioned, and how often. Ids of persons are unique in a volume only. */

import type { Authority } from '../../authority/types.js';
import { oneLine } from '../../text/one-line.js';
import type { BatchReport, PersonRow } from './model.js';
import type { TeiFacts } from './tei.js';

const SHOWN = 25;
/** Wordings kept of each person: the usual one is among the first. */
const WORDINGS = 20;

export interface Persons {
  add(persons: TeiFacts['persons'], volume: string | undefined): void;
  most(): Pick<BatchReport, 'persons' | 'personsInAll' | 'mentions'>;
}

interface Mentioned {
  mentions: number;
  documents: number;
  readonly words: Map<string, number>;
}

const usual = (words: ReadonlyMap<string, number>): string | undefined =>
  [...words].sort((a, b) => b[1] - a[1])[0]?.[0];

export function personRows(authorityOf: (volume: string | undefined) => Authority | undefined): Persons {
  const volumes = new Map<string | undefined, Map<string, Mentioned>>();
  let all = 0;
  return {
    add(persons, volume) {
      const known = volumes.get(volume) ?? new Map<string, Mentioned>();
      volumes.set(volume, known);
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
      const rows = new Map<string, PersonRow>();
      for (const [volume, known] of volumes) {
        const names = new Map(authorityOf(volume)?.persons.map(({ id, name }) => [id, name]));
        for (const [id, { mentions, documents, words }] of known) {
          const listed = names.get(id);
          // Volumes that give an id one name mean one person; of whom no list has, each volume has its own.
          const key = JSON.stringify([id, listed ?? null, listed === undefined ? (volume ?? null) : null]);
          const before = rows.get(key);
          rows.set(key, {
            id,
            name: listed ?? usual(words) ?? id,
            volumes: [...(before?.volumes ?? []), ...(volume === undefined ? [] : [volume])],
            mentions: mentions + (before?.mentions ?? 0),
            documents: documents + (before?.documents ?? 0),
          });
        }
      }
      const sorted = [...rows.values()].sort(
        (a, b) => b.mentions - a.mentions || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
      );
      return { persons: sorted.slice(0, SHOWN), personsInAll: sorted.length, mentions: all };
    },
  };
}
