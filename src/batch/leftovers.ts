/** Temporary files that writers left behind when they were killed. */

import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lookAt } from './stat.js';
import { TEMPORARY } from './write.js';

/** A writer at work renames its file within as many milliseconds. */
const AT_WORK = 5000;
const LOOK = 250;

/** Remove them from folders; those that are so new that somebody may be at work on them are waited for. */
export async function removeLeftovers(folders: Iterable<string>): Promise<void> {
  for (const folder of folders) {
    if (!lookAt(folder)) continue;
    for (const name of readdirSync(folder)) if (TEMPORARY.test(name)) await removeOld(join(folder, name));
  }
}

async function removeOld(path: string): Promise<void> {
  for (let stats = lookAt(path); stats; stats = lookAt(path)) {
    if (Date.now() - stats.mtimeMs > AT_WORK) return unlinkSync(path);
    await wait(LOOK);
  }
}
