/**
 * What the markup of a file says of the plain text that was made of it, and that text alone can't. It holds like what a reviewer
 * decides, and less than that. Places are half-open ranges of UTF-16 offsets in that text.
 */

export interface TextRange {
  readonly start: number;
  readonly end: number;
}

export interface Markup {
  /** The notes, in the order of their labels. */
  readonly notes: readonly MarkedNote[];
  /** Where rows of headings begin, rising. */
  readonly labelRows: readonly number[];
}

/** A note: its number or symbol, its label before its text, its mark where it hangs; none where that is open. */
export interface MarkedNote {
  readonly n: string;
  readonly label: TextRange;
  readonly mark?: TextRange;
}
