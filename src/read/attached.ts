/** Where attachments begin in annual volumes: on a line of its own, with a word for one. */

import type { Source } from '../source.js';
import type { Line } from './chunks.js';

/** `[Enclosure 2—Translation]`, `Appendix I to CF–23`. */
const ATTACHED =
  /^\[(?:Sub-?)?(?:Enclosure|Inclosure|Annex|Attachment|Appendix|Tab)\b[^\]]{0,60}\][.:]?\d{0,2}$|^(?:Appendix|Annex)(?: “?[A-Z\d]{1,4}”?)? (?:to|in) [A-Z]{1,3}[–-]\d{1,4}[A-Z]?\.?$/i;
/** Its first characters: looking at all lines would take long. */
const ATTACHED_FIRST = '[Aa';

/** Whether the words of a line are such. */
export const isAttached = (text: string): boolean => ATTACHED.test(text);

/** Longer lines are no title, nor anything else that these volumes settle. */
export const LONG = 300;

/** The text of a line, cut where it is too long. */
export const textOf = (whole: string, { start, end }: Line): string =>
  whole.slice(start, Math.min(end, start + LONG + 1));

/** Whether a line is a block of its own, and no item. */
export const isAlone = (lines: readonly Line[], i: number): boolean =>
  lines[i - 1]?.chunk !== lines[i]!.chunk && !lines[i]!.bullet && lines[i + 1]?.chunk !== lines[i]!.chunk;

/** Whether an attachment begins with a line. */
export const startsAttachment = ({ text }: Source, lines: readonly Line[], i: number): boolean =>
  ATTACHED_FIRST.includes(text[lines[i]!.start]!) && isAlone(lines, i) && isAttached(textOf(text, lines[i]!));
