/** What differs between the forms that {@link layOut} can give: how text, marks, pages and blocks are written. */

import type { XmlElement } from '../xml/parse.js';

/** All functions take text in which white space has not been settled yet; only `block` and `row` take finished lines. */
export interface Style {
  /** Characters of the document. */
  text(value: string): string;
  /** An element inside a block, around its content. */
  inline(element: XmlElement, content: string): string;
  /** A note's mark where it hangs. */
  mark(note: XmlElement): string;
  page(pb: XmlElement): string;
  /** Between two lines of a block. */
  readonly lineEnd: string;
  /** A finished block of the element of this name; `depth` counts the divisions that it stands in below the one laid out. */
  block(name: string, text: string, depth: number): string;
  /** What heads a list. */
  listHead(text: string, depth: number): string;
  item(text: string, depth: number): string;
  /** What an item goes on with below a list inside it. */
  itemRest(text: string, depth: number): string;
  /** Whether the label of an item stands in it; the published text has it in a line above. */
  readonly labelsInItems: boolean;
  /** Whether the items of a list inside an item are lines of their own; the published text runs them together. */
  hasLines(list: XmlElement): boolean;
  /** Where a page break between rows is written: in a line of its own, or in the row below; the published text leaves it out. */
  readonly rowPages: 'line' | 'in-row' | undefined;
  /** Whether a gap between blocks is written; the published text leaves it out. */
  readonly blockGaps: boolean;
  /** Whether rows are all as long as the longest, as cells can't span columns or rows; and what heads them stands apart. */
  readonly grid: boolean;
  /** A row of these cells; `index` counts from 0. */
  row(cells: readonly string[], index: number, row: XmlElement): string;
}
