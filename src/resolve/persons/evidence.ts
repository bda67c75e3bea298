/** What a folder's documents say together about the persons of a list. The order of the documents does not matter. */

import type { Authority } from '../../authority/types.js';
import type { Region } from '../regions.js';
import { tokensOf } from '../tokens.js';
import { clustersOf } from './candidates.js';
import { type DocumentContext, documentContext } from './context.js';
import { personLists } from './lists.js';
import { addUses, type WordUse } from './words.js';

/** Sums over documents. */
export interface VolumeEvidence {
  /** In how many documents a person (by id) is named in full. */
  readonly inFull: ReadonlyMap<string, number>;
  /** How words that may be names are used. */
  readonly words: ReadonlyMap<string, WordUse>;
}

/** Sum what documents say of themselves. */
export function evidenceOf(documents: readonly DocumentContext[]): VolumeEvidence {
  const inFull = new Map<string, number>();
  const words = new Map<string, WordUse>();
  for (const document of documents) {
    for (const id of document.inFull) inFull.set(id, (inFull.get(id) ?? 0) + 1);
    addUses(words, document.words);
  }
  return { inFull, words };
}

/** The evidence of texts under a list: first pass over a folder, before any name in it is decided. */
export function volumeEvidence(
  documents: Iterable<{ readonly text: string; readonly regions: readonly Region[] }>,
  authority: Authority,
): VolumeEvidence {
  const { index } = personLists(authority);
  const contexts: DocumentContext[] = [];
  for (const { text, regions } of documents) {
    const tokens = tokensOf(text, regions);
    contexts.push(documentContext(tokens, clustersOf(tokens, index)));
  }
  return evidenceOf(contexts);
}
