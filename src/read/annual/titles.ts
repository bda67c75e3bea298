/** Titles in annual volumes, and what stands below a heading, above its dateline. */

import type { Source } from '../../source.js';
import { MARKED } from '../../text/marking.js';
import { AUXILIARIES } from '../../text/verbs.js';
import { isTitleOfNames } from '../constructs/heading.js';
import type { Line } from '../lines/chunks.js';
import { isDate, isDatedTitle, isPost, isPostInBlock } from './dated.js';
import { isAlone, LONG, wordsOf } from './line.js';

/** A title doesn't end as sentences do; a time of day may end it: `at 3 p. m.`, `at 15 h.` */
const SENTENCE_OR_WORD = /^\[|(?<!\b[ap]\. ?m|\d ?h)[.:;]\d{0,2}$/;
/** What editors call a letter that has no heading of its own: `[The Minister in Ruritania (Reade) to the Secretary of State]`. */
const SUPPLIED = /^\[(?!Here )[^\]]+ to [^\]]+[^.\]]\]\d{0,2}$/;

/** A letter's heading before 1906, in small letters, where one is due: `The foreign ministers to the Chinese plenipotentiaries.`, `Mr. Dale to the minister of war.` */
const LETTER = new RegExp(
  `^(?=(?:The|Same|Certain) |\\p{Lu}\\S* (?:\\p{Lu}|de |von )|\\p{Lu}\\p{Ll}+(?:an|ese|ish|ch) \\p{Ll}+s )(?!.*\\b(?:${AUXILIARIES}|\\p{Ll}+ed|came|went|gave|wrote|said|sent|spoke)\\b|.*\\p{Ll}{3}\\. )[^:;,]{5,80} to (?:the |\\p{Lu})[^:;,]{3,80}\\.\\d{0,2}$`,
  'u',
);

/** What tells from whom, to whom and when, and what a list is of. */
const LABELLED = /^(?:From|To|Date|Subject|References?|Present|Participants):/i;

const isTitle = (text: string): boolean =>
  text.length <= LONG &&
  !LABELLED.test(text) &&
  (isTitleOfNames(text) || isDatedTitle(text) || !SENTENCE_OR_WORD.test(text)) &&
  !isDate(text);

/** Whether a line can be a heading where one is due; one in brackets only below an attachment's label. */
export const canHead = (text: string, attached: boolean): boolean =>
  isTitle(text) || (attached && text.length <= LONG && (SUPPLIED.test(text) || LETTER.test(text)));

/** A few words with a stop, before 1914: `Loan agreement.`, `AWARD.`, `Resources of Zenda.`; neither a salute nor a sentence. */
const FEW_WORDS = new RegExp(
  `^(?!(?:Sirs?|Gentlemen|Excellency|My|Dear|Monsieur|Your)\\b)(?!.*\\b(?:${AUXILIARIES}|follows?|[IhH]e|[Ii]t|[Ww]e|[Tt]hey|\\p{Ll}{2,}ed)\\b)[^\\d.,:;?!\\s]+(?: [^\\d.,:;?!\\s]+){0,5}\\.\\d{0,2}$`,
  'u',
);
const LABEL_WITH_STOP = /\.\]\d{0,2}$/;

/** Whether line `i` is a title that ends as sentences do, right below an attachment's label that ends so, too: `[Inclosure.]`; a text stands below it. */
export function isShortTitle({ text }: Source, lines: readonly Line[], i: number): boolean {
  const [above, line, below] = [lines[i - 1], lines[i]!, lines[i + 1]];
  if (!above || !below || below.end - below.start <= line.end - line.start) return false;
  const words = wordsOf(text, line);
  return LABEL_WITH_STOP.test(wordsOf(text, above)) && FEW_WORDS.test(words) && !MARKED.test(words);
}

/** Whether a line is a letter's heading in small letters. */
export const isLetterHeading = (text: string): boolean => LETTER.test(text);

/** Longer lines are no second title. */
const SHORT = 100;
/** Nor are a salute, or an item. */
const NO_TITLE = /,$|^\W*\d/;

/** `[To the diplomatic and consular officers of the United States.]` */
const BRACKETED = /^\[\p{Lu}[^\]]+\]\d{0,2}$/u;

const isSecond = (text: string): boolean =>
  MARKED.test(text) ||
  (text.length <= LONG && BRACKETED.test(text)) ||
  (text.length <= SHORT && !NO_TITLE.test(text) && isTitle(text));
/** So many lines may stand so. */
const MOST = 3;

/** Whether a post's own line stands above a date; in a block with it anything may be. */
export function hasPost({ text }: Source, lines: readonly Line[], i: number): boolean {
  const [post, date] = [lines[i], lines[i + 1]];
  if (!post || !date || !isDate(wordsOf(text, date))) return false;
  const words = wordsOf(text, post);
  return isPost(words) || (post.chunk === date.chunk && isPostInBlock(words));
}

/**
 * How many short titles stand between a heading and its dateline: `Aide-Mémoire`, `Strictly confidential, tentative and without
 * commitment`; 0 where no dateline stands below them, with the text below that.
 */
export function titlesBelow(source: Source, lines: readonly Line[], head: number): number {
  for (let i = head + 1; i <= head + MOST + 1 && i < lines.length - 1; i++) {
    const text = wordsOf(source.text, lines[i]!);
    if (lines[i - 1]!.chunk === lines[i]!.chunk) return 0;
    if (isDate(text) || hasPost(source, lines, i)) return i - head - 1;
    if (!isAlone(lines, i) || !isSecond(text)) return 0;
  }
  return 0;
}
