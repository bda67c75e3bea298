/** Kinds of characters, by code units of UTF-16: most are of ASCII, where a comparison tells. */

const SPACE = /\s/;
const LETTER = /\p{L}/u;

/** White space, as `\s` has it. */
export const isSpace = (code: number): boolean =>
  code < 128 ? code === 32 || (code >= 9 && code <= 13) : SPACE.test(String.fromCharCode(code));

/** A letter, as `\p{L}` has it; of those beyond the first plane neither half is one. */
export const isLetter = (code: number): boolean =>
  code < 128 ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) : LETTER.test(String.fromCharCode(code));
