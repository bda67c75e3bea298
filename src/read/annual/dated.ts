/** Lines that are a date in annual volumes, and titles that a date ends. */

import { AUXILIARIES } from '../../text/verbs.js';
import { MONTH } from '../constructs/dateline.js';
import { isOfNames } from '../constructs/heading.js';

/** A date, with up to three names of its place or without: what ends with a year, says that it has no date, or says when it came: `(Received Aug. 19.)` */
const DATED =
  /^(?=.{6,110}$)[[(]?(?:[[(]?\s?\p{Lu}[^,]{1,40},\]? ?){0,3}(?:\d{1,2}(?:st|nd|rd|th)? \p{L}+,? ?\d{4}|\p{L}+ \d{1,2}(?:st|nd|rd|th)?, ?\d{4}|undated|not? dated?)(?:[—,–](?:.{1,16}m| ?(?:12 ?)?(?:noon|midnight)))?[.\])]{0,3}\d{0,2}(?: [[(]Received [^)\]]{3,30}[)\]])?\.?$/iu;
/** Where and when it was signed, within a treaty's title: `Treaty between Ruritania and Graustark, signed at Strelsau, May 3, 1924`. */
const SIGNED_IN_TITLE = /, (?:signed|done|concluded) (?:at|in|on) /i;
/** Whom a letter is from and to: no place, unless it came by post, or was written on the way. */
const FROM_TO = /(?<!\b(?:en route|received)) (?:to|by) /i;

/** What goes on in small letters behind a comma: a sentence, no place. */
const IN_SENTENCE = /, (?!(?:via|near|at|off|on|in|en|noon|midnight|undated)\b)\p{Ll}/u;

/** Kinds of documents, as a part of patterns. */
export const KIND =
  '(?:Decree|Law|Act|Order|Regulations?|Notes?|Memorandum|Aide-M[ée]moire|Agreement|Treaty|Convention|Protocol|Resolution|Declaration|Proclamation|Contract|Letter|Telegram|Cablegram|Despatch|Dispatch|Message|Statement|Communiqu[ée]|Report|Speech|Address|Circular|Instructions?|Bill|Decision|Minutes|Draft|Press Release|Exchange)';
/** Where and when a treaty was signed, below its title: `Signed at Strelsau, May 3, 1924`, `Agreement signed at Strelsau, May 3, 1944; effective May 5, 1944`. */
export const SIGNED_AT = new RegExp(
  `^(?:${KIND} )?(?:signed|done|concluded|ratified|proclaimed) (?:at|in|by|on) `,
  'i',
);
/** A kind where a place would stand: `Decree of the Minister of Finance, May 21, 1934`. */
const TITLED = new RegExp(`^[^,]*\\b${KIND}\\b[^,]*,`, 'i');
/** A meeting's title, with when it was held: `Tripartite Dinner Meeting, November 28, 1943, 8:30 P. M., Castle Hentzau`. */
const HELD = new RegExp(
  `^[^,.:;]{0,80}\\b(?:Meeting|Session|Luncheon|Dinner|Conversation|Discussion|Log)\\b[^,.:;]{0,60}, (?:\\p{L}{6,9}, )?${MONTH} \\d{1,2}\\b[^;]*$`,
  'iu',
);
/** A sentence about a meeting: `In our conversation, May 5, 1949, the Minister said that …`; a single letter's stop ends a title, too. */
const TELLS = new RegExp(
  `\\b(?:${AUXILIARIES})\\b|, (?!noon|midnight|at |in |the \\p{Lu})\\p{Ll}{2}|(?:(?<!\\b\\p{L})\\.|[:?!])[”"’)]?\\d{0,2}$`,
  'u',
);
/** A kind alone, or with its number, before 1914: `Agreement.`, `Decree No. 301.` */
const ONE_WORD = new RegExp(`^${KIND}(?: No\\. ?\\d{1,4})?\\.\\d{0,2}$`, 'i');
/** A kind with what it is of, before 1914: `Report of the commissioners on the harvest.` */
const OF_KIND = new RegExp(
  `^(?:${KIND}|List|Table|Extracts?|Copy|Schedule) (?:of|on|from|by|between|to|for|in|with|concerning|respecting|showing|addressed) (?!.*\\b(?:${AUXILIARIES}|being|follows?)\\b)[^.:;]{3,200}\\.\\d{0,2}$`,
);
/** What posts and offices are called. */
const HOUSE =
  '(?:Legation|Embassy|Consulate(?:[ -]General)?|Commission|Mission|Department|Ministry|Office|Mansion|House|Headquarters)';
/** A post's own line above its dateline: `American Legation,`, `Ministry of Foreign Relations,`. */
const POST = new RegExp(
  `^(?:\\p{Lu}[\\p{L}. ]{1,40} )?${HOUSE}(?: (?:of|for) (?:the )?\\p{Lu}\\p{L}+(?: (?:(?:and|of|for) )?\\p{Lu}\\p{L}+){0,3})?,$`,
  'u',
);
/** What is neither a post nor an office: whom a letter is from and to, what a signer is, a name that begins with initials. */
const OF_PERSONS =
  /^(?!U\. ?S\.|H\. ?M\.)\p{Lu}\. |\b(?:to|by|Mr|Mrs|Messrs|Secretary|Minister|Ambassador|President|Chancellor|Consul|Charg[ée]|General|Colonel|Captain|Admiral|Commissioner|Delegate|Envoy|Agent)\b/u;
/** That of a house in its street: `10, Downing Street`. */
const NUMBER = /\b\d{1,4},? (?=\p{Lu})/u;
const LONG = 80;

/** What stands before place and date on their line. */
const beforeComma = (text: string): string => text.slice(0, text.indexOf(',') + 1);

/** Whether a line is a meeting's title, its date in it. */
export const isMeeting = (text: string): boolean => HELD.test(text) && !TELLS.test(text);

/** Whether a line is a date, with its place or without; a post may be named before: `Executive Mansion, Washington, December 6, 1881.` */
export const isDate = (text: string): boolean =>
  DATED.test(text)
    ? ![TITLED, SIGNED_AT, FROM_TO, IN_SENTENCE].some((form) => form.test(text)) && !isMeeting(text)
    : isPost(beforeComma(text)) && DATED.test(text.slice(text.indexOf(',') + 2));

/** Whether a line is a title though it looks like a date, or ends as sentences do. */
export const isDatedTitle = (text: string): boolean =>
  ONE_WORD.test(text) ||
  OF_KIND.test(text) ||
  isMeeting(text) ||
  (TITLED.test(text) && (DATED.test(text) || SIGNED_IN_TITLE.test(text)));

/** Whether a line is a post's own, as it stands above a date. */
export const isPost = (text: string): boolean => POST.test(text);

/** Whether a line is a post's own where place and date are the next line of its block: anything written as names that a comma ends. */
export const isPostInBlock = (text: string): boolean =>
  isPost(text) ||
  (text.length <= LONG &&
    / .*,$/.test(text) &&
    isOfNames(text.replace(NUMBER, '')) &&
    !OF_PERSONS.test(text) &&
    !TITLED.test(text));
