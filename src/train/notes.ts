/**
 * Learn where notes hang: `node dist/train/notes.js [--all]` writes `notes.json`.
 *
 * The gradient of the log-likelihood of a linear-chain CRF by forward-backward, AdaGrad steps, documents in shuffled order.
 */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../model.js';
import { type AnchorModel, type Lattice, lattice } from '../resolve/notes/anchors.js';
import { type Chain, marginals } from '../resolve/notes/chain.js';
import { describe } from '../resolve/notes/features.js';
import type { NoteText, Stretch } from '../resolve/notes/marks.js';
import { seeded, shuffled } from './adagrad.js';
import { align, corpusFolder, type GoldDocument, readVolume } from './gold.js';
import { split } from './split.js';

const BLOCKS = new Set(['head', 'p', 'dateline', 'salute', 'item', 'cell', 'signed', 'label', 'seg']);
const PAGE = /\[Page [^\]\n]{1,12}\]/g;

/** The stretches of a gold document's body, as a perfect reader would cut them: line by line, page breaks left out. */
export function goldStretches(doc: GoldDocument): Stretch[] {
  const bodyEnd = doc.notes.length > 0 ? Math.min(...doc.notes.map((note) => note.labelStart)) : doc.text.length;
  const blocks: { from: number; to: number; type: string }[] = [];
  // Innermost block of each line: later elements are deeper.
  for (const line of doc.text.slice(0, bodyEnd).matchAll(/[^\n]+/g)) {
    const m = /^(\s*(?:\* )?)(.*?)\s*$/s.exec(line[0])!;
    const from = line.index + m[1]!.length;
    const to = from + m[2]!.length;
    if (to === from) continue;
    let type = 'p';
    for (const e of doc.elements) {
      if (e.note === undefined && BLOCKS.has(e.name) && e.start < to && e.end > from && e.end - e.start > 0) {
        if (e.start <= from && e.end >= to - 4) type = e.name;
        else if (e.name === 'cell') type = 'cell';
      }
    }
    blocks.push({ from, to, type });
  }
  const out: Stretch[] = [];
  for (const { from, to, type } of blocks) {
    let start = from;
    for (const page of doc.text.slice(from, to).matchAll(PAGE)) {
      const at = from + page.index;
      if (at > start) out.push({ start, end: at, from, to, type });
      start = at + page[0].length;
    }
    if (to > start) out.push({ start, end: to, from, to, type });
  }
  return out;
}

export function goldNotes(doc: GoldDocument): NoteText[] {
  return doc.notes.map(({ n, bodyStart, bodyEnd }) => ({ n, text: doc.text.slice(bodyStart, bodyEnd) }));
}

interface Example {
  readonly net: Lattice;
  readonly features: Int32Array; // of all places, one after the other
  readonly offsets: Int32Array;
  readonly gold: Int32Array; // place of each note; −1 for none
}

const RARE = 20;

/** Feature names as numbers; those that are rarer than RARE among right places and their rivals get none. */
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

function example(doc: GoldDocument, names: Names): Example | undefined {
  const net = lattice(doc.text, goldStretches(doc), goldNotes(doc));
  const gold = new Int32Array(doc.notes.length).fill(-1);
  const features: number[] = [];
  const offsets = new Int32Array(net.places.length + 1);
  for (let i = 0; i < doc.notes.length; i++) {
    for (let c = net.first[i]!; c < net.first[i + 1]!; c++) {
      if (net.start[c] === doc.notes[i]!.start && net.end[c] === doc.notes[i]!.end) gold[i] = c;
      describe(net.set, i, net.places[c]!, (name) => features.push(names.id(name)));
      offsets[c + 1] = features.length;
    }
  }
  return { net, features: Int32Array.from(features), offsets, gold };
}

interface Options {
  readonly epochs: number;
  readonly rate: number;
  readonly l2: number;
  /** The share of notes whose place is hidden while learning, so that "missing" is learned too. */
  readonly hidden: number;
}

