/**
 * Which label each line has: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), its best
 * sequence by Viterbi and the probability of each label by forward-backward.
 */

import { loadModel, type Provenance } from '../model.js';
import type { Source } from '../source.js';
import type { Context } from '../tree.js';
import type { Line } from './chunks.js';
import { features } from './features.js';
import { type Choice, LABELS, type Label } from './labels.js';
import { pageAt } from './leaves.js';

/**
 * `weights[feature]` holds an index into `labels` and a weight in turn; `moves['before after within']` is for lines of one
 * chunk, `… across` from chunk to chunk.
 */
export interface BlockModel {
  readonly trainedOn: Provenance;
  readonly labels: readonly Label[];
  readonly weights: Readonly<Record<string, readonly number[]>>;
  readonly moves: Readonly<Record<string, number>>;
}

export const COUNT: number = LABELS.length;
const INDEX = new Map<string, number>(LABELS.map((label, i) => [label, i]));

/** Labels that the shape of a line leaves open; others aren't considered. */
const BULLETED = ['item', 'item2'].map((l) => INDEX.get(l)!);
const PLAIN = LABELS.map((_, i) => i).filter((i) => !['item', 'item2', 'page', 'row', 'more'].includes(LABELS[i]!));
const INNER = [...PLAIN, INDEX.get('more')!, INDEX.get('row')!, INDEX.get('item')!, INDEX.get('item2')!];

/** The labels that a line can have by its shape alone. */
export function openLabels(source: Source, line: Line, startsChunk: boolean): readonly number[] {
  if (line.bullet) return BULLETED;
  const bar = source.text.indexOf('|', line.start);
  if (bar >= 0 && bar < line.end) return [...INNER];
  return startsChunk ? PLAIN : INNER;
}

interface Loaded {
  readonly weights: Map<string, readonly [Uint8Array, Float64Array]>;
  /** Moves within a chunk, then across chunks; `before * COUNT + after`. */
  readonly moves: readonly [Float64Array, Float64Array];
}

let loaded: Loaded | undefined;

/** Unpack a model file. */
export function unpack(model: BlockModel): Loaded {
  const weights = new Map<string, readonly [Uint8Array, Float64Array]>();
  for (const [feature, row] of Object.entries(model.weights)) {
    const labels = Uint8Array.from({ length: row.length / 2 }, (_, k) => INDEX.get(model.labels[row[2 * k]!]!)!);
    weights.set(feature, [labels, Float64Array.from({ length: labels.length }, (_, k) => row[2 * k + 1]!)]);
  }
  const moves = [new Float64Array(COUNT * COUNT), new Float64Array(COUNT * COUNT)] as const;
  for (const [name, value] of Object.entries(model.moves)) {
    const [before, after, where] = name.split(' ') as [string, string, string];
    moves[where === 'within' ? 0 : 1]![INDEX.get(before)! * COUNT + INDEX.get(after)!] = value;
  }
  return { weights, moves };
}

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

/** Label the lines of the body. */
export function classify(source: Source, lines: readonly Line[], context: Partial<Context>): Choice[] {
  loaded ??= unpack(loadModel<BlockModel>('blocks'));
  return classifyWith(loaded, source, lines, context);
}

export function classifyWith(
  model: Loaded,
  source: Source,
  lines: readonly Line[],
  context: Partial<Context>,
): Choice[] {
  const { kept, index, pageBefore } = withoutPages(source, lines);
  const choices: Choice[] = lines.map(() => ({ label: 'page', p: 1, alternatives: [] }));
  const n = kept.length;
  if (n === 0) return choices;
  const open: (readonly number[])[] = [];
  const scores = features(source, kept, pageBefore, context).map((names, i) => {
    const row = new Float64Array(COUNT);
    for (const name of names) {
      const w = model.weights.get(name);
      if (!w) continue;
      const [labels, values] = w;
      for (let k = 0; k < labels.length; k++) row[labels[k]!]! += values[k]!;
    }
    open.push(openLabels(source, kept[i]!, i === 0 || kept[i - 1]!.chunk !== kept[i]!.chunk));
    return row;
  });
  const movesInto = (i: number): Float64Array => model.moves[kept[i - 1]!.chunk === kept[i]!.chunk ? 0 : 1]!;

  // Viterbi, with the forward sums beside it.
  const best: Float64Array[] = [];
  const back: Uint8Array[] = [];
  const forward: Float64Array[] = [];
  for (let i = 0; i < n; i++) {
    const b = new Float64Array(COUNT).fill(Number.NEGATIVE_INFINITY);
    const f = new Float64Array(COUNT).fill(Number.NEGATIVE_INFINITY);
    const from = new Uint8Array(COUNT);
    for (const y of open[i]!) {
      const s = scores[i]![y]!;
      if (i === 0) {
        b[y] = s;
        f[y] = s;
        continue;
      }
      const moves = movesInto(i);
      let top = Number.NEGATIVE_INFINITY;
      let topForward = Number.NEGATIVE_INFINITY;
      for (const x of open[i - 1]!) {
        const move = moves[x * COUNT + y]!;
        const v = best[i - 1]![x]! + move;
        if (v > top) {
          top = v;
          from[y] = x;
        }
        const w = forward[i - 1]![x]! + move;
        if (w > topForward) topForward = w;
      }
      let sum = 0;
      for (const x of open[i - 1]!) sum += Math.exp(forward[i - 1]![x]! + moves[x * COUNT + y]! - topForward);
      b[y] = top + s;
      f[y] = topForward + Math.log(sum) + s;
    }
    best.push(b);
    forward.push(f);
    back.push(from);
  }
  const path = new Uint8Array(n);
  let last = open[n - 1]![0]!;
  for (const y of open[n - 1]!) if (best[n - 1]![y]! > best[n - 1]![last]!) last = y;
  for (let i = n - 1; i >= 0; i--) {
    path[i] = last;
    last = back[i]![last]!;
  }
  // Backward sums, and with them the probabilities.
  let backward = new Float64Array(COUNT);
  for (let i = n - 1; i >= 0; i--) {
    const total: [number, number][] = [];
    let top = Number.NEGATIVE_INFINITY;
    for (const y of open[i]!) top = Math.max(top, forward[i]![y]! + backward[y]!);
    let sum = 0;
    for (const y of open[i]!) {
      const e = Math.exp(forward[i]![y]! + backward[y]! - top);
      sum += e;
      total.push([y, e]);
    }
    const chosen = path[i]!;
    const p = total.find(([y]) => y === chosen)![1] / sum;
    const alternatives = total
      .filter(([y, e]) => y !== chosen && e / sum >= WORTH)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .map(([y, e]) => ({ choice: LABELS[y]! as string, p: round(e / sum) }));
    choices[index[i]!] = { label: LABELS[chosen]!, p: round(p), alternatives };
    if (i === 0) break;
    const moves = movesInto(i);
    const next = new Float64Array(COUNT);
    for (const x of open[i - 1]!) {
      let topBack = Number.NEGATIVE_INFINITY;
      for (const y of open[i]!) topBack = Math.max(topBack, moves[x * COUNT + y]! + scores[i]![y]! + backward[y]!);
      let s = 0;
      for (const y of open[i]!) s += Math.exp(moves[x * COUNT + y]! + scores[i]![y]! + backward[y]! - topBack);
      next[x] = topBack + Math.log(s);
    }
    backward = next;
  }
  return choices;
}

const round = (p: number): number => Math.round(p * 1e6) / 1e6;
