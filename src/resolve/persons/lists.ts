/** A list of persons prepared for finding; built once an authority. */

import type { Authority } from '../../authority/types.js';
import { factsOf, type PersonFacts } from './facts.js';
import { type NameIndex, nameIndex } from './names.js';

export interface PersonLists {
  readonly index: NameIndex;
  readonly facts: ReadonlyMap<string, PersonFacts>;
}

const built = new WeakMap<Authority, PersonLists>();

/** The prepared list of an authority. */
export function personLists(authority: Authority): PersonLists {
  let lists = built.get(authority);
  if (!lists) {
    lists = { index: nameIndex(authority.persons), facts: factsOf(authority.persons) };
    built.set(authority, lists);
  }
  return lists;
}
