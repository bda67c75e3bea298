/**
 * Learn where notes hang (`src/models/notes.json`).
 *
 * The gradient of the log-likelihood of a linear-chain CRF by forward-backward, AdaGrad steps, documents in shuffled order.
 */

import { nameOf } from '../features/hashed.js';
import { type NamedWeights, packWeights } from '../features/weights.js';
import { type AnchorModel, type Lattice, lattice } from '../resolve/notes/anchors.js';
import { JOINS, marginals, OPEN } from '../resolve/notes/chain.js';
import { describe } from '../resolve/notes/features.js';
import { BETWEEN } from '../resolve/notes/marks.js';
import { shuffled } from './adagrad.js';
import { align, corpusFolder, readVolume } from './gold.js';
import { provenance, writeModel } from './model-file.js';
import { inRow, type NoteSample, noteSamples, RESTYLES, restyled, unmarked } from './note-samples.js';

/** Features that fewer places have get no weight, and weights that are smaller are left out. */
const RARE = 20;
const FLOOR = 0.15;
const EPOCHS = 8;
const RATE = 0.15;
const L2 = 1e-4;
/** Of so many documents, one for each way of marking notes is learned from once more, marked that way. */
const RESTYLE_EVERY = 40;
/** Of so many, one is learned from once more with a mark taken out, so that what a missing note weighs is learned. */
const UNMARKED_EVERY = 10;
/** The share of notes that are taken to have no mark in the text: fewer than are learned from. */
const MISSING = 1 / 1000;
/** Of so many, one is learned from once more with two marks in a row, which are rare. */
const ROW_EVERY = 100;
const ROWS = ['', ' ', ', ', ''];

/** Feature names as numbers. */
class Names {
  readonly ids = new Map<string, number>();
  readonly names: string[] = [];
  readonly counts: number[] = [];
  id(name: string): number {
    let id = this.ids.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.ids.set(name, id);
      this.names.push(name);
      this.counts.push(0);
    }
    this.counts[id]!++;
    return id;
  }
}

interface Example {
  readonly net: Lattice;
  /** The features of all places, one place after the other; those of place `c` begin at `offsets[c]`. */
  readonly features: Int32Array;
  readonly offsets: Int32Array;
  /** The place of each note; −1 for none. */
  readonly gold: Int32Array;
}

function example({ text, stretches, notes, marks, telegrams }: NoteSample, names: Names): Example {
  const net = lattice(text, stretches, notes, undefined, telegrams);
  const gold = new Int32Array(notes.length).fill(-1);
  const features: number[] = [];
  const offsets = new Int32Array(net.places.length + 1);
  const adjacent = (i: number): boolean => {
    const [before, mark] = [marks[i - 1], marks[i]];
    return !!before && !!mark && BETWEEN.includes(text.slice(before.end, mark.start));
  };
  for (let i = 0; i < notes.length; i++) {
    const ties = (adjacent(i) ? JOINS : 0) | (adjacent(i + 1) ? OPEN : 0);
    const mark = marks[i];
    for (let c = net.first[i]!; c < net.first[i + 1]!; c++) {
      if (net.start[c] === mark?.start && net.end[c] === mark?.end && net.ties[c] === ties) gold[i] = c;
      describe(net.set, i, net.places[c]!, (...parts) => features.push(names.id(nameOf(...parts))));
      offsets[c + 1] = features.length;
    }
  }
  return { net, features: Int32Array.from(features), offsets, gold };
}

/** Weights under AdaGrad: {@link AdaGrad} for features that are numbers. */
function stepper(size: number) {
  const w = new Float64Array(size);
  const squares = new Float64Array(size);
  const step = (id: number, gradient: number): void => {
    const g = gradient + L2 * w[id]!;
    squares[id]! += g * g;
    w[id]! -= (RATE * g) / (Math.sqrt(squares[id]!) + 1e-8);
  };
  return { w, step };
}

export function learn(samples: Iterable<NoteSample>): AnchorModel & { readonly weights: NamedWeights } {
  const names = new Names();
  const examples: Example[] = [];
  for (const sample of samples) examples.push(example(sample, names));
  const size = names.names.length;
  const { w, step } = stepper(size + 1);
  const nowhere = size; // the weight of "missing"
  w[nowhere] = -8;
  const gradient = new Float64Array(size);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    let loss = 0;
    for (const { net, features, offsets, gold } of shuffled(examples, epoch + 1)) {
      const score = new Float64Array(net.places.length);
      for (let c = 0; c < score.length; c++) {
        for (let f = offsets[c]!; f < offsets[c + 1]!; f++) score[c]! += w[features[f]!]!;
      }
      const right = new Float64Array(score.length);
      let reached = 0;
      let lost = 0;
      for (const place of gold) {
        if (place < 0) lost++;
        else right[place] = 1;
        reached += place < 0 ? w[nowhere]! : score[place]!;
      }
      const missing = new Float64Array(gold.length).fill(w[nowhere]!);
      const { p, total } = marginals({ ...net, score, missing });
      loss += total - reached;
      const touched: number[] = [];
      let placed = 0;
      for (let c = 0; c < score.length; c++) {
        placed += p[c]!;
        const g = p[c]! - right[c]!;
        if (Math.abs(g) < 1e-5) continue;
        for (let f = offsets[c]!; f < offsets[c + 1]!; f++) {
          const id = features[f]!;
          if (names.counts[id]! < RARE) continue;
          if (gradient[id] === 0) touched.push(id);
          gradient[id]! += g;
        }
      }
      for (const id of touched) {
        if (gradient[id] !== 0) step(id, gradient[id]!);
        gradient[id] = 0;
      }
      step(nowhere, gold.length - placed - lost);
    }
    console.error(`epoch ${epoch + 1} of ${EPOCHS}: loss ${loss.toFixed(1)}`);
  }
  const weights: Record<string, number> = {};
  for (const name of [...names.names].sort()) {
    const value = Number(w[names.ids.get(name)!]!.toFixed(2));
    if (Math.abs(value) >= FLOOR) weights[name] = value;
  }
  const all = examples.reduce((sum, { gold }) => sum + gold.length, 0);
  const lost = examples.reduce((sum, { gold }) => sum + gold.filter((place) => place < 0).length, 0);
  const rarer = Math.log(MISSING / (lost / all));
  return { weights, missing: Number((w[nowhere]! + rarer).toFixed(2)) };
}

export function trainNotes(volumes: readonly string[]): void {
  const corpus = corpusFolder();
  const samples: NoteSample[] = [];
  let documents = 0;
  for (const volume of volumes) {
    const aligned = readVolume(corpus, volume).flatMap((record) => align(record) ?? []);
    for (const sample of noteSamples(aligned)) {
      documents++;
      if (sample.notes.length === 0) continue;
      samples.push(sample);
      const restyle = RESTYLES[documents % RESTYLE_EVERY];
      if (restyle) samples.push(restyled(sample, restyle));
      if (documents % UNMARKED_EVERY === 5) samples.push(unmarked(sample, documents % sample.notes.length));
      if (documents % ROW_EVERY < ROWS.length && sample.notes.length > 2) {
        samples.push(inRow(sample, sample.notes.length - 1, ROWS[documents % ROW_EVERY]!));
      }
    }
  }
  const model = learn(samples);
  writeModel('notes', provenance(volumes, documents), { ...model, weights: packWeights(model.weights) });
  console.log(`${documents} documents, ${Object.keys(model.weights).length} weights`);
}
