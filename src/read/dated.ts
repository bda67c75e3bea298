/** Lines that are a date in annual volumes, and titles that a date ends. */

/** A date, with its place or without: what ends with a year or says that it has no date. */
const DATED =
  /^(?=.{6,90}$)(?:[[(]?\s?\p{Lu}[^,]{1,40},\]? ?)?(?:\d{1,2} \p{L}+,? ?\d{4}|\p{L}+ \d{1,2}, ?\d{4}|undated)(?:[—,–].{1,16}m)?[.\])]{0,3}\d{0,2}$/iu;

/** Kinds of documents, as a part of patterns. */
export const KIND =
  '(?:Decree|Law|Act|Order|Regulations?|Notes?|Memorandum|Aide-M[ée]moire|Agreement|Treaty|Convention|Protocol|Resolution|Declaration|Proclamation|Contract|Letter|Telegram|Cablegram|Despatch|Dispatch|Message|Statement|Communiqu[ée]|Report|Speech|Address|Circular|Instructions?|Bill|Decision|Minutes|Draft|Press Release|Exchange)';
/** A kind where a place would stand: `Decree of the Minister of Finance, May 21, 1934`. */
const TITLED = new RegExp(`^[^,]*\\b${KIND}\\b[^,]*,`, 'i');
/** A kind alone, before 1914: `Agreement.` */
const ONE_WORD = new RegExp(`^${KIND}\\.\\d{0,2}$`, 'i');

/** A post's own line above its dateline: `American Legation,`. */
const POST =
  /^(?:[\p{Lu}][\p{L}. ]{1,40} )?(?:Legation|Embassy|Consulate(?: General)?|Commission|Mission|Department)(?: of \p{Lu}\p{L}+)?,$/u;

/** Whether a line is a date, with its place or without. */
export const isDate = (text: string): boolean => DATED.test(text) && !TITLED.test(text);

/** Whether a line is a title though it looks like a date, or ends as sentences do. */
export const isDatedTitle = (text: string): boolean => ONE_WORD.test(text) || (TITLED.test(text) && DATED.test(text));

/** Whether a line is a post's own, as it stands above a date. */
export const isPost = (text: string): boolean => POST.test(text);
