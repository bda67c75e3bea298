/** What a block of each kind looks like: one row a sign, tested on the first 160 characters of a line. */

export interface Sign {
  readonly name: string;
  readonly pattern: RegExp;
  /** Only lines up to so many characters can show it. */
  readonly upTo: number;
}

const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)';

const sign = (name: string, pattern: RegExp, upTo = 160): Sign => ({ name, pattern, upTo });

export const SIGNS: readonly Sign[] = [
  // Source lines and headings.
  sign('fileNumber', /\d[\d.A-Z]*\/\d{1,2}[–-]\d/i, 140),
  sign('asTelegram', /: (?:Telegram|Airgram|Circular|Despatch|Letter)/, 140),
  sign('lot', /\bLot \d|\bFiles\b|\bfiles?[:,]|\bPapers\b|\bCollection\b/, 140),
  sign('number', /^\d{1,4}[A-Za-z]?\. /),
  sign('noNumber', /^No\. \d+/, 200),
  sign('bracketNumber', /^\[(?:Document )?\d+\]/),
  sign('from', /\b(?:From|from)\b.+\b(?:[Tt]o)\b/),
  sign('toThe', /\bto (?:the|[A-Z])/, 200),
  sign(
    'document',
    /\b(?:Telegram|Memorandum|Letter|Despatch|Airgram|Message|Minutes|Notes?|Report|Paper|Estimate|Instruction|Circular|Draft|Statement|Aide-M|Address|Record|Summary)\b/i,
    200,
  ),
  sign('editorialNote', /^(?:\S+ )?editorial note/i, 40),
  sign(
    'office',
    /\b(?:Secretary|Ambassador|Minister|Charg[ée]|Consul|Embassy|Legation|Mission|President|Department of State)\b/,
    300,
  ),
  sign('inBrackets', /\([\p{Lu}][\p{L}’' .-]{2,24}\)/u, 300),
  // Datelines.
  sign('year', /\b1[89]\d\d\b/, 140),
  sign('month', new RegExp(`\\b${MONTH}\\b`), 140),
  sign('monthDayYear', new RegExp(`${MONTH} \\d{1,2}(?:[–/-]\\d{1,2})?,? ?(?:1[89]\\d\\d)`), 140),
  sign('dayMonthYear', new RegExp(`\\b\\d{1,2} ${MONTH},? (?:1[89])?\\d\\d`), 140),
  sign(
    'placeDate',
    new RegExp(`^[\\[(]?\\s?[\\p{Lu}][^,]{1,40}[,\\]]+ ?[^,]{0,20},? ?(?:${MONTH}|undated)`, 'iu'),
    140,
  ),
  sign('undated', /\b(?:undated|no date|not dated)\b|n\.d\./i, 140),
  sign('clock', /\b(?:a\. ?m\.|p\. ?m\.|noon|midnight|\d{4}Z|\d\d:\d\d|\d{4} hours)/i, 160),
  sign('received', /^\W*received\b/i, 80),
  // Opener matter.
  sign(
    'secrecy',
    /\b(?:top secret|secret|confidential|restricted|unclassified|official use only|eyes only|sensitive|nodis|exdis|limdis|noforn|codeword|plain|personal)\b/i,
    80,
  ),
  sign(
    'onlySecrecy',
    /^(?:(?:top )?secret|confidential|restricted|unclassified|limited official use(?: only)?|official use only|plain|personal)\W*(?:security information)?$/i,
    60,
  ),
  sign(
    'precedence',
    /\b(?:urgent|priority|niact|immediate|routine|flash|rush|operational immediate|us urgent|triple)\b/i,
    80,
  ),
  sign(
    'dear',
    /^(?:My )?dear\b|^(?:Sir|Sirs|Gentlemen|Excellency|Madam)\b\W*$|^Your Excellency|^Mr\. (?:Secretary|President|Chairman|Minister)[:,]/i,
    100,
  ),
  sign(
    'salutation',
    /^(?:ladies|gentlemen|mr\. |fellow |members |distinguished ).*(?:gentlemen|citizens|friends|colleagues|members)\W*$/i,
    160,
  ),
  sign('serial', /^(?:No|Nr|Serial|Ref|File|Issue|Document|Report)\b\W? ?(?:No\. ?)?[\w/–-]*\d/i, 60),
  // Lists.
  sign('subject', /^subj(?:ect)?s?\b/i, 200),
  sign('to', /^(?:to|info|action|for|memorandum (?:for|to)|via|through|thru)\b\W*$/i, 60),
  sign('fromLine', /^(?:from|fm|by)\b\W*$/i, 60),
  sign(
    'toColon',
    /^(?:to|from|info|action|for|subject|ref|reference|date|time|place|participants|present)\b ?[:—]/i,
    200,
  ),
  sign('reference', /^ref(?:s|erences?)?\b/i, 100),
  sign('participants', /^(?:participants?|(?:others |also )?present|attend(?:ees|ance)|in attendance|members)\b/i, 80),
  sign('participantsAny', /\b(?:participants|present|participating|delegation)\b\W*$/i, 60),
  sign('outline1', /^\d{1,2}[.)] /),
  sign('outlineA', /^[A-Z][.)] /),
  sign('outline_a', /^[a-z][.)] /),
  sign('outlineI', /^[IVX]{1,5}[.)] /),
  sign('outline_i', /^[ivx]{1,5}[.)] /),
  sign('paren', /^[“"]?\(\w{1,4}\) ?/),
  sign('lone', /^[“"]?\(?(?:\w|\d{1,2}|[ivx]{1,5}|[IVX]{1,5})[.)]{1,2}$/, 8),
  sign('dash', /^[—–-] ?\S/),
  sign('bar', /(?:^|\s)\|(?:\s|$)/, 1e9),
  // Paragraphs.
  sign('bracketed', /^\[.*\]\W{0,2}\d{0,2}$/, 160),
  sign('parenthesised', /^\(.*\)\W?\d{0,2}$/, 160),
  sign(
    'omission',
    /^\[(?:Here follows?|Omitted|Extracts?|\d+ (?:lines?|paragraphs?|pages?)|Text|Remainder|Attachment|portion)/i,
  ),
  sign('summary', /^(?:begin |end )?(?:summary|comment|message|text|quote|action requested)\b/i, 60),
  sign('endOf', /^(?:end|message ends|unquote)\b/i, 60),
  sign('opensQuote', /^[“"«]/),
  sign(
    'section',
    /^(?:Part|Section|Chapter|Article|Annex|Appendix|Tab|Paragraph|Discussion|Conclusions?|Recommendations?|Background|Introduction|Problem)\b/i,
    80,
  ),
  // Closers.
  sign('initials', /^(?:[\p{Lu}]\.? ?){1,4}\d{0,2}$/u, 10),
  sign('name', /^(?:[\p{Lu}]\.[ -]?){0,4}(?:[\p{Lu}][\p{L}’'.-]+ ?){1,3}(?:, (?:Jr|Sr)\.?|,? I{2,3})?\d{0,2}$/u, 40),
  sign(
    'initialName',
    /^(?:[\p{Lu}][\p{L}]+ )?(?:[\p{Lu}]\. ?){1,3}[\p{Lu}][\p{L}’'-]+(?:, (?:Jr|Sr)\.?)?\d{0,2}$/u,
    40,
  ),
  sign('oneWord', /^[\p{Lu}][\p{L}’'-]+\d{0,2}$/u, 24),
  sign(
    'rank',
    /\b(?:General|Colonel|Captain|Admiral|Major|Lieutenant|Commander|Brigadier|USA|USAF|USN|U\.S\. (?:Army|Navy|Air Force)|CE)\b/,
    80,
  ),
  sign(
    'title',
    /\b(?:Secretary|Director|Ambassador|Minister|Chairman|Counselor|Assistant|Deputy|Acting|Executive|Chief|President|Counsel|Under|Special|Representative|Consul|Attach[ée]|Charg[ée])\b/,
    80,
  ),
  sign('forThe', /^For (?:the|and)\b/i, 80),
  sign('signature', /\[?(?:signature|signed|file copy not signed|s\/|\/s)/i, 60),
  sign('yours', /\b(?:sincerely|respectfully|faithfully|truly|cordially|obedient|regards|yours)\b/i, 80),
  sign('postscript', /^P\. ?S\./),
  sign('initialled', /\[\w+\]$/, 40),
  // Attachments.
  sign(
    'attached',
    /^\[?(?:Attachment|Enclosure|Annex|Tab|Appendix|Sub-?enclosure|Inclosure|Addendum|Schedule|Exhibit)\b/i,
    60,
  ),
  sign('bracketedPart', /^\[(?:Attachment|Enclosure|Annex|Tab|Appendix|Sub-?enclosure|Inclosure)[^\]]{0,20}\]/i, 60),
];

/** The names of the signs that a line shows. */
export function signsOf(text: string): string[] {
  const head = text.length > 300 ? text.slice(0, 160) : text;
  const out: string[] = [];
  for (const { name, pattern, upTo } of SIGNS)
    if (text.length <= upTo || upTo === 160) if (pattern.test(head)) out.push(name);
  return out;
}
