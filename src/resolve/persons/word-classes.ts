/** What a text tells of its words before it is decided which are names: their classes, and how they are used. */

import { PARTICLES, SUFFIXES, TITLES } from '../../authority/titles.js';
import { isCommonWord, isForename } from '../../authority/words.js';
import type { Part } from '../../features/hashed.js';
import { zoneOf } from '../../places/posts.js';
import type { Token } from '../tokens.js';

/** What a text tells about a word before it is decided. */
export interface WordFacts {
  /** After a title, a forename or an initial somewhere. */
  readonly titled: ReadonlySet<string>;
  /** Written in lower case somewhere. */
  readonly lower: ReadonlySet<string>;
  /** Classes of tokens by index, filled as they are asked for. */
  readonly classes: (Part | undefined)[];
}

/** Titles that only persons bear; `Foreign`, `Deputy` and the like also begin names of offices. */
const PERSONAL = new Set(
  (
    'mr mrs ms miss messrs dr prof professor sir dame lord lady king queen prince princess general gen lieutenant lt major maj ' +
    'colonel col captain capt admiral adm marshal ambassador amb minister premier president chairman secretary secy senator sen ' +
    'congressman governor gov judge justice chancellor madame mme monsieur señor herr archbishop cardinal shah sheikh emperor sultan ' +
    'generalissimo comrade commander director consul counselor primin fonmin'
  ).split(' '),
);

const NEAR = new Set<Token['gap']>(['space', 'stop', 'hyphen']);

export const cased = (token: Token): boolean => token.shape === 'c' || token.shape === 'u' || token.shape === 'i';

/** Blocks in which places are named, not persons. */
const OUTSIDE = new Set<Token['region']>(['dateline', 'sourceLine']);

/** Whether a token can be part of a name at all. */
export function eligible(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (OUTSIDE.has(token.region)) return false;
  if (cased(token)) return true;
  const next = tokens[i + 1];
  return token.shape === 'l' && PARTICLES.has(token.fold) && next !== undefined && cased(next) && NEAR.has(next.gap);
}

/** First pass over a text. */
export function wordFacts(tokens: readonly Token[]): WordFacts {
  const titled = new Set<string>();
  const lower = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.shape === 'l') lower.add(token.fold);
    const before = tokens[i - 1];
    if (!before || !cased(token) || token.shape === 'i' || !NEAR.has(token.gap) || !cased(before)) continue;
    if (before.shape === 'i' || PERSONAL.has(before.fold) || (isForename(before.fold) && token.shape === 'c'))
      titled.add(token.fold);
  }
  return { titled, lower, classes: [] };
}

/** The words that lists of the corpus hold. */
export interface KnownWords {
  readonly surnames: ReadonlySet<string>;
  readonly terms: ReadonlySet<string>;
}

const places = new Map<string, boolean>();
/** So many words are remembered: a thread sees the words of a whole series. */
const KEPT = 50_000;

/** Whether a word is a place from which documents are dated. */
export function isPlace(word: string): boolean {
  let known = places.get(word);
  if (known === undefined) {
    known = zoneOf(word) !== undefined;
    if (places.size === KEPT) places.clear();
    places.set(word, known);
  }
  return known;
}

/** `FonMin`, `MisOff`, but not McGhee, MacArthur, DeGaulle or O’Neill. */
const BLEND = /^(?!Mc|Mac|De|Di|La|Le|Du|Van|Von|Fitz|O[’'])\p{Lu}\p{Ll}+\p{Lu}/u;

export function classOf(token: Token | undefined, { surnames, terms }: KnownWords): string {
  if (!token) return 'edge';
  if (token.shape === 'd') return 'digit';
  if (token.shape === 'l') return PARTICLES.has(token.fold) ? 'particle' : TITLES.has(token.fold) ? 'ltitle' : 'lower';
  if (token.shape === 'i') return 'initial';
  if (PERSONAL.has(token.fold)) return 'personal';
  if (TITLES.has(token.fold)) return 'title';
  if (SUFFIXES.has(token.fold)) return 'suffix';
  const known = `${surnames.has(token.fold) ? '+' : ''}${isPlace(token.text) ? '@' : ''}${terms.has(token.fold) ? '*' : ''}`;
  if (BLEND.test(token.text)) return `blend${known}`;
  if (isForename(token.fold)) return `forename${known}`;
  if (isCommonWord(token.fold)) return `word${known}`;
  return token.shape === 'u' ? `upper${known}` : `name${known}`;
}
