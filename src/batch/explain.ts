/** Errors of files and disks in words: what happened and what to do. */

import { lstatSync } from 'node:fs';

/** The code of errors of files that teigram wrote and can't read any more. */
export const DAMAGED = 'ERR_TEIGRAM_DAMAGED';

const CAUSES: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  EACCES: ['permission denied', 'check the permissions of the file and of its folder'],
  EBUSY: ['in use by another program', 'close it there and run again'],
  EDQUOT: ['disk quota used up', 'free some space or write elsewhere'],
  EEXIST: ['already exists and is not a folder', 'choose another name'],
  EFBIG: ['file too large for the disk or for this process', 'raise the limit (ulimit -f) or write to another disk'],
  EIO: ['the disk reports an input/output error', 'check the disk, then run again'],
  EISDIR: ['is a folder', 'name a file'],
  ELOOP: ['symbolic links go in a circle', 'name the file itself'],
  EMFILE: ['too many open files', 'raise the limit (ulimit -n) and run again'],
  ENAMETOOLONG: ['name too long', 'choose a shorter name'],
  ENFILE: ['too many open files on this system', 'close other programs and run again'],
  ENOENT: ['no such file or folder', 'check the spelling'],
  ENOSPC: ['no space left on the disk', 'free some space or write elsewhere; files already written are whole'],
  ENOTDIR: ['part of the path is a file, not a folder', 'choose another folder'],
  EPERM: ['operation not permitted', 'check who owns the file and its folder'],
  EROFS: ['the disk is read-only', 'write elsewhere'],
  ETXTBSY: ['in use by a running program', 'stop it and run again'],
  [DAMAGED]: ['is damaged: it is not as it was written', 'copy it anew from where it was made, or have it made anew'],
  ERR_FS_FILE_TOO_LARGE: ['file too large', 'split it into documents'],
  ERR_STRING_TOO_LONG: ['file too large', 'split it into documents'],
};

const OF_THE_DISK = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/** Whether every further file would meet an error too. */
export const isOfTheDisk = (error: unknown): boolean => OF_THE_DISK.has((error as NodeJS.ErrnoException).code ?? '');

export interface Explanation {
  readonly what: string;
  readonly todo: string;
}

/** What to do with a file of a name that isn't UTF-8: Node doesn't find it again by the name that it lists. */
export const NOT_UTF8 = "its name isn't UTF-8: rename it (convmv does it for a folder)";

/** Why nothing lies at a path that a folder lists; undefined where none does. */
function listedInVain(path: string): string | undefined {
  if (path.includes('\ufffd')) return NOT_UTF8;
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ? 'its link leads nowhere: mend it' : undefined;
}

/** Whether nothing lies at the path of a file that was found before, not even a link or a name that isn't UTF-8. */
export function isGone(error: unknown): boolean {
  const { code, path } = (error ?? {}) as NodeJS.ErrnoException;
  return code === 'ENOENT' && path !== undefined && !listedInVain(path);
}

/** What an error of the file system means; undefined for any other error. */
export function explain(error: unknown): Explanation | undefined {
  const { code, path, syscall, message } = (error ?? {}) as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : CAUSES[code];
  if (known) {
    const [what, todo] = known;
    return { what, todo: (code === 'ENOENT' && path !== undefined && listedInVain(path)) || todo };
  }
  return syscall === undefined ? undefined : { what: message, todo: 'run again; if it stays, tell us' };
}
