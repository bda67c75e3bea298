/** Mail that quotes a text: its own lines above that. */

import type { TextRange } from '../../text-range.js';
import { MAIL_FIELD } from '../forme-work/above.js';
import { genreOf } from '../genres/index.js';

/** What a line holds, whatever ends it. */
export const LINES = /[^\n\r\f\v\u0085\u2028\u2029]+/g;
/** `> `, `> > `. */
export const QUOTED = /^[\ufeff\u200b]*[ \t]{0,3}(?:> ?)+/;
/** Lines above what a mail quotes: its head, or the sender's own words down to `On May 5 A. Berg wrote:`. */
const FIELD = new RegExp(`^${MAIL_FIELD}`);
const WROTE = /^(?:On\b.*|.*[@<].*)\bwrote:$|^-+ ?(?:Original|Forwarded) [Mm]essage ?-+$/;
/** Nobody has a longer name and address. */
const LONGEST = 500;
/** A mail has no more lines of its own above what it quotes, or below. */
export const MOST_OWN = 12;

/** Where what a mail quotes begins, and its own lines above that; undefined where other text stands above. */
export function mailAbove(
  text: string,
): { readonly quoteStart: number; readonly lines: readonly TextRange[] } | undefined {
  const lines: (TextRange & { readonly words: string })[] = [];
  for (const { 0: line, index } of text.matchAll(LINES)) {
    if (QUOTED.test(line)) {
      const words = lines.map((one) => one.words);
      const isHead = words.every((one) => FIELD.test(one));
      const attributed = [words.at(-1) ?? '', words.slice(-2).join(' ')].some(
        (one) => one.length <= LONGEST && WROTE.test(one),
      );
      const isMail = isHead || (attributed && words.every((one) => genreOf([one]).name === 'document'));
      return isMail ? { quoteStart: index, lines } : undefined;
    }
    const words = line.trim();
    if (words !== '') lines.push({ start: index, end: index + line.trimEnd().length, words });
    if (lines.length > MOST_OWN) return undefined;
  }
  return undefined;
}
