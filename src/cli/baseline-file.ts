/** Baselines as files: paths in one are relative to the folder that it lies in. */

import { readFileSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { explain } from '../batch/explain.js';
import { lookAt } from '../batch/stat.js';
import { writeAtomic } from '../batch/write.js';
import { type Baseline, baselineOf, parseBaseline, withoutKnown } from '../check/report/baseline.js';
import type { ReportedFile } from '../check/report/report.js';
import { CommandError, err } from './terminal.js';

/** @throws CommandError where there is none */
export function readBaseline(file: string): Baseline {
  try {
    return parseBaseline(readFileSync(file, 'utf8'));
  } catch (error) {
    const what = explain(error)?.what ?? 'not a baseline of teigram';
    throw new CommandError(`${file}: ${what}`, 'make one with --write-baseline');
  }
}

export function writeBaseline(file: string, files: readonly ReportedFile[]): void {
  writeAtomic(file, `${JSON.stringify(baselineOf(files, folderOf(file), realOf), null, 2)}\n`);
}

/** The files without what the baseline of a file knows. `isWhole`: they are all that was named, not what changed of it. */
export function leaveOutKnown(
  files: readonly ReportedFile[],
  baseline: Baseline,
  file: string,
  isWhole: boolean,
): { files: ReportedFile[]; known: number } {
  const { isOfOthers, ...left } = withoutKnown(files, baseline, folderOf(file), realOf);
  // Of files that changed, none need be known.
  if (isOfOthers && isWhole) err(`teigram: warning: ${file} knows other files, none of those with findings`);
  return left;
}

/** The path of a file by the one name of its folder. */
const realOf = (file: string): string => join(folderOf(file), basename(file));

/** Links are followed, so that a folder has one name. */
function folderOf(file: string): string {
  const folder = dirname(resolve(file));
  return lookAt(folder) ? realpathSync(folder) : folder;
}
