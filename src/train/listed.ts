/** Learning who of a list is named: folds inside the training volumes, to learn how sure is sure. */

import { packWeights } from '../features/weights.js';
import { softmax } from '../resolve/choice.js';
import { type ChoiceExample, Interner, trainChoice } from './choice.js';
import { corpusFolder } from './gold.js';
import { provenance, writeModel } from './model-file.js';
import { type HabitOutcome, learnWorth } from './worth.js';

/** An example whose first options assert something: for each of them the habits that bear on it. */
export interface ListedExample extends ChoiceExample {
  readonly habits: readonly (readonly string[])[];
  /** Of a telegram. */
  readonly telegram: boolean;
}

/** The examples of one volume. */
export interface VolumeExamples {
  readonly volume: string;
  readonly documents: number;
  readonly examples: readonly ListedExample[];
}

const FOLDS = 3;

/** Scores from which on a link may be asserted: how sure those are is what is learned. */
const ASSERTED = 0.5;

/** Weights learned on all volumes, and what scores are worth, learned on telegrams of volumes that the weights had not seen. */
function learnListed(volumes: readonly VolumeExamples[], interner: Interner) {
  const outcomes: HabitOutcome[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = volumes.filter((_, i) => i % FOLDS !== fold).flatMap((v) => v.examples);
    const weights = trainChoice(seen, interner.names);
    const w = Float64Array.from(interner.names, (name) => weights[name] ?? 0);
    for (const { examples } of volumes.filter((_, i) => i % FOLDS === fold)) {
      for (const { options: list, right, habits, telegram } of examples) {
        if (!telegram) continue;
        const p = softmax(list.map((features) => features.reduce((sum, f) => sum + w[f]!, 0)));
        const best = habits.reduce((top, _, i) => (p[i]! > p[top]! ? i : top), 0);
        if (p[best]! >= ASSERTED) outcomes.push({ p: p[best]!, right: best === right, habits: habits[best]! });
      }
    }
  }
  const all = trainChoice(
    volumes.flatMap((v) => v.examples),
    interner.names,
  );
  return { weights: all, worth: learnWorth(outcomes) };
}

/** Learn from volumes and write the model of this name. */
export function trainListed(
  name: string,
  volumes: readonly string[],
  examplesOf: (folder: string, volume: string, interner: Interner) => VolumeExamples | undefined,
): void {
  const interner = new Interner();
  const examples = volumes.map((volume) => examplesOf(corpusFolder(), volume, interner)).filter((v) => v !== undefined);
  const model = learnListed(examples, interner);
  const documents = examples.reduce((n, v) => n + v.documents, 0);
  const trainedOn = provenance(
    examples.map((v) => v.volume),
    documents,
  );
  writeModel(name, trainedOn, { ...model, weights: packWeights(model.weights) });
  console.log(`${documents} documents, ${Object.keys(model.weights).length} weights`);
}
