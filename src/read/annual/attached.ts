/** Where attachments begin in annual volumes: on a line of its own, with a word for one; a letter enclosed also with its heading. */

import type { Source } from '../../source.js';
import { AUXILIARIES } from '../../text/verbs.js';
import { isOfNames, isTitleOfNames } from '../constructs/heading.js';
import type { Line } from '../lines/chunks.js';
import { CODE } from './codes.js';
import { isDate, KIND } from './dated.js';
import { isAlone, wordsOf } from './line.js';
import { isLetterHeading } from './titles.js';

const OF_A_TEXT = 'Enclosure|Inclosure|Annex(?:e|ure)?|Attachment|Appendix';
const WORD = `(?:${OF_A_TEXT}|Exhibit|Schedule)`;
/** `[Enclosure 2—Translation]`, `[Attached Memorandum]`, `Appendix I to CF–23`. */
const ATTACHED = new RegExp(
  `^\\[(?:(?:(?:Sub-?)?${WORD}|Tab|Supplement)\\b[^\\]]{0,120}|Attached (?:[\\p{L}-]+ ){0,2}${KIND})\\][.:]?\\d{0,2}$|` +
    `^${WORD}(?: (?:No\\. ?)?“?[A-Z\\d]{1,4}”?)? (?:to|in) ${CODE}\\.?$`,
  'iu',
);
/** `[Enclosure not printed.]`: an editor's sentence begins none; `May` is a month. */
const SAYS = new RegExp(`^\\[.* (?:[Nn]ot|[Oo]mitted|[Mm]issing|${AUXILIARIES})\\b`);
/** `[Enclosures.]` begins one, or a list of them. */
const SEVERAL = /^\[(?:Enclosures|Inclosures|Annexes|Annexures|Attachments|Appendices|Exhibits)\.?\][.:]?\d{0,2}$/i;
/** `Annexure “A”`, `Inclosure No. 1`, `Appendix III (HD–12)`: so sections of a text are headed, too. */
const BARE = new RegExp(
  `^${WORD}(?: (?:No\\. ?)?“?(?:\\d{1,3}|[IVXL]{1,6}|[A-Z])”?)?(?: \\(${CODE}\\))?\\.?\\d{0,2}$`,
  'i',
);
/** Those that need no signature above them: minutes have none. A text alone may stand below. */
const NUMBERED = new RegExp(`^(?:${OF_A_TEXT}) `, 'i');
/** A title and a text stand below others at least. */
const PARTS = 2;
/** First characters of these: looking at all lines would take long. */
const FIRST = '[AaEIS';

/** Before 1900 a letter or number alone stands above the heading of a letter that is enclosed: `A.`, `No. 1.` */
const LETTERED = /^(?:[A-Z]|No\. ?\d{1,2})\.?$/;

/** What was cut out of a newspaper: `[From the Strelsau Times, May 2, 1870.]`, below a signature. */
const CUT_OUT = /^\[From (?:the )?\p{Lu}[^\]]{3,80}\]\.?\d{0,2}$/u;

/** A number of the sender's, or the post's own line, above a dateline. */
const ABOVE_DATE = /^No\. ?\d|,$/;
/** So many lines of the opening may stand between a heading and the date. */
const OPENING = 3;
/** A letter has so many lines at least: heading, dateline, text, signature. */
const LETTER = 4;
/** Longer lines are neither a letter's heading nor a signature. */
const SHORT = 120;
/** The seal beside a name. */
export const SEAL = /^\[(?:seal|l\. ?s)\.?\] | \[(?:seal|l\. ?s)\.?\]\.?\d{0,2}$/i;
/** Above or beside a name: `(Signed) Karl Sapt`. */
export const SIGNED = /^\(?(?:signed|sgd\.?)(?:\)|:) (?=\p{Lu})/iu;
/** So many lines at most sign, or say what the signer is. */
const SIGNERS = 4;
const SENTENCE = /[.?!\])”’]\d{0,2}$/;
const BEFORE_NAME = /[.,?!\])”’]\d{0,2}$/;

/** Whether a line is the label of an attachment by its form alone. */
const isLabel = (text: string): boolean => ATTACHED.test(text) && !SAYS.test(text);

/** Whether a document of its own may begin with a line: `[Enclosure]` alone tells that it was one. */
export const isAttached = (text: string): boolean => isLabel(text) || SEVERAL.test(text);

/** The same without brackets: `Enclosure`, where a heading stands below. */
export const isBareLabel = (text: string): boolean => BARE.test(text);

const ITEM = /^\d{1,2}[.)] /;

/** Whether a line is an item of a list of what is enclosed. */
export const isListed = (text: string): boolean => ITEM.test(text);

/** Whether a line names several attachments, and no more than names them: their list stands below it, or nothing. */
export function listsAttached({ text }: Source, lines: readonly Line[], i: number): boolean {
  const { start, chunk } = lines[i]!;
  if (text[start] !== '[' || lines[i - 1]?.chunk === chunk || !SEVERAL.test(wordsOf(text, lines[i]!))) return false;
  const below = lines[i + 1];
  return !below || below.bullet || isListed(wordsOf(text, below));
}

/** What an editor says of the text below: `[Translation.]` */
const WORD_IN_BRACKETS = /^\[\p{Lu}[^\]]{1,40}\]\d{0,2}$/u;

