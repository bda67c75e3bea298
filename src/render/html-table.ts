/** Tables in HTML. */

import { span } from '../grid.js';
import { childElements } from '../xml/elements.js';
import type { XmlElement } from '../xml/parse.js';

type Written = (element: XmlElement) => string;

/** @param inside writes what an element holds, and `whole` an element itself */
export function tableOf(table: XmlElement, inside: Written, whole: Written): string {
  const children = childElements(table);
  const width = children.filter(({ name }) => name === 'row').reduce((most, row) => Math.max(most, widthOf(row)), 1);
  const written = children.map((child) => {
    if (child.name === 'head') return `<caption>${inside(child)}</caption>`;
    if (child.name === 'pb') return `<tr class="pb"><td colspan="${width}">${whole(child)}</td></tr>`;
    return child.name === 'row' ? rowOf(child, inside) : '';
  });
  return `<table>${written.join('\n')}</table>`;
}

const cellsOf = (row: XmlElement): XmlElement[] => childElements(row).filter(({ name }) => name === 'cell');

/** Columns that a row's own cells take. */
const widthOf = (row: XmlElement): number => cellsOf(row).reduce((sum, cell) => sum + span(cell, 'cols'), 0);

const spans = (cell: XmlElement): string =>
  (['cols', 'rows'] as const)
    .map((over) => (span(cell, over) > 1 ? ` ${over === 'cols' ? 'colspan' : 'rowspan'}="${span(cell, over)}"` : ''))
    .join('');

function rowOf(row: XmlElement, inside: Written): string {
  const tag = row.attributes.role === 'label' ? 'th' : 'td';
  const cells = cellsOf(row).map((cell) => `<${tag}${spans(cell)}>${inside(cell)}</${tag}>`);
  return `<tr>${cells.join('')}</tr>`;
}
