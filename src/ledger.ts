/**
 * The proof that nothing is lost, doubled or invented: every character of the source is text of the output, or part of an
 * attribute, or a recorded skip; and what the output says beyond the source is a recorded literal.
 */

import { requireThat } from './options.js';
import { fields, listOf, text } from './shapes.js';
import { requireSource, type Source, textOf } from './source.js';
import type { Block, Document, Leaf, SkipReason } from './tree.js';

/**
 * One line of the proof. `start` and `end` are offsets in the source, `at` the offset in the output at which the writer
 * stood (all in UTF-16 code units). A literal has no place in the source.
 */
export type LedgerEntry =
  | { readonly kind: 'text'; readonly start: number; readonly end: number; readonly at: number }
  | {
      readonly kind: 'attribute';
      readonly start: number;
      readonly end: number;
      readonly at: number;
      readonly as: string;
    }
  | {
      readonly kind: 'skip';
      readonly start: number;
      readonly end: number;
      readonly at: number;
      readonly reason: SkipReason;
    }
  | { readonly kind: 'literal'; readonly text: string; readonly at: number; readonly why: string };

/** A ledger that does not add up: a bug of teigram, never of the input. */
export class LedgerError extends Error {
  constructor(message: string) {
    super(`${message}. This is a bug of teigram: please report it with the text that shows it.`);
    this.name = 'LedgerError';
  }
}

/** Visit every leaf in the order of the tree. */
export function eachLeaf(blocks: readonly Block[], visit: (leaf: Leaf) => void): void {
  for (const block of blocks) {
    switch (block.type) {
      case 'skip':
      case 'pb':
      case 'fw':
        visit(block);
        break;
      case 'note':
        visit(block.label);
        eachLeaf(block.body, visit);
        break;
      default:
        if ('content' in block) for (const leaf of block.content) visit(leaf);
        else eachLeaf(block.children, visit);
    }
  }
}

/**
 * Check that the leaves tile the source from 0 to its length, without gap or overlap, and that the text is in order but for notes: those
 * at the feet of pages stand at the end of the tree.
 *
 * @throws LedgerError
 */
export function balance(document: Document): void {
  const leaves: Leaf[] = [];
  let read = 0;
  for (const block of document.blocks)
    eachLeaf([block], (leaf) => {
      leaves.push(leaf);
      if (leaf.type !== 'text' || block.type === 'note') return;
      if (leaf.span.start < read) throw new LedgerError(`the text at ${leaf.span.start} comes after that at ${read}`);
      read = leaf.span.end;
    });
  leaves.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let at = 0;
  for (const { type, span } of leaves) {
    if (span.start !== at) throw new LedgerError(`the tree has ${type} at ${span.start} where ${at} comes next`);
    at = span.end;
  }
  const { length } = document.source.text;
  if (at !== length) throw new LedgerError(`the tree ends at ${at} of ${length} characters`);
}

/**
 * Check what a writer recorded: each character of the source once, and as many characters in the output as the texts and
 * literals have.
 *
 * @param written how many characters the writer put between tags, unescaped
 * @throws LedgerError
 */
export function audit(of: Source, entries: readonly LedgerEntry[], written: number): void {
  let expected = 0;
  const spans: { start: number; end: number }[] = [];
  let ordered = true;
  let reached = 0;
  for (const entry of entries) {
    if (entry.kind === 'literal') {
      expected += entry.text.length;
      continue;
    }
    if (entry.kind === 'text') expected += entry.end - entry.start;
    if (entry.start === entry.end) continue;
    if (entry.start < reached) ordered = false;
    reached = entry.end;
    spans.push(entry);
  }
  if (expected !== written) throw new LedgerError('the output holds other text than the ledger');
  if (!ordered) spans.sort((a, b) => a.start - b.start);
  let at = 0;
  for (const span of spans) {
    if (span.start !== at) {
      throw new LedgerError(
        `characters ${Math.min(at, span.start)}–${Math.max(at, span.start)} are ${span.start > at ? 'lost' : 'doubled'}`,
      );
    }
    at = span.end;
  }
  if (at !== of.text.length) throw new LedgerError(`characters ${at}–${of.text.length} are lost`);
}

const LEDGER = { holds: listOf(fields({ kind: text })), must: 'the ledger of a conversion' };

/**
 * The proof as tab-separated lines: kind, start, end, what became of the characters, the characters (JSON).
 *
 * @throws TypeError where the source is none, or the ledger
 */
export function formatLedger(of: Source, entries: readonly LedgerEntry[]): string {
  requireSource(of);
  requireThat(entries, LEDGER, 'the ledger');
  const lines = entries.map((entry) => {
    if (entry.kind === 'literal') return ['literal', '', '', entry.why, JSON.stringify(entry.text)].join('\t');
    const fate = entry.kind === 'text' ? '' : entry.kind === 'skip' ? entry.reason : entry.as;
    const text = JSON.stringify(textOf(of, { start: entry.start, end: entry.end } as Source['span']));
    return [entry.kind, entry.start, entry.end, fate, text].join('\t');
  });
  return `kind\tstart\tend\tfate\ttext\n${lines.join('\n')}\n`;
}
