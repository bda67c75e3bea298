/**
 * What the markup of a file says of the plain text that was made of it, and that text alone can't. It holds like what a reviewer
 * decides, and less than that. Places are half-open ranges of UTF-16 offsets in that text.
 */

import type { TextRange } from './text-range.js';

/** What `plainText` found in the markup of a file. */
export interface Markup {
  /** The notes, in the order of their labels. */
  readonly notes: readonly MarkedNote[];
  /** Where rows of headings begin, rising. */
  readonly labelRows: readonly number[];
  /** What is set otherwise than the text around, by where it begins; absent where nothing is. Stretches that are set differently may lie over each other. */
  readonly emphasis?: readonly MarkedEmphasis[];
}

export const RENDITIONS = [
  'strong',
  'italic',
  'underline',
  'smallcaps',
  'sub',
  'superscript',
  'strikethrough',
] as const;

/**
 * How words may be set, by the names of TEI's `rend`.
 * @useDeclaredType
 */
export type Rendition = (typeof RENDITIONS)[number];

/** A stretch that is set so; it neither begins nor ends with white space. */
export interface MarkedEmphasis extends TextRange {
  readonly rend: Rendition;
}

/** A note: its number or symbol, its label before its text, its mark where it hangs; none where that is open. */
export interface MarkedNote {
  readonly n: string;
  readonly label: TextRange;
  readonly mark?: TextRange;
}
