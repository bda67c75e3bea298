/** Which files are checked, and of which the findings are told. */

import type { Inputs } from '../batch/inputs.js';

export interface Selection {
  /** All files that are read, as links may lead to any of them. */
  readonly paths: readonly string[];
  readonly problems: Inputs['problems'];
  /** Whether it is all that was named, not what changed of it. */
  readonly isWhole: boolean;
  /** Those of which findings are told. */
  readonly isWanted: (path: string) => boolean;
  /** Where the bytes of a file lie, if not under its own path. */
  readonly bytesAt?: ReadonlyMap<string, string>;
}
