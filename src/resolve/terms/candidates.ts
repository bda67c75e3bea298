/** Where terms of a list may stand: clusters of overlapping readings. */

import type { Term } from '../../authority/types.js';
import type { Token } from '../tokens.js';
import type { Trie } from '../trie.js';
import type { FormFacts } from './form-facts.js';
import type { TermForm, TermIndex } from './forms.js';

export interface TermCandidate {
  readonly term: Term;
  readonly form: string;
  readonly facts: FormFacts;
  /** Tokens `first…last`; `plural`: the last one ends with an s that is no part of the form. */
  readonly first: number;
  readonly last: number;
  readonly plural: boolean;
  /** The text has a letter more or less than the form. */
  readonly near?: true;
}

export interface TermCluster {
  readonly candidates: readonly TermCandidate[];
  readonly first: number;
  readonly last: number;
}

/** Most words begin no term. */
const NONE: readonly TermCandidate[] = [];

const JOINS = new Set<Token['gap']>(['none', 'space', 'hyphen', 'slash', 'stop', 'and']);

/** `p.m.` is no PM; the pronoun I and the article A are no terms where a word in lower case goes on the sentence. */
function isWord(tokens: readonly Token[], i: number): boolean {
  const { fold, shape } = tokens[i]!;
  if (fold.length > 1) return false;
  if (shape === 'l' && tokens[i + 1]?.gap === 'stop') return true;
  const next = tokens[i + 1];
  return (fold === 'i' || fold === 'a') && next?.gap === 'space' && next.shape === 'l';
}

/** All clusters of a document's tokens, in order. */
export function termClusters(tokens: readonly Token[], { root, mayBegin, near }: TermIndex): TermCluster[] {
  const clusters: TermCluster[] = [];
  let group: TermCandidate[] = [];
  let first = 0;
  let last = -1;
  for (let i = 0; i < tokens.length; i++) {
    const { fold, word, shape } = tokens[i]!;
    // Only what has capitals may be a form misprinted.
    if ((shape === 'l' || shape === 'd') && !mayBegin(word)) continue;
    const start = root.next.get(fold);
    if (start && isWord(tokens, i)) continue;
    let found = NONE;
    if (start || (word.singular !== undefined && root.next.has(word.singular)))
      found = readings(tokens, i, root, start);
    if (found.length === 0 && !start) found = nearReadings(tokens, i, near);
    if (found.length === 0) continue;
    if (i > last) {
      if (group.length > 0) clusters.push({ candidates: group, first, last });
      group = [];
      first = i;
    }
    for (const candidate of best(found)) {
      group.push(candidate);
      if (candidate.last > last) last = candidate.last;
    }
  }
  if (group.length > 0) clusters.push({ candidates: group, first, last });
  return clusters;
}

/** Readings that begin with token `i`; `start` is where its word leads. */
function readings(
  tokens: readonly Token[],
  i: number,
  root: Trie<TermForm>,
  start: Trie<TermForm> | undefined,
): TermCandidate[] {
  const found: TermCandidate[] = [];
  const take = (forms: readonly TermForm[], last: number, plural: boolean): void => {
    for (const { term, form, facts } of forms) found.push({ term, form, facts, first: i, last, plural });
  };
  let at: Trie<TermForm> | undefined = root;
  for (let j = i; j < tokens.length; j++) {
    const token = tokens[j]!;
    if (j > i && (!JOINS.has(token.gap) || tokens[j - 1]!.possessive)) break;
    const { singular } = token.word;
    const single: Trie<TermForm> | undefined = singular === undefined ? undefined : at.next.get(singular);
    if (single) take(single.forms, j, true);
    at = j === i ? start : at.next.get(token.fold);
    if (!at) break;
    take(at.forms, j, false);
  }
  return found;
}

/** Abbreviations of one word that lack a letter of a form, or have one too many. */
function nearReadings(tokens: readonly Token[], i: number, near: TermIndex['near']): readonly TermCandidate[] {
  const { fold: word, shape, text } = tokens[i]!;
  if (word.length < 5 || near.size === 0 || !(shape === 'u' || (shape === 'c' && /\p{Ll}\p{Lu}/u.test(text))))
    return NONE;
  const forms = near.get(word);
  if (!forms) return NONE;
  return forms.map(({ term, form, facts }) => ({ term, form, facts, first: i, last: i, plural: false, near: true }));
}

/** Of readings of one term from one token, the longest; the form as spelt before its plural. */
function best(found: readonly TermCandidate[]): readonly TermCandidate[] {
  if (found.length < 2) return found;
  const chosen = new Map<Term, TermCandidate>();
  for (const candidate of found) {
    const other = chosen.get(candidate.term);
    if (!other || candidate.last > other.last || (candidate.last === other.last && other.plural && !candidate.plural)) {
      chosen.set(candidate.term, candidate);
    }
  }
  return [...chosen.values()];
}
