/** Names that the plain form of a nested list runs together on one line: `Mr. Sprague Lt. General Fox`, `Leo Berg, Minister Ada Holm, Embassy`. */

import { bareName, isOfList, isOfOffice } from './bare-name.js';

const ADDRESSES =
  'Mr|Mrs|Miss|Ms|Messrs|Dr|Prof|Mme|Hon|HE|H\\.E|(?:His|Her) (?:Royal )?(?:Excellency|Majesty|Highness)|The (?:Right )?Honou?rable|Marshal of the R(?:AF|oyal Air Force)';
const RANKS =
  'Sir|Lord|Lady|Madame|Gen|Adm|Col|Capt|Maj|Lt|General|Admiral|Colonel|Captain|Major|Lieutenant|Commander|Brigadier|Marshal|Brig|Amb|Ambassador|Sen|Senator|Congressman|Prince|King|Queen|Shah|Professor|Judge';
const OFFICES = 'Secretary|Minister|President|Premier|Chancellor|Governor|Chairman|Director|Counselor|Chief';
/** What belongs to the rank or office after it: `Vice` Admiral, `Under` Secretary. */
const FORE = 'Field|Vice|Rear|Air|Under|Assistant|Deputy|Acting|Prime|Foreign|Special|First|Second|Third|Attorney';

/** The sign of an office at home, before the name: `NEA—Mr. Rountree`. */
const SYMBOL = /^[A-Z][A-Z/]{0,6}—/u;
const TITLE = new RegExp(`^(?:The |the )?(?:${ADDRESSES}|${RANKS}|${OFFICES}|${FORE})\\b`, 'u');
/** A title after whose people it is: `Ruritanian Foreign Minister Holm`. */
const NATIONAL = new RegExp(
  `^(?:\\p{Lu}\\p{Ll}+(?:ian|ean|ese|ish)|American|Mexican|Cuban|German|French|Dutch|Czech|Greek|Swiss|Thai|Soviet|Iraqi|Israeli|Pakistani|Saudi|Yemeni|Kuwaiti) (?:${FORE}|${OFFICES}|Ambassador)\\b`,
  'u',
);
/** Lines of French names, where `M.` is no initial. */
const FRENCH = /^M\. | M\. d(?:e |’)/u;
const MONSIEUR = /^M\. /u;
/** What begins a name even after an office has been told: a title that is none, before a name. */
const ADDRESS = new RegExp(
  `^(?:(?:${ADDRESSES})\\b|(?:(?:Vice|Rear) )?(?:${RANKS})\\.? (?!(?:of|to|in|and|${ADDRESSES})\\b))`,
  'u',
);
const TITLE_WORD = new RegExp(
  `^(?:His|Her|Royal|Excellency|Majesty|Highness|${ADDRESSES}|${RANKS}|${OFFICES}|${FORE})\\.?$`,
  'u',
);
const OFFICE = new RegExp(`^(?:${OFFICES})$`, 'u');
const OFFICIAL = new RegExp(`^(?:The |the )?(?:(?:${FORE}) )*(?:${OFFICES})\\b`, 'u');
const RANKED = new RegExp(`^(?:${RANKS})\\b`, 'u');
/** A word of a name, no initial. */
const NAMED = /^\p{Lu}[\p{L}’'-]*\p{Ll}/u;
/** A word after which a name goes on. */
const GOES_ON = /(?:[,;(—–&/:-]|\b(?:of|to|the|for|and|in|at|from|by|with|on|de|del|von|van|The|former|as))$/u;
const TOLD = /[,)]$|\p{Ll}—/u;

/** Names with what their bearers are aren't longer: running text is; with words of names and offices only, they may be. */
const LONGEST = 120;
const LONGEST_OF_LIST = 200;

/** How many words of a name must stand after its title before one without initials may begin: an office needs no first name. */
const leastOf = (name: string): number => (OFFICIAL.test(name) ? 1 : RANKED.test(name) ? 2 : Infinity);

/** Where the names of a run begin; only the first place where the line is no run of names. */
export function namesOf(text: string, start: number, end: number): number[] {
  const line = text.slice(start, end);
  const french = FRENCH.test(line);
  const isTitle = (rest: string): boolean =>
    SYMBOL.test(rest) || TITLE.test(rest) || NATIONAL.test(rest) || (french && MONSIEUR.test(rest));
  const isAddress = (rest: string): boolean =>
    SYMBOL.test(rest) || ADDRESS.test(rest) || (french && MONSIEUR.test(rest));
  let bare = isTitle(line) ? 0 : bareName(line, true); // where a name without title ends
  if (!isTitle(line) && (bare === 0 || !isOfList(line))) return [start];
  const starts = [start];
  let before = '';
  let from = 0;
  let described = false; // whether the name has been followed by what the person is
  let named = 0; // words of the name, after its title
  for (const { 0: word, index } of line.matchAll(/\S+/g)) {
    const rest = line.slice(index);
    // `The Secretary` is whole; `Secretary Dulles` is not.
    const whole = described || (bare > 0 && index >= bare) || (OFFICE.test(before) && line.startsWith('The ', from));
    const goesOn = index === 0 || index < bare || GOES_ON.test(before) || NATIONAL.test(`${before} ${word}`);
    const titled = !goesOn && (described ? isAddress(rest) : isTitle(rest)) && (whole || !TITLE_WORD.test(before));
    const found = goesOn || titled ? 0 : bareName(rest, whole, named, leastOf(line.slice(from)));
    const name = french && rest.slice(0, found).includes(' M. ') ? 0 : found;
    if (titled || name > 0) {
      starts.push(start + index);
      from = index;
      described = false;
      named = 0;
      bare = name > 0 ? index + name : 0;
    }
    before = word.replace(SYMBOL, '');
    if (NAMED.test(before) && !TITLE_WORD.test(before) && !isOfOffice(before)) named++;
    described ||= TOLD.test(word);
  }
  const longest = starts.reduce((most, at, i) => Math.max(most, (starts[i + 1] ?? end) - at), 0);
  return longest > LONGEST_OF_LIST || (longest > LONGEST && !isOfList(line)) ? [start] : starts;
}
