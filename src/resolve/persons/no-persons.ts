/** What looks like a name of a person where there is no list, and is another's: a country's, a place's, a firm's, a ship's. */

import { TITLES } from '../../authority/titles.js';
import { isNation } from '../nations.js';
import { isInPlace } from '../place-words.js';
import type { Token } from '../tokens.js';
import { isForeign } from './language.js';
import type { WordFacts } from './word-classes.js';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What a ship's name stands after. */
const SHIPS = set(
  'ship steamship steamer vessel cruiser destroyer submarine schooner tanker freighter yacht liner battleship frigate gunboat trawler motorship uss hms hmas',
);
/** The same in letters, each with its point: `U.S.S. Gannet`; `S. S.` after a title or another initial are a person's. */
const NAVAL = /(?:^| )(?:u s|h m|h m a|h m c) s$/;
const STEAMSHIP = /(?:^| )(\S{2,}) s s$/;
/** So many letters at most. */
const LETTERS = 4;
/** `ReEmbs 899`, `ReDeptel 12`: what a telegram refers to. */
const REFERRING = /^Re(?:Emb|Dep|Leg|Con|Ur|My|Our|tel)/;
/** A firm: `Harlow and Company`. */
const FIRMS = set('company sons brothers bros');

/** What stands after a firm's name, or in it. */
const FIRM_MARKS = set('ltd inc corp bros gmbh');

/** What stands after a name and is none: `Adams, Esq.` */
const AFTER_NAMES = set('esq esqr esquire');

const near = (token: Token | undefined): boolean => token?.gap === 'space' || token?.gap === 'hyphen';

/** Whether a capital shows nothing, for a sentence begins; a signature is a name. */
function opensSentence(tokens: readonly Token[], at: number): boolean {
  const { gap, region } = tokens[at]!;
  if (region === 'signed') return false;
  if (gap !== 'stop') return gap === 'edge' || gap === 'break';
  // Not after an abbreviation.
  const before = tokens[at - 1]!;
  return before.shape === 'd' || before.text.length > 3;
}

/** Whether letters that say what a ship is stand before a name, or open it. */
function isShip(tokens: readonly Token[], first: number): boolean {
  let at = first;
  while (tokens[at]?.shape === 'i') at++;
  if (tokens[at]?.gap !== 'stop') return false;
  const letters = tokens.slice(Math.max(0, at - LETTERS), at);
  const words = letters.map(({ fold }) => fold).join(' ');
  const before = STEAMSHIP.exec(words)?.[1];
  return NAVAL.test(words) || (before !== undefined && !TITLES.has(before));
}

function isFirm(tokens: readonly Token[], first: number, last: number): boolean {
  for (let i = first; i <= last; i++) if (FIRM_MARKS.has(tokens[i]!.fold)) return true;
  const [and, firm] = [tokens[last + 1], tokens[last + 2]];
  if (and && (and.gap === 'comma' || and.gap === 'space') && and.shape !== 'l' && FIRM_MARKS.has(and.fold)) return true;
  if (and?.gap === 'and') return FIRMS.has(and.fold);
  return (
    and?.fold === 'and' && and.gap === 'space' && firm?.gap === 'space' && firm.shape === 'c' && FIRMS.has(firm.fold)
  );
}

/** Whether tokens `first…last` are no person, however much they look like one. */
export function isNoPerson(tokens: readonly Token[], first: number, last: number, { titled }: WordFacts): boolean {
  const name = tokens.slice(first, last + 1);
  const known = name.some(({ fold }) => titled.has(fold));
  if ((first < last || !known) && isNation(name.map(({ fold }) => fold))) return true;
  if (isInPlace(tokens, first, last)) return true;
  if (first === last && REFERRING.test(name[0]!.text)) return true;
  if (first === last && AFTER_NAMES.has(name[0]!.fold)) return true;
  const next = tokens[last + 1];
  if (name.at(-1)!.fold === 'monroe' && next?.gap === 'space' && next.text === 'Doctrine') return true;
  if (first === last && !known && opensSentence(tokens, first) && isForeign(tokens)) return true;
  if (near(tokens[first]) && SHIPS.has(tokens[first - 1]?.fold ?? '')) return true;
  if (first < last && SHIPS.has(name[0]!.fold)) return true;
  return isShip(tokens, first) || isFirm(tokens, first, last);
}
