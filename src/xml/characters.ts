/** Which characters XML 1.0 can hold. */

/** Those that it can't: control characters, lone surrogates, U+FFFE and U+FFFF. */
export const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** What `xml:id` takes (Namespaces in XML 1.0, NCName), ASCII letters and any others alike. */
export const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}._-]*$/u;
