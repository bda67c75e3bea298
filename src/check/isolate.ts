/** What goes wrong with the check of one file is told of that file alone: the others keep their results. */

import type { PathChecker, PathResult } from './check-path.js';

const failed = (path: string, message: string): PathResult => ({ path, failure: { code: undefined, message } });

/** Errors about the run, not about a file; by name, as importing their classes would load the engine. */
export const isOfRun = (error: unknown): error is Error =>
  error instanceof Error && /^(GrammarError|EngineMissing)$/.test(error.name);

function bug(path: string, error: unknown): PathResult {
  if (isOfRun(error)) throw error;
  const { stack = String(error) } = error as Error;
  return failed(path, `this is a bug of teigram, please report it with the file: ${stack}`);
}

/** A checker of which a bug is a result, not an error. */
export function isolated(check: PathChecker): PathChecker {
  return (path) => {
    try {
      const result = check(path);
      return result instanceof Promise ? result.catch((error: unknown) => bug(path, error)) : result;
    } catch (error) {
      return bug(path, error);
    }
  };
}

/** Run a task; where its thread dies (of memory, say), its files are run one by one, so that only the one at fault fails. */
export async function survived(
  paths: readonly string[],
  run: (paths: readonly string[]) => Promise<PathResult[]>,
): Promise<PathResult[]> {
  try {
    return await run(paths);
  } catch (error) {
    if (paths.length === 1) return [failed(paths[0]!, `the check ended early: ${(error as Error).message}`)];
    const results: PathResult[] = [];
    for (const path of paths) results.push(...(await survived([path], run)));
    return results;
  }
}
