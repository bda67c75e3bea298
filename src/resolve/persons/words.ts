/** How a word that may be a name is used in a text: what tells King from the king. */

import { SUFFIXES, TITLES } from '../../authority/titles.js';
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
  /** Right before another word with a capital: `Tel Aviv`, `King Paul`. */
  led: number;
}

const ARTICLES = new Set(['the', 'a', 'an', 'his', 'her', 'their', 'this', 'no', 'all', 'any', 'some']);

/** Whether a word stands right before another one with a capital. */
export function leads(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  return next?.gap === 'space' && next.shape === 'c' && !tokens[at]!.possessive && !SUFFIXES.has(next.fold);
}

/** Uses by folded word, for the words that begin the core of a reading. */
export function wordUses(tokens: readonly Token[], clusters: readonly Cluster[]): Map<string, WordUse> {
  const uses = new Map<string, WordUse>();
  for (const { candidates } of clusters) {
    const words = new Set<number>();
    for (const { core, first, last, given } of candidates) {
      if (last > core || words.has(core)) continue;
      words.add(core);
      const token = tokens[core]!;
      const use = uses.get(token.fold) ?? { total: 0, titled: 0, article: 0, lower: 0, led: 0 };
      const before = token.gap === 'space' || token.gap === 'stop' ? tokens[first - 1] : undefined;
      use.total++;
      if (leads(tokens, last)) use.led++;
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
export function addUses(sums: Map<string, WordUse>, uses: Iterable<readonly [string, WordUse]>): void {
  for (const [word, { total, titled, article, lower, led }] of uses) {
    const sum = sums.get(word);
    if (!sum) {
      sums.set(word, { total, titled, article, lower, led });
      continue;
    }
    sum.total += total;
    sum.titled += titled;
    sum.article += article;
    sum.lower += lower;
    sum.led += led;
  }
}

/** Uses without those of one text. */
export const less = (sum: WordUse, own: WordUse): WordUse => ({
  total: Math.max(0, sum.total - own.total),
  titled: Math.max(0, sum.titled - own.titled),
  article: Math.max(0, sum.article - own.article),
  lower: Math.max(0, sum.lower - own.lower),
  led: Math.max(0, sum.led - own.led),
});
