/** Tables in HTML: their rows, and what stands between these. */

import { inColumns, spanOf } from '../cells.js';
import { type Child, element, inCell, pageNumber, textIn } from '../tree.js';

/** Elements around rows that are none themselves, and those that say how columns look. */
const AROUND = /^(?:thead|tbody|tfoot|colgroup|col)$/;
export const CELLS = /^t[dh]$/;

const isElement = (node: Node): node is Element => node.nodeType === 1;
const isText = (node: Node): boolean => node.nodeType === 3 && (node.textContent ?? '').trim() !== '';

const cellsOf = (row: Element): Element[] => [...row.children].filter((cell) => CELLS.test(cell.localName));

/** A table's rows and headings, and what its rows have beside their cells, which stands before them, in order. */
function partsOf(table: Element, of: Element = table): Node[] {
  return [...of.childNodes].flatMap((node): Node[] => {
    if (!isElement(node)) return isText(node) ? [node] : [];
    if (node.localName === 'tr') {
      return [
        ...[...node.childNodes].filter((each) => (!isElement(each) ? isText(each) : !CELLS.test(each.localName))),
        node,
      ];
    }
    const holdsRows = AROUND.test(node.localName) || node.querySelector('tr')?.closest('table') === table;
    return holdsRows ? partsOf(table, node) : [node];
  });
}

const isLabelRow = (row: Element, cells: readonly Element[]): boolean =>
  row.parentElement?.localName === 'thead' || (cells.length > 0 && cells.every((cell) => cell.localName === 'th'));

/**
 * The rows of a table, its headings, the pages that begin between rows. What stands there beside is a row of one cell.
 *
 * @param inside gives what an element holds, and `whole` a node itself
 */
export function tableRows(
  table: Element,
  inside: (element: Element) => Child[],
  whole: (node: Node) => Child[],
): Child[] {
  const parts = partsOf(table);
  const rows = parts.filter((part): part is Element => isElement(part) && part.localName === 'tr');
  const placed = inColumns(
    rows.map((row) =>
      cellsOf(row).map((cell) => ({
        content: element('cell', inCell(inside(cell))),
        columns: spanOf(cell.getAttribute('colspan')),
        rows: spanOf(cell.getAttribute('rowspan')),
      })),
    ),
  );
  let next = 0;
  return parts.flatMap((part): Child[] => {
    if (isElement(part) && part.localName === 'caption') return [element('head', inside(part))];
    const isRow = isElement(part) && part.localName === 'tr';
    const own = isRow ? cellsOf(part) : [part];
    const cells = isRow ? placed[next++]! : [];
    const n = own.length === 1 ? pageNumber(own[0]!.textContent ?? '') : undefined;
    if (n !== undefined) return [element('pb', [], { n })];
    if (isRow) return [element('row', cells, isLabelRow(part, cellsOf(part)) ? { role: 'label' } : {})];
    const children = whole(part);
    return textIn(children).trim() === '' ? [] : [element('row', [element('cell', inCell(children))])];
  });
}
