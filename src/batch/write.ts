/** Output files: whole or not at all, and never over an input. */

import { randomUUID } from 'node:crypto';
import { closeSync, openSync, realpathSync, renameSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { makeFolder } from './make-folder.js';
import { lookAt } from './stat.js';

/**
 * Write a file by way of a temporary one in the same folder, which is then renamed: readers see the old file or the new one,
 * also when the disk is full or the process is killed. Folders are made as needed; a symbolic link is followed; what is not a
 * regular file (`/dev/null`, a pipe) is written to directly.
 *
 * @throws the system's error, with its `code`; see {@link explain}.
 */
export function writeAtomic(path: string, data: string | Uint8Array): void {
  writeAtomicBy(path, (file) => writeFileSync(file, data));
}

/** UTF-16 code units of a file's name that its temporary file's name has room for: names have 255 bytes at most. */
const ROOM = 60;
/** Names of temporary files. */
export const TEMPORARY = /^\..{1,200}\.[0-9a-f]{8}\.tmp$/;

/** {@link writeAtomic} for what is too long to hold: `fill` writes to the open file. Nothing is kept if it throws. */
export function writeAtomicBy(path: string, fill: (file: number) => void): void {
  const before = lookAt(path);
  if (before && !before.isFile()) {
    filling(openSync(path, 'w'), fill);
    return;
  }
  const target = before ? realpathSync(path) : path;
  const folder = dirname(target);
  makeFolder(folder);
  const temporary = join(folder, `.${basename(target).slice(0, ROOM)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    // Exclusively new, so that no link lying in wait is followed.
    filling(openSync(temporary, 'wx', before ? before.mode & 0o777 : 0o666), fill);
    renameSync(temporary, target);
  } catch (error) {
    remove(temporary);
    throw error;
  }
}

function filling(file: number, fill: (file: number) => void): void {
  try {
    fill(file);
  } finally {
    closeSync(file);
  }
}

function remove(path: string): void {
  try {
    unlinkSync(path);
  } catch {
    // It was not there, or the folder is out of reach: the error that brought us here says more.
  }
}
