/** What the editors of annual volumes say of a text, in brackets on a line of its own. */

import { type AnnualLine, isDateAt, isOfAttachment } from './line.js';

/** `[Extract]`, `[Telegram—Paraphrase]`, above or below the heading. */
const BRACKETED =
  /^\[(?:(?:Extracts?|Document|Translation|Paraphrase|Telegram|Cablegram|Circular|Substance|Summary|Memorandum)\b[^\]]{0,40}|(?:Informal|Rough|Shorthand) Notes[^\]]{0,40})\]\d{0,2}$/i;
/** The same without brackets, below an attachment's label. */
const BARE = /^(?:Translation|Extracts?|Copy)$/;
/** Lines down to which such words belong to the opening. */
const WORDS = 4;

const NOTE = /^\[Editorial Note\]\d{0,2}$/i;

/** Whether a line heads a note of theirs: `[Editorial Note]`. */
export const isEditorsNote = (text: string): boolean => NOTE.test(text);

/** Whether a line is a word of theirs in the opening of the document, below its dateline or in the opening of an attachment. */
export function isEditorsWord(line: AnnualLine): boolean {
  const { i, alone, above, text } = line;
  if (!alone) return false;
  if (above === 'attachment' && BARE.test(text)) return true;
  return (i < WORDS || isOfAttachment(above) || isDateAt(line, i - 1)) && BRACKETED.test(text);
}
