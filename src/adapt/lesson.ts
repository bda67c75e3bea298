/** What can be learned from one document that reviewers decided about. */

import type { Authority } from '../authority/types.js';
import type { MarkKind, NoteDecision, PlacedDecision, WordsDecision } from '../decisions/decision.js';
import { type Emit, hashOf } from '../features/hashed.js';
import type { VolumeMemory } from '../memory.js';
import type { TextRange } from '../text-range.js';
import type { Document } from '../tree.js';
import type { Choice, Key } from './fit.js';

export interface Lesson {
  /** As it was read, and as it is resolved, under the decisions. */
  readonly read: Document;
  readonly document: Document;
  readonly decisions: readonly PlacedDecision[];
  readonly authority?: Authority;
  readonly memory?: VolumeMemory;
}

/** Choices by the name of the weights that they were made with. */
export type Choices = Readonly<Record<string, readonly Choice[]>>;

export type Placed<T> = T & TextRange;

/** Decisions of one kind about words. */
export const decisionsOn = (kind: MarkKind, { decisions }: Lesson): Placed<WordsDecision>[] =>
  decisions.filter((one): one is Placed<WordsDecision> => one.kind === kind);

export const noteDecisions = ({ decisions }: Lesson): Placed<NoteDecision>[] =>
  decisions.filter((one): one is Placed<NoteDecision> => one.kind === 'note');

/** Gathers the features of options, and their scores. */
export function gatherer(weightOf: (hash: number) => number) {
  let options: Key[][] = [];
  let scores: number[] = [];
  let own = new Set<Key>();
  let at = -1;
  const add = (hash: number): void => {
    options[at]!.push(hash);
    scores[at]! += weightOf(hash);
  };
  const emit: Emit = (...parts) => add(hashOf(...parts));
  const emitOwn: Emit = (...parts) => {
    const hash = hashOf(...parts);
    own.add(hash);
    add(hash);
  };
  return {
    emit,
    emitOwn,
    /** What follows are features of this option. */
    begin(option: number): void {
      at = option;
      options[option] ??= [];
      scores[option] ??= 0;
    },
    /** The choice that was gathered; the next one begins. */
    take(decided: number | undefined): Choice {
      const choice = { options, scores, decided, ...(own.size > 0 && { own }) };
      options = [];
      scores = [];
      own = new Set();
      return choice;
    },
  };
}
