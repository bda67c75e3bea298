/** What a reviewer decided about a place of a document: plain data, kept beside the text, stronger than any model. */

import type { Diagnostic } from '../diagnostic.js';
import { overlap, type TextRange } from '../text-range.js';
import { findAnchor, type TextAnchor } from './anchor.js';

export const MARK_KINDS = ['person', 'term', 'reference', 'party', 'date', 'emphasis'] as const;
/**
 * What can be decided about a stretch of words.
 * @useDeclaredType
 */
export type MarkKind = (typeof MARK_KINDS)[number];

export const DECISION_KINDS = [...MARK_KINDS, 'note', 'block', 'document'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Who decided or withdrew, and when (ISO 8601, UTC). */
export interface Stamp {
  readonly by: string;
  readonly at: string;
}

interface Common extends Stamp {
  /** Unique among all decisions of all reviewers. */
  readonly id: string;
  /** What teigram had chosen at the time, with its probability. */
  readonly was?: { readonly choice: string; readonly p: number };
  /** A decision is never deleted: undoing it is recorded, so that two reviewers' files can be merged. */
  readonly withdrawn?: Stamp;
}

/** Said of any kind: there is nothing of the sort here. */
export const NONE = 'none';
/** Of a person: somebody is named whom no list has, or of whom it is open who it is. */
export const UNLISTED = 'unlisted';

/**
 * The words `on` are what `choice` says:
 *
 * - `person`: `#p_AJM1`, `unlisted` or `none`; `term`: `#t_NATO1` or none; `reference`: a target or none
 * - `party`: `from`, `to` or none; `emphasis`: TEI's `rend`, `italic` say, or none
 * - `date`: `1956-03-14`, a range `1956-03-14/1956-03-20`, bounds `[1956-03..1956-05]`, or none
 * - `block`: what the block that begins with the words is, as reports name it: `paragraph`, `heading`, `signature` …
 */
export interface WordsDecision extends Common {
  readonly kind: MarkKind | 'block';
  readonly on: TextAnchor;
  readonly choice: string;
}

/** A note hangs on the place `on` (the characters of its mark, or none), or `nowhere`: then `on` is its own beginning. */
export interface NoteDecision extends Common {
  readonly kind: 'note';
  readonly note: { readonly n: string; readonly opening: string };
  readonly on: TextAnchor;
  readonly choice: 'here' | 'nowhere';
}

/** The reviewer has been through the whole document, or takes that back. */
export interface DocumentDecision extends Common {
  readonly kind: 'document';
  readonly choice: 'done' | 'todo';
}

/** What a reviewer decided. */
export type ReviewDecision = WordsDecision | NoteDecision | DocumentDecision;
/** A decision that holds, where its words stand in the text at hand, by UTF-16 offsets. */
export type PlacedDecision = (WordsDecision | NoteDecision) & TextRange;

/** By time, then by id: the same order wherever files were merged. */
export const inOrder = (a: ReviewDecision, b: ReviewDecision): number =>
  a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

/** Whether two decisions speak of the same thing, so that only the later one holds. */
function sameMatter(a: PlacedDecision, b: PlacedDecision): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'note') return b.kind === 'note' && a.note.n === b.note.n && a.note.opening === b.note.opening;
  if (a.kind === 'block') return a.start === b.start;
  return overlap(a, b);
}

/** The decisions that hold on a text, in order of place, and a diagnostic for each whose words are gone. */
export interface Standing {
  readonly placed: readonly PlacedDecision[];
  readonly diagnostics: readonly Diagnostic[];
}

const EMPTY: Standing = { placed: [], diagnostics: [] };

const DONE_BY: Readonly<Record<DecisionKind, string>> = {
  person: 'who is named',
  term: 'which term it is',
  reference: 'where it points',
  party: 'whether it is sender or recipient',
  date: 'which date it is',
  emphasis: 'how it is set',
  note: 'where the note hangs',
  block: 'what the block is',
  document: 'whether the document is done',
};

/** A decision that cannot be applied, and why. */
export function unfit(decision: WordsDecision | NoteDecision, why: string, start: number, end = start): Diagnostic {
  const { kind, by, at, on } = decision;
  const words = kind === 'note' ? `note ${decision.note.n}` : `“${on.exact.replace(/\s+/g, ' ')}”`;
  return {
    code: 'decision-unfit',
    severity: 'warning',
    message: `${words}: ${by} decided on ${at.slice(0, 10)} ${DONE_BY[kind]} (${decision.choice}), but ${why}`,
    start,
    end,
    hint: 'look at the place again in teigram review, and decide anew or withdraw the decision',
  };
}

/** Find the place of every decision that is not withdrawn; of those on one matter, the last one holds. */
export function standing(text: string, decisions: readonly ReviewDecision[] | undefined): Standing {
  if (!decisions || decisions.length === 0) return EMPTY;
  let placed: PlacedDecision[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const decision of [...decisions].sort(inOrder)) {
    if (decision.kind === 'document' || decision.withdrawn) continue;
    const place = findAnchor(text, decision.on);
    if (!place) {
      const near = Math.min(decision.on.start, text.length);
      diagnostics.push(unfit(decision, 'the words are no longer there', near));
      continue;
    }
    const here = { ...decision, ...place };
    placed = placed.filter((other) => !sameMatter(other, here));
    placed.push(here);
  }
  return { placed: placed.sort((a, b) => a.start - b.start || inOrder(a, b)), diagnostics };
}

/** Whether a document is marked as done. */
export function isDone(decisions: readonly ReviewDecision[]): boolean {
  const last = decisions
    .filter((decision) => decision.kind === 'document' && !decision.withdrawn)
    .sort(inOrder)
    .at(-1);
  return last?.choice === 'done';
}
