/** Training of the model that decides where a term of a list is meant. */

import { isCommonWord } from '../authority/words.js';
import { type TermCluster, termClusters } from '../resolve/terms/candidates.js';
import { termFeatures, termSpan } from '../resolve/terms/features.js';
import { termTrie } from '../resolve/terms/forms.js';
import { type Token, tokensOf } from '../resolve/tokens.js';
import type { Interner } from './choice.js';
import { align, type CorpusRecord, type GoldDocument, readVolume } from './gold.js';
import { type ListedExample, trainListed, type VolumeExamples } from './listed.js';
import { corpusAuthority } from './persons.js';
import { goldRegions } from './regions.js';

export interface GoldTerm {
  readonly start: number;
  readonly end: number;
  readonly id: string;
}

/** Gold terms; a page break at the beginning is no part of one. */
export function goldTerms(gold: GoldDocument): GoldTerm[] {
  return gold.elements
    .filter((e) => e.name === 'gloss' && e.attributes.target !== undefined && e.end > e.start)
    .map((e) => {
      const skip = /^(\[Page [^\]]*\]\s*)?/.exec(gold.text.slice(e.start, e.end))![0].length;
      return { start: e.start + skip, end: e.end, id: e.attributes.target!.replace(/^#/, '') };
    });
}

export interface TermCase {
  readonly gold: GoldDocument;
  readonly tokens: readonly Token[];
  readonly clusters: readonly TermCluster[];
}

/** Every document of a volume with its clusters. */
export function termCases(folder: string, volume: string, keep: (record: CorpusRecord) => boolean): TermCase[] {
  const root = termTrie(corpusAuthority(folder, volume).terms);
  return readVolume(folder, volume)
    .filter(keep)
    .map(align)
    .filter((gold) => gold !== undefined)
    .map((gold) => {
      const tokens = tokensOf(gold.text, goldRegions(gold));
      return { gold, tokens, clusters: termClusters(tokens, root) };
    });
}

/** The option that the gold chose: a candidate, or none (the option after them). */
function rightOption(cluster: TermCluster, tokens: readonly Token[], terms: readonly GoldTerm[]): number | undefined {
  const { candidates } = cluster;
  const [from, to] = [tokens[cluster.first]!.start, tokens[cluster.last]!.end];
  const over = terms.filter((t) => t.start < to && t.end > from);
  if (over.length === 0) return candidates.length;
  const at = candidates.findIndex((c) => {
    const { start, end } = termSpan(tokens, c);
    return over.some((t) => t.id === c.term.id && t.start === start && t.end === end);
  });
  return at < 0 ? undefined : at;
}

export function termExamples(cases: readonly TermCase[], interner: Interner): ListedExample[] {
  const examples: ListedExample[] = [];
  const counts = new Map<string, number>();
  const nameOf = (cluster: TermCluster): string => cluster.candidates[0]!.form;
  for (const { clusters } of cases) for (const c of clusters) counts.set(nameOf(c), (counts.get(nameOf(c)) ?? 0) + 1);
  for (const { gold, tokens, clusters } of cases) {
    const terms = goldTerms(gold);
    for (const cluster of clusters) {
      const right = rightOption(cluster, tokens, terms);
      if (right === undefined) continue;
      const options = termFeatures(cluster, tokens, gold.text).map((f) => interner.of(f));
      const word = isCommonWord(tokens[cluster.first]!.fold);
      const weight = counts.get(nameOf(cluster))! ** -0.5;
      examples.push({ options, right, weight, links: cluster.candidates.length, word });
    }
  }
  return examples;
}

function volumeExamples(folder: string, volume: string, interner: Interner): VolumeExamples | undefined {
  const cases = termCases(folder, volume, () => true);
  const clusters = cases.reduce((n, c) => n + c.clusters.length, 0);
  const tagged = cases.reduce((n, c) => n + goldTerms(c.gold).length, 0);
  if (tagged === 0 || tagged < clusters / 10) return undefined;
  const examples = termExamples(cases, interner);
  return { volume, documents: cases.length, examples };
}

if (process.argv[1]?.endsWith('terms.js')) trainListed('terms', volumeExamples);
