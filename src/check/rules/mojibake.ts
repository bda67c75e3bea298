/** UTF-8 that was read as Windows-1252 or Latin 1: `â€™` for ’, `Ã©` for é. */

/** What Windows-1252 reads the bytes 80 to 9F as; for those that it lacks, the control character of Latin 1. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const CONTINUES = `[\\u0080-\\u00bf${HIGH}]`;

/**
 * Two-byte characters of Latin letters, three-byte ones of punctuation, and the start of one whose last byte was dropped or
 * became a blank. A capital with a mark of punctuation behind it may be a word's end.
 */
export const MOJIBAKE = new RegExp(
  `Â(?:[\\u00a0-\\u00ba\\u00bc-\\u00bf]|(?<!\\p{Lu}Â)»)|(?:(?<!\\p{Lu})Ã|[ÃÄÅ](?![‘’“”–—…]|»(?!\\p{Ll})))${CONTINUES}|â[€‚„\\u0080\\u0082\\u0084]${CONTINUES}?|(?<!\\p{L})Ã (?=[\\p{Ll}-])|ï¿½`,
  'gu',
);

const byteOf = (char: string): number => {
  const at = HIGH.indexOf(char);
  return at < 0 ? char.charCodeAt(0) : 0x80 + at;
};

/** The character that a match of {@link MOJIBAKE} was; undefined where bytes of it are lost. */
export function mended(match: string): string | undefined {
  const char = Buffer.from(Array.from(match, byteOf)).toString('utf8');
  return char.includes('\ufffd') ? undefined : char;
}
