/** Check files on disk, one after the other; what can't be read is a result too. */

import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { isolated } from './isolate.js';
import { type Quick, quickWay } from './quick.js';
import { tooLarge } from './safety.js';
import type { CheckSettings, FileResult } from './settings.js';

export type PathResult =
  | (FileResult & { readonly path: string })
  | { readonly path: string; readonly failure: Failure };

/** Why a file could not be read: the system's code and words. */
export interface Failure {
  readonly code: string | undefined;
  readonly message: string;
}

/** A promise only where something had to be loaded: for most files of a run there is nothing to wait for. */
export type PathChecker = (path: string) => PathResult | Promise<PathResult>;

/** Bytes that are read without asking for the file's size; larger files get a larger buffer. */
const ROOM = 1 << 20;

/** @throws GrammarError, from the checker too, where a grammar of the settings can't be used. */
export async function pathChecker(settings: CheckSettings): Promise<PathChecker> {
  const quick = await quickWay(settings);
  let buffer = Buffer.allocUnsafeSlow(ROOM);
  const loaded = settings.noRules ? undefined : await import('./examine.js');

  /** Read a file to the beginning of `buffer`, which has a byte more than it; gives its size, or why it is not read. */
  const read = (path: string): number | PathResult => {
    let file: number | undefined;
    try {
      file = openSync(settings.bytesAt?.get(path) ?? path, 'r');
      let length = readSync(file, buffer, 0, buffer.length - 1, 0);
      if (length === buffer.length - 1) {
        const { size } = fstatSync(file);
        const large = tooLarge(size, settings);
        if (large) return { path, findings: [{ ...large, file: path }], links: noLinks(path) };
        if (size > length) {
          const wider = Buffer.allocUnsafeSlow(size + ROOM);
          buffer.copy(wider, 0, 0, length);
          buffer = wider;
          for (let more = 1; more > 0 && length < buffer.length - 1; length += more) {
            more = readSync(file, buffer, length, buffer.length - 1 - length, length);
          }
        }
      }
      const large = tooLarge(length, settings);
      return large ? { path, findings: [{ ...large, file: path }], links: noLinks(path) } : length;
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      return { path, failure: { code, message } };
    } finally {
      if (file !== undefined) closeSync(file);
    }
  };

  const fully = async (path: string, bytes: Buffer, invalidBy: Quick | undefined): Promise<PathResult> => {
    if (invalidBy?.rng !== undefined) {
      const { invalid } = await import('./invalid.js');
      const result = invalid(bytes, path, settings, invalidBy.rng, loaded?.examine);
      if (result) return { path, ...result };
    }
    const { checkFile } = await import('./check-file.js');
    return { path, ...checkFile(bytes, path, settings) };
  };

  return isolated((path) => {
    const length = read(path);
    if (typeof length !== 'number') return length;
    const verdict = quick?.judge.judge(buffer, length) ?? 'unknown';
    if (verdict === 'valid') {
      if (!loaded) return { path, findings: [], links: noLinks(path) };
      return { path, ...loaded.examine(buffer.subarray(0, length), path, settings, () => []) };
    }
    return fully(path, buffer.subarray(0, length), verdict === 'invalid' ? quick : undefined);
  });
}

const noLinks = (file: string) => ({ file, volume: undefined, ids: '', pending: [] });
