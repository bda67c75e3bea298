/** A document's files: why one can't be read or written is data. */

import { readFileSync } from 'node:fs';
import { type Explanation, explain, isGone, isOfTheDisk } from './explain.js';
import { lookAt } from './stat.js';
import type { DocumentTask, Outcome, TaskFailure } from './task.js';
import { writeAtomic } from './write.js';

/** @throws what is no error of the file system */
function explained(error: unknown): Explanation {
  const known = explain(error);
  if (!known) throw error;
  return known;
}

/** Documents are listed before they are read. */
const ANEW = 'put it back, or run its batch or convert again, which lists the texts anew and goes on without it';

/** The bytes of a document, or why they can't be read. */
export function readBytes({ content, path }: DocumentTask): Uint8Array | TaskFailure {
  if (content !== undefined) return typeof content === 'string' ? Buffer.from(content) : content;
  try {
    return readFileSync(path!);
  } catch (error) {
    const { what, todo } = explained(error);
    if (isGone(error))
      return { message: `${path}: no such file any more`, hint: ANEW, cause: 'input', unread: true, gone: true };
    return { message: `${path}: ${what}`, hint: todo, cause: 'input', unread: true };
  }
}

/** Write a document's output, or keep what may be somebody's work; gives back that it is kept, or why it could not be written. */
export function putOutput({ target, unrecorded }: DocumentTask, data: string): Pick<Outcome, 'kept' | 'failure'> {
  if (unrecorded) {
    const isSame = hasBytes(target!, data);
    if (typeof isSame === 'object') return { failure: isSame };
    if (isSame !== undefined) return isSame ? {} : { kept: true };
  }
  const failure = writeOutput(target!, data);
  return failure ? { failure } : {};
}

/** Whether a file has these bytes, or why that can't be told; undefined where there is none. */
function hasBytes(path: string, data: string): boolean | undefined | TaskFailure {
  try {
    return lookAt(path)?.isFile() ? readFileSync(path).equals(Buffer.from(data)) : undefined;
  } catch (error) {
    const { what, todo } = explained(error);
    return { message: `${path}: ${what}`, hint: todo, cause: 'output' };
  }
}

/** Write a file of a document's; gives back why it could not be. */
export function writeOutput(path: string, data: string): TaskFailure | undefined {
  try {
    writeAtomic(path, data);
    return undefined;
  } catch (error) {
    const { what, todo } = explained(error);
    const cause = isOfTheDisk(error) ? 'disk' : 'output';
    return { message: `${path}: ${what}`, hint: todo, cause };
  }
}
