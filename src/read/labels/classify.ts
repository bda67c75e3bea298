/**
 * Which label each line has: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), its best
 * sequence by Viterbi and the probability of each label by forward-backward.
 */

import { type Emit, HashedNames, hashOf } from '../../features/hashed.js';
import { madeOnce } from '../../made-once.js';
import { loadModel, type Provenance } from '../../model.js';
import { packed } from '../../packed.js';
import type { Source } from '../../source.js';
import type { Context } from '../../tree.js';
import { narrowed } from '../annual/narrowed.js';
import { pageAt } from '../blocks/leaves.js';
import type { Line } from '../lines/chunks.js';
import { isAnnual } from '../lines/era.js';
import { bestPath, type Chain, type Moves, sums } from './chain.js';
import { describeLines } from './features.js';
import { type Choice, LABELS, type Label, NAMES } from './labels.js';
import { openTo } from './open-labels.js';

/**
 * `weights[feature]` holds an index into `labels` and a weight in turn; `moves['before after within']` is for lines of one
 * chunk, `… across` from chunk to chunk, `… annual` what annual volumes add to `across`: paragraphs there hold lists. Within a chunk
 * only the moves that are listed can be made, and that to `more`.
 */
export interface BlockModel {
  readonly trainedOn: Provenance;
  readonly labels: readonly Label[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
  readonly moves: Readonly<Record<string, number>>;
}

/** The kinds of moves that a model's file tells apart. */
export const MOVES = ['within', 'across', 'annual'] as const;
type MoveKind = (typeof MOVES)[number];

export const COUNT: number = LABELS.length;

interface Loaded {
  /** The features that weigh anything; those of place `i` are `first[i] … first[i + 1] − 1` of labels and weights. */
  readonly features: HashedNames;
  readonly first: Int32Array;
  readonly labels: Uint8Array;
  readonly weights: Float64Array;
  /** Moves within a chunk, across chunks, across chunks of annual volumes; `before * COUNT + after`. */
  readonly moves: readonly [Moves, Moves, Moves];
}

/** The score of a move that is never made; finite, so that every document has a best reading. */
export const NEVER = -40;

/** A model file, unpacked. */
const unpacked = madeOnce((model: BlockModel): Loaded => {
  const names = Object.keys(model.weights);
  const first = new Int32Array(names.length + 1);
  names.forEach((name, i) => {
    first[i + 1] = first[i]! + model.weights[name]!.length / 2;
  });
  const labels = new Uint8Array(first[names.length]!);
  const weights = new Float64Array(labels.length);
  const known = model.labels.map((label) => LABELS.indexOf(label));
  names.forEach((name, i) => {
    const row = model.weights[name]!;
    for (let k = 0; 2 * k < row.length; k++) {
      labels[first[i]! + k] = known[row[2 * k]!]!;
      weights[first[i]! + k] = row[2 * k + 1]!;
    }
  });
  const [within, across, annual] = MOVES.map(() => new Float64Array(COUNT * COUNT)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  within.fill(NEVER);
  for (let x = 0; x < COUNT; x++) within[x * COUNT + LABELS.indexOf('more')] = 0;
  for (const [name, value] of Object.entries(model.moves)) {
    const [before, after, where] = name.split(' ') as [string, string, MoveKind];
    [within, across, annual][MOVES.indexOf(where)]![
      LABELS.indexOf(before as Label) * COUNT + LABELS.indexOf(after as Label)
    ] = value;
  }
  const moves = (score: Float64Array): Moves => ({ score, exp: score.map(Math.exp) });
  const both = annual.map((more, at) => more + across[at]!);
  return {
    features: new HashedNames(names),
    first,
    labels,
    weights,
    moves: [moves(within), moves(across), moves(both)],
  };
});

/** Lines without those that hold only a page's mark, and which of the rest follow such a line. */
export function withoutPages(
  source: Source,
  lines: readonly Line[],
): { kept: Line[]; index: number[]; pageBefore: boolean[] } {
  const kept: Line[] = [];
  const index: number[] = [];
  const pageBefore: boolean[] = [];
  let page = false;
  lines.forEach((line, i) => {
    if (pageAt(source, line.start, line.end)) page = true;
    else {
      kept.push(line);
      index.push(i);
      pageBefore.push(page);
      page = false;
    }
  });
  return { kept, index, pageBefore };
}

/** Alternatives below this are noise. */
const WORTH = 0.01;

/** Label the lines of the body; the lines for which `decided` holds labels get one of these. */
export function classify(
  source: Source,
  lines: readonly Line[],
  context: Partial<Context>,
  decided: readonly (readonly number[] | undefined)[] = [],
): Choice[] {
  const { kept, index, pageBefore } = withoutPages(source, lines);
  const choices: Choice[] = packed(lines, () => ({ label: 'page', p: 1, alternatives: [] }));
  const n = kept.length;
  if (n === 0) return choices;
  const able = openTo(source, kept, context);
  const ofAnnual = isAnnual(source, kept, context);
  const left = ofAnnual ? narrowed(source, kept, able) : able;
  const open = packed(left, (labels, i) => decided[index[i]!] ?? labels);
  const scores = new Float64Array(n * COUNT);
  let row = 0;
  const begin = (i: number): void => {
    row = i * COUNT;
  };
  const { features, first, labels, weights, moves: scored } = unpacked(loadModel<BlockModel>('blocks'));
  const emit: Emit = (a, b, c, d, e, f) => {
    const place = features.placeOf(hashOf(a, b, c, d, e, f));
    if (place < 0) return;
    for (let k = first[place]!; k < first[place + 1]!; k++) scores[row + labels[k]!]! += weights[k]!;
  };
  describeLines(source, kept, pageBefore, context, begin, emit);
  const [within, across, annual] = scored;
  const apart = ofAnnual ? annual : across;
  const moves = (i: number): Moves => (kept[i - 1]!.chunk === kept[i]!.chunk ? within : apart);
  const chain: Chain = { count: COUNT, scores, open, moves };
  const path = bestPath(chain);
  const { forward, backward } = sums(chain);
  const byName = new Float64Array(NAMED.length);
  path.forEach((chosen, i) => {
    byName.fill(0);
    for (const y of open[i]!) byName[NAME_OF[y]!]! += forward[i * COUNT + y]! * backward[i * COUNT + y]!;
    const own = NAME_OF[chosen]!;
    const alternatives: { choice: string; p: number }[] = [];
    if (byName[own]! < 1 - WORTH / 2) {
      const others = new Set(open[i]!.map((y) => NAME_OF[y]!));
      others.delete(own);
      for (const name of others)
        if (byName[name]! >= WORTH) alternatives.push({ choice: NAMED[name]!, p: byName[name]! });
      alternatives.sort((a, b) => b.p - a.p);
      for (const other of alternatives) other.p = round(other.p);
    }
    choices[index[i]!] = { label: LABELS[chosen]!, p: round(byName[own]!), alternatives };
  });
  return choices;
}

/** The names of labels, and which of them each label has. */
const NAMED = [...new Set(LABELS.map((label) => NAMES[label]))];
const NAME_OF = LABELS.map((label) => NAMED.indexOf(NAMES[label]));

const round = (p: number): number => Math.min(1, Math.round(p * 1e6) / 1e6);
