/** Check a file on disk; what can't be read is a result too. */

import { readFileSync } from 'node:fs';
import { type CheckSettings, checkFile, type FileResult } from './check-file.js';

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
    bytes = readFileSync(path);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { path, failure: { code, message } };
  }
  return { path, ...checkFile(bytes, path, settings) };
}
