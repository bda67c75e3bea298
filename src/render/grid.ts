/** A table's cells in a grid, for forms whose cells can't span columns or rows. */

import type { XmlElement } from '../xml/parse.js';

/** No table is wider or longer than this by what its cells span: what says so is a slip. */
const MOST = 1000;

/** How many columns or rows a cell spans. */
export function span({ attributes }: XmlElement, over: 'cols' | 'rows'): number {
  const n = attributes[over] ?? '';
  return /^\d{1,4}$/.test(n) ? Math.min(Math.max(Number(n), 1), MOST) : 1;
}

/** Rows of cells, all of the same length: empty ones stand where a cell spans, and at the end of short rows. */
export function grid(rows: readonly (readonly { readonly text: string; readonly cell: XmlElement }[])[]): string[][] {
  const taken = new Map<number, number>(); // by column, the row below the cell that reaches down there
  const out = rows.map((cells, at) => {
    const row: string[] = [];
    const skip = (): void => {
      while ((taken.get(row.length) ?? 0) > at) row.push('');
    };
    for (const { text, cell } of cells) {
      skip();
      const below = at + span(cell, 'rows');
      for (let i = 0; i < span(cell, 'cols') && (i === 0 || row.length < MOST); i++) {
        taken.set(row.length, below);
        row.push(i === 0 ? text : '');
      }
    }
    skip();
    return row;
  });
  const width = out.reduce((most, row) => Math.max(most, row.length), 0);
  return out.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}
