/** Errors of files and disks in words: what happened and what to do. */

const CAUSES: Readonly<Record<string, readonly [what: string, todo: string]>> = {
  EACCES: ['permission denied', 'check the permissions of the file and of its folder'],
  EBUSY: ['in use by another program', 'close it there and run again'],
  EDQUOT: ['disk quota used up', 'free some space or write elsewhere with --out'],
  EEXIST: ['already exists and is not a folder', 'choose another name with --out'],
  EFBIG: ['file too large', 'split it into documents'],
  EIO: ['the disk reports an input/output error', 'check the disk, then run again'],
  EISDIR: ['is a folder', 'name a file'],
  ELOOP: ['symbolic links go in a circle', 'name the file itself'],
  EMFILE: ['too many open files', 'raise the limit (ulimit -n) and run again'],
  ENAMETOOLONG: ['name too long', 'choose a shorter name'],
  ENFILE: ['too many open files on this system', 'close other programs and run again'],
  ENOENT: ['no such file or folder', 'check the spelling'],
  ENOSPC: [
    'no space left on the disk',
    'free some space or write elsewhere with --out; files already written are whole',
  ],
  ENOTDIR: ['part of the path is a file, not a folder', 'choose another folder'],
  EPERM: ['operation not permitted', 'check who owns the file and its folder'],
  EROFS: ['the disk is read-only', 'write elsewhere with --out'],
  ETXTBSY: ['in use by a running program', 'stop it and run again'],
  ERR_FS_FILE_TOO_LARGE: ['file too large', 'split it into documents'],
  ERR_STRING_TOO_LONG: ['file too large', 'split it into documents'],
};

export interface Explanation {
  readonly what: string;
  readonly todo: string;
}

/** What an error of the file system means; undefined for any other error. */
export function explain(error: unknown): Explanation | undefined {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const known = code === undefined ? undefined : CAUSES[code];
  if (known) return { what: known[0], todo: known[1] };
  const { syscall, message } = (error ?? {}) as NodeJS.ErrnoException;
  return syscall === undefined ? undefined : { what: message, todo: 'run again; if it stays, tell us' };
}
