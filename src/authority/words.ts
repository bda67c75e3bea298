/** Words of the language at large, counted in the corpus: what tells a name from a word. */

import { madeOnce } from '../made-once.js';
import { loadModel, type Provenance } from '../model.js';

/** Lists are blank-separated words, folded, sorted. */
export interface Lexicon {
  readonly trainedOn: Provenance;
  /** Words that are often written in lower case. */
  readonly words: string;
  /** Words written with a capital where nobody of that name is listed: `word:share of documents:share after titles`. */
  readonly capitals: string;
  /** Forenames of listed persons. */
  readonly forenames: string;
}

interface Sets {
  readonly words: ReadonlySet<string>;
  readonly forenames: ReadonlySet<string>;
  readonly capitals: ReadonlyMap<string, string>;
}

const setsOf = madeOnce(
  ({ words, forenames, capitals }: Lexicon): Sets => ({
    words: new Set(words.split(' ')),
    forenames: new Set(forenames.split(' ')),
    capitals: pairs(capitals),
  }),
);

const lexicon = (): Sets => setsOf(loadModel<Lexicon>('lexicon'));

const pairs = (rows: string): Map<string, string> =>
  new Map(rows.split(' ').map((row) => [row.slice(0, row.indexOf(':')), row.slice(row.indexOf(':') + 1)]));

/**
 * How a folded word with a capital is used where nobody of that name is listed: in about 2^a of 10,000 documents, and after
 * titles and forenames in b of 4 cases: `a:b`; `-` for words that are rare.
 */
export const capitalUse = (word: string): string => lexicon().capitals.get(word) ?? '-';

/** Whether a word in lower case (`rice`, `page`) is a word of the language. */
export const isCommonWord = (word: string): boolean => word === 'i' || word === 'a' || lexicon().words.has(word);

/** Whether a folded word is somebody's forename in a list of the corpus. */
export const isForename = (word: string): boolean => lexicon().forenames.has(word);
