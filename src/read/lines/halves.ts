/** Where sentences end, and whether one goes on from a line to another. */

/** What a paragraph's last line ends in, perhaps with a note's number. */
export const ENDED = /[.?!:;…][)\]”’"']*(?:\d{1,3}|[*†‡])?$/;
export const LOWER = /^[“‘"'([]?\p{Ll}/u;
/** `a) `, `(iv) `: items begin in small letters, too. */
const ITEM = /^\(?(?:[a-z]|[ivx]{1,4})[.)]\s/;
/** A line that is cut in a sentence has some words. */
const SHORT = 20;

export const halves = (before: string, after: string): boolean =>
  before.length >= SHORT && !ENDED.test(before) && LOWER.test(after) && !ITEM.test(after);
