/** What the lines of a part hold: text, and what is printed at the edges of pages. */

import { type Source, within } from '../../source.js';
import type { CableField, Flow, FlowType, FormeWork, Leaf, PageBreak } from '../../tree.js';
import { between, inline } from '../blocks/leaves.js';
import type { PartLine } from './part.js';

/** The edge of a page: a break where a page begins, and the line itself. */
export function edgeOf({ span }: Source, { line, page }: PartLine): (PageBreak | FormeWork)[] {
  const work: FormeWork = { type: 'fw', span: within(span, line.start, line.end) };
  return page === undefined ? [work] : [{ type: 'pb', span: within(span, line.start, line.start), n: page }, work];
}

/** The inside of a block of some lines; `kept` says whether their ends are written as `lb`. */
export function contentOf(source: Source, lines: readonly PartLine[], kept: boolean): Leaf[] {
  return lines.flatMap((part, i): Leaf[] => {
    const { start, end } = part.line;
    const own = part.edge ? edgeOf(source, part) : inline(source, start, end);
    return i === 0 ? own : [...between(source, lines[i - 1]!.line.end, start, kept), ...own];
  });
}

export const flow = (type: FlowType, content: readonly Leaf[], field?: CableField): Flow => ({
  type,
  content,
  ...(field && { field }),
});

/** A line from an offset on. */
export const rest = (part: PartLine, start: number): PartLine => ({ ...part, line: { ...part.line, start } });
