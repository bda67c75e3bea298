/** Makes `src/models/references.json`: which of the possible links of a citation the edition makes. */

import { seriesOf } from '../resolve/profile.js';
import { pageIn, type ReferenceContext, referenceCandidates } from '../resolve/references/index.js';
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
export function learnReferences(documents: readonly GoldDocument[]): Record<string, number> {
  const examples = documents.flatMap(examplesOf);
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1);
  const frequent = examples.map((e) => ({ ...e, features: e.features.filter((f) => seen.get(f)! >= 3) }));
  return trainBinary(frequent, { epochs: 8, rate: 0.15, l2: 3e-5 }).export(0.05, 2);
}

if (process.argv[1]?.endsWith('references.js')) {
  const { documents, trainedOn } = trainingDocuments();
  writeModel('references', trainedOn, { weights: learnReferences(documents) });
}
