/** The spans of elements in a read document and in the gold, counted so that they can be compared. */

import type { Block, Document } from '../tree.js';
import type { GoldDocument } from './gold.js';

/** `layer start end key`, offsets counted in characters that are text in both forms. */
export type SpanKey = string;

const LAYERS = new Set(
  'head p item closer signed dateline label list opener salute quote attachment row cell'.split(' '),
);

/** The layers in which a document must agree in all to count as exact, notes (placed by another stage) aside. */
export const STRUCTURE = ['head', 'p', 'item', 'closer', 'signed', 'dateline', 'pb'] as const;

/** For each offset of the text, how many characters before it are neither blank nor a page's, bullet's or cell's mark. */
export function textOffsets(gold: GoldDocument): Uint32Array {
  const { text } = gold;
  const counted = new Uint8Array(text.length).fill(1);
  for (const e of gold.elements) if (e.name === 'pb') counted.fill(0, e.start, e.end);
  const out = new Uint32Array(text.length + 1);
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    out[i] = count;
    const c = text[i]!;
    if (counted[i] === 1 && !/[\s\u200b|*]/.test(c)) count++;
  }
  out[text.length] = count;
  return out;
}

/** Spans of the gold's body. */
export function goldSpans(gold: GoldDocument, offsets: Uint32Array): SpanKey[] {
  const out: SpanKey[] = [];
  for (const e of gold.elements) {
    if (e.note !== undefined) continue;
    if (e.name === 'pb') out.push(`pb ${offsets[e.start]} ${offsets[e.start]} ${e.attributes.n ?? ''}`);
    else if (LAYERS.has(e.name)) {
      const [a, b] = [offsets[e.start]!, offsets[e.end]!];
      if (b > a || e.name === 'closer') out.push(`${e.name} ${a} ${b}`);
    }
  }
  return out;
}

/** Spans of what was read. */
export function readSpans(document: Document, offsets: Uint32Array): SpanKey[] {
  const out: SpanKey[] = [];
  const visit = (block: Block): [number, number] => {
    if (block.type === 'skip') return [-1, -1];
    if (block.type === 'note') return [-1, -1];
    if (block.type === 'pb') {
      const at = offsets[block.span.start]!;
      out.push(`pb ${at} ${at} ${block.n}`);
      return [-1, -1];
    }
    let start = -1;
    let end = -1;
    if ('content' in block) {
      for (const leaf of block.content) {
        if (leaf.type === 'pb') {
          const at = offsets[leaf.span.start]!;
          out.push(`pb ${at} ${at} ${leaf.n}`);
        } else if (leaf.type === 'text') {
          if (start < 0) start = offsets[leaf.span.start]!;
          end = offsets[leaf.span.end]!;
        }
      }
    } else if ('children' in block) {
      for (const child of block.children) {
        const [a, b] = visit(child);
        if (a < 0) continue;
        if (start < 0) start = a;
        end = b;
      }
    }
    const layer = block.type === 'listHead' ? 'head' : block.type;
    if (LAYERS.has(layer) && end > start) out.push(`${layer} ${start} ${end}`);
    return [start, end];
  };
  for (const block of document.blocks) visit(block);
  return out;
}

/** Hits, wrong and missed spans by layer. */
export type Tally = Map<string, { hit: number; wrong: number; missed: number }>;

/** Compare two lists of spans as multisets; adds to the tally and gives back what differs. */
export function compare(
  gold: readonly SpanKey[],
  read: readonly SpanKey[],
  tally: Tally,
): { missed: SpanKey[]; wrong: SpanKey[] } {
  const left = new Map<SpanKey, number>();
  for (const key of gold) left.set(key, (left.get(key) ?? 0) + 1);
  const at = (key: SpanKey) => {
    const layer = key.slice(0, key.indexOf(' '));
    let row = tally.get(layer);
    if (!row) {
      row = { hit: 0, wrong: 0, missed: 0 };
      tally.set(layer, row);
    }
    return row;
  };
  const wrong: SpanKey[] = [];
  for (const key of read) {
    const n = left.get(key) ?? 0;
    if (n > 0) {
      at(key).hit++;
      left.set(key, n - 1);
    } else {
      at(key).wrong++;
      wrong.push(key);
    }
  }
  const missed: SpanKey[] = [];
  for (const [key, n] of left) {
    for (let i = 0; i < n; i++) {
      at(key).missed++;
      missed.push(key);
    }
  }
  return { missed, wrong };
}

export const f1 = (t: { hit: number; wrong: number; missed: number }): number =>
  t.hit === 0 ? 0 : (2 * t.hit) / (2 * t.hit + t.wrong + t.missed);
