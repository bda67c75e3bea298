/** The files of a folder, at any depth. What can't be looked into is among them, so that it is told when it is read. */

import { type Dirent, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { ledTo } from './stat.js';

/**
 * Paths below `folder` that end in one of `extensions`, in whatever case; hidden files and folders are left out, links are followed.
 * A folder is looked into once, at its own place if that is below `folder`: links may lead in circles, or many ways to the same.
 *
 * @throws the system's error where the folder itself can't be read
 */
export function filesBelow(folder: string, extensions: readonly string[]): string[] {
  const found: string[] = [];
  const isWanted = (name: string): boolean => extensions.some((extension) => name.toLowerCase().endsWith(extension));
  /** The real paths of the folders that were looked into. */
  const known = new Set<string>();
  /** Links to folders, to be followed when the folders themselves are done. */
  let links: string[] = [];

  const visit = (path: string, entry: Dirent): void => {
    const stats = entry.isSymbolicLink() ? ledTo(join(folder, path)) : entry;
    if (stats?.isDirectory()) {
      if (entry.isSymbolicLink()) links.push(path);
      else lookInto(path);
    } else if ((stats === undefined || stats.isFile()) && isWanted(entry.name)) {
      found.push(path);
    }
  };

  const lookInto = (path: string): void => {
    const here = join(folder, path);
    let entries: Dirent[];
    try {
      const real = realpathSync(here);
      if (known.has(real)) return;
      known.add(real);
      entries = readdirSync(here, { withFileTypes: true });
    } catch (error) {
      if (path === '') throw error;
      found.push(path);
      return;
    }
    for (const entry of entries)
      if (!entry.name.startsWith('.')) visit(path === '' ? entry.name : `${path}/${entry.name}`, entry);
  };

  lookInto('');
  while (links.length > 0) {
    const following = links.sort();
    links = [];
    for (const path of following) lookInto(path);
  }
  return found;
}
