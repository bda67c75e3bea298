/** Folders, made as they are needed. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { lookAt } from './stat.js';

/**
 * Make a folder and those above it, where they are not there.
 *
 * @throws the system's error
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    // Node says so of folders on a read-only disk, too; the system says what is the matter with the first that is missing.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    mkdirSync(firstMissing(path));
    makeFolder(path);
  }
}

function firstMissing(path: string): string {
  const above = dirname(path);
  return above === path || lookAt(above) ? path : firstMissing(above);
}
