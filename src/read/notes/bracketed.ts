/** Notes of editors that are a document of their own, without a heading, in brackets: `[For the text of the treaty, see …]` */

import type { Source } from '../../source.js';
import { pageAt } from '../blocks/leaves.js';
import type { Line } from '../lines/chunks.js';

/** Shorter ones are headings that an editor supplied. */
const SHORT = 60;
/** A sentence ends inside the last bracket; a note's mark may follow. */
const END = /\.\]\d{0,2}$/;

/** Whether all lines of a body, but pages' marks around them, are sentences inside one pair of brackets. */
export function isBracketedNote(source: Source, lines: readonly Line[]): boolean {
  const { text } = source;
  const isText = ({ start, end }: Line): boolean => !pageAt(source, start, end);
  const [first, last] = [lines.find(isText), lines.findLast(isText)];
  if (!first || !last || text[first.start] !== '[' || last.end - first.start < SHORT) return false;
  if (!END.test(text.slice(Math.max(first.start, last.end - 4), last.end))) return false;
  let depth = 0;
  for (let at = first.start; at < last.end; at++) {
    if (text[at] === '[') depth++;
    else if (text[at] === ']' && --depth === 0) return /^\]\d{0,2}$/.test(text.slice(at, Math.min(last.end, at + 4)));
  }
  return false;
}
