/** Names of ships: known by how one document introduces them ("U.S.S. Gannet"), then wherever the volume names them. */

import { fold } from '../../authority/fold.js';
import { TITLES } from '../../authority/titles.js';
import type { Person } from '../../authority/types.js';
import { capitalUse, isCommonWord } from '../../authority/words.js';
import { latest } from '../../latest.js';
import { madeOnce } from '../../made-once.js';
import type { VolumeMemory } from '../../memory.js';
import { MONTH_NAMES } from '../../text/months.js';
import { isNation } from '../nations.js';
import { beginsPlace } from '../place-words.js';
import type { Region } from '../regions.js';
import { wordBefore } from './beside.js';
import { type Candidate, candidate, known, sign, type Variant, variant } from './candidate.js';

const SHIP =
  /\b(?:U\.?\s?S\.?\s?S\.?|S\.\s?S\.|SS|H\.?\s?M\.?\s?S\.?) ((?:\p{Lu}[\p{Ll}-]+(?: \p{Lu}\.(?= \p{Lu}\p{Ll}))? ?){1,3})/gu;

const isTitle = (word: string): boolean => TITLES.has(word.replace(/\.$/, ''));

/** `Sir S. S. Harlow`, `A. S. S. Harlow`: no ship's letters. */
const isInitials = (all: string, before: string): boolean =>
  /^S\.\s?S\./.test(all) && (/^\p{L}\.$/u.test(before) || isTitle(before));

/** `U.S.S. Gannet February 14`: the month of a date that follows is none of her name; that of `S.S. Cape May` is. */
function withoutMonth(name: string, next: string): string {
  const cut = name.lastIndexOf(' ');
  const dated = cut > 0 && /^\.?\s\d/.test(next) && MONTH_NAMES.includes(name.slice(cut + 1).toLowerCase());
  return dated ? name.slice(0, cut) : name;
}

/** Names of ships that a text introduces. */
export function shipNames(text: string): string[] {
  if (!text.includes('SS ') && !text.includes('S.S') && !text.includes('S. S') && !/H\.?\s?M\.?\s?S/.test(text))
    return [];
  const found = [...text.matchAll(SHIP)].filter(({ 0: all, index }) => !isInitials(all, wordBefore(text, index)));
  const names = found.map(({ 0: all, 1: name, index }) => {
    const end = index + all.trimEnd().length;
    return withoutMonth(name!.trim(), text.slice(end, end + 3));
  });
  // “USS New” of “USS New Jersey”, cut short by a page break.
  return [...new Set(names.filter((name) => !beginsPlace(name)))];
}

/**
 * Ships that are at hand: those that the document introduces, those that one other of the volume does, and those that several do, which
 * editions set in italics more often.
 */
export interface Ships {
  readonly here: readonly string[];
  readonly elsewhere: readonly string[];
  readonly often: readonly string[];
}

/** The ships that one document of a volume introduces, and those that several do; sorted. */
export type VolumeShips = Pick<Ships, 'elsewhere' | 'often'>;

export const NO_SHIPS: Ships = { here: [], elsewhere: [], often: [] };

/** What the names say together that each document of a volume introduces. */
export function shipsOfVolume(documents: readonly (readonly string[])[]): VolumeShips {
  const counts = new Map<string, number>();
  for (const names of documents) for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = [...counts.keys()].sort();
  return {
    elsewhere: all.filter((name) => counts.get(name) === 1),
    often: all.filter((name) => counts.get(name)! > 1),
  };
}

const ofVolume = madeOnce(({ documents }: VolumeMemory) => shipsOfVolume(documents.map(({ ships = [] }) => ships)));

const familyNames = latest(
  (persons: readonly Person[]): ReadonlySet<string> => new Set(persons.map(({ parts }) => parts.surname.join(' '))),
);

/** A word with a capital in two to this power of 10,000 documents, or in more, is often no ship: `Independence`. */
const OFTEN = 5;

/** Whether a land, a person (of the list, or called so with a title) or what is often written with a capital has a ship's name, too. */
function isNameOfOthers(name: string, persons: readonly Person[]): boolean {
  const word = fold(name);
  const [often = '-', titled = '0'] = capitalUse(word).split(':');
  if (isNation([word]) || Number(titled) > 0 || (isCommonWord(word) && Number(often) >= OFTEN)) return true;
  return familyNames(persons).has(name);
}

/**
 * The ships of a document's regions and of its volume. Of a name that others have, too, `America` or `Roosevelt`, it tells little that
 * the document or several introduce the ship: it counts as if one other did.
 */
export function shipsAt(
  regions: readonly Region[],
  volume: VolumeMemory | VolumeShips = NO_SHIPS,
  persons: readonly Person[] = [],
): Ships {
  const own = new Set(regions.flatMap(({ text }) => shipNames(text)));
  const { elsewhere, often } = 'documents' in volume ? ofVolume(volume) : volume;
  const [here, shared, several]: [string[], string[], string[]] = [[], [], []];
  for (const name of own) (isNameOfOthers(name, persons) ? shared : here).push(name);
  for (const name of often) if (!own.has(name)) (isNameOfOthers(name, persons) ? shared : several).push(name);
  return { here, elsewhere: [...elsewhere.filter((name) => !own.has(name)), ...shared], often: several };
}

const INTRODUCED = /(?:S\.?\s?S\.?|H\.?\s?M\.?\s?S\.?) $/;

function named(region: Region, name: string, near: keyof Ships): Candidate[] {
  const { text } = region;
  const word = isCommonWord(name.toLowerCase());
  const out: Candidate[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (/[\p{L}\d]/u.test(text[at - 1] ?? ' ') || /[\p{L}\d]/u.test(text[end] ?? ' ')) continue;
    const how = INTRODUCED.test(text.slice(Math.max(0, at - 9), at)) ? 'introduced' : near;
    const before = wordBefore(text, at);
    if (how !== 'introduced' && isTitle(before)) continue;
    const variants: [Variant] = [variant('', at, end)];
    const evidence = [known(how), known(`${how},word=${word}`), sign(`<${before}`)];
    out.push(candidate(region, 'ship', variants, evidence));
  }
  return out;
}

/** Where a region names ships. */
export const ships = (region: Region, { here, elsewhere, often }: Ships): Candidate[] => [
  ...here.flatMap((name) => named(region, name, 'here')),
  ...elsewhere.flatMap((name) => named(region, name, 'elsewhere')),
  ...often.flatMap((name) => named(region, name, 'often')),
];
