/** Persons and terms of the lists, found by typing. */

import { type ListFile, readAuthority } from '../../authority/read.js';
import type { Authority } from '../../authority/types.js';
import { unpacker } from '../../batch/shared.js';
import type { ListsOf } from '../../batch/task.js';
import type { Candidate } from './model.js';

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** So many are shown. */
const MOST = 30;

interface Entry extends Candidate {
  readonly words: readonly string[];
}

/** All words that were typed begin words of the entry: its name’s first, then its description’s. */
function rank(entry: Entry, typed: readonly string[]): number {
  let score = 0;
  const own = folded(entry.name).split(/[^\p{L}\p{N}]+/u);
  for (const word of typed) {
    const at = own.findIndex((one) => one.startsWith(word));
    if (at >= 0) score += own[at] === word ? 4 : 3 - Math.min(1, at * 0.1);
    else if (entry.words.some((one) => one.startsWith(word))) score += 1;
    else return 0;
  }
  return score;
}

/** A finder over a list. */
function finder(entries: readonly Candidate[]): (typed: string) => Candidate[] {
  const all: Entry[] = entries.map((entry) => ({
    ...entry,
    words: folded(`${entry.name} ${entry.description} ${entry.id}`).split(/[^\p{L}\p{N}]+/u),
  }));
  return (typed) => {
    const words = folded(typed)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean);
    if (words.length === 0) return entries.slice(0, MOST);
    return all
      .map((entry) => ({ entry, score: rank(entry, words) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ entry: { id, name, description } }) => ({ id, name, description }));
  };
}

interface Choices {
  readonly persons: (typed: string) => Candidate[];
  readonly terms: (typed: string) => Candidate[];
}

/** What can be chosen in documents of a volume; undefined where it has no lists. */
export type ChoicesOf = (volume: string | undefined) => Choices | undefined;

export function choicesFrom(listsOf: ListsOf): ChoicesOf {
  const choices = unpacker((lists: readonly ListFile[]) => choicesOf(readAuthority(lists)));
  return (volume) => {
    const lists = listsOf(volume);
    return lists && choices(lists);
  };
}

function choicesOf({ persons, terms }: Authority): Choices {
  const named = persons.filter(({ see }) => see === undefined);
  return {
    persons: finder(named.map(({ id, name, description }) => ({ id: `#${id}`, name, description }))),
    terms: finder(terms.map(({ id, name, expansion }) => ({ id: `#${id}`, name, description: expansion }))),
  };
}
