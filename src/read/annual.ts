/**
 * What the annual volumes' own conventions settle before the model is asked: lines that say where a document was found, bracketed
 * words, and how an attachment begins. Later volumes print the same words and encode them as paragraphs.
 */

import type { Source } from '../source.js';
import type { Line } from './chunks.js';
import { isTitleOfNames } from './constructs/heading.js';
import { MARKED } from './constructs/marking.js';
import { isPostscript } from './constructs/postscript.js';
import type { Label } from './labels.js';

/** What begins an attachment, on a line of its own: `[Enclosure 2—Translation]`, `Appendix I to CF–23`. */
const ATTACHED =
  /^\[(?:Sub-?)?(?:Enclosure|Inclosure|Annex|Attachment|Appendix|Tab)\b[^\]]{0,60}\][.:]?\d{0,2}$|^(?:Appendix|Annex)(?: “?[A-Z\d]{1,4}”?)? (?:to|in) [A-Z]{1,3}[–-]\d{1,4}[A-Z]?\.?$/i;
/** Its first characters: looking at all lines would take long. */
const ATTACHED_FIRST = '[Aa';

/** What an editor says of the text above or below the heading: `[Extract]`, `[Telegram—Paraphrase]`. */
const BRACKETED =
  /^\[(?:Extracts?|Translation|Paraphrase|Telegram|Cablegram|Circular|Substance|Summary|Memorandum)\b[^\]]{0,40}\]\d{0,2}$/i;
/** Lines down to which such words belong to the opening. */
const OPENING = 4;

/** A collection or a file, with its lot or number, alone: `International Trade Files, Lot 57D284, Box 108`. */
const FOUND =
  /^(?!.*\bto the\b)[^.:]{0,60}\b(?:Files?|Papers|Collection|Records?)(?:,? (?:Lot|FRC|Box|Folder|No\.?)[\w .,–-]*)*\d{0,2}$|^[^.:]{0,60},? Lot \d[\w .,–-]*$/;

/** What the first line of a document says where it was found; its heading follows. */
const SOURCED = /\d\/|\bFiles?\b|\bLot \d/;
const isHeading = (before: string, text: string): boolean =>
  SOURCED.test(before) && text.length <= TITLE && !/^\[|[:;]\d{0,2}$/.test(text);

/** A dateline: what ends with a year or says that it has no date. */
const DATED =
  /^(?=.{6,90}$)(?:[[(]?\s?\p{Lu}[^,]{1,40},\]? ?)?(?:\d{1,2} \p{L}+,? ?\d{4}|\p{L}+ \d{1,2}, ?\d{4}|undated)(?:[—,–].{1,16}m)?[.\])]{0,3}\d{0,2}$/iu;

/** A post's own line above its dateline: `American Legation,`. */
const POST =
  /^(?:[\p{Lu}][\p{L}. ]{1,40} )?(?:Legation|Embassy|Consulate(?: General)?|Commission|Mission|Department)(?: of \p{Lu}\p{L}+)?,$/u;

/** A number of the sender's, alone: `No. 212`, `No. 212]`, `A–123`. Above a dateline it belongs to the opener; below, the model says. */
const SERIAL = /^\[?(?:(?:Serial )?No\. ?\d[\w.–-]*|C?A ?[–-] ?\d{1,4})\]?$/;
/** Lines down to which it belongs to the opening. */
const NUMBERED = 6;

/** The code of a council's papers, alone: `IC–180A`, `CF–12`. Its minutes' heading follows. */
const CODE = /^\p{Lu}{1,3}[–-]\d{1,4}[A-Z]?(?:\/\d+)?$/u;

/** When it came, alone: it belongs to the dateline above the words of the opener. */
const RECEIVED = /^\W*received\b.{1,60}$/i;

/** A courtesy that editors cut short: `I have [etc.]`. */
const COURTESY = /^\p{Lu}.{1,90}\[etc\.?\]\.?\d{0,2}$/u;

/** A title is no longer, and doesn't end as sentences do. */
const TITLE = 300;
const SENTENCE_OR_WORD = /^\[|(?<!\b[ap]\. ?m)[.:;]\d{0,2}$/;
const isTitle = (text: string): boolean =>
  text.length <= TITLE && (isTitleOfNames(text) || !SENTENCE_OR_WORD.test(text)) && !DATED.test(text);

const textOf = (whole: string, { start, end }: Line): string => whole.slice(start, Math.min(end, start + TITLE + 1));

/** A note that is dated at its end, which these volumes print as a paragraph, has a sentence above the date. */
const SENTENCE = /[.?!][”’)]?\d{0,2}$/;

