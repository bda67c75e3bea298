/** How a word that may be a name is used in a text: what tells King from the king. */

import { TITLES } from '../../authority/titles.js';
import type { Token } from '../tokens.js';
import type { Cluster } from './candidates.js';

/** Counts of one folded word. */
export interface WordUse {
  /** As (part of) a possible name. */
  total: number;
  /** After a title or a forename of the person: `Mr. King`, `Gordon King`. */
  titled: number;
  /** After an article: `the King`. */
  article: number;
  /** In lower case: `the king`. */
  lower: number;
}

const ARTICLES = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'this', 'no', 'all', 'any', 'some']);

/** Uses by folded word, for the words that begin the core of a reading. */
export function wordUses(tokens: readonly Token[], clusters: readonly Cluster[]): Map<string, WordUse> {
  const uses = new Map<string, WordUse>();
  for (const { candidates } of clusters) {
    const words = new Set<number>();
    for (const { core, first, last, given } of candidates) {
      if (last > core || words.has(core)) continue;
      words.add(core);
      const token = tokens[core]!;
      const use = uses.get(token.fold) ?? { total: 0, titled: 0, article: 0, lower: 0 };
      const before = token.gap === 'space' || token.gap === 'stop' ? tokens[first - 1] : undefined;
      use.total++;
      if (given.length > 0 || (before && before.shape !== 'l' && TITLES.has(before.fold))) use.titled++;
      else if (before && ARTICLES.has(before.fold)) use.article++;
      uses.set(token.fold, use);
    }
  }
  for (const token of tokens) {
    if (token.shape !== 'l') continue;
    const use = uses.get(token.fold);
    if (use) use.lower++;
  }
  return uses;
}

/** Add the uses of one text to those of many. */
export function addUses(
  total: Map<string, WordUse>,
  uses: Iterable<readonly [string, WordUse]>,
  sign: 1 | -1 = 1,
): void {
  for (const [word, use] of uses) {
    const sum = total.get(word) ?? { total: 0, titled: 0, article: 0, lower: 0 };
    total.set(word, {
      total: Math.max(0, sum.total + sign * use.total),
      titled: Math.max(0, sum.titled + sign * use.titled),
      article: Math.max(0, sum.article + sign * use.article),
      lower: Math.max(0, sum.lower + sign * use.lower),
    });
  }
}
