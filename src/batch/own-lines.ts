/** Files to which lines are added: nothing is added to a file of another kind. */

import { closeSync, openSync } from 'node:fs';
import { bytesAt } from './lines.js';
import { lookAt } from './stat.js';

/** How files of lines begin. A manifest and the details of a batch differ in what they say of a document. */
export const BEGINS = {
  manifest: /^\{"input":"(?![^\n]*"characters":)/,
  details: /^\{"input":"(?![^\n]*"verdict":)/,
  events: /^\{"event":"/,
} as const;

/** Bytes by which a file is told: more than the beginning of a line takes. */
const HEAD = 4096;

/**
 * Whether lines may be added: the file is new, empty, no regular file, or begins so.
 *
 * @throws the system's error where it can't be read
 */
export function mayAddTo(path: string, begin: RegExp): boolean {
  const stats = lookAt(path);
  if (!stats?.isFile() || stats.size === 0) return true;
  const file = openSync(path, 'r');
  try {
    return begin.test(bytesAt(file, { at: 0, length: HEAD }).toString('latin1'));
  } finally {
    closeSync(file);
  }
}
