/**
 * Train the model of blocks (`src/models/blocks.json`): `node dist/train/blocks.js [--all] [--epochs N] [--keep N]`.
 *
 * Maximum likelihood of the labels of whole documents by stochastic gradient with AdaGrad's rates, made sparse by
 * pruning: after half of the epochs only the weights that count most go on learning. Features must occur in two volumes:
 * what only one volume has is no rule.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelsFolder } from '../model.js';
import { sums } from '../read/chain.js';
import { type Line, linesOf } from '../read/chunks.js';
import { type BlockModel, COUNT, NEVER, openTo, withoutPages } from '../read/classify.js';
import { features } from '../read/features.js';
import { LABELS } from '../read/labels.js';
import { unfold } from '../read/nested.js';
import { findNotes } from '../read/notes.js';
import { type Source, source } from '../source.js';
import { shuffled } from './adagrad.js';
import { align, corpusFolder, type GoldDocument, readVolume } from './gold.js';
import { goldLabels } from './goldLabels.js';
import { type Labelled, olderForm } from './older-forms.js';
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

const folder = corpusFolder();
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
let taken = 0;
let closed = 0;

const bodyOf = (from: Source): Line[] => {
  const lines = linesOf(from);
  return unfold(from, lines.slice(0, findNotes(from, lines).first));
};

/** Volumes before this one are annual. */
const FIRST_SERIES = 'frus1952';

/**
 * The document; each second one also without its dateline, for some readers drop that line; those of annual volumes also as
 * earlier ones would print them.
 */
function variants(gold: GoldDocument, turn: number): Labelled[] {
  const lines = bodyOf(source(gold.text));
  const labels = goldLabels(gold, lines);
  const out: Labelled[] = [{ text: gold.text, labels }];
  const older = gold.volume < FIRST_SERIES ? [0, 1].map((k) => olderForm(gold.text, lines, labels, 2 * turn + k)) : [];
  out.push(...older.filter((form) => form !== undefined));
  const at = labels.indexOf('dateline');
  if (turn % 2 === 0 && at > 0 && lines[at]!.chunk > lines[at - 1]!.chunk) {
    let end = at + 1;
    while (labels[end] === 'more') end++;
    if (end < lines.length) {
      const text = gold.text.slice(0, lines[at]!.from) + gold.text.slice(lines[end]!.from);
      out.push({ text, labels: [...labels.slice(0, at), ...labels.slice(end)] });
    }
  }
  return out;
}

const P = LABELS.indexOf('p');
volumes.forEach((volume, v) => {
  for (const record of readVolume(folder, volume)) {
    if (counter++ % EVERY !== 0) continue;
    const gold = align(record);
    if (!gold) continue;
    for (const { text, labels } of variants(gold, taken++)) {
      const from = source(text);
      const body = bodyOf(from);
      if (body.length !== labels.length) continue;
      const { kept, index, pageBefore } = withoutPages(from, body);
      if (kept.length === 0) continue;
      for (const known of [true, false]) {
        // Each third document also without its volume's name, so that the model can do without.
        if (!known && taken % 3 !== 0) continue;
        const context: { volume?: string } = known ? { volume } : {};
        const names = features(from, kept, pageBefore, context);
        const open = openTo(from, kept, context);
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
// A decade that only one volume stands for may have conventions of its own.
const decade = (volume: string): string => volume.slice(0, 'frus194'.length);
const alone = new Set(volumes.flatMap((v, i) => (volumes.some((w) => w !== v && decade(w) === decade(v)) ? [] : [i])));
const featureNames = [...seen]
  .filter(([, e]) => e.count >= LEAST && (e.many || alone.has(e.volume)))
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
const moves = [0, 1].map(() => ({ score: new Float64Array(COUNT * COUNT), exp: new Float64Array(COUNT * COUNT) }));

// Within a chunk, labels follow each other only as they do in the corpus; going on after a line end is always open.
const SEEN_MOVES = 3;
const MORE = LABELS.indexOf('more');
const counts = new Float64Array(COUNT * COUNT);
for (const { gold, across } of sequences) {
  for (let i = 1; i < gold.length; i++) if (across[i] === 0) counts[gold[i - 1]! * COUNT + gold[i]!]!++;
}
const frozen = counts.map((count, at) => (count < SEEN_MOVES && at % COUNT !== MORE ? 1 : 0));
frozen.forEach((never, at) => {
  if (never === 1) moves[0]!.score[at] = NEVER;
});
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
  for (const m of moves)
    m.score.forEach((value, at) => {
      m.exp[at] = Math.exp(value);
    });
  const { emit, forward, backward, scale, log } = sums({
    count: COUNT,
    scores: e,
    open,
    moves: (i) => moves[across[i]!]!,
  });
  let score = 0;
  for (let i = 0; i < n; i++) {
    const right = gold[i]!;
    score += e[i]![right]!;
    if (i > 0) {
      const k = across[i]!;
      const { score: m, exp } = moves[k]!;
      score += m[gold[i - 1]! * COUNT + right]!;
      for (const y of open[i]!) {
        const inner = (emit[i]![y]! * backward[i]![y]!) / scale[i]!;
        for (const x of open[i - 1]!) {
          const at = x * COUNT + y;
          if (k === 0 && frozen[at] === 1) continue;
          const gradient = forward[i - 1]![x]! * exp[at]! * inner - (right === y && gold[i - 1] === x ? 1 : 0);
          if (Math.abs(gradient) > 1e-4) step(m, moves2[k]!, at, gradient, SHRINK);
        }
      }
    }
    for (const y of open[i]!) {
      const gradient = forward[i]![y]! * backward[i]![y]! - (right === y ? 1 : 0);
      if (Math.abs(gradient) < 1e-3) continue;
      for (const f of lines[i]!) {
        const at = f * COUNT + y;
        if (alive[at] === 1) step(w, g2, at, gradient, SHRINK);
      }
    }
  }
  return log - score;
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
      const value = rounded(moves[k]!.score[x * COUNT + y]!);
      const listed = k === 0 ? frozen[x * COUNT + y] === 0 : Math.abs(value) >= 0.3;
      if (listed) moved[`${before} ${after} ${where}`] = value;
    });
  });
});
const model: BlockModel = {
  trainedOn: { corpus: 'Foreign Relations of the United States', volumes, documents },
  labels: LABELS,
  weights,
  moves: Object.fromEntries(Object.entries(moved).sort(([p], [q]) => (p < q ? -1 : 1))),
};
const file = join(modelsFolder(), 'blocks.json');
const text = `${JSON.stringify(model).replaceAll('],"', '],\n"')}\n`;
writeFileSync(file, text);
console.error(`${file}: ${text.length} bytes, ${Object.keys(weights).length} features kept`);
