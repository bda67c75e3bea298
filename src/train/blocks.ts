/**
 * Train the model of blocks (`src/models/blocks.json`): `node dist/train/blocks.js [--all] [--out FILE] [--epochs N]`.
 *
 * Maximum likelihood of the labels of whole documents by stochastic gradient with AdaGrad's rates, made sparse by
 * pruning: after half of the epochs only the weights that count most go on learning. Features must occur in two volumes:
 * what only one volume has is no rule.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { linesOf } from '../read/chunks.js';
import { type BlockModel, COUNT, openLabels, withoutPages } from '../read/classify.js';
import { features } from '../read/features.js';
import { LABELS } from '../read/labels.js';
import { findNotes } from '../read/notes.js';
import { source } from '../source.js';
import { shuffled } from './adagrad.js';
import { align, readVolume } from './gold.js';
import { goldLabels } from './goldLabels.js';
import { split } from './split.js';

/** A document as numbers: for each line its features, the labels it may have, the right one, and the kind of move into it. */
interface Sequence {
  readonly features: Int32Array[];
  readonly open: (readonly number[])[];
  readonly gold: Uint8Array;
  readonly across: Uint8Array;
}

const args = process.argv.slice(2);
const option = (name: string, otherwise: string): string => {
  const i = args.indexOf(`--${name}`);
  return i >= 0 ? (args[i + 1] ?? otherwise) : otherwise;
};

const folder = process.env.TEIGRAM_CORPUS ?? '../shared/corpus';
const EPOCHS = Number(option('epochs', '6'));
const RATE = Number(option('rate', '0.1'));
const SHRINK = Number(option('shrink', '0.0005'));
const KEEP = Number(option('keep', '10000'));
const EVERY = Number(option('every', '1'));
const LEAST = Number(option('least', '10'));

const volumes = split(folder, args.includes('--all')).train;
const raw: { names: string[][]; open: (readonly number[])[]; gold: Uint8Array; across: Uint8Array; volume: number }[] =
  [];
let counter = 0;
let closed = 0;

/** Telegrams without their dateline stand beside themselves with it: some readers drop the line. */
function* variants(text: string): Generator<string> {
  yield text;
}

const P = LABELS.indexOf('p');
volumes.forEach((volume, v) => {
  for (const record of readVolume(folder, volume)) {
    if (counter++ % EVERY !== 0) continue;
    const gold = align(record);
    if (!gold) continue;
    for (const text of variants(record.text)) {
      const from = source(text);
      const all = linesOf(from);
      const body = all.slice(0, findNotes(from, all).first);
      const labels = goldLabels(gold, body);
      const { kept, index, pageBefore } = withoutPages(from, body);
      if (kept.length === 0) continue;
      for (const known of [true, false]) {
        // Each third document also without its volume's name, so that the model can do without.
        if (!known && counter % 3 !== 0) continue;
        const context = known ? { volume } : {};
        const names = features(from, kept, pageBefore, context);
        const open = kept.map((line, i) => openLabels(from, line, i === 0 || kept[i - 1]!.chunk !== line.chunk));
        const right = Uint8Array.from(kept, (_, i) => {
          const label = LABELS.indexOf(labels[index[i]!]!);
          if (open[i]!.includes(label)) return label;
          closed++;
          return open[i]!.includes(P) ? P : open[i]![0]!;
        });
        const across = Uint8Array.from(kept, (line, i) => (i > 0 && kept[i - 1]!.chunk === line.chunk ? 0 : 1));
        raw.push({ names, open, gold: right, across, volume: v });
      }
    }
  }
});

// Which features are kept.
const seen = new Map<string, { count: number; volume: number; many: boolean }>();
for (const { names, volume } of raw) {
  for (const line of names) {
    for (const name of line) {
      const entry = seen.get(name);
      if (!entry) seen.set(name, { count: 1, volume, many: false });
      else {
        entry.count++;
        if (entry.volume !== volume) entry.many = true;
      }
    }
  }
}
const featureNames = [...seen]
  .filter(([, e]) => e.count >= LEAST && e.many)
  .map(([name]) => name)
  .sort();
const number = new Map(featureNames.map((name, i) => [name, i]));
seen.clear();
const sequences: Sequence[] = raw.map(({ names, open, gold, across }) => ({
  features: names.map((line) => Int32Array.from(new Set(line.map((f) => number.get(f) ?? -1).filter((f) => f >= 0)))),
  open,
  gold,
  across,
}));
const documents = raw.length;
raw.length = 0;
console.error(`${documents} sequences, ${featureNames.length} features, ${closed} lines of closed labels`);

const size = featureNames.length * COUNT;
const w = new Float64Array(size);
const alive = new Uint8Array(size).fill(1);
const g2 = new Float64Array(size);
const moves = [new Float64Array(COUNT * COUNT), new Float64Array(COUNT * COUNT)];
const moves2 = [new Float64Array(COUNT * COUNT), new Float64Array(COUNT * COUNT)];

