/** Check a file on disk; what can't be read is a result too. */

import { readFileSync, statSync } from 'node:fs';
import { type CheckSettings, checkFile, type FileResult } from './check-file.js';
import { tooLarge } from './safety.js';

export type PathResult =
  | (FileResult & { readonly path: string })
  | { readonly path: string; readonly failure: Failure };

/** Why a file could not be read: the system's code and words. */
export interface Failure {
  readonly code: string | undefined;
  readonly message: string;
}

/** @throws GrammarError where a grammar of the settings can't be used. */
export function checkPath(path: string, settings: CheckSettings): PathResult {
  let bytes: Uint8Array;
  try {
    const large = tooLarge(statSync(path).size, settings);
    if (large)
      return {
        path,
        findings: [{ ...large, file: path }],
        links: { file: path, volume: undefined, ids: '', pending: [] },
      };
    bytes = readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { path, failure: { code, message } };
  }
  return { path, ...checkFile(bytes, path, settings) };
}
