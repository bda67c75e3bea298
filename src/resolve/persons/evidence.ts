/** What a volume's documents say together about the persons of a list. The order of the documents does not matter. */

import type { Authority } from '../../authority/types.js';
import { madeOnce } from '../../made-once.js';
import type { NameFacts, VolumeMemory } from '../../memory.js';
import type { Document } from '../../tree.js';
import { regionsOf } from '../regions.js';
import { tokensOf } from '../tokens.js';
import { clustersOf } from './candidates.js';
import { type DocumentContext, documentContext } from './context.js';
import { personLists } from './lists.js';
import { addUses, less, type WordUse } from './words.js';

/** Sums over documents. */
export interface VolumeEvidence {
  /** In how many documents a person (by id) is named in full. */
  readonly inFull: ReadonlyMap<string, number>;
  /** How words that may be names are used. */
  readonly words: ReadonlyMap<string, WordUse>;
}

/** The facts of one document, before anything in it is decided. */
export function nameFacts(document: Document, authority: Authority): NameFacts {
  const tokens = tokensOf(document.source.text, regionsOf(document));
  return factsFrom(documentContext(tokens, clustersOf(tokens, personLists(authority).index)));
}

/** A document's context as plain data. */
export function factsFrom({ inFull, words }: DocumentContext): NameFacts {
  const rows = [...words].map(([word, u]) => [word, [u.total, u.titled, u.article, u.lower, u.led]] as const);
  return { inFull: [...inFull].sort(), words: Object.fromEntries(rows) };
}

/** Sum what documents say of themselves. */
export function evidenceOf(documents: Iterable<NameFacts>): VolumeEvidence {
  const inFull = new Map<string, number>();
  const words = new Map<string, WordUse>();
  for (const document of documents) {
    for (const id of document.inFull) inFull.set(id, (inFull.get(id) ?? 0) + 1);
    const uses = Object.entries(document.words).map(([word, u]) => {
      return [word, { total: u[0], titled: u[1], article: u[2], lower: u[3], led: u[4] }] as const;
    });
    addUses(words, uses);
  }
  return { inFull, words };
}

/** The evidence of a volume's memory; undefined where it holds no facts about names. */
export const volumeEvidence: (memory: VolumeMemory) => VolumeEvidence | undefined = madeOnce((memory) => {
  const facts = memory.documents.map(({ names }) => names).filter((names) => names !== undefined);
  return facts.length > 1 ? evidenceOf(facts) : undefined;
});

/** What the other documents of a volume say. */
export interface OtherDocuments {
  /** How many of them name a person (by id) in full. */
  inFull(id: string): number;
  /** How they use a folded word; undefined where no document of the volume uses it as a name. */
  word(fold: string): WordUse | undefined;
}

/** The evidence of the other documents: a document's own part is taken off. */
export function withoutOwn(all: VolumeEvidence, { inFull, words }: DocumentContext): OtherDocuments {
  return {
    inFull: (id) => Math.max(0, (all.inFull.get(id) ?? 0) - (inFull.has(id) ? 1 : 0)),
    word: (fold) => {
      const own = words.get(fold);
      const sum = all.words.get(fold);
      return own && sum ? less(sum, own) : sum;
    },
  };
}
