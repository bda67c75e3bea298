/** What is wrong with a manifest or with the documents of a volume: plain data, worded where it is found. */

import type { Severity } from '../diagnostic.js';

export interface Problem {
  readonly file: string;
  /** From 1; absent where it is no matter of one line. */
  readonly line?: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}
