/** A table's cells in a grid, for forms whose cells can't span columns or rows. */

import type { XmlElement } from './xml/parse.js';

/** No table is wider or longer than this by what its cells span: what says so is a slip. */
const MOST = { cols: 100, rows: 1000 } as const;

/** How many columns or rows a cell spans. */
export function span({ attributes }: XmlElement, over: 'cols' | 'rows'): number {
  const n = attributes[over] ?? '';
  return /^\d{1,4}$/.test(n) ? Math.min(Math.max(Number(n), 1), MOST[over]) : 1;
}

/** What stands in a cell, and how many columns and rows it spans. */
export interface Spanning<T> {
  readonly content: T;
  readonly columns: number;
  readonly rows: number;
}

/** Rows of cells, each in its column: empty ones stand where a cell spans. */
export function placed<T>(rows: readonly (readonly Spanning<T>[])[], empty: () => T): T[][] {
  const taken: number[] = []; // by column, the row below the cell that reaches down there
  return rows.map((cells, at) => {
    const row: T[] = [];
    const skip = (): void => {
      while (row.length < MOST.cols && (taken[row.length] ?? 0) > at) row.push(empty());
    };
    for (const { content, columns, rows: height } of cells) {
      skip();
      for (let i = 0; i < columns && (i === 0 || row.length < MOST.cols); i++) {
        taken[row.length] = at + Math.min(height, MOST.rows);
        row.push(i === 0 ? content : empty());
      }
    }
    skip();
    return row;
  });
}

/** Rows of cells, all of the same length: empty ones stand where a cell spans, and at the end of short rows. */
export function grid(rows: readonly (readonly { readonly text: string; readonly cell: XmlElement }[])[]): string[][] {
  const out = placed(
    rows.map((cells) =>
      cells.map(({ text, cell }) => ({ content: text, columns: span(cell, 'cols'), rows: span(cell, 'rows') })),
    ),
    () => '',
  );
  const width = out.reduce((most, row) => Math.max(most, row.length), 0);
  return out.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
}
