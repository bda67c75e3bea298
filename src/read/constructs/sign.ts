/** What a line can show of a construct: one named pattern. */

import { literal, type Part } from '../../features/hashed.js';

export interface Sign {
  readonly name: Part;
  readonly pattern: RegExp;
  /** Only lines up to so many characters can show it. */
  readonly upTo: number;
  /** Whether a long paragraph can show it too, by its first characters. */
  readonly running: boolean;
}

export const sign = (name: string, pattern: RegExp, upTo = 160): Sign => ({
  name: literal(name),
  pattern,
  upTo,
  running: false,
});

/** A sign that shows at the start of a line of any length. */
export const startSign = (name: string, pattern: RegExp): Sign => ({
  name: literal(name),
  pattern,
  upTo: Number.POSITIVE_INFINITY,
  running: true,
});
