/** Stretches of a text. */

/** Half-open, of UTF-16 offsets; `end` is never before `start`. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

/** Whether two ranges have a character in common. */
export const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;
