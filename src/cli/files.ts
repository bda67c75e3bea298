/** Reading and writing files, their errors in words. */

import { explain, isOfTheDisk } from '../batch/explain.js';
import { BEGINS, mayAddTo } from '../batch/own-lines.js';
import { lookAt } from '../batch/stat.js';
import { writeAtomic } from '../batch/write.js';
import { CommandError, complain, EXIT, exitWith } from './terminal.js';

/** @throws what is no error of the file system */
export function fileError(path: string, error: unknown): CommandError {
  const known = explain(error);
  if (!known) throw error;
  return new CommandError(`${path}: ${known.what}`, known.todo);
}

/** @throws CommandError where the folder that machines share is not here */
export function checkRoot(root: string): void {
  if (!lookAt(root)?.isDirectory())
    throw new CommandError(`--root ${root}: is no folder`, 'name the folder that all machines share, as it is here');
}

/** @throws CommandError where a file holds something else than lines of this kind; the system's error where it can't be read */
export function checkLines(path: string, kind: keyof typeof BEGINS): void {
  if (!mayAddTo(path, BEGINS[kind]))
    throw new CommandError(`${path}: holds something else, --${kind} adds nothing to it`, 'name another file');
}

/**
 * Whether the file was written; why not is told.
 *
 * @throws CommandError where the disk is at fault: no other file would fare better.
 */
export function save(path: string, data: string): boolean {
  try {
    writeAtomic(path, data);
    return true;
  } catch (error) {
    const problem = fileError(path, error);
    if (isOfTheDisk(error)) throw problem;
    complain(problem.message, problem.hint);
    exitWith(EXIT.failure);
    return false;
  }
}
