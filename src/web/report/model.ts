/** What a report on a batch shows: numbers, never texts. */

import type { Verdict } from '../../batch/manifest.js';
import type { StatedKind } from '../../batch/stated.js';
import type { Severity } from '../../diagnostic.js';

/** Decisions of one kind: how many were left open, and how many in each band of stated probability (`BANDS`). */
export interface KindRow {
  readonly kind: StatedKind;
  readonly open: number;
  readonly bands: readonly number[];
  /** How many the review page shows as doubtful. */
  readonly worth: number;
}

/** Decisions of reviewers on choices of one band: the sum of the probabilities stated, how many were accepted. */
export interface ReviewedBand {
  readonly from: number;
  readonly count: number;
  readonly stated: number;
  readonly right: number;
}

export interface PersonRow {
  /** `p_AJM1`: unique in a volume only. */
  readonly id: string;
  /** Those that mention the person; what is of no volume counts for none. */
  readonly volumes: readonly string[];
  /** As the lists have the person, else as texts mention them most often. */
  readonly name: string;
  readonly mentions: number;
  readonly documents: number;
}

export interface RuleRow {
  readonly rule: string;
  readonly severity: Severity;
  readonly findings: number;
  readonly documents: number;
  /** One of the places. */
  readonly example: string;
}

/** A document that is worth a look. */
export interface DocumentRow {
  readonly path: string;
  /** What the review page knows it by; none where the text's place is not known. */
  readonly key?: string;
  readonly verdict: Verdict;
  /** Decisions that the review page shows as doubtful. */
  readonly worth: number;
  readonly findings: number;
  readonly message?: string;
}

export interface BatchReport {
  readonly folder: string;
  readonly documents: number;
  /** Without a manifest: unknown. */
  readonly verdicts?: Readonly<Partial<Record<Verdict, number>>>;
  /** Kinds of decisions; documents of which the manifest has no probabilities are counted apart. */
  readonly kinds: readonly KindRow[];
  readonly unstated: number;
  /** What reviewers made of choices; in all, and of those with a probability by band. */
  readonly decided: number;
  readonly reviewed: readonly ReviewedBand[];
  readonly done: number;
  readonly persons: readonly PersonRow[];
  readonly personsInAll: number;
  readonly mentions: number;
  /** Days of the documents that are dated, ISO 8601, sorted. */
  readonly dates: readonly string[];
  /** Undefined where nothing was checked. */
  readonly rules?: readonly RuleRow[];
  readonly look: readonly DocumentRow[];
  /** What could not be read, in words. */
  readonly problems: readonly string[];
}
