/** A list of persons prepared for finding; built once an authority. */

import type { Authority } from '../../authority/types.js';
import { factsOf, type PersonFacts } from './facts.js';
import { type NameIndex, nameIndex } from './names.js';

export interface PersonLists {
  readonly index: NameIndex;
  readonly facts: ReadonlyMap<string, PersonFacts>;
  /** The list has no white space between its elements (`Authority.tight`). */
  readonly tight: boolean;
}

const built = new WeakMap<Authority, PersonLists>();

/** The prepared list of an authority. */
export function personLists(authority: Authority): PersonLists {
  let lists = built.get(authority);
  if (!lists) {
    const { persons, tight = false } = authority;
    lists = { index: nameIndex(persons), facts: factsOf(persons), tight };
    built.set(authority, lists);
  }
  return lists;
}
