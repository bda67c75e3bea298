/** Which characters XML 1.0 can hold. */

/** Those that it can't: control characters, lone surrogates, U+FFFE and U+FFFF. */
export const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** What `xml:id` takes (Namespaces in XML 1.0, NCName), ASCII letters and any others alike. */
export const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u;

/** Characters that nobody sees: soft hyphens, blanks and joiners without width, marks of direction. Not the joiner that Persian words have inside. */
export const UNSEEN = /[\u00ad\u200b\u200e\u200f\u2060\ufeff]/;

/** `U+00AD`. */
export const codePoint = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
