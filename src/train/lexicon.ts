/** The lexicon: words written in lower case, and forenames of the lists. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../authority/fold.js';
import { parseName } from '../authority/name.js';
import { readTei } from '../authority/tei.js';
import { TITLES } from '../authority/titles.js';
import type { Lexicon } from '../authority/words.js';
import { corpusFolder, readVolume } from './gold.js';
import { writeModel } from './model-file.js';

type Capitals = Map<string, { documents: number; all: number; titled: number }>;

/** Words with a capital inside sentences, and how many of them follow a title, an initial or a forename. */
function countCapitals(text: string, listed: ReadonlySet<string>, capitals: Capitals): void {
  const seen = new Set<string>();
  for (const [, before = '', gap = '', word = ''] of text.matchAll(
    /(\p{L}[\p{L}’'-]*)([ .,]{1,2})(?=(\p{Lu}[\p{L}’'‘]+))/gu,
  )) {
    const folded = fold(word.replace(/['’]s$/, ''));
    if (listed.has(folded) || (gap.length > 1 && before.length > 4)) continue;
    const count = capitals.get(folded) ?? { documents: 0, all: 0, titled: 0 };
    if (!seen.has(folded)) count.documents++;
    seen.add(folded);
    count.all++;
    if (/^\p{Lu}/u.test(before) && (before.length === 1 || TITLES.has(fold(before)))) count.titled++;
    capitals.set(folded, count);
  }
}

const capitalRows = (capitals: Capitals, documents: number): string[] =>
  [...capitals]
    .filter(([, count]) => count.documents >= 10)
    .map(([word, count]) => {
      const often = Math.max(0, Math.round(Math.log2((count.documents / documents) * 10_000)));
      return `${word}:${often}:${Math.round((4 * count.titled) / count.all)}`;
    });

/** Count over volumes; a word must be written in lower case at least `minimum` times, once in 600 of its occurrences. */
export function learnLexicon(folder: string, volumes: readonly string[], minimum = 8): Lexicon {
  const lower = new Map<string, number>();
  const upper = new Map<string, number>();
  const forenames = new Map<string, number>();
  const capitals = new Map<string, { documents: number; all: number; titled: number }>();
  let documents = 0;
  for (const volume of volumes) {
    const lists = readTei(readFileSync(join(folder, 'authority', `${volume}.xml`), 'utf8'));
    const listed = new Set(
      lists.entries.filter((e) => e.kind === 'person').flatMap((e) => e.name.split(/[^\p{L}\p{M}’'‘]+/u).map(fold)),
    );
    for (const { text } of readVolume(folder, volume)) {
      documents++;
      countCapitals(text, listed, capitals);
      for (const [word] of text.matchAll(/(?<![\p{L}’'.-])\p{L}{2,}(?![\p{L}’'-])/gu)) {
        const folded = fold(word);
        const counts = word === word.toLowerCase() ? lower : upper;
        counts.set(folded, (counts.get(folded) ?? 0) + 1);
      }
    }
    for (const { kind, name } of lists.entries) {
      if (kind !== 'person') continue;
      for (const given of parseName(name).given) {
        const folded = fold(given);
        if (folded.length > 2) forenames.set(folded, (forenames.get(folded) ?? 0) + 1);
      }
    }
  }
  const words = [...lower]
    .filter(([word, n]) => n >= minimum && n * 600 >= (upper.get(word) ?? 0))
    .map(([word]) => word);
  const names = [...forenames].map(([name]) => name).filter((name) => (lower.get(name) ?? 0) < 20);
  return {
    trainedOn: { corpus: 'frus', volumes, documents },
    words: words.sort().join(' '),
    capitals: capitalRows(capitals, documents).sort().join(' '),
    forenames: names.sort().join(' '),
  };
}

export function trainLexicon(volumes: readonly string[]): void {
  const { trainedOn, ...words } = learnLexicon(corpusFolder(), volumes);
  writeModel('lexicon', trainedOn, words);
}
