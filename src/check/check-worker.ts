/** The worker thread of check-files.ts: a list of files in, a list of results out. */

import { workerData } from 'node:worker_threads';
import { type PathResult, pathChecker } from './check-path.js';
import type { CheckSettings } from './settings.js';

// piscina hands its option on as the second element of a pair.
const settings = (Array.isArray(workerData) ? workerData.at(-1) : workerData) as CheckSettings;
const checking = pathChecker(settings);

export default async function checkMany(paths: readonly string[]): Promise<PathResult[]> {
  const check = await checking;
  const results: PathResult[] = [];
  for (const path of paths) {
    const result = check(path);
    results.push(result instanceof Promise ? await result : result);
  }
  return results;
}
