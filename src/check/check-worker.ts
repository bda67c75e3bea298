/** The worker thread of check-files.ts: a list of files in, a list of results out. */

import { workerData } from 'node:worker_threads';
import type { CheckSettings } from './check-file.js';
import { checkPath, type PathResult } from './check-path.js';

// piscina hands its option on as the second element of a pair.
const settings = (Array.isArray(workerData) ? workerData.at(-1) : workerData) as CheckSettings;

export default function checkMany(paths: readonly string[]): PathResult[] {
  return paths.map((path) => checkPath(path, settings));
}
