/** A list of persons prepared for finding; built once an authority. */

import type { Authority } from '../../authority/types.js';
import { madeOnce } from '../../made-once.js';
import { factsOf, type PersonFacts } from './facts.js';
import { type NameIndex, nameIndex } from './names.js';

export interface PersonLists {
  readonly index: NameIndex;
  readonly facts: ReadonlyMap<string, PersonFacts>;
  /** The list has no white space between its elements (`Authority.tight`). */
  readonly tight: boolean;
}

/** The prepared list of an authority. */
export const personLists: (authority: Authority) => PersonLists = madeOnce(({ persons, tight = false }) => ({
  index: nameIndex(persons),
  facts: factsOf(persons),
  tight,
}));
