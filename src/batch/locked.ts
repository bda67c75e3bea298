/** Files that several processes read, change and write back: one at a time. */

import { closeSync, openSync, statSync, unlinkSync, utimesSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeFolder } from './make-folder.js';

/** A writer holds the lock for milliseconds or says that it still does; one that is older was left by a process that was killed. */
const STALE_MS = 10_000;
/** Holding on is said no more often than this. */
const TOUCH_MS = 100;
const RETRY_MS = 15;

/**
 * Run while no other process that asks for it changes the file.
 *
 * @param run is given what it must call every now and then if it may take seconds, so that the lock isn't taken for a left one.
 */
export async function locked<T>(path: string, run: (holdOn: () => void) => T): Promise<T> {
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
    return run(holding(lock));
  } finally {
    remove(lock);
  }
}

function holding(lock: string): () => void {
  let touched = Date.now();
  return () => {
    const now = Date.now();
    if (now - touched < TOUCH_MS) return;
    touched = now;
    try {
      utimesSync(lock, now / 1000, now / 1000);
    } catch {
      // Another process found it stale before.
    }
  };
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
