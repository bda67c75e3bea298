/**
 * Which label each line has: a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), its best
 * sequence by Viterbi and the probability of each label by forward-backward.
 */

import { loadModel, type Provenance } from '../model.js';
import type { Source } from '../source.js';
import type { Context } from '../tree.js';
import { bestPath, type Chain, type Moves, sums } from './chain.js';
import type { Line } from './chunks.js';
import { LONG_LINE } from './facts.js';
import { features } from './features.js';
import { type Choice, LABELS, type Label, NAMES } from './labels.js';
import { pageAt } from './leaves.js';

/**
 * `weights[feature]` holds an index into `labels` and a weight in turn; `moves['before after within']` is for lines of one
 * chunk, `… across` from chunk to chunk. Within a chunk only the moves that are listed can be made, and that to `more`.
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
const only = (...labels: Label[]): number[] => labels.map((l) => INDEX.get(l)!);
const BULLETED = only('item', 'nestHead');
const PARTS = { label: only('label2'), item: only('item2') };
const LONG = only('p', 'flush', 'quote', 'pOpen', 'pTail');
const INSIDE: readonly Label[] = ['item', 'item2', 'row', 'more'];
const PLAIN = only(
  ...LABELS.filter((l) => !INSIDE.includes(l) && !['label2', 'nestHead', 'page', 'sourceLine'].includes(l)),
);
/** What a text begins with: a title, unless the first line ends as sentences do. */
const TITLES = only('head', 'dateline', 'salute');
const BRACKETED = [...TITLES, ...only('seg')];
const OPENING = [...TITLES, ...only('p')];
const FOUND_LINE = only('sourceLine');

/** A number of the State Department's decimal file, alone: nothing but a source line looks like that. */
const DECIMAL_FILE =
  /^(?:File No\. ?)?[\d.]{3,}[\w.()]*(?:[ –-][\p{L}. –-]+)? ?\/[\w–—:-]+(?: \[[^\]]*\])?(?: ?[:;] ?[\p{L} ]+)?[.:]?\d{0,2}$/u;
const INNER = [...PLAIN, ...only(...INSIDE)];

/** What a line says that names where a document was found: a file number, a collection. */
const FOUND = /\d|\bFiles?\b|Papers|Lot\b|Collection|Librar|Records?\b|Archives|Series/i;

/** The labels that a line can have by its shape and place alone; `first` for the first line of all. */
export function openLabels(source: Source, line: Line, startsChunk: boolean, first: boolean): readonly number[] {
  if (line.bullet) return BULLETED;
  if (line.part) return PARTS[line.part];
  const bar = source.text.indexOf('|', line.start);
  if (bar >= 0 && bar < line.end) return INNER;
  if (line.end - line.start >= LONG_LINE) return startsChunk ? LONG : [...LONG, ...only('more')];
  if (first) {
    const text = source.text.slice(line.start, line.end);
    if (text.length <= 120 && DECIMAL_FILE.test(text)) return FOUND_LINE;
    if (/^\[[^\]]+\]$/.test(text)) return BRACKETED;
    const labels = /[.,;:!?]["”’)\]]?$/.test(text) ? OPENING : TITLES;
    return FOUND.test(text) ? [...labels, ...FOUND_LINE] : labels;
  }
  return startsChunk ? PLAIN : INNER;
}

export interface Loaded {
  readonly weights: Map<string, readonly [Uint8Array, Float64Array]>;
  /** Moves within a chunk, then across chunks; `before * COUNT + after`. */
  readonly moves: readonly [Moves, Moves];
}

let loaded: Loaded | undefined;

/** The score of a move that is never made; finite, so that every document has a best reading. */
export const NEVER = -40;

/** Unpack a model file. */
function unpack(model: BlockModel): Loaded {
  const weights = new Map<string, readonly [Uint8Array, Float64Array]>();
  for (const [feature, row] of Object.entries(model.weights)) {
    const labels = Uint8Array.from({ length: row.length / 2 }, (_, k) => INDEX.get(model.labels[row[2 * k]!]!)!);
    weights.set(feature, [labels, Float64Array.from({ length: labels.length }, (_, k) => row[2 * k + 1]!)]);
  }
  const moves = [new Float64Array(COUNT * COUNT), new Float64Array(COUNT * COUNT)] as const;
  moves[0].fill(NEVER);
  for (let x = 0; x < COUNT; x++) moves[0][x * COUNT + INDEX.get('more')!] = 0;
  for (const [name, value] of Object.entries(model.moves)) {
    const [before, after, where] = name.split(' ') as [string, string, string];
    moves[where === 'within' ? 0 : 1]![INDEX.get(before)! * COUNT + INDEX.get(after)!] = value;
  }
  const [within, across] = moves.map((score) => ({ score, exp: score.map(Math.exp) })) as [Moves, Moves];
  return { weights, moves: [within, across] };
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

/** The model that ships, unpacked on first use. */
export function theModel(): Loaded {
  loaded ??= unpack(loadModel<BlockModel>('blocks'));
  return loaded;
}

/** Label the lines of the body; the lines for which `decided` holds labels get one of these. */
export function classifyWith(
  model: Loaded,
  source: Source,
  lines: readonly Line[],
  context: Partial<Context>,
  decided: readonly (readonly number[] | undefined)[] = [],
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
    open.push(
      decided[index[i]!] ?? openLabels(source, kept[i]!, i === 0 || kept[i - 1]!.chunk !== kept[i]!.chunk, i === 0),
    );
    return row;
  });
  const moves = (i: number): Moves => model.moves[kept[i - 1]!.chunk === kept[i]!.chunk ? 0 : 1]!;
  const chain: Chain = { count: COUNT, scores, open, moves };
  const path = bestPath(chain);
  const { forward, backward } = sums(chain);
  path.forEach((chosen, i) => {
    const label = LABELS[chosen]!;
    const byName = new Map<string, number>();
    for (const y of open[i]!) {
      const name = NAMES[LABELS[y]!];
      byName.set(name, (byName.get(name) ?? 0) + forward[i]![y]! * backward[i]![y]!);
    }
    const alternatives = [...byName]
      .filter(([name, p]) => name !== NAMES[label] && p >= WORTH)
      .sort(([, a], [, b]) => b - a)
      .map(([choice, p]) => ({ choice, p: round(p) }));
    choices[index[i]!] = { label, p: round(byName.get(NAMES[label])!), alternatives };
  });
  return choices;
}

const round = (p: number): number => Math.min(1, Math.round(p * 1e6) / 1e6);
