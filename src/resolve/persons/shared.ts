/** What the features of a cluster's options have in common. */

import type { Person } from '../../authority/types.js';
import { isCommonWord, isForename } from '../../authority/words.js';
import { literal as L, type Part } from '../../features/hashed.js';
import type { Token } from '../tokens.js';
import type { Candidate, Cluster } from './candidates.js';
import type { DocumentContext } from './context.js';
import type { OtherDocuments } from './evidence.js';
import type { PersonFacts } from './facts.js';
import type { History } from './history.js';

export interface FeatureInput {
  readonly tokens: readonly Token[];
  readonly document: DocumentContext;
  readonly facts: (candidate: Candidate) => PersonFacts;
  readonly evidence: OtherDocuments | undefined;
  readonly history: History;
  /** The sub-series of the volume, `1955-57`: each has its own habits. */
  readonly series: string;
}

/** What the options of a cluster have in common. */
export interface Shared {
  readonly cluster: Cluster;
  readonly input: FeatureInput;
  /** The longest reading, and what it is: several words, a word of the language, a forename, a name. */
  readonly longest: Candidate;
  readonly word: Part;
  readonly left: Part;
  /** The kind of block; of notes, the source note is told apart. */
  readonly region: Part;
  readonly someInFull: boolean;
}

/** Parts for the numbers from 0, after a prefix. */
export const numbers = (prefix: string, count: number): readonly Part[] =>
  Array.from({ length: count }, (_, i) => L(`${prefix}${i}`));
export const N = numbers('', 8);

const YES = L('true');
const NO = L('false');
export const yes = (it: boolean): Part => (it ? YES : NO);

const WORDS = { many: L('many'), word: L('word'), forename: L('forename'), name: L('name') } as const;

/** What a reading is made of. */
export function wordOf(tokens: readonly Token[], { first, core, last }: Candidate): Part {
  if (last > first) return WORDS.many;
  const { fold } = tokens[core]!;
  return isCommonWord(fold) ? WORDS.word : isForename(fold) ? WORDS.forename : WORDS.name;
}

/** Whether two readings are alike in how they name: both bare surnames, say. */
export const sameRank = (a: Candidate, b: Candidate): boolean =>
  a.last - a.first === b.last - b.first && a.form.kind === b.form.kind && a.given.length === b.given.length;

/** The id of the entry that tells of a person: of “Diem, see Ngo Dinh Diem” the other one. */
export const entryOf = ({ id, see }: Person): string => see ?? id;
