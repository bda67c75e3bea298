/** Lines of tables in annual volumes that have one cell, and so no bar: `Secretariat` among rows of names. */

import type { Source } from '../../source.js';
import type { Line } from '../lines/chunks.js';

/** A bar that parts cells. */
const BAR = /(?:^|\s)\|(?:\s|$)/;

/** Whether a line has cells. */
export const hasCells = ({ text }: Source, { start, end }: Line): boolean => BAR.test(text.slice(start, end));

/** Longer lines are sentences, as are those that end so; a line that ends with a colon leads up to the table. */
const LONG = 160;
const SENTENCE = /\p{Ll}{2}[.?!]["”’)]?\d{0,2}$|[:;]\d{0,2}$/u;

const isProse = ({ text }: Source, { start, end }: Line): boolean =>
  end - start > LONG || SENTENCE.test(text.slice(start, end));

/**
 * The lines of tables: of blocks below the first with cells in a third of their lines at least, and no item; but not the sentence that leads
 * up to the rows, or follows them.
 */
export function tableLines(source: Source, lines: readonly Line[]): ReadonlySet<Line> {
  const tables = new Set<Line>();
  if (!source.text.includes('|')) return tables;
  for (let first = 0; first < lines.length; ) {
    const { chunk } = lines[first]!;
    let last = first;
    let cells = 0;
    let items = false;
    for (; lines[last]?.chunk === chunk; last++) {
      if (hasCells(source, lines[last]!)) cells++;
      items ||= lines[last]!.bullet || lines[last]!.part !== undefined;
    }
    if (first > 0 && !items && cells > 0 && 3 * cells >= last - first) {
      const block = lines.slice(first, last);
      const top = block.findIndex((line) => hasCells(source, line));
      const foot = block.findLastIndex((line) => hasCells(source, line));
      for (const [i, line] of block.entries()) if ((i >= top && i <= foot) || !isProse(source, line)) tables.add(line);
    }
    first = last;
  }
  return tables;
}
