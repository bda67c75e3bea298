/** The line before the heading that says where the document was found: `893.00/15070: Telegram`. */

import { MONTH } from './dateline.js';
import { type Sign, sign } from './sign.js';

export const SOURCE_LINE: readonly Sign[] = [
  sign('fileNumber', /\d[\d.A-Z]*\/\d{1,2}[–-]\d/i, 140),
  sign('asTelegram', /: (?:Telegram|Airgram|Circular|Despatch|Letter)/, 140),
  sign('lot', /\bLot \d|\bFiles\b|\bfiles?[:,]|\bPapers\b|\bCollection\b/, 140),
];

/** A number of the State Department's decimal file, alone: nothing but a source line looks like that. */
const DECIMAL_FILE =
  /^(?:File No\. ?|Paris Peace Conf\. )?[\d.]{3,}[\w.()]*(?:[ –-][\p{L}. –-]+)? ?\/[\w–—:-]+(?: \[[^\]]*\])?(?: ?[:;] ?[\p{L} ]+)?[.:]?\d{0,2}$/u;
/** A collection with its lot, likewise: `NAC files, lot 60 D 137, “Minutes”`. */
const LOT_FILE = /^[^.:]{0,80}\b(?:files?|papers|records?),? lot (?:files? )?[\dMW]/i;
/** The papers of a library, likewise: `Truman Library, PSF–General file`. */
const LIBRARY = /^(?!.* to the )[^:;]{3,60}\bLibrary, [^:;]*\b(?:papers?|files?|records?|series|collection)\b[^:;]*$/i;
/** How a document was sent, below the file that it was found in: `Hentzau Papers: Telegram`. */
export const AS_SENT =
  ': (?:Circular )?(?:Telegram|Cablegram|Airgram|Radiogram|Despatch|Instruction|Letter)(?:—[\\p{L} ]{3,30}|\\.)?\\d{0,2}$';
/** A number of the decimal file with what is filed under it, a person or a damaged date: `123 Dale, Edwin F.: Telegram`; `190. ` is a heading's. */
const FILED = new RegExp(`^\\d{3}(?!\\. )[^:]{1,60}${AS_SENT}`, 'u');
/** How series in which treaties are printed are named; the beginning of a pattern. */
export const TREATY_SERIES = '(?:Department of State )?(?:Treaty|Executive Agreement) Series';
/** Longer lines name no file alone. */
const LONG = 160;

/** Whether a line is nothing but a file's number, a collection with its lot, or a library with its papers. */
export const namesFile = (text: string): boolean =>
  text.length <= LONG && [DECIMAL_FILE, LOT_FILE, LIBRARY, FILED].some((form) => form.test(text));

/** How archives abroad are cited: `[N 4321/22/38]`, `[NAA: A1838, 403/3/1/1, xxi]`. */
const CITED =
  '\\[(?=[^\\]]*(?:\\d/|/\\d|\\p{Lu}:))(?=[^\\]]*\\d)(?=[^\\]]*(?<!\\p{L})\\p{Lu}{1,5}(?!\\p{L}))[^\\]]{3,80}\\]\\d{0,2}';
const REFERENCE = new RegExp(`^${CITED}$`, 'u');
/** Beside it the opener has the document's own number, or its markings: `No. 2345 Telegraphic [N 4321/22/38]`. */
const OPENER = new RegExp(`^(?:No\\. ?\\d[^[\\]]{0,40} )?${CITED}(?: \\p{Lu}[^[\\]\\d]{1,40})?$`, 'u');
/** Without brackets papers of councils are numbered so, too: `DEA/50028-B-40`, `dodis.ch/12345`, but `US/MC/16`. */
const PLAIN = /^(?:\p{Lu}{2,6}|dodis\.ch)\/[\w./–-]*\d[\w./–-]*$/u;
/** A date, or what an editor says: `[Here follows 1/2 page of discussion]`. */
const SAID = new RegExp(`\\b${MONTH}\\b|(?<!\\p{L})(?![ivxlc]+(?!\\p{L}))\\p{Ll}{4,}(?!\\p{L})`, 'u');

const cites = (pattern: RegExp, text: string): boolean =>
  text.length <= LONG && pattern.test(text) && !SAID.test(/\[[^\]]*\]/.exec(text)![0]);

/** Whether a line is nothing but such a reference: neither a place nor a person. */
export const isReference = (text: string): boolean => cites(REFERENCE, text);

/** Whether a line of the opener has such a reference, alone or with a number or markings. */
export const isOpenersReference = (text: string): boolean => cites(OPENER, text);

/** Whether a line between a document's number and its heading is one. */
export const isNumbersReference = (text: string): boolean => isReference(text) || PLAIN.test(text);