function step(weights: Float64Array, squares: Float64Array, at: number, gradient: number, shrink: number): void {
  squares[at]! += gradient * gradient;
  const rate = RATE / (Math.sqrt(squares[at]!) + 1e-6);
  const value = weights[at]! - rate * gradient;
  const less = rate * shrink;
  weights[at] = value > less ? value - less : value < -less ? value + less : 0;
}

function learn({ features: lines, open, gold, across }: Sequence): number {
  const n = lines.length;
  const e: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    const row = new Float64Array(COUNT);
    for (const y of open[i]!) {
      let s = 0;
      for (const f of lines[i]!) s += w[f * COUNT + y]!;
      row[y] = s;
    }
    e.push(row);
  }
  const lse = (values: number[]): number => {
    let top = Number.NEGATIVE_INFINITY;
    for (const v of values) if (v > top) top = v;
    let sum = 0;
    for (const v of values) sum += Math.exp(v - top);
    return top + Math.log(sum);
  };
  const a: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    const row = new Float64Array(COUNT);
    const m = moves[across[i]!]!;
    for (const y of open[i]!)
      row[y] = e[i]![y]! + (i === 0 ? 0 : lse(open[i - 1]!.map((x) => a[i - 1]![x]! + m[x * COUNT + y]!)));
    a.push(row);
  }
  const z = lse(open[n - 1]!.map((y) => a[n - 1]![y]!));
  let b = new Float64Array(COUNT);
  let score = 0;
  for (let i = n - 1; i >= 0; i--) {
    const m = moves[across[i]!]!;
    score += e[i]![gold[i]!]! + (i > 0 ? m[gold[i - 1]! * COUNT + gold[i]!]! : 0);
    const before = new Float64Array(COUNT);
    if (i > 0) {
      for (const x of open[i - 1]!) before[x] = lse(open[i]!.map((y) => m[x * COUNT + y]! + e[i]![y]! + b[y]!));
      for (const y of open[i]!) {
        for (const x of open[i - 1]!) {
          const at = x * COUNT + y;
          const p = Math.exp(a[i - 1]![x]! + m[at]! + e[i]![y]! + b[y]! - z);
          const gradient = p - (gold[i] === y && gold[i - 1] === x ? 1 : 0);
          if (Math.abs(gradient) > 1e-4) step(m, moves2[across[i]!]!, at, gradient, SHRINK);
        }
      }
    }
    for (const y of open[i]!) {
      const gradient = Math.exp(a[i]![y]! + b[y]! - z) - (gold[i] === y ? 1 : 0);
      if (Math.abs(gradient) < 1e-3) continue;
      for (const f of lines[i]!) if (alive[f * COUNT + y] === 1) step(w, g2, f * COUNT + y, gradient, SHRINK);
    }
    b = before;
  }
  return z - score;
}

/** Keep the weights that matter most: by size times the root of the squared gradients that made them. */
function prune(): void {
  const worth = (at: number): number => Math.abs(w[at]!) * Math.sqrt(g2[at]!);
  const order = Array.from({ length: size }, (_, at) => at).filter((at) => w[at] !== 0);
  order.sort((a, b) => worth(b) - worth(a) || a - b);
  alive.fill(0);
  for (const at of order.slice(0, KEEP)) alive[at] = 1;
  for (let at = 0; at < size; at++) if (alive[at] === 0) w[at] = 0;
}

const started = Date.now();
for (let epoch = 1; epoch <= EPOCHS; epoch++) {
  let loss = 0;
  for (const sequence of shuffled(sequences, epoch)) loss += learn(sequence);
  if (epoch === EPOCHS >> 1) prune();
  console.error(
    `epoch ${epoch}: loss ${(loss / documents).toFixed(4)} a document, ${((Date.now() - started) / 1000).toFixed(0)} s`,
  );
}

const rounded = (value: number): number => Number(value.toFixed(1));
const weights: Record<string, number[]> = {};
featureNames.forEach((name, f) => {
  const row: number[] = [];
  for (let y = 0; y < COUNT; y++) {
    const value = rounded(w[f * COUNT + y]!);
    if (value !== 0) row.push(y, value);
  }
  if (row.length > 0) weights[name] = row;
});
const moved: Record<string, number> = {};
LABELS.forEach((before, x) => {
  LABELS.forEach((after, y) => {
    ['within', 'across'].forEach((where, k) => {
      const value = rounded(moves[k]![x * COUNT + y]!);
      if (Math.abs(value) >= 0.3) moved[`${before} ${after} ${where}`] = value;
    });
  });
});
const model: BlockModel = {
  trainedOn: { corpus: 'Foreign Relations of the United States', volumes, documents },
  labels: LABELS,
  weights,
  moves: Object.fromEntries(Object.entries(moved).sort(([p], [q]) => (p < q ? -1 : 1))),
};
const file = option('out', join('src', 'models', 'blocks.json'));
const text = `${JSON.stringify(model).replaceAll('],"', '],\n"')}\n`;
writeFileSync(file, text);
console.error(`${file}: ${text.length} bytes, ${Object.keys(weights).length} features kept`);
