/** Resolving: an ordered list of passes, each document → document. A pass adds what it found; it never removes text. */

import type { Authority } from '../authority/types.js';
import type { PlacedDecision } from '../decisions/decision.js';
import type { VolumeMemory } from '../memory.js';
import type { Document } from '../tree.js';
import { dates } from './dates/index.js';
import { decided } from './decided/index.js';
import { doubts } from './doubts.js';
import { emphasis } from './emphasis/index.js';
import { markedEmphasis } from './emphasis/marked.js';
import { identity } from './identity.js';
import { placeNotes } from './notes/place.js';
import { correspondence } from './parties/correspondence.js';
import { parties } from './parties/index.js';
import { persons } from './persons/index.js';
import type { WhichPersons } from './persons/which.js';
import { references } from './references/index.js';
import { signatures } from './signatures/index.js';
import { terms } from './terms/index.js';

export interface ResolveOptions {
  /** Decisions below this probability are listed as doubtful. */
  readonly doubt: number;
  /** The volume's own lists, if at hand. */
  readonly authority?: Authority;
  /** What the other documents of the volume tell, if they are at hand. */
  readonly memory?: VolumeMemory;
  /** Which names are tagged; by default those of the list, or without a list whoever is recognised. */
  readonly persons?: WhichPersons;
  /** What reviewers decided: stronger than any model. */
  readonly decisions?: readonly PlacedDecision[];
}

export type Pass = (document: Document, options: ResolveOptions) => Document;

const PASSES: readonly Pass[] = [
  identity,
  placeNotes,
  dates,
  parties,
  signatures,
  persons,
  decided('date', 'party', 'person'),
  correspondence,
  terms,
  references,
  markedEmphasis,
  emphasis,
  decided('term', 'reference', 'emphasis'),
  doubts,
];

/** Cables come in plain capitals: nothing in them is italic unless their file says so, headings name no parties, and names are known by lists only. */
const passesFor = ({ genre }: Document, { authority }: ResolveOptions): readonly Pass[] =>
  genre === 'cable'
    ? PASSES.filter((pass) => pass !== emphasis && pass !== parties && (pass !== persons || authority))
    : PASSES;

/** Run the passes over a document as read, in order; those that its genre has no use for are left out. */
export function resolve(document: Document, options: ResolveOptions): Document {
  return passesFor(document, options).reduce((resolved, pass) => pass(resolved, options), document);
}
