/** The codes of the papers of councils and commissions: `IC–180A`, `BC–A1`, `FM–T–1`, `W. C. P.–733`, `I. C. P. 1`, `M. 133`, `S–H Bulletin 12`. */

const LETTERS = '(?:[A-Z]{1,4}|[A-Z]\\.|[A-Z](?:\\. ?[A-Z]){1,3}\\.?)(?:[–-][A-Z])?';
/** Between letters and number: a dash, or nothing but the letter of a series, or a blank after a stop. */
const LINK = '(?: Bulletin(?: No\\.)? | ?[–-] ?|(?<=\\.) ?|(?<=[–-][A-Z]))';

/** A code, as a part of patterns. */
export const CODE: string = `${LETTERS}${LINK}\\d{1,4}[A-Z]?(?:/\\d+)?`;

/** With the code of another series beside it, or alone. */
const ALONE = new RegExp(`^${CODE}(?:,? (?:and |& )?[[(]?${CODE}[\\])]?)?\\.?$`);

/** Whether a line is a code and nothing else, or two: `IC–176D [BC–48]`. */
export const isCode = (text: string): boolean => ALONE.test(text);
