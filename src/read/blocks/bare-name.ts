/** Names without a title in lists of those present: `Leo Berg, Legal Adviser`, `A. J. Holm`, `Rolf T. Berg`. */

/** A capital, and a small letter before any hyphen: up to the first of these stands none, so that long words don't take long. */
const WORD = "\\p{Lu}(?:[^\\P{L}\\p{Ll}]|[’'])*\\p{Ll}[\\p{L}’'-]*";
const PARTICLE = '(?:(?:[Vv]an|[Vv]on|[Dd]e|[Dd]el|[Dd]os|[Ee]l|[Aa]l|[Bb]en|[Bb]in|O|Mc|St\\.)[ -]|[Ee]l-|[Aa]l-)?';
const LAST = `${PARTICLE}${WORD}`;
/** What follows a name: what its bearer is. */
const TOLD = '(?=,|—| \\()';

/** `Rolf T. Berg`, `A. J. Holm`: nothing else is written so. */
const WITH_INITIALS = new RegExp(
  `^(?:${WORD} (?:\\p{Lu}\\. ?){1,3}|(?!U\\. ?[SNK]\\.)(?:\\p{Lu}\\. ?){2,4})${LAST}`,
  'u',
);
/** `A. Rolf Holm` */
const INITIAL_FIRST = new RegExp(`^\\p{Lu}\\. ?${WORD} ${LAST}`, 'u');
/** `A. Holm, Adviser` */
const INITIAL = new RegExp(`^\\p{Lu}\\. ?${LAST}`, 'u');
/** `Leo Berg, Adviser` */
const TWO_WORDS = new RegExp(`^(?!(?:Van|Von|De|Del|El|Al|Ben|Bin) )${WORD} ${LAST}${TOLD}`, 'u');

const WHOLE = [WITH_INITIALS, INITIAL_FIRST, INITIAL, TWO_WORDS];
const AFTER_OFFICE = [WITH_INITIALS, INITIAL_FIRST, TWO_WORDS];
const AFTER_ADDRESS = [WITH_INITIALS];

/** Words of offices, titles and places, of which no name has one. */
const NO_NAME =
  /(?:^| )(?:Secretar(?:y|iat)|Minist(?:er|ry)|Ambassador|President|Premier|Chancellor|Governor|Chairman|Director|Counsell?or|Chief|General|Colonel|Captain|Major|Admiral|Commander|Marshal|Consul|Attach[ée]|Charg[ée]|Advis[eo]r|Assistant|Deputy|Acting|Under|Vice|Prime|First|Second|Third|Special|Senior|Officer|Member|Representative|Delegate|Department|Office|Embassy|Legation|Consulate|Bureau|Desk|Council|Bank|Board|Division|Delegation|Mission|Group|Committee|Commission|Section|Branch|Staff|Forces?|Army|Navy|Agency|Administration|Organi[sz]ation|Conference|Congress|Parliament|Assembly|Party|Union|Works?|Affairs|Relations|Trade|Commerce|Finance|Defen[cs]e|Treasury|State|Economy|Economics?|Political|Legal|Public|Foreign|International|National|Federal|Royal|Central|Executive|Joint|American|British|French|German|Soviet|House|Court|Cabinet|Development|Planning|Information|Security|Intelligence|United|New|Hong|Saudi|South|North|West|East|Western|Eastern|Great|Far|Near|Middle|The)(?=[ ,—]|$)/u;
/** Small words beside names and offices. */
const SMALL = /^(?:of|to|the|for|and|in|on|at|de|del|la|van|von|el-.*|al-.*|d’.*|a\.i\.,?)$/;

/** Whether a word is of an office, a title or a place. */
export const isOfOffice = (word: string): boolean => NO_NAME.test(word);

/**
 * The length of the name without a title that begins here; 0 where none does. `whole` says whether what stands before it is a whole name;
 * else it has `named` words of a name after a title, and needs `least` before another name may begin.
 */
export function bareName(rest: string, whole: boolean, named = 0, least = 1): number {
  if (!whole && named === 0) return 0;
  const patterns = whole ? WHOLE : named >= least ? AFTER_OFFICE : AFTER_ADDRESS;
  const found = patterns.map((pattern) => pattern.exec(rest)?.[0]).find((name) => name !== undefined);
  return found !== undefined && !NO_NAME.test(found) ? found.length : 0;
}

/** Whether a line has only words of names and offices, as lists of those present have. */
export const isOfList = (line: string): boolean =>
  line.split(/\s+/).every((word) => /^[^\p{Ll}]/u.test(word) || SMALL.test(word));
