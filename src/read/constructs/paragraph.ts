/** Paragraphs: those that hold lists, tables or quotations as well as plain ones; quotations. */

import type { Label } from '../labels/labels.js';
import type { Grouping, Piece } from './grouping.js';
import { type Sign, sign, startSign } from './sign.js';

export const PARAGRAPH: readonly Sign[] = [
  sign('bracketed', /^\[.*\]\W{0,2}\d{0,2}$/, 160),
  sign('parenthesised', /^\(.*\)\W?\d{0,2}$/, 160),
  sign(
    'omission',
    /^\[(?:Here follows?|Omitted|Extracts?|\d+ (?:lines?|paragraphs?|pages?)|Text|Remainder|Attachment|portion)/i,
  ),
  sign('summary', /^(?:begin |end )?(?:summary|comment|message|text|quote|action requested)\b/i, 60),
  sign('endOf', /^(?:end|message ends|unquote)\b/i, 60),
  startSign('opensQuote', /^[“"«]/),
  sign(
    'section',
    /^(?:Part|Section|Chapter|Article|Annex|Appendix|Tab|Paragraph|Discussion|Conclusions?|Recommendations?|Background|Introduction|Problem)\b/i,
    80,
  ),
];

export const quote: Grouping = {
  labels: ['quote'],
  make: (_, run) => ({ type: 'quote', children: run.map((piece) => piece.block) }),
};

const TABULAR = new Set<Label>(['tableHead', 'row']);
const PROSE = new Set<Label>(['pOpen', 'pTail', 'quote']);

/** Whether a list begins in another block than the table above it, or a table in another than the list: no paragraph holds both side by side. */
function changes({ label, chunk }: Piece, above: Piece): boolean {
  if (chunk === above.chunk || PROSE.has(label) || PROSE.has(above.label)) return false;
  return TABULAR.has(label) !== TABULAR.has(above.label);
}

/** A paragraph with what it holds, and its own text that goes on after it. */
export const paragraph: Grouping = {
  labels: ['pOpen'],
  members: ['listHead', 'label', 'item', 'item2', 'label2', 'nestHead', 'tableHead', 'row', 'quote', 'pTail'],
  joins: (piece, run) => !changes(piece, run.at(-1)!),
  make: (source, [first, ...rest], groups) => ({ type: 'p', children: [first!.block, ...groups(source, rest)] }),
};
