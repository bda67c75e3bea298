/** Notes of editors that are a document of their own, without a heading, in brackets: `[For the text of the treaty, see …]` */

import type { Source } from '../source.js';
import type { Line } from './chunks.js';

/** Shorter ones are headings that an editor supplied. */
const SHORT = 60;
/** A sentence ends inside the last bracket; a note's mark may follow. */
const END = /\.\]\d{0,2}$/;

/** Whether all lines of a body are sentences inside one pair of brackets. */
export function isBracketedNote({ text }: Source, lines: readonly Line[]): boolean {
  const [first, last] = [lines[0], lines.at(-1)];
  if (!first || !last || text[first.start] !== '[' || last.end - first.start < SHORT) return false;
  if (!END.test(text.slice(Math.max(first.start, last.end - 4), last.end))) return false;
  let depth = 0;
  for (let at = first.start; at < last.end; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return /^\]\d{0,2}$/.test(text.slice(at, Math.min(last.end, at + 4)));
  }
  return false;
}
