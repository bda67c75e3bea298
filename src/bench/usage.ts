/** Loaded before a command (`node --import`): at its end it writes what it used to the file that `TEIGRAM_USAGE` names. */

import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const path = process.env.TEIGRAM_USAGE;
if (isMainThread && path !== undefined) {
  process.on('exit', () => writeFileSync(path, JSON.stringify(process.resourceUsage())));
}
