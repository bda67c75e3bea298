/** What the trainers of persons and of terms share: folds inside the training volumes, to learn how sure is sure. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packWeights } from '../features/weights.js';
import { modelsFolder } from '../model.js';
import { softmax } from '../resolve/choice.js';
import { isotonic, type Outcome } from './calibrate.js';
import { type ChoiceExample, type ChoiceOptions, Interner, trainChoice } from './choice.js';
import { corpusFolder } from './gold.js';
import { split } from './split.js';

/**
 * An example whose first `links` options assert something. `word`: the name is also a common word, so that where the edition
 * tags nothing there probably is nothing.
 */
export interface ListedExample extends ChoiceExample {
  readonly links: number;
  readonly word: boolean;
}

/** The examples of one volume. */
export interface VolumeExamples {
  readonly volume: string;
  readonly documents: number;
  readonly examples: readonly ListedExample[];
}

const FOLDS = 3;

/**
 * Editors left one name in fifteen untagged. Of what a model would link and the edition leaves untagged, one in fifteen was no
 * such person on reading (130 cases); so that is how many of them count as wrong, on the safe side.
 */
const OMITTED = 10;

/** Weights learned on all volumes, and knots of a calibration learned on volumes that the weights had not seen. */
function learnListed(volumes: readonly VolumeExamples[], interner: Interner, options?: ChoiceOptions) {
  const outcomes: Outcome[] = [];
  let omitted = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = volumes.filter((_, i) => i % FOLDS !== fold).flatMap((v) => v.examples);
    const weights = trainChoice(seen, interner.names, options);
    const w = Float64Array.from(interner.names, (name) => weights[name] ?? 0);
    for (const { examples } of volumes.filter((_, i) => i % FOLDS === fold)) {
      for (const { options: list, right, links, word } of examples) {
        const p = softmax(list.map((features) => features.reduce((sum, f) => sum + w[f]!, 0)));
        for (let i = 0; i < links; i++) {
          if (p[i]! <= 0.02) continue;
          if (right === links && !word && p[i]! >= 0.5 && omitted++ % OMITTED > 0) continue;
          outcomes.push({ p: p[i]!, right: i === right });
        }
      }
    }
  }
  const all = trainChoice(
    volumes.flatMap((v) => v.examples),
    interner.names,
    options,
  );
  return { weights: all, calibration: knots(outcomes) };
}

/** A short rising line: isotonic regression read off at fixed points. */
function knots(outcomes: readonly Outcome[]): { p: number; value: number }[] {
  const steps = isotonic(outcomes, 200);
  const round = (x: number): number => Number(x.toFixed(4));
  return steps
    .filter((_, i) => i % Math.ceil(steps.length / 40) === 0 || i === steps.length - 1)
    .map(({ p, value }) => ({ p: round(p), value: round(value) }));
}

/** Write a model file, the same bytes for the same model. */
export function saveModel(name: string, volumes: readonly string[], documents: number, model: object): void {
  const trainedOn = { corpus: 'frus', volumes, documents };
  mkdirSync(modelsFolder(), { recursive: true });
  writeFileSync(join(modelsFolder(), `${name}.json`), `${JSON.stringify({ trainedOn, ...model }, null, 1)}\n`);
}

/** What a trainer's program does: learn from the volumes of the split and write the model. */
export function trainListed(
  name: string,
  examplesOf: (folder: string, volume: string, interner: Interner) => VolumeExamples | undefined,
): void {
  const corpus = corpusFolder();
  const { train } = split(corpus, process.argv.includes('--all'));
  const interner = new Interner();
  const volumes = train.map((volume) => examplesOf(corpus, volume, interner)).filter((v) => v !== undefined);
  const model = learnListed(volumes, interner);
  const documents = volumes.reduce((n, v) => n + v.documents, 0);
  saveModel(
    name,
    volumes.map((v) => v.volume),
    documents,
    { ...model, weights: packWeights(model.weights) },
  );
  console.log(`${documents} documents, ${Object.keys(model.weights).length} weights`);
}
