/** Looking around a place: the class of a character, the word before, the word after. */

import { literal, type Part } from '../../features/hashed.js';

/** At the edge of a line or a block. */
export const EDGE = literal('¶');
export const SPACE = literal(' ');
export const SMALL = literal('a');
export const CAPITAL = literal('A');
const FIGURE = literal('0');

/** Class of a character: letters, digits and white space as one each, punctuation as itself; `¶` at a line's edge. */
function classOf(code: number): Part {
  if (code >= 97 && code <= 122) return SMALL;
  if (code >= 65 && code <= 90) return CAPITAL;
  if (code >= 48 && code <= 57) return FIGURE;
  if (code === 32 || code === 0xa0) return SPACE;
  if (code === 10 || code === 13 || Number.isNaN(code)) return EDGE;
  if (code >= 0xc0 && code < 0x250) return SMALL;
  return literal(String.fromCharCode(code));
}

/** The class of the character at an offset of a block; beyond its edges there is none. */
export const classAt = (text: string, at: number, block: { readonly from: number; readonly to: number }): Part =>
  at < block.from || at >= block.to ? EDGE : classOf(text.charCodeAt(at));

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** The word that ends before `at`, lower case, with up to three spaces or signs between; '' where there is none. */
export function wordBefore(text: string, at: number, from: number): string {
  const m = /([\p{L}’']+)[.,#\s(“"–-]{0,3}$/u.exec(text.slice(Math.max(from, at - 24), at));
  return m ? m[1]!.toLowerCase() : '';
}

/** The letters that end at `at`; '' where there are none. */
export const lettersBefore = (text: string, at: number, from: number): string =>
  /\p{L}+$/u.exec(text.slice(Math.max(from, at - 20), at))?.[0] ?? '';

/** The word that begins after `at`, or the sign or digit; '' where there is none. */
export function wordAfter(text: string, at: number, to: number): string {
  const m = /^[\s–-]{0,2}([\p{L}.]{1,12}|[%$\d])/u.exec(text.slice(at, Math.min(to, at + 15)));
  return m ? m[1]!.toLowerCase() : '';
}

const MONTH =
  /^(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)$|^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

export const isMonth = (word: string): boolean => MONTH.test(word);

export const isYear = (number: string): boolean => /^1[789]\d\d$/.test(number);
