/** Where each input's output goes, settled before anything is converted. */

import { join, resolve } from 'node:path';
import { type Input, type Inputs, STDIN, withExtension } from '../batch/inputs.js';
import { lookAt } from '../batch/stat.js';
import { sameFileAs } from '../batch/write.js';
import { CommandError } from './terminal.js';

export interface Job {
  readonly input: Input;
  /** The file to write; undefined for standard output. */
  readonly target: string | undefined;
}

const isFolder = (path: string): boolean => lookAt(path)?.isDirectory() === true;

/** Whether `path` means a folder of files, one an input. */
const meansFolder = (path: string, { inputs, tree }: Inputs): boolean =>
  tree || inputs.length > 1 || /[\\/]$/.test(path) || isFolder(path);

/** Whether something there is no regular file (`/dev/null`, a pipe): it may be written to many times. */
const isSpecial = (path: string): boolean => lookAt(path)?.isFile() === false;

/** `option` names a file for one input or a folder for many; the path for each input. */
export function targetFor(path: string, input: Input, found: Inputs, extension: string): string {
  if (!meansFolder(path, found)) return path;
  return join(path, withExtension(input.path === STDIN ? 'stdin' : input.below, extension));
}

/**
 * Pair inputs with outputs.
 *
 * @throws CommandError where two inputs meet in one output, many inputs have no folder, or a file to write is an input.
 */
export function jobs(found: Inputs, outOption: string | undefined, extension: string): Job[] {
  const { inputs, tree } = found;
  if (outOption === undefined) {
    if (tree || inputs.length > 1) {
      throw new CommandError('a folder or many files, and nowhere to put them', 'name a folder with --out');
    }
    return inputs.map((input) => ({ input, target: undefined }));
  }
  return inputs.map((input) => ({ input, target: targetFor(outOption, input, found, extension) }));
}

/** @throws CommandError where a file would be written twice or over an input. */
export function checkTargets(inputs: readonly Input[], targets: Iterable<string>): void {
  const isInput = sameFileAs(inputs.map(({ path }) => path));
  const seen = new Set<string>();
  for (const target of targets) {
    if (isInput(target)) throw new CommandError(`${target} is an input, it is not overwritten`, 'write elsewhere');
    const path = resolve(target);
    if (seen.has(path) && !isSpecial(path)) {
      throw new CommandError(`${target} would be written twice`, 'convert folders of equal file names one by one');
    }
    seen.add(path);
  }
}
