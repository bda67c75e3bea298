/** Makes `src/models/references.json`: which of the possible links of a citation the edition makes. */

import { seriesOf } from '../resolve/profile.js';
import { pageIn, type ReferenceContext, referenceCandidates, weigh } from '../resolve/references/index.js';
import { type Example, trainBinary } from './adagrad.js';
import type { GoldDocument } from './gold.js';
import { trainingDocuments, writeModel } from './model-file.js';
import { goldRegions } from './regions.js';

export function referenceContext(gold: GoldDocument): ReferenceContext {
  const page = pageIn(gold.text);
  return { volume: gold.volume, id: gold.id, series: seriesOf(gold.volume), ...(page !== undefined && { page }) };
}

/** The gold's links: span → target. */
export function goldReferences(gold: GoldDocument): Map<string, string> {
  const refs = gold.elements.filter((e) => e.name === 'ref' && e.end > e.start);
  return new Map(refs.map((e) => [`${e.start} ${e.end}`, e.attributes.target ?? '']));
}

function examplesOf(gold: GoldDocument): Example[] {
  const wanted = goldReferences(gold);
  const weight = gold.genre === 'telegram' ? 1.5 : 1;
  return referenceCandidates(goldRegions(gold), referenceContext(gold)).flatMap(({ region, group }) =>
    group.flatMap(({ start, end, target, features }) => {
      const tagged = wanted.get(`${region.start + start} ${region.start + end}`);
      // Linked, but elsewhere: says nothing on whether to link.
      return tagged !== undefined && tagged !== target ? [] : [{ features, yes: tagged === target, weight }];
    }),
  );
}

/** Learn the weights of candidates. */
function learnWeights(documents: readonly GoldDocument[]): Record<string, number> {
  const examples = documents.flatMap(examplesOf);
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1);
  const frequent = examples.map((e) => ({ ...e, features: e.features.filter((f) => seen.get(f)! >= 3) }));
  return trainBinary(frequent, { epochs: 8, rate: 0.15, l2: 3e-5 }).export(0.05, 2);
}

/** Above this a link counts as one that the weights are sure of. */
const SURE = 0.95;

/** Count links of each kind that weights are sure of, and how many of them the edition has. */
function tally(
  documents: readonly GoldDocument[],
  weights: Record<string, number>,
  counts: Map<string, [number, number]>,
): void {
  for (const gold of documents) {
    const wanted = goldReferences(gold);
    for (const { region, chosen } of weigh(goldRegions(gold), referenceContext(gold), weights)) {
      for (const { candidate, p } of chosen) {
        if (p < SURE) continue;
        const { kind, start, end, target } = candidate;
        const [right, all] = counts.get(kind) ?? [0, 0];
        const found = wanted.get(`${region.start + start} ${region.start + end}`) === target;
        counts.set(kind, [right + (found ? 1 : 0), all + 1]);
      }
    }
  }
}

const FOLDS = 4;

/** Kinds with fewer sure links keep the common ceiling. */
const ENOUGH = 30;

/** Learn from three quarters of the volumes, count in the rest, four times. */
function learnCeilings(documents: readonly GoldDocument[]): Record<string, number> {
  const volumes = [...new Set(documents.map((gold) => gold.volume))].sort();
  const counts = new Map<string, [number, number]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(volumes.filter((_, i) => i % FOLDS === fold));
    const weights = learnWeights(documents.filter((gold) => !held.has(gold.volume)));
    const rest = documents.filter((gold) => held.has(gold.volume));
    tally(rest, weights, counts);
  }
  const enough = [...counts].filter(([, [, all]]) => all >= ENOUGH);
  const kinds = enough.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kinds.map(([kind, [right, all]]) => [kind, Number(((right + 1) / (all + 2)).toFixed(4))]));
}

export interface LearntReferences {
  readonly ceilings: Record<string, number>;
  readonly weights: Record<string, number>;
}

export function learnReferences(documents: readonly GoldDocument[]): LearntReferences {
  return { ceilings: learnCeilings(documents), weights: learnWeights(documents) };
}

if (process.argv[1]?.endsWith('references.js')) {
  const { documents, trainedOn } = trainingDocuments();
  writeModel('references', trainedOn, learnReferences(documents));
}
