/** Words of the language at large, counted in the corpus: what tells a name from a word. */

import { loadModel, type Provenance } from '../model.js';

/** Lists are blank-separated words, folded, sorted. */
export interface Lexicon {
  readonly trainedOn: Provenance;
  /** Words that are often written in lower case. */
  readonly words: string;
  /** Forenames of listed persons. */
  readonly forenames: string;
}

interface Sets {
  readonly words: ReadonlySet<string>;
  readonly forenames: ReadonlySet<string>;
}

let sets: Sets | undefined;

function lexicon(): Sets {
  if (!sets) {
    const { words, forenames } = loadModel<Lexicon>('lexicon');
    sets = { words: new Set(words.split(' ')), forenames: new Set(forenames.split(' ')) };
  }
  return sets;
}

/** Whether a word in lower case (`rice`, `page`) is a word of the language. */
export const isCommonWord = (word: string): boolean => lexicon().words.has(word);

/** Whether a folded word is somebody's forename in a list of the corpus. */
export const isForename = (word: string): boolean => lexicon().forenames.has(word);