/** What stands above a postscript. */
const SIGNATURE = /^[^.:;,]?.{2,58}[^.:;,\d]\d{0,2}$/;

/** After these an attachment's opening goes on. */
const OPENERS = new Set<Label | undefined>(['attHead', 'dateline', 'seg']);

const isAlone = (lines: readonly Line[], i: number): boolean =>
  lines[i - 1]?.chunk !== lines[i]!.chunk && !lines[i]!.bullet && lines[i + 1]?.chunk !== lines[i]!.chunk;

/** Whether an attachment begins with a line. */
export const startsAttachment = ({ text }: Source, lines: readonly Line[], i: number): boolean =>
  ATTACHED_FIRST.includes(text[lines[i]!.start]!) && isAlone(lines, i) && ATTACHED.test(textOf(text, lines[i]!));

/** The labels that are settled, by line; lines that only hold a page's mark are left out of `lines`. */
export function annualLabels(source: Source, lines: readonly Line[]): (Label | undefined)[] {
  const whole = source.text;
  const out: (Label | undefined)[] = [];
  const first = lines[0] ? textOf(whole, lines[0]) : '';
  let titled = false; // whether the document's own heading must have been passed
  let above: 'word' | 'attachment' | 'title' | undefined;
  const matches = (i: number, pattern: RegExp): boolean => i < lines.length && pattern.test(textOf(whole, lines[i]!));
  const isPost = (i: number): boolean =>
    matches(i, POST) && lines[i + 1]?.chunk === lines[i]!.chunk && matches(i + 1, DATED);
  const isDated = (i: number): boolean => matches(i, DATED) || isPost(i);
  const isLast = (i: number): boolean => i + 1 === lines.length || startsAttachment(source, lines, i + 1);
  const endsSentence = ({ start, end }: Line): boolean => SENTENCE.test(whole.slice(Math.max(start, end - 8), end));
  const isClosingDate = (i: number): boolean => i > 1 && matches(i, DATED) && endsSentence(lines[i - 1]!);
  lines.forEach((line, i) => {
    const text = textOf(whole, line);
    const alone = isAlone(lines, i);
    let label: Label | undefined;
    let here: typeof above;
    if (alone && ATTACHED.test(text)) {
      label = i === 0 ? 'seg' : 'attSeg';
      here = i === 0 ? 'word' : 'attachment';
    } else if (alone && i < OPENING && BRACKETED.test(text)) {
      label = 'seg';
      here = titled ? undefined : 'word';
    } else if (alone && i === 1 && CODE.test(text)) {
      label = 'seg';
      here = 'word';
    } else if (alone && (COURTESY.test(text) || (isLast(i) && isClosingDate(i)))) label = 'p';
    else if (alone && i === 0 && (FOUND.test(text) || matches(1, CODE))) label = 'sourceLine';
    else if (alone && ((above === 'word' && isTitle(text)) || (i === 1 && isHeading(first, text)))) label = 'head';
    else if (alone && above === 'attachment' && isTitle(text)) {
      label = 'attHead';
      here = 'title';
    } else if ((above === 'attachment' || above === 'title') && DATED.test(text)) label = 'dateline';
    else if (alone && i > 0 && (i < NUMBERED || above === 'title') && SERIAL.test(text) && isDated(i + 1)) {
      label = 'seg';
      here = above === 'title' ? above : undefined;
    } else if (isPost(i)) label = 'dateline';
    else if (alone && i <= NUMBERED && out[i - 1] === 'seg' && RECEIVED.test(text)) label = 'dateline';
    else if (alone && isPostscript(source, line)) label = 'p';
    else if (alone && i > 1 && SIGNATURE.test(text) && lines[i + 1] && isPostscript(source, lines[i + 1]!))
      label = 'signed';
    else if (alone && i > 0 && (i <= NUMBERED || OPENERS.has(out[i - 1])) && MARKED.test(text)) label = 'seg';
    titled ||=
      label === 'head' || (i > 0 && label === undefined) || (i === 0 && !SOURCED.test(text) && !text.startsWith('['));
    above = here;
    out.push(label);
  });
  return out;
}
