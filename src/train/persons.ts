/** Training of the model that decides which person of a list is named. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readAuthority } from '../authority/read.js';
import type { Authority } from '../authority/types.js';
import { type Candidate, type Cluster, clustersOf } from '../resolve/persons/candidates.js';
import { documentContext } from '../resolve/persons/context.js';
import { evidenceOf, factsFrom, withoutOwn } from '../resolve/persons/evidence.js';
import { factsOf } from '../resolve/persons/facts.js';
import { featuresOf } from '../resolve/persons/features.js';
import { noHistory, pass } from '../resolve/persons/history.js';
import { nameIndex } from '../resolve/persons/names.js';
import { habitsOf } from '../resolve/persons/worth.js';
import { seriesOf } from '../resolve/profile.js';
import { type Token, tokensOf } from '../resolve/tokens.js';
import type { Interner } from './choice.js';
import { align, type CorpusRecord, type GoldDocument, readVolume } from './gold.js';
import { type ListedExample, trainListed, type VolumeExamples } from './listed.js';
import { goldRegions } from './regions.js';

/** A volume's lists, as the corpus has them. */
export function corpusAuthority(folder: string, volume: string): Authority {
  const name = join(folder, 'authority', `${volume}.xml`);
  return readAuthority([{ name, text: readFileSync(name, 'utf8') }]);
}

export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly id: string | undefined;
}

/** Gold names of persons; a page break at the beginning is no part of a name. */
export function goldMentions(gold: GoldDocument): GoldMention[] {
  return gold.elements
    .filter((e) => e.name === 'persName' && e.end > e.start)
    .map((e) => {
      const skip = /^(\[Page [^\]]*\]\s*)?/.exec(gold.text.slice(e.start, e.end))![0].length;
      const id = e.attributes.corresp?.replace(/^#/, '');
      return { start: e.start + skip, end: e.end, id };
    });
}

/** The right option of a cluster: a candidate, the option after them (nobody), or the one after that (open). */
export function rightOption(
  cluster: Cluster,
  tokens: readonly Token[],
  mentions: readonly GoldMention[],
): number | undefined {
  const { candidates } = cluster;
  const [from, to] = [tokens[cluster.first]!.start, tokens[cluster.last]!.end];
  const over = mentions.filter((m) => m.start < to && m.end > from);
  if (over.length === 0) return candidates.length;
  for (const { id, start, end } of over) {
    const at = candidates.findIndex(
      (c) => c.person.id === id && tokens[c.first]!.start < end && tokens[c.last]!.end > start,
    );
    if (at >= 0) return at;
  }
  if (over.every((m) => m.id === undefined)) return candidates.length + 1;
  return undefined;
}

export interface GoldCase {
  readonly gold: GoldDocument;
  readonly tokens: readonly Token[];
  readonly clusters: readonly Cluster[];
  readonly input: Parameters<typeof featuresOf>[1];
}

/** Every document of a volume with its clusters, under the evidence of the volume's other documents. */
export function goldCases(folder: string, volume: string, keep: (record: CorpusRecord) => boolean): GoldCase[] {
  const { persons } = corpusAuthority(folder, volume);
  if (persons.length === 0) return [];
  const index = nameIndex(persons);
  const facts = factsOf(persons);
  const series = seriesOf(volume);
  const read = readVolume(folder, volume)
    .filter(keep)
    .map(align)
    .filter((gold) => gold !== undefined)
    .map((gold) => {
      const tokens = tokensOf(gold.text, goldRegions(gold));
      const clusters = clustersOf(tokens, index);
      return { gold, tokens, clusters, document: documentContext(tokens, clusters) };
    });
  const all = evidenceOf(read.map(({ document }) => factsFrom(document)));
  return read.map(({ gold, tokens, clusters, document }) => {
    const evidence = withoutOwn(all, document);
    const known = (c: Candidate) => facts.get(c.person.id)!;
    const input = { tokens, document, facts: known, evidence, history: noHistory(), series };
    return { gold, tokens, clusters, input };
  });
}

/** Examples of a volume. Volumes whose documents were never tagged teach nothing and are left out. */
export function personExamples(cases: readonly GoldCase[], interner: Interner): ListedExample[] {
  const examples: ListedExample[] = [];
  const counts = new Map<string, number>();
  const wordOf = (cluster: Cluster, tokens: readonly Token[]): string => tokens[cluster.candidates[0]!.core]!.fold;
  for (const { tokens, clusters } of cases) {
    for (const cluster of clusters) counts.set(wordOf(cluster, tokens), (counts.get(wordOf(cluster, tokens)) ?? 0) + 1);
  }
  for (const [at, { gold, tokens, clusters, input: full }] of cases.entries()) {
    // Every other document learns without the folder's evidence, for texts that come alone.
    const input = at % 2 === 0 ? full : { ...full, evidence: undefined };
    const mentions = goldMentions(gold);
    for (const cluster of clusters) {
      const options = featuresOf(cluster, input).map((f) => interner.of(f));
      const habits = cluster.candidates.map((candidate) => habitsOf(candidate, cluster, input));
      pass(input.history, cluster, tokens);
      const right = rightOption(cluster, tokens, mentions);
      if (right === undefined) continue;
      // A name that fills a volume says less each time about names at large.
      const weight = (counts.get(wordOf(cluster, tokens)) ?? 1) ** -0.5;
      examples.push({ options, right, weight, habits, telegram: gold.genre === 'telegram' });
    }
  }
  return examples;
}

/** Examples of every volume whose documents are tagged; in the others nothing can be learned. */
function volumeExamples(folder: string, volume: string, interner: Interner): VolumeExamples | undefined {
  const cases = goldCases(folder, volume, () => true);
  const clusters = cases.reduce((n, c) => n + c.clusters.length, 0);
  const linked = cases.reduce((n, c) => n + goldMentions(c.gold).filter((m) => m.id !== undefined).length, 0);
  if (linked === 0 || linked < clusters / 5) return undefined;
  const examples = personExamples(cases, interner);
  return { volume, documents: cases.length, examples };
}

export const trainPersons = (volumes: readonly string[]): void => trainListed('persons', volumes, volumeExamples);
