/** The words on both sides of a stretch. */

import { digits } from './candidate.js';

const isSpace = (code: number): boolean => code === 32 || code === 10;

/** The word before a place, in lower case, with what is glued to it; `^` at the beginning. */
export function wordBefore(text: string, at: number): string {
  let end = at;
  while (end > 0 && isSpace(text.charCodeAt(end - 1))) end--;
  let start = end;
  while (start > 0 && end - start < 20 && !isSpace(text.charCodeAt(start - 1))) start--;
  return start === end ? '^' : text.slice(start, end).toLowerCase();
}

/** The word after a place. */
export function wordAfter(text: string, at: number): string {
  let start = at;
  while (start < text.length && isSpace(text.charCodeAt(start))) start++;
  let end = start;
  while (end < text.length && end - start < 16 && !isSpace(text.charCodeAt(end))) end++;
  return start === end ? '$' : digits(text.slice(start, end).toLowerCase());
}
