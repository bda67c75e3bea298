/** Makes `src/models/parties.json`: what of a heading's sender and recipient is tagged. */

import { candidates } from '../resolve/parties/candidates.js';
import { readHeading } from '../resolve/parties/head.js';
import { isLate } from '../resolve/profile.js';
import { type Example, trainBinary } from './adagrad.js';
import type { GoldDocument } from './gold.js';
import { trainingDocuments, writeModel } from './model-file.js';
import { goldRegions } from './regions.js';

/** The gold's tags of sender and recipient, as `element start end role`. */
export function goldParties(gold: GoldDocument): Set<string> {
  const out = new Set<string>();
  for (const { name, attributes, start, end, note } of gold.elements) {
    const { type } = attributes;
    if (note === undefined && (type === 'from' || type === 'to')) out.add(`${name} ${start} ${end} ${type}`);
  }
  return out;
}

function examplesOf(gold: GoldDocument): Example[] {
  const wanted = goldParties(gold);
  const late = isLate(gold.volume);
  const weight = gold.genre === 'telegram' ? 2 : 1;
  return goldRegions(gold)
    .filter((region) => region.type === 'head')
    .flatMap((region) => {
      const heading = readHeading(region.text);
      return heading.parties.flatMap((party) =>
        candidates(region.text, heading, party, late).map((candidate) => {
          const { element, start, end, features } = candidate;
          const key = `${element} ${region.start + start} ${region.start + end} ${party.role}`;
          return { features, yes: wanted.has(key), weight };
        }),
      );
    });
}

/** Learn the weights of candidates. */
export function learnParties(documents: readonly GoldDocument[]): Record<string, number> {
  const examples = documents.flatMap(examplesOf);
  const seen = new Map<string, number>();
  for (const { features } of examples) for (const f of features) seen.set(f, (seen.get(f) ?? 0) + 1);
  const frequent = examples.map((e) => ({ ...e, features: e.features.filter((f) => seen.get(f)! >= 5) }));
  return trainBinary(frequent, { epochs: 6, rate: 0.15, l2: 1e-5 }).export(0.05, 2);
}

export function trainParties(volumes: readonly string[]): void {
  const { documents, trainedOn } = trainingDocuments(volumes);
  writeModel('parties', trainedOn, { weights: learnParties(documents) });
}
