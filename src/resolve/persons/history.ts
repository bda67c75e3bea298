/** What has been named before a place in a document, in the order of its text. */

import type { Token } from '../tokens.js';
import type { Cluster } from './candidates.js';

export interface History {
  /** How many clusters a person (by id) was a candidate of. */
  readonly mentions: Map<string, number>;
  /** By folded word: the person whom it named last together with forenames. */
  readonly inFull: Map<string, string>;
}

export const noHistory = (): History => ({ mentions: new Map(), inFull: new Map() });

/** Take a cluster into the history. */
export function pass({ mentions, inFull }: History, { candidates }: Cluster, tokens: readonly Token[]): void {
  for (const { person, given, core } of candidates) {
    mentions.set(person.id, (mentions.get(person.id) ?? 0) + 1);
    if (given.length > 0) inFull.set(tokens[core]!.fold, person.id);
  }
}
