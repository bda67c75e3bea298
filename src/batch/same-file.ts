/** Whether two paths name one file. */

import { readdirSync, type Stats } from 'node:fs';
import { dirname } from 'node:path';
import { ledTo, lookAt } from './stat.js';

const identity = (stats: Stats): string => `${stats.dev}:${stats.ino}`;

/** Whether both lead to one file that is there. */
export function isSameFile(one: string, other: string): boolean {
  const [a, b] = [lookAt(one), lookAt(other)];
  return a !== undefined && b !== undefined && identity(a) === identity(b);
}

/**
 * A test for paths that lead to one of these files: links and case-insensitive disks included. A hard link in another folder is a
 * file of its own here: {@link writeAtomic} replaces it, and the other stays as it is.
 */
export function sameFileAs(files: readonly string[]): (path: string) => boolean {
  const mayLeadTo = folderTest(files);
  let known: ReadonlySet<string> | undefined;
  return (path) => {
    if (!mayLeadTo(dirname(path))) return false;
    const stats = lookAt(path);
    if (!stats?.isFile()) return false;
    known ??= identities(files);
    return known.has(identity(stats));
  };
}

function identities(paths: Iterable<string>): Set<string> {
  const known = new Set<string>();
  for (const path of paths) {
    // What is out of reach is told when it is read.
    const stats = ledTo(path);
    if (stats) known.add(identity(stats));
  }
  return known;
}

/**
 * Whether paths in a folder may lead to one of the files: where both lie in one folder, or there are links on either side. So a
 * hundred thousand paths in other folders cost a look at each folder.
 */
function folderTest(files: readonly string[]): (folder: string) => boolean {
  const folders = new Set(files.map((file) => dirname(file)));
  const told = new Map<string, boolean>();
  let theirs: ReadonlySet<string> | undefined;
  let linked: boolean | undefined;
  const tell = (folder: string): boolean => {
    const stats = lookAt(folder);
    if (!stats) return false;
    theirs ??= identities(folders);
    linked ??= [...folders].some(holdsLinks);
    return linked || theirs.has(identity(stats)) || holdsLinks(folder);
  };
  return (folder) => {
    const before = told.get(folder);
    if (before !== undefined) return before;
    const now = tell(folder);
    told.set(folder, now);
    return now;
  };
}

/** True for a folder that can't be listed: it may. */
function holdsLinks(folder: string): boolean {
  try {
    return readdirSync(folder, { withFileTypes: true }).some((entry) => entry.isSymbolicLink());
  } catch {
    return true;
  }
}
