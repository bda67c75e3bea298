/** What lies at a path, if anything. */

import { type Stats, statSync } from 'node:fs';

/**
 * Follows links; undefined where nothing lies there, also below a file.
 *
 * @throws the system's error for what is there but out of reach (permissions, a circle of links).
 */
export function lookAt(path: string): Stats | undefined {
  try {
    // Without an exception for what is missing: batches ask by the hundred thousand.
    return statSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined;
    throw error;
  }
}

/** What a path leads to; undefined where it leads nowhere, in a circle, or out of reach. */
export function ledTo(path: string): Stats | undefined {
  try {
    return lookAt(path);
  } catch {
    return undefined;
  }
}
