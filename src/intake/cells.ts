/** Rows of cells some of which reach over columns or into rows below. */

import type { XmlElement } from '../xml/parse.js';
import { element } from './tree.js';

export interface Spanning {
  readonly cell: XmlElement;
  readonly columns: number;
  readonly rows: number;
}

/** No cell reaches further: what says so is a slip. */
const MOST = 100;

/** A span as a file writes it. */
export function spanOf(written: string | null | undefined): number {
  const n = Number(written ?? 1);
  return Number.isInteger(n) && n > 1 ? Math.min(n, MOST) : 1;
}

/** Rows for a form whose cells can't reach over others: empty cells stand there, so that those further right keep their columns. */
export function placed(rows: readonly (readonly Spanning[])[]): XmlElement[][] {
  const until: number[] = []; // by column, the row below the cell that reaches down there
  return rows.map((cells, at) => {
    const row: XmlElement[] = [];
    const isTaken = (): boolean => (until[row.length] ?? 0) > at;
    for (const { cell, columns, rows: height } of cells) {
      while (isTaken()) row.push(element('cell'));
      for (let i = 0; i < columns; i++) {
        until[row.length] = at + height;
        row.push(i === 0 ? cell : element('cell'));
      }
    }
    const last = cells.at(-1);
    return last ? row.slice(0, row.indexOf(last.cell) + 1) : [];
  });
}
