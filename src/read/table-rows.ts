/** Lines of tables in annual volumes that have one cell, and so no bar: `Secretariat` among rows of names. */

import type { Source } from '../source.js';
import type { Line } from './chunks.js';

/** A bar that parts cells. */
const BAR = /(?:^|\s)\|(?:\s|$)/;

/** Whether a line has cells. */
export const hasCells = ({ text }: Source, { start, end }: Line): boolean => BAR.test(text.slice(start, end));

/** The blocks of lines that are tables: below the first block, with cells in a third of their lines at least, and no item. */
export function tableBlocks(source: Source, lines: readonly Line[]): ReadonlySet<number> {
  const tables = new Set<number>();
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
    if (first > 0 && !items && cells > 0 && 3 * cells >= last - first) tables.add(chunk);
    first = last;
  }
  return tables;
}
