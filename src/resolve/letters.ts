/** Kinds of characters that words are made of, by one look-up a character. */

/** Letter that is lower case, other letter, combining mark, digit, apostrophe; 0 for the rest. */
export const LOWER = 1;
const UPPER = 2;
export const COMBINING = 3;
export const DIGIT = 4;
export const APOSTROPHE = 5;

const CLASSES: readonly (readonly [number, RegExp])[] = [
  [DIGIT, /\p{N}/u],
  [COMBINING, /\p{M}/u],
  [APOSTROPHE, /['’‘ʼ`]/],
  [UPPER, /\p{Lu}|\p{Lt}/u],
  [LOWER, /\p{L}/u],
];

/** The class of each UTF-16 code unit; letters beyond the first plane are no part of names here. */
const CLASS = new Uint8Array(0x10000).fill(255);

export function classOf(code: number): number {
  let found = CLASS[code]!;
  if (found === 255) {
    const character = String.fromCharCode(code);
    found = CLASSES.find(([, test]) => test.test(character))?.[0] ?? 0;
    CLASS[code] = found;
  }
  return found;
}

export const isLetter = (kind: number): boolean => kind === LOWER || kind === UPPER;
