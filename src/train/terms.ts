/** Training of the model that decides where a term of a list is meant. */

import type { Authority } from '../authority/types.js';
import { literal } from '../features/hashed.js';
import { type NamedWeights, packWeights } from '../features/weights.js';
import { calibrate, softmax } from '../resolve/choice.js';
import { seriesOf } from '../resolve/profile.js';
import { type TermCluster, termClusters } from '../resolve/terms/candidates.js';
import { handOf, LEFT_OUT, termFeatures, termSpan, Uses } from '../resolve/terms/features.js';
import { termIndex } from '../resolve/terms/forms.js';
import type { TermModel } from '../resolve/terms/index.js';
import { type Token, tokensOf } from '../resolve/tokens.js';
import { isotonic, type Outcome } from './calibrate.js';
import { type ChoiceExample, Interner, trainChoice } from './choice.js';
import { align, type CorpusRecord, corpusFolder, type GoldDocument, readVolume } from './gold.js';
import { provenance, writeModel } from './model-file.js';
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
  const index = termIndex(corpusAuthority(folder, volume).terms);
  return readVolume(folder, volume)
    .filter(keep)
    .map(align)
    .filter((gold) => gold !== undefined)
    .map((gold) => {
      const tokens = tokensOf(gold.text, goldRegions(gold));
      return { gold, tokens, clusters: termClusters(tokens, index) };
    });
}

/** The option that the gold chose: a candidate, or none (the option after them). */
function rightOption(
  cluster: TermCluster,
  tokens: readonly Token[],
  terms: readonly GoldTerm[],
  text: string,
): number | undefined {
  const { candidates } = cluster;
  const [from, to] = [tokens[cluster.first]!.start, tokens[cluster.last]!.end];
  const over = terms.filter((t) => t.start < to && t.end > from);
  if (over.length === 0) return candidates.length;
  const at = candidates.findIndex((c) => {
    const { start, end } = termSpan(tokens, c, text);
    return over.some((t) => t.id === c.term.id && t.start === start && t.end === end);
  });
  return at < 0 ? undefined : at;
}

/** One choice of a cluster's reading; the last option is “none”. */
interface TermExample extends ChoiceExample {
  readonly telegram: boolean;
}

/** The examples of one volume. */
interface VolumeExamples {
  readonly volume: string;
  readonly documents: number;
  readonly examples: readonly TermExample[];
}

const nameOf = (cluster: TermCluster): string => cluster.candidates[0]!.form;

/** A form that a volume uses so often and tags nowhere was left out of the tagging once, not each time. */
const OFTEN = 20;

/** How much a cluster of a volume counts: the more often its form is used, the less each use. */
function weights(cases: readonly TermCase[]): (cluster: TermCluster) => number {
  const counts = new Map<string, number>();
  const tagged = new Set<string>();
  for (const { gold, tokens, clusters } of cases) {
    const terms = goldTerms(gold);
    for (const cluster of clusters) {
      const name = nameOf(cluster);
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (rightOption(cluster, tokens, terms, gold.text) !== cluster.candidates.length) tagged.add(name);
    }
  }
  return (cluster) => {
    const name = nameOf(cluster);
    const count = counts.get(name)!;
    return count ** (count >= OFTEN && !tagged.has(name) ? -1 : -0.5);
  };
}

function termExamples(
  volume: string,
  authority: Authority,
  cases: readonly TermCase[],
  interner: Interner,
): TermExample[] {
  const examples: TermExample[] = [];
  const weightOf = weights(cases);
  const series = literal(seriesOf(volume));
  const hand = handOf(authority);
  for (const { gold, tokens, clusters } of cases) {
    const terms = goldTerms(gold);
    const uses = new Uses();
    const setting = { tokens, text: gold.text, series, hand };
    for (const cluster of clusters) {
      const features = termFeatures(cluster, uses, setting);
      uses.add(cluster);
      const right = rightOption(cluster, tokens, terms, gold.text);
      if (right === undefined) continue;
      const options = features.map((f) => interner.of(f));
      examples.push({ options, right, weight: weightOf(cluster), telegram: gold.genre === 'telegram' });
    }
  }
  return examples;
}

