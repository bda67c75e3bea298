/**
 * The manifest of a batch: a JSON line a document, with what it was made from and what came of it. While a batch runs, lines are
 * added as documents are done, so that it can be stopped at any moment; at its end the file holds them in the order of the
 * documents.
 */

import type { Stated } from './stated.js';
import type { DocumentTask, Outcome } from './task.js';

/**
 * - `clean`: nothing to look at, not even a warning, though decisions may be less probable than asked for
 * - `doubtful`: warnings, that something was left open, or bytes are bad, say; `faulty`: errors, decisions that can't be read, say
 * - `invalid`: the output breaks the schema
 * - `failed`: it could not be read or written; `set aside`: it hung, ran out of memory or crashed, several times
 */
export type Verdict = 'clean' | 'doubtful' | 'faulty' | 'invalid' | 'failed' | 'set aside';

/** Hashes are SHA-256 in hexadecimal. */
export interface ManifestLine {
  readonly input: string;
  /** Of a shard: where the input lies, for the folder in which it was named may be another. */
  readonly path?: string;
  readonly output?: string;
  readonly volume?: string;
  readonly id?: string;
  readonly verdict: Verdict;
  /** How many decisions are less probable than asked for or left open, warnings and errors, and breaches of the schema. */
  readonly doubts: number;
  readonly warnings: number;
  readonly errors: number;
  readonly findings: number;
  readonly stated?: Stated;
  /** Why it failed, else the first error or breach of the schema. */
  readonly message?: string;
  readonly inputHash?: string;
  readonly outputHash?: string;
  /** It is being done again: all this is what was known before, and the output may be a new one. */
  readonly begun?: true;
  /** The hash of version, options and lists. */
  readonly settings: string;
  /** The hash of the documents of its volume, which are evidence for it. */
  readonly company: string;
  /** Size in bytes and time of change in milliseconds, of the input and of the output: equal ones spare hashing. */
  readonly stats?: readonly [inputSize: number, inputTime: number, outputSize: number, outputTime: number];
}

export function verdictOf({ failure, counts }: Pick<Outcome, 'failure' | 'counts'>): Verdict {
  if (failure) return failure.cause === 'poison' ? 'set aside' : 'failed';
  if (counts.findings > 0) return 'invalid';
  if (counts.errors > 0) return 'faulty';
  return counts.warnings > 0 ? 'doubtful' : 'clean';
}

function messageOf({ failure, findings, diagnostics }: Outcome): string | undefined {
  const first = failure ?? diagnostics.find(({ severity }) => severity === 'error') ?? findings[0];
  return first?.message;
}

/**
 * The line of a document that is being done again: a batch that is killed leaves the old output or the new one, and neither is taken
 * for somebody's work.
 */
export const begunAgain = ({ settings, company, stats, ...line }: ManifestLine): ManifestLine => ({
  ...line,
  begun: true,
  settings,
  company,
  ...(stats && { stats }),
});

/** The line of a document that is done no more, and of which the output is the old one. */
export const asBefore = ({ begun: _, ...line }: ManifestLine): ManifestLine => line;

/** The line of one outcome; `outputHash` of `made`: of an output that it left as it was. */
export function lineOf(
  task: DocumentTask,
  outcome: Outcome,
  made: Pick<ManifestLine, 'settings' | 'company' | 'stats' | 'outputHash'>,
): ManifestLine {
  const { context, counts, inputHash } = outcome;
  // What would have been written never was.
  const outputHash = outcome.kept ? undefined : (outcome.outputHash ?? made.outputHash);
  const message = messageOf(outcome);
  const { settings, company, stats } = made;
  return {
    input: task.name,
    ...(task.target !== undefined && { output: task.target }),
    ...(context?.volume !== undefined && { volume: context.volume }),
    ...(context && { id: context.id }),
    verdict: verdictOf(outcome),
    ...counts,
    ...(message !== undefined && { message }),
    ...(inputHash !== undefined && { inputHash }),
    ...(outputHash !== undefined && { outputHash }),
    settings,
    company,
    ...(stats && { stats }),
  };
}
