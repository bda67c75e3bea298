/** Where each input's output goes, settled before anything is converted. */

import { dirname, join, resolve } from 'node:path';
import { type Input, type Inputs, STDIN, withExtension } from '../batch/inputs.js';
import { sameFileAs } from '../batch/same-file.js';
import { lookAt } from '../batch/stat.js';
import { CommandError } from './terminal.js';

const isFolder = (path: string): boolean => lookAt(path)?.isDirectory() === true;

/** Whether many files were named, be they there or not. */
const areMany = ({ inputs, problems, tree }: Inputs): boolean => tree || inputs.length + problems.length > 1;

/** Whether `path` means a folder of files, one an input. */
const meansFolder = (path: string, found: Inputs): boolean => areMany(found) || /[\\/]$/.test(path) || isFolder(path);

/** Whether something there is no regular file (`/dev/null`, a pipe): it may be written to many times. */
const isSpecial = (path: string): boolean => lookAt(path)?.isFile() === false;

/**
 * `option` names a file for one input or a folder for many, or standard output where it is left out; gives the path for each input.
 *
 * @throws CommandError where many inputs have no folder
 */
export function targetsFor(
  option: string | undefined,
  found: Inputs,
  extension: string,
): (input: Input) => string | undefined {
  if (option === undefined) {
    if (!areMany(found)) return () => undefined;
    throw new CommandError('a folder or many files, and nowhere to put them', 'name a folder with --out');
  }
  if (!meansFolder(option, found)) return () => option;
  return ({ path, below }) => join(option, withExtension(path === STDIN ? 'stdin' : below, extension));
}

const overwritten = (target: string): CommandError =>
  new CommandError(`${target} is an input, it is not overwritten`, 'write elsewhere');

/** @throws CommandError where one file would be written over an input. */
export function refuseInputs(target: string, inputs: readonly string[]): void {
  if (sameFileAs(inputs)(target)) throw overwritten(target);
}

/** A file to write, and what it comes from: an input, or the option that asks for it. */
export type Written = readonly [target: string, from: string];

/** @throws CommandError where a file would be written twice or over an input. */
export function checkTargets(inputs: readonly string[], targets: Iterable<Written>): void {
  const isInput = sameFileAs(inputs);
  const seen = new Map<string, string>();
  for (const [target, from] of targets) {
    if (isInput(target)) throw overwritten(target);
    const path = resolve(target);
    const before = seen.get(path);
    if (before !== undefined && !isSpecial(path)) throw twice(target, before, from);
    seen.set(path, from);
  }
}

function twice(target: string, before: string, from: string): CommandError {
  const message = `${target} would be written twice: from ${before} and from ${from}`;
  if ([before, from].some((one) => one.startsWith('--'))) return new CommandError(message, 'choose another name');
  return dirname(before) === dirname(from)
    ? new CommandError(message, 'rename one of them, or name one alone')
    : new CommandError(
        message,
        'name the folder above both, so that outputs are a tree; or run once for each, with another --out',
      );
}
