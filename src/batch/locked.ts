/** Files that several processes read, change and write back: one at a time. */

import { closeSync, openSync, statSync, unlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from './make-folder.js';

/** A writer holds the lock for milliseconds; one that is older was left by a process that was killed. */
const STALE_MS = 10_000;
const RETRY_MS = 15;

/** Run while no other process that asks for it changes the file. */
export async function locked<T>(path: string, run: () => T): Promise<T> {
  const lock = join(dirname(path), `.${basename(path)}.lock`);
  makeFolder(dirname(path));
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx'));
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (isStale(lock)) remove(lock);
      else await wait(RETRY_MS);
    }
  }
  try {
    return run();
  } finally {
    remove(lock);
  }
}

function isStale(lock: string): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs > STALE_MS;
  } catch {
    return false; // gone meanwhile
  }
}

function remove(lock: string): void {
  try {
    unlinkSync(lock);
  } catch {
    // Another process found it stale, too.
  }
}
