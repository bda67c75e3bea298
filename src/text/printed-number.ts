/** The number that editions print before a document's heading, or on a line of its own above it. */

const DIGITS = '\\d{1,4}[A-Za-z]?';
const WORD = '(?:No\\.|Nr\\.?|N[°º])';

/** `38. `, `[3]`, `No. 83`, `Nr. 83`; `83` where a line ends; `28 BURTON TO EVATT`, which has no stop. */
const PRINTED = new RegExp(
  `^(?:(${DIGITS})\\.\\s|\\[(?:Document )?(${DIGITS})\\]|${WORD} ?(${DIGITS})(?=\\.?(?:\\s|$))` +
    `|(?:No )?(${DIGITS})\\.?(?=\\s*(?:[\\r\\n]|$))|(${DIGITS}) (?=\\p{Lu}[^\\p{Ll}]* TO \\p{Lu}[^\\p{Ll}]*$))`,
  'u',
);

/** The number printed before a heading; undefined where there is none. */
export const printedNumber = (head: string): string | undefined =>
  PRINTED.exec(head)
    ?.slice(1)
    .find((n) => n !== undefined);

/** A number before a heading, with the space after it. */
export const NUMBER_BEFORE: RegExp = new RegExp(`^\\s*(?:(?:${WORD}|No )\\s*)?\\[?\\d+[A-Za-z]?\\]?\\.?\\s+`);

const ALONE = new RegExp(`^(?:${WORD} ?|No |Document )${DIGITS}\\.?$`);
const BARE = new RegExp(`^(?:${DIGITS}\\.?|\\[${DIGITS}\\])$`);

/** Whether a line is such a number and nothing else: with its word, or bare. */
export const isNumberAlone = (line: string): 'word' | 'bare' | undefined =>
  ALONE.test(line) ? 'word' : BARE.test(line) ? 'bare' : undefined;

/** A heading without such a line above it. */
export const withoutNumberLine = (head: string): string =>
  head.replace(/^[^\r\n]*[\r\n]+\s*/, (line) => (isNumberAlone(line.trim()) ? '' : line));