export function learn(
  documents: Iterable<GoldDocument>,
  options: Options = {
    epochs: 8,
    rate: 0.15,
    l2: 1e-5,
    hidden: 0.0002,
  },
): AnchorModel {
  const names = new Names();
  const examples: Example[] = [];
  for (const doc of documents) {
    if (doc.notes.length === 0) continue;
    const one = example(doc, names);
    if (one) examples.push(one);
  }
  const size = names.names.length;
  const w = new Float64Array(size);
  const squares = new Float64Array(size);
  const special = new Float64Array([-8, 0, 0]); // missing, links
  const specialSquares = new Float64Array(3);
  const step = (weights: Float64Array, sums: Float64Array, id: number, gradient: number): void => {
    const g = gradient + options.l2 * weights[id]!;
    sums[id]! += g * g;
    weights[id]! -= (options.rate * g) / (Math.sqrt(sums[id]!) + 1e-8);
  };
  const usable = names.counts.map((count) => count >= RARE);
  const random = seeded(1);
  const gradient = new Float64Array(size);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    let loss = 0;
    for (const { net, features, offsets, gold } of shuffled(examples, epoch + 1)) {
      const places = net.places.length;
      const score = new Float64Array(places);
      for (let c = 0; c < places; c++) {
        let sum = 0;
        for (let f = offsets[c]!; f < offsets[c + 1]!; f++) sum += w[features[f]!]!;
        score[c] = sum;
      }
      const hide = gold.map((c) => (c >= 0 && random() < options.hidden ? -1 : c));
      for (let i = 0; i < gold.length; i++) if (hide[i] !== gold[i]) score[gold[i]!] = -1e9;
      const missing = new Float64Array(gold.length).fill(special[0]!);
      const chain: Chain = { ...net, score, missing, links: [special[1]!, special[2]!] };
      const { p, links, total } = marginals(chain);
      const right = new Float64Array(places);
      let reached = 0;
      let last = -2;
      const touching = [0, 0];
      hide.forEach((c, i) => {
        if (c < 0) reached += missing[i]!;
        else {
          right[c] = 1;
          const gap = net.start[c]! - last;
          if (gap < 2) touching[gap]!++;
          reached += score[c]! + (gap < 2 ? chain.links[gap as 0 | 1] : 0);
          last = net.end[c]!;
        }
      });
      loss += total - reached;
      const touched: number[] = [];
      for (let c = 0; c < places; c++) {
        const g = p[c]! - right[c]!;
        if (Math.abs(g) < 1e-5) continue;
        for (let f = offsets[c]!; f < offsets[c + 1]!; f++) {
          const id = features[f]!;
          if (!usable[id]) continue;
          if (gradient[id] === 0) touched.push(id);
          gradient[id]! += g;
        }
      }
      for (const id of touched) {
        if (gradient[id] !== 0) step(w, squares, id, gradient[id]!);
        gradient[id] = 0;
      }
      const placed = p.reduce((sum, x) => sum + x, 0);
      step(special, specialSquares, 0, gold.length - placed - hide.filter((c) => c < 0).length);
      for (const gap of [0, 1] as const) {
        const g = links[gap] - touching[gap]!;
        if (Math.abs(g) > 1e-6) step(special, specialSquares, 1 + gap, g);
      }
    }
    if (process.env.VERBOSE) console.error(`epoch ${epoch + 1} loss ${loss.toFixed(1)} ${special.join(' ')}`);
  }
  const weights: Record<string, number> = {};
  for (const [id, name] of [...names.names.entries()].sort(([, a], [, b]) => (a < b ? -1 : 1))) {
    const value = Number(w[id]!.toFixed(2));
    if (Math.abs(value) >= 0.15) weights[name] = value;
  }
  const round = (x: number): number => Number(x.toFixed(2));
  return { weights, missing: round(special[0]!), links: [round(special[1]!), round(special[2]!)] };
}

if (process.argv[1]?.endsWith('notes.js')) {
  const corpus = corpusFolder();
  const { train } = split(corpus, process.argv.includes('--all'));
  const documents: GoldDocument[] = [];
  for (const volume of train) {
    for (const record of readVolume(corpus, volume)) {
      const doc = align(record);
      if (doc) documents.push(doc);
    }
  }
  const model = learn(documents);
  const trainedOn = { corpus: 'frus', volumes: train, documents: documents.length };
  mkdirSync(modelsFolder(), { recursive: true });
  writeFileSync(join(modelsFolder(), 'notes.json'), `${JSON.stringify({ trainedOn, ...model }, null, 1)}\n`);
  console.log(`${documents.length} documents, ${Object.keys(model.weights).length} weights`);
}
