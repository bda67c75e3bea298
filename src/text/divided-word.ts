/** Words that the end of a line divides at a hyphen: whether it is the printer's, or the word's own (`twenty-sixth`). */

import { isCommonWord } from '../authority/words.js';

/** Hyphens, and signs that stand for one only where a line ends: the soft one, and what text recognition and word processors make of it. */
const HYPHEN = /\p{L}[-\u00ad¬]$/u;
const SIGN = /[\u00ad¬]$/;
const FIRST_HALF = /[\p{L}-]*\p{L}(?=[-\u00ad¬]$)/u;
const SECOND_HALF = /^\p{L}[\p{L}-]*/u;
const SMALL = /^\p{Ll}/u;
const CAPITALS = /\p{Lu}{2}.\n\p{Lu}{2}/u;
const WORD = /\p{L}+(?:-\p{L}+)*/gu;
/** What compounds begin with that is no word of its own, and is seldom written together with the next where the language does not. */
const PREFIX = /^(?:anti|mid|neo|non|pan|post|pro|quasi|semi|ultra|vice)$/;
/** What some write with a hyphen and some without: co-operation, re-examine. */
const EITHER = /^(?:anti|co|non|post|pre|re|semi)$/;
/** Endings that are listed among the words, as pages part them from their words. */
const ENDING = /^(?:ments?|tions?|sions?|tional|tive|ity)$/;
/** A name that has a capital inside is written in one. */
const NAME = /\bMa?c.\n\p{Lu}\p{Ll}/u;
/** No half of a word is longer. */
const LONGEST = 60;

/** What stands around the end of a line. */
const around = (line: string, next: string): string => `${line.slice(-LONGEST)}\n${next.slice(0, LONGEST)}`;

/** Whether a line ends in a hyphen, and the next begins with what could be the rest of its word. */
export function isDivided(line: string, next: string): boolean {
  if (!HYPHEN.test(line.slice(-2))) return false;
  return SMALL.test(next) || CAPITALS.test(around(line, next)) || NAME.test(around(line, next));
}

/** The halves of a divided word, without what divides them. */
export const halvesOf = (line: string, next: string): [first: string, rest: string] => [
  FIRST_HALF.exec(line.slice(-LONGEST))?.[0] ?? '',
  SECOND_HALF.exec(next.slice(0, LONGEST))?.[0] ?? '',
];

/** The words of some lines, in small letters, those that their ends divide left out. */
export function wordsIn(lines: Iterable<string>): Set<string> {
  const words = new Set<string>();
  for (const line of lines) for (const [word] of line.toLowerCase().matchAll(WORD)) words.add(word);
  return words;
}

/** Whose the hyphen of a divided word is: the printer's, perhaps so, or the word's own. */
export type Hyphen = 'printers' | 'perhaps' | 'own';

/**
 * Whose the hyphen of a divided word is. The same text tells by how it writes the word in the middle of lines, then the
 * language: what is a word without the hyphen was divided, and two words or a prefix and a word are a compound. Of names and rare
 * words few have hyphens.
 *
 * @param words those of the text, as {@link wordsIn} gives them
 */
export function hyphenOf(line: string, next: string, words: ReadonlySet<string>): Hyphen {
  if (SIGN.test(line.slice(-1)) || NAME.test(around(line, next))) return 'printers';
  const [first, rest] = halvesOf(line, next).map((half) => half.toLowerCase()) as [string, string];
  if (words.has(first + rest)) return 'printers';
  if (words.has(`${first}-${rest}`)) return 'own';
  if (isCommonWord(first + rest)) return EITHER.test(first) ? 'perhaps' : 'printers';
  // Abbreviations are compounded: AFL-CIO.
  if (!SMALL.test(next)) return 'own';
  return isCompound(first, rest) ? 'own' : 'perhaps';
}

/** Two words, or a prefix and what follows. */
function isCompound(first: string, rest: string): boolean {
  const part = first.slice(first.lastIndexOf('-') + 1);
  return PREFIX.test(part) || (isCommonWord(part) && isCommonWord(/^\p{L}*/u.exec(rest)![0]));
}

/** Whether some write a divided word with a hyphen, by the look of its halves. */
export function isCompoundLike(line: string, next: string): boolean {
  const [first, rest] = halvesOf(line, next).map((half) => half.toLowerCase()) as [string, string];
  return !ENDING.test(rest) && (EITHER.test(first) || isCompound(first, rest));
}
