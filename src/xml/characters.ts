/** Which characters XML 1.0 can hold. */

/** Those that it can't: control characters, lone surrogates, U+FFFE and U+FFFF. */
export const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const NAME_START =
  'A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f' +
  '\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}';

/** What `xml:id` takes: a name without a colon (Namespaces in XML 1.0, NCName). */
export const NAME = new RegExp(`^[${NAME_START}][${NAME_START}0-9.\\u00b7\\u0300-\\u036f\\u203f\\u2040-]*$`, 'u');

/** Characters that nobody sees: soft hyphens, blanks and joiners without width, marks of direction. Not the joiner that Persian words have inside. */
export const UNSEEN = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/;

/** `U+00AD`. */
export const codePoint = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
