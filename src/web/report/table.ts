/** A table of a report: figures stand right. */

import { escaped } from '../../text/html.js';

export type Cell = string | number;

/** `html`: cells are HTML as they stand. */
export function table(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  { html = false }: { html?: boolean } = {},
): string {
  const figures = head.map((_, i) => rows.every((row) => /^[\d.]+$/.test(String(row[i]))));
  const shown = (cell: Cell): string =>
    typeof cell === 'number' ? cell.toLocaleString('en') : html ? cell : escaped(cell);
  const classOf = (i: number): string => (figures[i] ? ' class="n"' : i === 0 ? ' class="path"' : '');
  const header = head.map((name, i) => `<th scope="col"${classOf(i)}>${escaped(name)}</th>`).join('');
  const body = rows.map((row) => `<tr>${row.map((cell, i) => `<td${classOf(i)}>${shown(cell)}</td>`).join('')}</tr>`);
  return `<div class="wide" tabindex="0" role="group" aria-label="Table"><table><thead><tr>${header}</tr></thead><tbody>${body.join('\n')}</tbody></table></div>`;
}
