/** Makes `src/models/references.json`: which of the possible links of a citation the edition makes, and how notes are counted. */

import { seriesOf } from '../resolve/profile.js';
import { pageIn, type ReferenceContext, referenceCandidates, weigh } from '../resolve/references/index.js';
import { type ChoiceExample, Interner, trainChoice } from './choice.js';
import type { GoldDocument } from './gold.js';
import { trainingDocuments, writeModel } from './model-file.js';
import { learnNumbering, shiftsOf } from './numbering.js';
import { goldRegions } from './regions.js';

interface Lesson {
  readonly gold: GoldDocument;
  readonly context: ReferenceContext;
  /** The gold's links: span → target. */
  readonly links: ReadonlyMap<string, string>;
}

function lessonOf(gold: GoldDocument, shifts: ReadonlyMap<string, 0 | 1>): Lesson {
  const { volume, id, text, elements } = gold;
  const page = pageIn(text);
  const shift = shifts.get(volume) ?? 0;
  const refs = elements.filter((e) => e.name === 'ref' && e.end > e.start);
  return {
    gold,
    context: { volume, id, series: seriesOf(volume), shift, ...(page !== undefined && { page }) },
    links: new Map(refs.map((e) => [`${e.start} ${e.end}`, e.attributes.target ?? ''])),
  };
}

function examplesOf({ gold, context, links }: Lesson, interner: Interner): ChoiceExample[] {
  const weight = gold.genre === 'telegram' ? 1.5 : 1;
  return referenceCandidates(goldRegions(gold), context).flatMap(({ region, group }) =>
    group.flatMap(({ start, end, target, features }) => {
      const tagged = links.get(`${region.start + start} ${region.start + end}`);
      // Linked, but elsewhere: says nothing on whether to link.
      if (tagged !== undefined && tagged !== target) return [];
      return [{ options: [interner.of(features), new Int32Array()], right: tagged === target ? 0 : 1, weight }];
    }),
  );
}

/** Learn the weights of candidates. */
function learnWeights(lessons: readonly Lesson[]): Record<string, number> {
  const interner = new Interner();
  const examples = lessons.flatMap((lesson) => examplesOf(lesson, interner));
  return trainChoice(examples, interner.names, { epochs: 8, rate: 0.15, l2: 3e-5, minimum: 3 });
}

/** Above this a link counts as one that the weights are sure of. */
const SURE = 0.95;

/** Count links of each kind that weights are sure of, and how many of them the edition has. */
function tally(
  lessons: readonly Lesson[],
  weights: Record<string, number>,
  counts: Map<string, [number, number]>,
): void {
  for (const { gold, context, links } of lessons) {
    for (const { region, chosen } of weigh(goldRegions(gold), context, weights)) {
      for (const { candidate, p } of chosen) {
        if (p < SURE) continue;
        const { kind, start, end, target } = candidate;
        const [right, all] = counts.get(kind) ?? [0, 0];
        const found = links.get(`${region.start + start} ${region.start + end}`) === target;
        counts.set(kind, [right + (found ? 1 : 0), all + 1]);
      }
    }
  }
}

const FOLDS = 4;

/** Kinds with fewer sure links keep the common ceiling. */
const ENOUGH = 30;

/** Learn from three quarters of the volumes, count in the rest, four times. */
function learnCeilings(lessons: readonly Lesson[]): Record<string, number> {
  const volumes = [...new Set(lessons.map(({ gold }) => gold.volume))].sort();
  const counts = new Map<string, [number, number]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = new Set(volumes.filter((_, i) => i % FOLDS === fold));
    const weights = learnWeights(lessons.filter(({ gold }) => !held.has(gold.volume)));
    tally(
      lessons.filter(({ gold }) => held.has(gold.volume)),
      weights,
      counts,
    );
  }
  const enough = [...counts].filter(([, [, all]]) => all >= ENOUGH);
  const kinds = enough.sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(kinds.map(([kind, [right, all]]) => [kind, Number(((right + 1) / (all + 2)).toFixed(4))]));
}

export function trainReferences(volumes: readonly string[]): void {
  const { documents, trainedOn } = trainingDocuments(volumes);
  const shifts = shiftsOf(documents);
  const lessons = documents.map((gold) => lessonOf(gold, shifts));
  const numbering = learnNumbering(documents, shifts);
  writeModel('references', trainedOn, { numbering, ceilings: learnCeilings(lessons), weights: learnWeights(lessons) });
}
