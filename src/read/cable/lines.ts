/**
 * What a line of an electronic cable is. Cables of the State Department's central file of 1973–79 are published by the National
 * Archives as they were sent: plain capitals, lines of set width, each page begun by a running head and its classification.
 */

import type { CableField } from '../../tree.js';

const CLASSES = 'UNCLASSIFIED|UNCLAS|LIMITED OFFICIAL USE|CONFIDENTIAL|SECRET|TOP SECRET';

/** Marks of classification are often spaced out: `C O N F I D E N T I A L`. */
const unspaced = (text: string): string =>
  text.replace(/\b(?:[A-Z] ){3,}[A-Z]\b(?: {2,}(?:[A-Z] )+[A-Z]\b)*/g, (spaced) => spaced.replace(/ (?=[A-Z]\b)/g, ''));

const MARKING = new RegExp(`^(?:${CLASSES})(?: (?:NODIS|EXDIS|LIMDIS|STADIS|NOFORN|POSS DUPE))*$`);
const CLASSIFIED = new RegExp(`^(?:(?:FINAL )?SECTION \\d+ OF \\d+ )?(?:${CLASSES})\\b.*(?:\\d|SECTION)`);

/** A page's classification, alone on its line. */
export const isMarking = (text: string): boolean => MARKING.test(unspaced(text).replace(/\s+/g, ' '));

/** The line that closes the addresses: classification, section, post and number of the cable. */
export const isMessageLine = (text: string): boolean => CLASSIFIED.test(unspaced(text).replace(/\s+/g, ' '));

/** What the archive's copy says on every page, and what parts or ends a transmission: `BT`, `#1190`, `NNNN`. */
const FURNITURE: readonly RegExp[] = [
  /Declassified\/Released.*EO Systematic Review/i,
  /^Message Text$/i,
  /^<*\s*END OF DOCUMENT\s*>*$/i,
  /^N{3,4}(?:[A-Z]*VV[A-Z0-9 ]*)?$/,
  /^BT$/,
  /^#\d{2,6}$/,
  /^\*{3} Current [A-Z a-z]+ \*{3}/,
];

export const isFurniture = (text: string): boolean => FURNITURE.some((pattern) => pattern.test(text));

/** The archive's own data on a cable follow this line, `Draft Date: 01 AUG 1975`. */
export const DATA = /^Message Attributes$/i;

/** What begins a part of the head, in the order in which they are tried. */
export const FIELDS: readonly (readonly [RegExp, CableField])[] = [
  [/^\d{1,3}$/, 'channel'],
  [/^(?:ACTION|ORIGIN)\s+\S/, 'action'],
  [/^INFO\s+\S/, 'information'],
  [/^(?:DRAFTED|APPROVED|CLEARED) BY\b/, 'drafting'],
  [/^(?:[A-Z/]{0,12}\s+)?-{6,}(?:[\s\d]|$)/, 'channel'],
  [/^FM\s+\S/, 'from'],
  [/^TO\s+\S/, 'to'],
  [/^(?:E\.? ?O\.?|EXEC(?:UTIVE)? ORDER) ?\d{5}/, 'order'],
  [/^TAGS\s?:/, 'tags'],
];

/** A row of the department's offices and of the copies each had, which goes on from the line above: `INR-07  NSC-05  /060 W`. */
export const OFFICES = /^(?:[A-Z]{1,6}-\d\d\s*)+(?:\/\d{3} [A-Z])?$/;

export const SUBJECT = /^SUBJ(?:ECT)?\s?:\s*/;
export const REFERENCES = /^REF(?:S|TELS?|ERENCES?)?\s?:\s*/;

/** A paragraph's number: `1. TEXT`, `1.(C) TEXT`, `1.SUMMARY`. */
const NUMBER = String.raw`\d{1,2}\.(?=\s|$|[A-Z(])`;

/** A paragraph's number, or words that stand before the first paragraph's text. */
export const OPENS_BODY = new RegExp(`^(?:${NUMBER}|(?:BEGIN )?SUMMARY\\b|ACTION REQUESTED\\b)`);

/** The number or the letter of a paragraph or of an entry in a list, and what it is printed with: `12.`, `(B)`, `3)`, `II.`; `U. S.` is none. */
export const LABEL = new RegExp(
  `^(?!U\\. S\\.)(?:${NUMBER}|\\((?:[A-Z]|[IVX]{2,5}|\\d{1,2})\\)[.:]?(?=\\s)|(?:[A-Z]|[IVX]{2,5}|\\d{1,2})\\)[.:]?(?=\\s)|(?:[A-Z]|[IVX]{2,5})\\.(?=\\s))`,
);

/** What else begins a paragraph without an empty line before it. */
export const OPENS_PARAGRAPH =
  /^(?:-{1,2}\s?[A-Z(]|(?:BEGIN |END )(?:[A-Z]+ )?(?:SUMMARY|COMMENT|TEXT|QUOTE|UNQUOTE)|(?:SUMMARY|COMMENT|ACTION REQUESTED)\b[:. ]|UNQUOTE$|QUOTE\b|NOTE BY\b)/;

/** The letter, the number in brackets or the dash of an entry in a list. */
export const ENTRY =
  /^(?!U\. ?S\.)(?:\(?(?:[A-Z]|[IVX]{2,5}|\d{1,2})\)[.:]?|(?:[A-Z]|[IVX]{2,5})\.|-{1,2})(?=\s|[A-Z(])\s*/;

/** Handling that stands alone on a line below the addresses. */
export const HANDLING = /^(?:NODIS|EXDIS|LIMDIS|STADIS|NOFORN|CHEROKEE)(?: [A-Z]+)*$/;

/** A signature: a surname, in capitals like all else, sometimes two; one word where the text isn't in capitals. */
export const SIGNATURE =
  /^(?!(?:END|SUMMARY|COMMENT|TEXT|NOTE|BT|SECRET|UNCLAS)\b|.*\b(?:UN)?QUOTE\b|.*[A-Z]{4}\. |\S+ .*(?<!\b[JS]R)\.$)[A-Z][A-Z'’.-]+(?:[ ,]+[A-Z][A-Z'’.-]*){0,2}#{0,3}$|^(?!(?:End|Comment|Secret|Confidential|Unclassified)$)[A-Z][a-z][A-Za-z'’-]*$/;

/** A signature, in the last line of the text or below it, with the page's classification in the same line. */
export const MARKED_SIGNATURE = new RegExp(`^(.*?\\b[A-Z][A-Z'’-]{2,40}) +(?:${CLASSES})$`);

/** What the office that relayed a cable says, below the signature or between it and the text. */
export const OFFICE_NOTE = /^NOTE BY\b/;
/** A signature that the last line of the text runs on to. */
export const RUN_ON_SIGNATURE = /(?:[.?!]["”’)]*|\bUNQUOTE) +([A-Z][A-Z'’-]{2,})$/;
