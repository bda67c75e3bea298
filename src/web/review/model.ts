/** What the server of the review page and the page say to each other: plain data. */

import type { DecisionKind, PlacedDecision } from '../../decisions/decision.js';
import type { Alternative } from '../../diagnostic.js';

/** What `unlisted` is called: somebody is named, but nobody is linked. */
export const WITHOUT_LINK = 'a name without a link';

export type DoubtKind = Exclude<DecisionKind, 'document'>;

/** A choice that can be taken with a key. `start…end` where it is another place. */
export interface Option extends Alternative {
  /** As a person reads it: the name of a person of the list, the words around a place. */
  readonly label: string;
}

/** A place where a model was not sure. Offsets are UTF-16 code units of the text. */
export interface Doubt {
  readonly kind: DoubtKind;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly message: string;
  readonly p: number;
  /** What stands now: of a name of which it is open who is meant, that it has no link. */
  readonly current: Option;
  readonly options: readonly Option[];
  readonly note?: NoteKey;
}

export interface NoteKey {
  readonly n: string;
  readonly opening: string;
}

/** A mark, a note or a block as the page shows it. */
export interface Shown {
  readonly kind: DoubtKind;
  readonly start: number;
  readonly end: number;
  readonly choice: string;
  readonly p: number;
  readonly decided: boolean;
}

export interface ShownNote extends NoteKey {
  readonly start: number;
  readonly end: number;
  /** Where its mark stands. */
  readonly at: { readonly start: number; readonly end: number } | undefined;
  /** Places where its number is printed, and so might hang. */
  readonly p: number;
}

/** A decision that holds, with its place now. */
export type ShownDecision = PlacedDecision;

export interface Summary {
  readonly title: string;
  /** Doubts that are left, by kind. */
  readonly doubts: Readonly<Partial<Record<DoubtKind, number>>>;
  /** How many of the choices are wrong, by their own probabilities: what the list is sorted by. */
  readonly expected: number;
  readonly decided: number;
  readonly unfit: number;
  readonly done: boolean;
  /** Where the output breaks the schema. */
  readonly findings: number;
}

/** How many doubts a document has, of all kinds. */
export const doubtsOf = ({ doubts }: Summary): number => Object.values(doubts).reduce((a, b) => a + b, 0);

/** A text as decisions are taken on it. */
export interface Reading {
  readonly text: string;
  /** Of the text: decisions are taken on this reading of it only. */
  readonly hash: string;
}

export interface View extends Summary, Reading {
  readonly xml: string;
  /** The TEI with the place in the text of every element: `data-s`, `data-e`. */
  readonly linked: string;
  /** Of each piece of text: its offset in the XML, and in the text its start and end. */
  readonly places: readonly (readonly [at: number, start: number, end: number])[];
  readonly list: readonly Doubt[];
  readonly marks: readonly Shown[];
  readonly notes: readonly ShownNote[];
  readonly decisions: readonly ShownDecision[];
  /** Decisions that no longer fit, in words. */
  readonly problems: readonly string[];
}

export interface Failure {
  readonly fault: string;
}

/** One row of the list of documents. */
export interface Row {
  readonly key: string;
  readonly path: string;
  /** undefined: not looked at yet. */
  readonly summary?: Summary;
  readonly fault?: string;
}

export const ORDERS = ['doubt', 'name'] as const;
export const SHOWS = ['all', 'open', 'clear', 'done', 'todo'] as const;

export interface Page {
  readonly total: number;
  readonly rows: readonly Row[];
  /** Where the row that was asked for stands in the order; −1 if it isn't shown. */
  readonly at: number;
  /** Keys of the rows before and after that; of a row that isn't shown, the first one is after it. */
  readonly before?: string;
  readonly after?: string;
}

export interface Progress {
  readonly documents: number;
  readonly looked: number;
  readonly open: number;
  readonly done: number;
  readonly doubts: number;
}

/** What a page asks to be decided; the server adds who and when, and anchors it to the text. */
export interface Ask {
  readonly kind: DoubtKind;
  readonly start: number;
  readonly end: number;
  readonly choice: string;
  readonly note?: NoteKey;
  readonly was?: { readonly choice: string; readonly p: number };
}

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}
