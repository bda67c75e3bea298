/** Names of ships: known by how one document introduces them ("U.S.S. Gannet"), then wherever the volume names them. */

import { TITLES } from '../../authority/titles.js';
import { isCommonWord } from '../../authority/words.js';
import type { VolumeMemory } from '../../memory.js';
import { beginsPlace } from '../place-words.js';
import type { Region } from '../regions.js';
import { wordBefore } from './beside.js';
import { type Candidate, candidate, known, sign, type Variant, variant } from './candidate.js';

const SHIP =
  /\b(?:U\.?\s?S\.?\s?S\.?|S\.\s?S\.|SS|H\.?\s?M\.?\s?S\.?) ((?:\p{Lu}[\p{Ll}-]+(?: \p{Lu}\.(?= \p{Lu}\p{Ll}))? ?){1,3})/gu;

/** `Sir S. S. Harlow`, `A. S. S. Harlow`: no ship's letters. */
const isInitials = (all: string, before: string): boolean =>
  /^S\.\s?S\./.test(all) && (/^\p{L}\.$/u.test(before) || TITLES.has(before.replace(/\.$/, '')));

/** Names of ships that a text introduces. */
export function shipNames(text: string): string[] {
  if (!text.includes('SS ') && !text.includes('S.S') && !text.includes('S. S') && !/H\.?\s?M\.?\s?S/.test(text))
    return [];
  const found = [...text.matchAll(SHIP)].filter(({ 0: all, index }) => !isInitials(all, wordBefore(text, index)));
  const names = found.map((match) => match[1]!.trim());
  // “USS New” of “USS New Jersey”, cut short by a page break.
  return [...new Set(names.filter((name) => !beginsPlace(name)))];
}

/** Ships that are at hand: those that the document introduces, and those of the volume's other documents. */
export interface Ships {
  readonly here: readonly string[];
  readonly elsewhere: readonly string[];
}

export const NO_SHIPS: Ships = { here: [], elsewhere: [] };

const ofVolumes = new WeakMap<VolumeMemory, readonly string[]>();

function ofVolume(memory: VolumeMemory): readonly string[] {
  let names = ofVolumes.get(memory);
  if (!names) {
    names = [...new Set(memory.documents.flatMap(({ ships = [] }) => ships))].sort();
    ofVolumes.set(memory, names);
  }
  return names;
}

/** The ships of a document's regions and of its volume. */
export function shipsAt(regions: readonly Region[], volume: VolumeMemory | readonly string[] = []): Ships {
  const here = [...new Set(regions.flatMap(({ text }) => shipNames(text)))];
  const all = 'documents' in volume ? ofVolume(volume) : volume;
  return { here, elsewhere: all.filter((name) => !here.includes(name)) };
}

const INTRODUCED = /(?:S\.?\s?S\.?|H\.?\s?M\.?\s?S\.?) $/;

function named(region: Region, name: string, near: 'here' | 'elsewhere'): Candidate[] {
  const { text } = region;
  const word = isCommonWord(name.toLowerCase());
  const out: Candidate[] = [];
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length)) {
    const end = at + name.length;
    if (/[\p{L}\d]/u.test(text[at - 1] ?? ' ') || /[\p{L}\d]/u.test(text[end] ?? ' ')) continue;
    const how = INTRODUCED.test(text.slice(Math.max(0, at - 9), at)) ? 'introduced' : near;
    const variants: [Variant] = [variant('', at, end)];
    const evidence = [known(how), known(`${how},word=${word}`), sign(`<${wordBefore(text, at)}`)];
    out.push(candidate(region, 'ship', variants, evidence));
  }
  return out;
}

/** Where a region names ships. */
export const ships = (region: Region, { here, elsewhere }: Ships): Candidate[] => [
  ...here.flatMap((name) => named(region, name, 'here')),
  ...elsewhere.flatMap((name) => named(region, name, 'elsewhere')),
];
