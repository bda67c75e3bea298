/** The lexicon: words written in lower case, and forenames of the lists. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fold } from '../authority/fold.js';
import { parseName } from '../authority/name.js';
import { readTei } from '../authority/tei.js';
import type { Lexicon } from '../authority/words.js';
import { modelsFolder } from '../model.js';
import { corpusFolder, readVolume } from './gold.js';
import { split } from './split.js';

/** Count over volumes; a word must be written in lower case at least `minimum` times, once in 600 of its occurrences. */
export function trainLexicon(folder: string, volumes: readonly string[], minimum = 8): Lexicon {
  const lower = new Map<string, number>();
  const upper = new Map<string, number>();
  const forenames = new Map<string, number>();
  let documents = 0;
  for (const volume of volumes) {
    for (const { text } of readVolume(folder, volume)) {
      documents++;
      for (const [word] of text.matchAll(/(?<![\p{L}’'.-])\p{L}{2,}(?![\p{L}’'-])/gu)) {
        const folded = fold(word);
        const counts = word === word.toLowerCase() ? lower : upper;
        counts.set(folded, (counts.get(folded) ?? 0) + 1);
      }
    }
    const lists = readTei(readFileSync(join(folder, 'authority', `${volume}.xml`), 'utf8'));
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
    forenames: names.sort().join(' '),
  };
}

if (process.argv[1]?.endsWith('lexicon.js')) {
  const corpus = corpusFolder();
  const { train } = split(corpus, process.argv.includes('--all'));
  const model = trainLexicon(corpus, train);
  mkdirSync(modelsFolder(), { recursive: true });
  writeFileSync(join(modelsFolder(), 'lexicon.json'), `${JSON.stringify(model, null, 1)}\n`);
}