/** Whether a line is an editor's word. */
const isInBrackets = (text: string): boolean => WORD_IN_BRACKETS.test(text);

/** The last characters of a line, by which it is a sentence's end. */
const endOf = (text: string, { start, end }: Line): string => text.slice(Math.max(start, end - 4), end);

/** What a text has ended with above a line: a signature, below a courtesy or a sentence, or else a sentence or an address. */
function endAbove({ text }: Source, lines: readonly Line[], i: number): 'signature' | 'sentence' | undefined {
  for (let k = i - 1; k > 1 && i - k <= SIGNERS; k--) {
    const { start, end } = lines[k]!;
    const words = end - start > SHORT ? '' : text.slice(start, end);
    const name = words.replace(SEAL, '').replace(SIGNED, '');
    if (words === '' || !isOfNames(name)) break;
    if (name !== words) return 'signature';
    if (BEFORE_NAME.test(endOf(text, lines[k - 1]!))) return 'signature';
  }
  const above = lines[i - 1]!;
  return SENTENCE.test(endOf(text, above)) && /\p{L}/u.test(wordsOf(text, above)) ? 'sentence' : undefined;
}

const ADDRESS = '(?:Mr|Mrs|Messrs|Sir|Lord|Earl|Count|Baron|Señor|M|General|Captain|Governor|Consul)\\b';
/** Heading of a letter before 1870, without a stop: `Earl Berg to Mr. Harlow`. */
const BETWEEN_NAMES = new RegExp(`^${ADDRESS}.* to ${ADDRESS}`);

/** Heading of a letter that is exchanged, not enclosed: `The Minister in Ruritania (Reade) to the Secretary of State`. */
const EXCHANGED = /^The (?=.*\(\p{Lu}[^()]{1,30}\))[^:;]{3,90} to the \p{Lu}[^:;]{3,90}[^.,:;]$/u;

const isAboveDate = (text: string): boolean => ABOVE_DATE.test(text) || isInBrackets(text);

/** Whether a line is a letter's heading, with its dateline below; below a label it may be in small letters. */
function isLetter({ text }: Source, lines: readonly Line[], i: number, labelled: boolean): boolean {
  const { start, end } = lines[i]!;
  if (end - start > SHORT || !isAlone(lines, i)) return false;
  const words = text.slice(start, end);
  if (
    !words.includes(' to ') ||
    !(
      isTitleOfNames(words) ||
      (labelled && isLetterHeading(words)) ||
      EXCHANGED.test(words) ||
      (BETWEEN_NAMES.test(words) && isOfNames(words))
    )
  )
    return false;
  let at = i + 1;
  while (at <= i + OPENING && at < lines.length && isAboveDate(wordsOf(text, lines[at]!))) at++;
  return at < lines.length && isDate(wordsOf(text, lines[at]!));
}

const isLettered = (text: string, { start, end }: Line): boolean =>
  end - start <= 'No. 10.'.length && LETTERED.test(text.slice(start, end));

/** Whether a letter enclosed begins with a line below another's end: with its heading, `Mr. Harlow to Mr. Winslow.`, or what stands above it, an editor's word or its label. */
function startsLetter(source: Source, lines: readonly Line[], i: number): boolean {
  if (i < LETTER) return false;
  const { text } = source;
  const [above, line] = [lines[i - 1]!, lines[i]!];
  const labelled = isLettered(text, line) && isAlone(lines, i);
  const word = labelled || (text[line.start] === '[' && isInBrackets(wordsOf(text, line)));
  const head = word ? i + 1 : i;
  if (head >= lines.length || !isLetter(source, lines, head, labelled)) return false;
  return !isInBrackets(wordsOf(text, above)) && !isLettered(text, above) && endAbove(source, lines, i) !== undefined;
}

/** Whether an attachment begins with its heading. */
export const startsWithHead = (source: Source, lines: readonly Line[], i: number): boolean =>
  source.text[lines[i]!.start] !== '[' && !isLettered(source.text, lines[i]!) && startsLetter(source, lines, i);

/** Whether a label without brackets begins an attachment: where a text has ended above it, and another label isn't next to it. */
function startsBare(source: Source, lines: readonly Line[], i: number, words: string): boolean {
  const numbered = NUMBERED.test(words);
  const below = lines[i + (numbered ? 1 : PARTS)];
  if (i < 2 || !below || BARE.test(wordsOf(source.text, lines[i + 1]!))) return false;
  const end = endAbove(source, lines, i);
  return end === 'signature' || (end === 'sentence' && numbered);
}

/** Whether an attachment begins with a line. */
export function startsAttachment(source: Source, lines: readonly Line[], i: number): boolean {
  const { text } = source;
  const line = lines[i]!;
  if (FIRST.includes(text[line.start]!) && isAlone(lines, i)) {
    const words = wordsOf(text, line);
    if (SEVERAL.test(words)) return !listsAttached(source, lines, i);
    if (isLabel(words)) return true;
    if (BARE.test(words)) return startsBare(source, lines, i, words);
    if (CUT_OUT.test(words)) return i + 1 < lines.length && endAbove(source, lines, i) === 'signature';
  }
  return startsLetter(source, lines, i);
}
