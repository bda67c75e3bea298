/** Tables: rows of cells that ` | ` parts. */

import { type Source, within } from '../../source.js';
import type { Block, Flow, Group, Leaf } from '../../tree.js';
import { inline } from '../blocks/leaves.js';
import type { Line } from '../lines/chunks.js';
import type { Grouping } from './grouping.js';
import { type Sign, sign } from './sign.js';

export const TABLE: readonly Sign[] = [sign('bar', /(?:^|\s)\|(?:\s|$)/, 1e9)];

/** The cells of a line, which may be headings. An empty cell holds an empty text. */
export function row(source: Source, line: Line, isLabel = false): Group {
  const { text, span } = source;
  const cells: Block[] = [];
  const blank = (at: number): boolean => at < line.start || at >= line.end || /\s/.test(text[at]!);
  let from = line.start;
  for (let at = line.start; at <= line.end; at++) {
    if (at < line.end && !(text[at] === '|' && blank(at - 1) && blank(at + 1))) continue;
    let start = from;
    let end = at;
    while (start < end && blank(start)) start++;
    while (end > start && blank(end - 1)) end--;
    const empty: Leaf = { type: 'text', span: within(span, start, start) };
    cells.push({ type: 'cell', content: start < end ? inline(source, start, end) : [empty] });
    from = at + 1;
  }
  return { type: 'row', children: cells, ...(isLabel && { role: 'label' }) };
}

export const table: Grouping = {
  labels: ['tableHead', 'row'],
  joins: (piece, run) => piece.label === 'row' && piece.chunk === run[0]!.chunk,
  make: (_, run) => {
    const children = run.map((piece) => piece.block);
    const [only] = children;
    if (children.length === 1 && only!.type === 'listHead') return { ...(only as Flow), type: 'p', rend: 'center' };
    const cols = children.reduce((most, row) => Math.max(most, 'children' in row ? row.children.length : 0), 0);
    return { type: 'table', children, cols };
  },
};
