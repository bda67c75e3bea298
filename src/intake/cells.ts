/** Rows of cells some of which reach over columns or into rows below. */

import { placed, type Spanning } from '../grid.js';
import type { XmlElement } from '../xml/parse.js';
import { element } from './tree.js';

/** A span as a file writes it. */
export function spanOf(written: string | null | undefined): number {
  const n = Number(written ?? 1);
  return Number.isInteger(n) && n > 1 ? n : 1;
}

/** Rows for a form whose cells can't reach over others: empty cells stand there, so that those further right keep their columns. */
export const inColumns = (rows: readonly (readonly Spanning<XmlElement>[])[]): XmlElement[][] =>
  placed(rows, () => element('cell')).map((row, i) => {
    const last = rows[i]!.at(-1);
    return last ? row.slice(0, row.lastIndexOf(last.content) + 1) : [];
  });
