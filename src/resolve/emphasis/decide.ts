/** Which stretches are in italics, and how far they reach: two models, each linear in hashed features. */

import type { Part } from '../../features/hashed.js';
import { HashedWeights, type Weights } from '../../features/weights.js';
import { madeOnce } from '../../made-once.js';
import { type Provenance, sigmoid } from '../../model.js';
import { packed } from '../../packed.js';
import { apart } from '../apart.js';
import { type Knot, softmax } from '../choice.js';
import type { Region } from '../regions.js';
import { type Candidate, extentFeatures, type Variant, whetherFeatures } from './candidate.js';
import { candidates } from './candidates.js';
import type { Habit } from './habit.js';
import { PAPER_WORDS } from './known.js';
import { Lexicon } from './lexicon.js';
import type { Ships } from './ships.js';

/** `weights` decide whether a stretch is in italics, `variants` how far it reaches; `calibration` is of both together. */
export interface EmphasisModel {
  readonly trainedOn: Provenance;
  readonly weights: Weights;
  readonly phrases: readonly string[];
  readonly variants: Weights;
  readonly calibration: readonly Knot[];
}

interface Prepared {
  readonly lexicon: Lexicon;
  readonly whether: HashedWeights;
  readonly extent: HashedWeights;
}

/** A model ready for use, once made. */
export const prepare: (model: EmphasisModel) => Prepared = madeOnce(({ phrases, weights, variants }) => ({
  lexicon: new Lexicon(phrases, PAPER_WORDS),
  whether: new HashedWeights(weights),
  extent: new HashedWeights(variants),
}));

function sum(
  weights: HashedWeights,
  features: (emit: (a: Part, b?: Part, c?: Part, d?: Part) => void) => void,
): number {
  let total = 0;
  features((a, b, c, d) => {
    total += weights.of(a, b, c, d);
  });
  return total;
}

export interface Extent {
  readonly variant: Variant;
  /** Of this extent among the extents. */
  readonly p: number;
}

export interface Italic {
  readonly candidate: Candidate;
  /** That it is in italics at all. */
  readonly p: number;
  /** Best first. */
  readonly extents: readonly [Extent, ...Extent[]];
}

/** The extents of a candidate, best first. */
function extentsOf(candidate: Candidate, habit: Habit, weights: HashedWeights): [Extent, ...Extent[]] {
  const { variants } = candidate;
  if (variants.length === 1) return [{ variant: variants[0], p: 1 }];
  const scores = packed(variants, (one) => sum(weights, (emit) => extentFeatures(candidate, habit, one, emit)));
  const extents = packed(softmax(scores), (p, i) => ({ variant: variants[i]!, p }));
  return extents.sort((a, b) => b.p - a.p) as [Extent, ...Extent[]];
}

/** Of a candidate less probable than this no extent is weighed: it can't come to anything. */
const HOPELESS = 0.05;

/** Probability of the best extent, before calibration. */
export const together = ({ p, extents }: Italic): number => p * extents[0].p;

/** What is known of a document besides its text. */
export interface Surroundings {
  readonly habit: Habit;
  readonly ships: Ships;
}

/** For each region the stretches that are in italics with at least a probability, none over another. */
export function decide(
  regions: readonly Region[],
  { habit, ships }: Surroundings,
  model: EmphasisModel,
  least: number,
): { region: Region; italics: Italic[] }[] {
  const { lexicon, whether, extent } = prepare(model);
  return packed(regions, (region) => {
    const found: Italic[] = [];
    for (const candidate of candidates(region, habit.series, lexicon, ships)) {
      if (candidate.ruledOut) continue;
      const p = sigmoid(sum(whether, (emit) => whetherFeatures(candidate, habit, emit)));
      if (p < HOPELESS) continue;
      const one = { candidate, p, extents: extentsOf(candidate, habit, extent) };
      if (together(one) >= least) found.push(one);
    }
    found.sort((a, b) => together(b) - together(a) || b.candidate.end - a.candidate.end);
    const takes = apart();
    return { region, italics: found.filter(({ extents }) => takes(extents[0].variant)) };
  });
}
