/** Emphasis: `hi[@rend='italic']` where the sub-series sets it, small capitals in the openings of the 1940s. */

import { type LinearModel, loadModel, sigmoid } from '../../model.js';
import type { Document, Mark } from '../../tree.js';
import { isLate, seriesOfDocument } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';
import { type Candidate, candidates, type Habit, shipNames, timeHabit, type Variant } from './candidates.js';
import { Lexicon } from './lexicon.js';

/** `weights` decide whether a stretch is in italics, `variants` how far it reaches. */
export interface EmphasisModel extends LinearModel {
  readonly phrases: readonly string[];
  readonly variants: Readonly<Record<string, number>>;
}

const lexicons = new WeakMap<EmphasisModel, Lexicon>();

function lexiconOf(model: EmphasisModel): Lexicon {
  const known = lexicons.get(model) ?? new Lexicon(model.phrases);
  lexicons.set(model, known);
  return known;
}

interface Scored {
  readonly candidate: Candidate;
  readonly p: number;
}

const overlap = (a: Candidate, b: Candidate): boolean => a.start < b.end && b.start < a.end;

function sumOf(weights: Readonly<Record<string, number>>, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights[feature] ?? 0;
  return sum;
}

/** The extents of a candidate, best first, with the probability of each among them. */
function extents({ variants, choice }: Candidate, model: EmphasisModel): { variant: Variant; p: number }[] {
  if (variants.length === 1) return [{ variant: variants[0]!, p: 1 }];
  const scored = variants.map((variant) => {
    const features = choice.map((feature) => `${feature}#${variant.name}`);
    return { variant, p: Math.exp(sumOf(model.variants, features)) };
  });
  const all = scored.reduce((sum, { p }) => sum + p, 0);
  return scored.map(({ variant, p }) => ({ variant, p: p / all })).sort((a, b) => b.p - a.p);
}

/** Where F1 is best on volumes held back: what is set in italics is missed more often than invented. */
const THRESHOLD = 0.35;
/** Of documents of no known sub-series less is known. */
const THRESHOLD_UNKNOWN = 0.6;

/** The italics of a document's regions. */
export function italics(
  regions: readonly Region[],
  habit: Habit,
  model = loadModel<EmphasisModel>('emphasis'),
): Mark[] {
  const lexicon = lexiconOf(model);
  const least = habit.series === 'unknown' ? THRESHOLD_UNKNOWN : THRESHOLD;
  const ships = [...new Set(regions.flatMap((region) => shipNames(region.text)))];
  return regions.flatMap((region) => {
    const scored: Scored[] = [];
    for (const candidate of candidates(region, habit, lexicon, ships)) {
      const p = sigmoid(sumOf(model.weights, candidate.features));
      if (p >= least) scored.push({ candidate, p });
    }
    scored.sort((a, b) => b.p - a.p || b.candidate.end - b.candidate.start - (a.candidate.end - a.candidate.start));
    const taken: Scored[] = [];
    for (const one of scored) {
      if (!taken.some((other) => overlap(other.candidate, one.candidate))) taken.push(one);
    }
    return taken.map(({ candidate, p }): Mark => {
      const [best, ...others] = extents(candidate, model);
      const { start, end } = best!.variant;
      const alternatives = [
        ...others.map(({ variant, p: share }) => ({
          choice: region.text.slice(variant.start, variant.end),
          p: p * share,
        })),
        { choice: 'roman', p: 1 - p },
      ];
      const decision = { state: 'found', p: p * best!.p, alternatives } as const;
      const attributes = { rend: 'italic' };
      return { type: 'hi', start: region.start + start, end: region.start + end, attributes, decision };
    });
  });
}

const SMALLCAPS_SERIES = new Set(['1861', '1914', '1945']);

/** Small capitals of the 1940s: classification and precedence, and the dateline's place. */
function smallCapitals(document: Document, regions: readonly Region[]): Mark[] {
  const decision = { state: 'found', p: 0.95, alternatives: [] } as const;
  const attributes = { rend: 'smallcaps' };
  const segs = regions.filter((region) => region.type === 'seg');
  const places = document.marks.filter((mark) => mark.type === 'placeName');
  return [...segs, ...places].map(({ start, end }): Mark => ({ type: 'hi', start, end, attributes, decision }));
}

/** Mark emphasis; runs after all other passes, so that a `hi` over a name or link lies inside it. */
export function emphasis(document: Document): Document {
  const regions = regionsOf(document);
  const series = seriesOfDocument(document);
  const late = isLate(document.context.volume);
  const marks = italics(regions, { series, late, time: timeHabit(regions) });
  if (SMALLCAPS_SERIES.has(series)) marks.push(...smallCapitals(document, regions));
  return marks.length === 0 ? document : { ...document, marks: [...document.marks, ...marks] };
}
