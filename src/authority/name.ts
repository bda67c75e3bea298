/** A name as a list prints it, taken apart. */

import { fold } from './fold.js';
import { PARTICLES, RANKS, REGNAL, SUFFIXES, TITLES } from './titles.js';

/**
 * - `Taylor, General Maxwell D., Jr.` → surname [Taylor], given [Maxwell, D.], titles [General], suffix Jr.
 * - `Couve de Murville, Maurice` → surname [Couve, de, Murville].
 * - `Ngo Dinh Diem`, `Chou En-lai`, `Hussein I`: names without a comma stand in `whole`, surname and given are [].
 * - `Home, Lord (Alexander Frederick Douglas-Home)`, `Zaroubin (Zarubin), Georgi N.`, `Ho Chi Minh (Nguyen Ai Quoc)`:
 *   what stands in brackets is a further name, in `others`.
 */
export interface NameParts {
  readonly surname: readonly string[];
  readonly given: readonly string[];
  readonly whole: readonly string[];
  readonly titles: readonly string[];
  readonly suffix?: string;
  readonly others: readonly NameParts[];
}

const words = (text: string): string[] => text.split(/[\s\u00a0]+/).filter((w) => /[\p{L}\p{N}]/u.test(w));

const isRank = (word: string): boolean => RANKS.has(fold(word));
const isSuffix = (word: string): boolean => SUFFIXES.has(fold(word));
const bare = (word: string): string => word.replace(/^[“"'‘(]+|[”"),;:]+$/gu, '');

/** What stands in brackets or quotes; `early`: before the first comma, where another surname stands, not a nickname. */
interface Bracket {
  readonly text: string;
  readonly early: boolean;
}

function withoutBrackets(printed: string): { outer: string; inner: Bracket[] } {
  const inner: Bracket[] = [];
  const take = (_: string, text: string, at: number, whole: string): string => {
    if (/\p{L}{2}/u.test(text)) inner.push({ text: text.trim(), early: !whole.slice(0, at).includes(',') });
    return ' ';
  };
  const outer = printed.replace(/\(([^()]*)\)?/g, take).replace(/[“"]([^“”"]+)[”"]/g, take);
  return { outer, inner };
}

/** Whether a piece is the beginning of the description, set inside the name by mistake: `Deputy Under Secretary of State`. */
function isOffice(piece: readonly string[]): boolean {
  if (piece.some((w) => w === 'of' || w === 'the' || w === 'to' || w === 'and')) return true;
  return (
    (piece.every((w) => TITLES.has(fold(w))) && !piece.every(isRank)) ||
    /^(Chairman|Director|Member|Secretary|Minister|Chief|Head)$/.test(piece[0] ?? '')
  );
}

/** Words that a native-order name keeps apart from ranks and regnal numbers. */
function plain(list: readonly string[]): string[] {
  const kept = list.filter((w) => !isRank(w));
  while (kept.length > 1 && REGNAL.has(fold(kept.at(-1)!)) && /^[IVX]+$/.test(kept.at(-1)!)) kept.pop();
  return kept;
}

/** Take a printed name apart. Never fails: an odd name is all `whole`. */
export function parseName(printed: string): NameParts {
  const { outer, inner } = withoutBrackets(printed.replace(/\s+/g, ' '));
  const pieces = outer
    .split(',')
    .map((piece) => words(piece).map(bare))
    .filter((piece) => piece.length > 0);
  const titles: string[] = [];
  const given: string[] = [];
  let suffix: string | undefined;
  const head = pieces[0] ?? [];
  for (const piece of pieces.slice(1)) {
    if (isOffice(piece)) break;
    for (const word of piece) {
      if (isSuffix(word)) suffix = word;
      else if (isRank(word)) titles.push(word);
      else given.push(word);
    }
  }
  let surname: string[] = [];
  let whole: string[] = [];
  const rankAt = head.findIndex((w, i) => i > 0 && isRank(w));
  if (given.length > 0) {
    titles.push(...head.filter(isRank));
    surname = head.filter((w) => !isRank(w));
    if (surname.length === 0) surname = [...head];
  } else if (rankAt > 0) {
    // `Nasser Colonel Gamal Abdel`: the comma is missing.
    surname = head.slice(0, rankAt);
    titles.push(...head.slice(rankAt).filter(isRank));
    given.push(...head.slice(rankAt).filter((w) => !isRank(w)));
  } else if (suffix !== undefined && pieces.length > 1 && head.length > 1) {
    // `Robert Amory, Jr.`
    given.push(...head.slice(0, -1));
    surname = head.slice(-1);
  } else {
    titles.push(...head.filter(isRank));
    whole = plain(head);
    if (whole.length === 0) whole = [...head];
  }
  const others = inner.flatMap((bracket) => other(bracket, surname, given));
  return { surname, given, whole, titles, ...(suffix === undefined ? {} : { suffix }), others };
}

/** What may open a further name in brackets: `also Kostov`, `formerly Golde Myers`, `née Stone`, `known as …`. */
const OPENS =
  /^(?:(?:also|formerly|previously|originally|sometimes|later|now|or|alias|a\.?k\.?a\.?|n[ée]e|born|called|spelled|(?:known|cited|referred to) as|real name|pseudonym(?: of)?)[\s:,]+)+/u;

/** `née Stone`: a surname for the same forenames. */
const BORN = /^(?:n[ée]e|born)\s/;

/** `Lorne, Clara (Mrs. Henry R.)`: her husband's forenames stand in the bracket. */
const MARRIED = new Set(['mrs', 'mme', 'madame', 'frau', 'senora', 'lady']);

const capital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** A remark: an office, a date, a country's initials (`retired`, `USA`, `later Colonel`, `until 1958`). */
function isRemark(text: string, list: readonly string[]): boolean {
  if (list.length === 0 || !capital(list[0]!) || /^[A-Z]{2,4}$/.test(list[0]!)) return true;
  if (/\d/.test(text) || /\b(after|from|until|later|died|ret)\b/.test(text)) return true;
  return list.every((w) => isRank(w) || /^\p{Ll}/u.test(w)) && !list.some((w) => PARTICLES.has(fold(w)));
}

/** What stands in brackets: other names, or none where it is a remark. */
function other({ text: printed, early }: Bracket, surname: readonly string[], given: readonly string[]): NameParts[] {
  const text = printed.replace(OPENS, '');
  const list = words(text).map(bare);
  const again = { surname, given, whole: [], titles: [], others: [] };
  if (BORN.test(printed) && list.length > 0 && list.every((w) => capital(w) || PARTICLES.has(fold(w))))
    return [{ ...again, surname: list }];
  if (isRemark(text, list)) return [];
  const parts = parseName(text.replace(/[()]/g, ' '));
  if (surname.length === 0 || parts.surname.length > 0) return [parts];
  if (MARRIED.has(fold(list[0]!)) && !list.some((w) => surname.includes(w))) return [{ ...again, given: parts.whole }];
  // `Kostov (Costov), Ivan`: spelled otherwise. `Ellery, Theodore (Ted)`: a further forename.
  if (early && given.length > 0) return [{ ...parts, whole: [], surname: parts.whole, given }];
  if (parts.whole.length === 1) return [parts, { ...again, given: [...given, ...parts.whole] }];
  // `Hunt, E. Howard (Walter C. Twicker)`: the bracket has Western order.
  const western = { ...parts, whole: [], given: parts.whole.slice(0, -1), surname: parts.whole.slice(-1) };
  return [western, { ...again, given: [...given, ...parts.whole] }];
}
