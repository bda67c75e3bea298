/** Outputs of which the texts are gone: told, or removed. */

import { unlinkSync } from 'node:fs';
import type { ManifestLine } from '../batch/manifest.js';
import { isAsMade } from '../batch/unchanged.js';
import { counted } from '../counted.js';
import { few } from './few.js';
import { fileError } from './files.js';
import { complain, EXIT, err, exitWith } from './terminal.js';

const outputs = (lines: readonly ManifestLine[]): string =>
  counted(lines.length, 'output whose text is gone', 'outputs whose texts are gone');
const names = (lines: readonly ManifestLine[]): string => few(lines.map(({ output }) => output!));

/** Tell of them, or remove those that are as they were made; gives the inputs of those that were removed. */
export function withoutTexts(gone: readonly ManifestLine[], prune: boolean, quiet: boolean): ReadonlySet<string> {
  if (!prune) {
    if (gone.length > 0 && !quiet) {
      err(`teigram: ${outputs(gone)}: ${names(gone)}`);
      err('  hint: --prune removes those that nobody changed since they were made');
    }
    return new Set();
  }
  const removed = gone.filter((line) => isAsMade(line) && remove(line.output!));
  const kept = gone.filter((line) => !removed.includes(line));
  if (removed.length > 0 && !quiet) err(`teigram: removed ${outputs(removed)}: ${names(removed)}`);
  if (kept.length > 0) err(`teigram: kept ${outputs(kept)}, but which somebody changed: ${names(kept)}`);
  return new Set(removed.map(({ input }) => input));
}

function remove(path: string): boolean {
  try {
    unlinkSync(path);
    return true;
  } catch (error) {
    const { message, hint } = fileError(path, error);
    complain(message, hint);
    exitWith(EXIT.failure);
    return false;
  }
}
