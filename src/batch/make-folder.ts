/** Folders, made as they are needed. */

import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { lookAt } from './stat.js';

/**
 * Make a folder and those above it, where they are not there. Node's own way of it never ends below /proc, and blames the
 * wrong folder of a read-only disk.
 *
 * @throws the system's error
 */
export function makeFolder(path: string): void {
  const there = lookAt(path);
  if (there?.isDirectory()) return;
  const above = dirname(path);
  if (!there && above !== path) makeFolder(above);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST' || !lookAt(path)?.isDirectory()) throw error;
  }
}
