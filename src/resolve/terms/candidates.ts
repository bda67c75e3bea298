/** Where terms of a list may stand: clusters of overlapping readings. */

import type { Term } from '../../authority/types.js';
import type { Token } from '../tokens.js';
import type { TermForm, TermTrie } from './forms.js';

export interface TermCandidate {
  readonly term: Term;
  readonly form: string;
  /** Tokens `first…last`; `plural`: the last one ends with an s that is no part of the form. */
  readonly first: number;
  readonly last: number;
  readonly plural: boolean;
}

export interface TermCluster {
  readonly candidates: readonly TermCandidate[];
  readonly first: number;
  readonly last: number;
}

const JOINS = new Set<Token['gap']>(['none', 'space', 'hyphen', 'slash', 'stop', 'and']);

/** The pronoun I and the article A: no term where a word in lower case goes on the sentence. */
function isWord(tokens: readonly Token[], i: number): boolean {
  const { fold } = tokens[i]!;
  const next = tokens[i + 1];
  return (fold === 'i' || fold === 'a') && next?.gap === 'space' && next.shape === 'l';
}

/** All clusters of a document's tokens, in order. */
export function termClusters(tokens: readonly Token[], root: TermTrie): TermCluster[] {
  const clusters: TermCluster[] = [];
  let group: TermCandidate[] = [];
  let first = 0;
  let last = -1;
  const close = (): void => {
    if (group.length > 0) clusters.push({ candidates: group, first, last });
    group = [];
  };
  for (let i = 0; i < tokens.length; i++) {
    if (isWord(tokens, i)) continue;
    const found: TermCandidate[] = [];
    const take = (forms: readonly TermForm[], at: number, plural: boolean): void => {
      for (const { term, form } of forms) found.push({ term, form, first: i, last: at, plural });
    };
    let at: TermTrie | undefined = root;
    for (let j = i; j < tokens.length; j++) {
      const token = tokens[j]!;
      if (j > i && (!JOINS.has(token.gap) || tokens[j - 1]!.possessive)) break;
      if (token.fold.length > 2 && token.text.endsWith('s')) {
        const single: TermTrie | undefined = at.next.get(token.fold.slice(0, -1));
        if (single) take(single.forms, j, true);
      }
      at = at.next.get(token.fold);
      if (!at) break;
      take(at.forms, j, false);
    }
    if (found.length === 0) continue;
    if (i > last) {
      close();
      first = i;
    }
    group.push(...best(found));
    last = Math.max(last, ...found.map((c) => c.last));
  }
  close();
  return clusters;
}

/** Of readings of one term from one token, the longest; the form as spelt before its plural. */
function best(found: readonly TermCandidate[]): TermCandidate[] {
  const chosen = new Map<Term, TermCandidate>();
  for (const candidate of found) {
    const other = chosen.get(candidate.term);
    if (!other || candidate.last > other.last || (candidate.last === other.last && other.plural && !candidate.plural)) {
      chosen.set(candidate.term, candidate);
    }
  }
  return [...chosen.values()];
}
