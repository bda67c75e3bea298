/** What lies at a path, if anything. */

import { type Stats, statSync } from 'node:fs';

const NOTHING_THERE = new Set(['ENOENT', 'ENOTDIR']);

/**
 * Follows links; undefined where nothing lies there, also below a file.
 *
 * @throws the system's error for what is there but out of reach (permissions, a circle of links).
 */
export function lookAt(path: string): Stats | undefined {
  try {
    return statSync(path);
  } catch (error) {
    if (NOTHING_THERE.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
