/** One document to convert and what came of it: plain data, fit for threads, files and queues. */

import type { ListFile } from '../authority/read.js';
import type { Finding } from '../check/finding.js';
import type { ConvertOptions } from '../convert.js';
import type { Diagnostic } from '../diagnostic.js';
import type { VolumeMemory } from '../memory.js';
import type { Context } from '../tree.js';
import type { Shared } from './shared.js';
import type { Stated } from './stated.js';

/** A document: a file to read, or a text or the bytes of a file at hand. */
export interface DocumentTask extends Pick<ConvertOptions, 'volume' | 'doc' | 'decisions'> {
  /** What diagnostics call it, and by its extension which format it has. */
  readonly name: string;
  readonly path?: string;
  /** A string is plain text, whatever it looks like and the name says. */
  readonly content?: string | Uint8Array;
  /** The bytes of `content`, too, are plain text, whatever they look like. */
  readonly plain?: true;
  /** What is wrong with the file that `decisions` were read from. */
  readonly decisionFindings?: readonly Diagnostic[];
  /** File to write; left out: the output comes back. */
  readonly target?: string;
  /** Nothing says that what lies at `target` was made from this text: only the same bytes are written over it. */
  readonly unrecorded?: true;
  /** File for the record of what became of each character. */
  readonly ledger?: string;
}

/** Options that all documents of a run have in common. */
export interface TaskOptions extends Pick<ConvertOptions, 'format' | 'pretty' | 'validate' | 'doubt' | 'persons'> {
  /** Encoding of inputs that come as bytes; left out: found out for each. */
  readonly encoding?: string;
  /** What other models than the package's own are known by (`modelsKey`). */
  readonly models?: string;
  /** Apply what reviewers decided, as it lies beside the inputs. */
  readonly decided?: boolean;
  /** Leave out diagnostics and findings but the first error and the first finding; their numbers come back. */
  readonly brief?: boolean;
}

/** The lists that hold for documents of a volume, if any. */
export type ListsOf = (volume: string | undefined) => Shared<readonly ListFile[]> | undefined;

/** What a thread needs besides the documents. */
export interface Surroundings {
  readonly options: TaskOptions;
  /** Files of a volume's lists. */
  readonly lists?: Shared<readonly ListFile[]>;
  readonly memory?: Shared<VolumeMemory>;
}

/** A diagnostic with line and column (from 1) and the text that it is about. */
export interface PlacedDiagnostic extends Diagnostic {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** Why a document could not be converted or written. */
export interface TaskFailure {
  readonly message: string;
  readonly hint?: string;
  /** It is too large, or would become so. */
  readonly large?: true;
  /** Its file can't be read here; another machine may have it. */
  readonly unread?: true;
  /** Its file was there when it was listed, and is no more. */
  readonly gone?: true;
  /**
   * - `input`: it can't be read; `output`: it can't be written; `disk`: neither can any other
   * - `bug`: the converter refuses its own output; `poison`: it hung, ran out of memory or crashed
   */
  readonly cause: 'input' | 'output' | 'disk' | 'bug' | 'poison';
}

/** What came of one document. Hashes are SHA-256 in hexadecimal. */
export interface Outcome {
  readonly name: string;
  readonly failure?: TaskFailure;
  readonly context?: Context;
  readonly encoding?: string;
  readonly characters?: number;
  readonly inputHash?: string;
  readonly outputHash?: string;
  /** The output wasn't written: something else lies there, and nothing says that it was made from this text. */
  readonly kept?: true;
  /** The output, where no file was named for it. */
  readonly output?: string;
  readonly diagnostics: readonly PlacedDiagnostic[];
  readonly findings: readonly Finding[];
  readonly counts: Counts;
}

/** How many of each: breaches of the schema, errors, warnings, decisions less probable than asked for or left open. */
export interface Counts {
  readonly findings: number;
  readonly errors: number;
  readonly warnings: number;
  readonly doubts: number;
  /** How sure it was of all that it decided. */
  readonly stated?: Stated;
}

/** An outcome that tells nothing, or why there is nothing to tell. */
export const outcomeOf = (name: string, failure?: TaskFailure): Outcome => ({
  name,
  ...(failure && { failure }),
  diagnostics: [],
  findings: [],
  counts: { findings: 0, errors: 0, warnings: 0, doubts: 0 },
});

export const failed = (name: string, failure: TaskFailure): Outcome => outcomeOf(name, failure);
