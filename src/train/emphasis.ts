/** Makes `src/models/emphasis.json`: phrases that are set in italics, and when. */

import { packWeights } from '../features/weights.js';
import { decide, type EmphasisModel, together } from '../resolve/emphasis/decide.js';
import { isotonic, type Outcome } from './calibrate.js';
import { type Interner, trainChoice } from './choice.js';
import { type Lesson, lessonsOf } from './emphasis-lessons.js';
import { phrasesOf } from './emphasis-phrases.js';
import { balanced, type Sample, type Samples, samplesOf } from './emphasis-samples.js';
import { trainingDocuments, writeModel } from './model-file.js';

/** Found by trying on volumes held back. */
const TUNING = { epochs: 6, rate: 0.05, l2: 1e-4 };
/** Powers by which habits are balanced: of whether, and of extents, which volumes differ in most. */
const BALANCE = { whether: 0.3, extent: 0.8 };

/** Weights by the samples of some volumes. */
function learnWeights({ whether, extent, names }: Samples, counts: (volume: string) => boolean) {
  const learn = (samples: readonly Sample[], power: number, interner: Interner, minimum: number) => {
    const examples = balanced(
      samples.filter(({ volume }) => counts(volume)),
      power,
    );
    return trainChoice(examples, interner.names, { ...TUNING, minimum });
  };
  return {
    variants: learn(extent, BALANCE.extent, names.extent, 3),
    weights: learn(whether, BALANCE.whether, names.whether, 6),
  };
}

/** What weights decide in lessons, and whether it is right. */
function outcomesOf(lessons: readonly Lesson[], model: EmphasisModel, least: number): Outcome[] {
  return lessons.flatMap(({ regions, habit, ships, italics }) =>
    decide(regions, { habit, ships }, model, least).flatMap(({ region, italics: found }) =>
      found.map((italic) => {
        const { start, end } = italic.extents[0].variant;
        return { p: together(italic), right: italics.has(`${region.start + start} ${region.start + end}`) };
      }),
    ),
  );
}

const FOLDS = 2;
/** Decisions below this are never taken. */
const LEAST = 0.2;

/** From what is decided in telegrams to what is right, on volumes that the weights didn't see. */
function learnCalibration(
  lessons: readonly Lesson[],
  samples: Samples,
  phrases: readonly string[],
): EmphasisModel['calibration'] {
  const volumes = [...new Set(lessons.map(({ gold }) => gold.volume))].sort();
  const outcomes = volumes.slice(0, FOLDS).flatMap((_, fold) => {
    const held = new Set(volumes.filter((_, i) => i % FOLDS === fold));
    const trainedOn = { corpus: '', volumes: [], documents: 0 };
    const weights = learnWeights(samples, (volume) => !held.has(volume));
    const judged = lessons.filter(({ gold }) => held.has(gold.volume) && gold.genre === 'telegram');
    return outcomesOf(judged, { trainedOn, phrases, calibration: [], ...weights }, LEAST);
  });
  return isotonic(outcomes, 100).map(({ p, value }) => ({ p: Number(p.toFixed(4)), value: Number(value.toFixed(4)) }));
}

export function trainEmphasis(volumes: readonly string[]): void {
  const { documents, trainedOn } = trainingDocuments(volumes);
  const lessons = lessonsOf(documents);
  const phrases = phrasesOf(lessons);
  const samples = samplesOf(lessons, phrases);
  const calibration = learnCalibration(lessons, samples, phrases);
  const { weights, variants } = learnWeights(samples, () => true);
  writeModel('emphasis', trainedOn, {
    calibration,
    phrases,
    weights: packWeights(weights),
    variants: packWeights(variants),
  });
}