function volumeExamples(folder: string, volume: string, interner: Interner): VolumeExamples | undefined {
  const cases = termCases(folder, volume, () => true);
  const clusters = cases.reduce((n, c) => n + c.clusters.length, 0);
  const tagged = cases.reduce((n, c) => n + goldTerms(c.gold).length, 0);
  // A volume whose terms nobody tagged teaches nothing.
  if (tagged === 0 || tagged < clusters / 10) return undefined;
  return {
    volume,
    documents: cases.length,
    examples: termExamples(volume, corpusAuthority(folder, volume), cases, interner),
  };
}

const FOLDS = 3;

/** More epochs learn the habits of single volumes. */
const LEARNING = { epochs: 3 };

/** What a model says of volumes that it has not seen: the best reading of each cluster of telegrams, and whether it is right. */
function judged(volumes: readonly VolumeExamples[], weights: Float64Array): (Outcome & { readonly gold: boolean })[] {
  return volumes.flatMap(({ examples }) =>
    examples
      .filter(({ telegram }) => telegram)
      .map(({ options, right }) => {
        const p = softmax(options.map((features) => features.reduce((sum, f) => sum + weights[f]!, 0)));
        let best = 0;
        for (let i = 1; i < p.length - 1; i++) if (p[i]! > p[best]!) best = i;
        return { p: p[best]!, right: best === right, gold: right < p.length - 1 };
      }),
  );
}

/** The probability from which on marking gains most F1. */
function bestThreshold(outcomes: readonly (Outcome & { readonly gold: boolean })[]): number {
  const sorted = [...outcomes].sort((a, b) => b.p - a.p);
  const gold = outcomes.filter((o) => o.gold).length;
  let [right, marked, best, at] = [0, 0, 0, 0.5];
  for (const o of sorted) {
    marked++;
    if (o.right) right++;
    const f1 = (2 * right) / (marked + gold);
    if (f1 > best) [best, at] = [f1, o.p];
  }
  return at;
}

const round = (x: number): number => Number(x.toFixed(4));

/**
 * What forms of brackets (`NAT(O)`) and forms with other full stops than the list's (`U.N.` for UN) weigh: enough to outweigh any form that is
 * known. It is given, not learned, as there are too few such volumes. On volumes held back, five lists of seven have no form of a bracket
 * tagged, and of 767 uses with other full stops that the rest of the weights chose 3 were tagged.
 */
const SELDOM = -8;

const learn = (examples: readonly TermExample[], names: readonly string[]): Record<string, number> => ({
  ...trainChoice(examples, names, LEARNING),
  [LEFT_OUT]: SELDOM,
});

function learnTerms(
  volumes: readonly VolumeExamples[],
  interner: Interner,
): Omit<TermModel, 'trainedOn'> & { readonly weights: NamedWeights } {
  const outcomes = Array.from({ length: FOLDS }, (_, fold) => {
    const seen = volumes.filter((_, i) => i % FOLDS !== fold).flatMap((v) => v.examples);
    const weights = learn(seen, interner.names);
    const w = Float64Array.from(interner.names, (name) => weights[name] ?? 0);
    return judged(
      volumes.filter((_, i) => i % FOLDS === fold),
      w,
    );
  }).flat();
  const all = learn(
    volumes.flatMap((v) => v.examples),
    interner.names,
  );
  const steps = isotonic(outcomes, 200);
  const calibration = steps
    .filter((_, i) => i % Math.ceil(steps.length / 40) === 0 || i === steps.length - 1)
    .map(({ p, value }) => ({ p: round(p), value: round(value) }));
  return { threshold: round(calibrate(calibration, bestThreshold(outcomes))), calibration, weights: all };
}

export function trainTerms(volumes: readonly string[]): void {
  const interner = new Interner();
  const examples = volumes
    .map((volume) => volumeExamples(corpusFolder(), volume, interner))
    .filter((v) => v !== undefined);
  const documents = examples.reduce((n, v) => n + v.documents, 0);
  const trainedOn = provenance(
    examples.map((v) => v.volume),
    documents,
  );
  const model = learnTerms(examples, interner);
  writeModel('terms', trainedOn, { ...model, weights: packWeights(model.weights) });
}
