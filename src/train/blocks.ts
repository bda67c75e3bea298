/**
 * Train the model of blocks (`src/models/blocks.json`).
 *
 * Features must occur in two volumes: what only one volume has is no rule.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../model.js';
import { type BlockModel, COUNT, MOVES, NEVER } from '../read/labels/classify.js';
import { LABELS } from '../read/labels/labels.js';
import { shuffled } from './adagrad.js';
import { type Sample, samplesOf } from './block-samples.js';
import { ChainLearner, type Sequence } from './crf.js';
import { corpusFolder } from './gold.js';

const EPOCHS = 6;
const RATE = 0.1;
const SHRINK = 0.0005;
/** So many weights go on learning after half of the epochs. */
const KEEP = 12_000;
/** A feature must occur so often. */
const LEAST = 10;
/** A move within a block of lines must be seen so often to be open. */
const SEEN_MOVES = 3;

/** The features that are learned, in order of name. */
function featuresOf(samples: readonly Sample[], volumes: readonly string[]): string[] {
  const seen = new Map<string, { count: number; volume: number; many: boolean }>();
  for (const { names, volume } of samples) {
    for (const name of names.flat()) {
      const entry = seen.get(name);
      if (!entry) seen.set(name, { count: 1, volume, many: false });
      else {
        entry.count++;
        if (entry.volume !== volume) entry.many = true;
      }
    }
  }
  // A decade that only one volume stands for may have conventions of its own.
  const decade = (volume: string): string => volume.slice(0, 'frus194'.length);
  const alone = new Set(
    volumes.flatMap((v, i) => (volumes.some((w) => w !== v && decade(w) === decade(v)) ? [] : [i])),
  );
  return [...seen]
    .filter(([, e]) => e.count >= LEAST && (e.many || alone.has(e.volume)))
    .map(([name]) => name)
    .sort();
}

/** A move's score is written from this size on; within a chunk every move that is open is. */
const LEAST_MOVE = 0.3;
/** Kinds of moves: within a chunk, from one to the next, and that in an annual volume. */
const [WITHIN, ACROSS, ANNUAL] = [0, 1, 2];
const MORE = LABELS.indexOf('more');

const rounded = (value: number): number => Number(value.toFixed(1));

export function trainBlocks(volumes: readonly string[]): void {
  const { samples, closed } = samplesOf(corpusFolder(), volumes);
  const featureNames = featuresOf(samples, volumes);
  const number = new Map(featureNames.map((name, i) => [name, i]));
  const sequences = samples.map(
    ({ names, open, gold, across, annual }): Sequence => ({
      features: names.map((line) =>
        Int32Array.from(new Set(line.map((f) => number.get(f) ?? -1).filter((f) => f >= 0))),
      ),
      open,
      gold,
      into: across.map((apart) => (apart === 0 ? WITHIN : annual ? ANNUAL : ACROSS)),
    }),
  );
  samples.length = 0;
  console.error(`${sequences.length} sequences, ${featureNames.length} features, ${closed} lines of closed labels`);

  // Within a chunk, labels follow each other only as they do in the corpus; going on after a line end is always open.
  const counts = new Uint32Array(COUNT * COUNT);
  for (const { gold, into } of sequences) {
    for (let i = 1; i < gold.length; i++) if (into[i] === WITHIN) counts[gold[i - 1]! * COUNT + gold[i]!]!++;
  }
  const frozen = Uint8Array.from(counts, (count, at) => (count < SEEN_MOVES && at % COUNT !== MORE ? 1 : 0));

  const learner = new ChainLearner({
    features: featureNames.length,
    labels: COUNT,
    kinds: [[WITHIN], [ACROSS], [ACROSS, ANNUAL]],
    frozen: [frozen, undefined, undefined],
    never: NEVER,
    rate: RATE,
    shrink: SHRINK,
  });
  const started = Date.now();
  for (let epoch = 1; epoch <= EPOCHS; epoch++) {
    let loss = 0;
    for (const sequence of shuffled(sequences, epoch)) loss += learner.learn(sequence);
    if (epoch === EPOCHS >> 1) learner.prune(KEEP);
    const took = ((Date.now() - started) / 1000).toFixed(0);
    console.error(`epoch ${epoch}: loss ${(loss / sequences.length).toFixed(4)} a document, ${took} s`);
  }

  const weights: Record<string, number[]> = {};
  featureNames.forEach((name, f) => {
    const row: number[] = [];
    for (let y = 0; y < COUNT; y++) {
      const value = rounded(learner.weights[f * COUNT + y]!);
      if (value !== 0) row.push(y, value);
    }
    if (row.length > 0) weights[name] = row;
  });
  const moved: Record<string, number> = {};
  LABELS.forEach((before, x) => {
    LABELS.forEach((after, y) => {
      MOVES.forEach((where, k) => {
        const value = rounded(learner.moves[k]![x * COUNT + y]!);
        const listed = k === WITHIN ? frozen[x * COUNT + y] === 0 : Math.abs(value) >= LEAST_MOVE;
        if (listed) moved[`${before} ${after} ${where}`] = value;
      });
    });
  });
  const model: BlockModel = {
    trainedOn: { corpus: 'Foreign Relations of the United States', volumes, documents: sequences.length },
    labels: LABELS,
    weights,
    moves: Object.fromEntries(Object.entries(moved).sort(([p], [q]) => (p < q ? -1 : 1))),
  };
  const file = join(modelsFolder(), 'blocks.json');
  const text = `${JSON.stringify(model).replaceAll('],"', '],\n"')}\n`;
  writeFileSync(file, text);
  console.error(`${file}: ${text.length} bytes, ${Object.keys(weights).length} features kept`);
}
