/** The files of a folder, at any depth. What can't be looked into is among them, so that it is told when it is read. */

import { type Dirent, readdirSync, realpathSync, type Stats } from 'node:fs';
import { join, sep } from 'node:path';
import { lookAt } from './stat.js';

/** What a link leads to; undefined where it leads nowhere, or in a circle. */
function ledTo(path: string): Stats | undefined {
  try {
    return lookAt(path);
  } catch {
    return undefined;
  }
}

/** Paths below `folder` that end in one of `extensions`, in whatever case; hidden files and folders are left out, links are followed. */
export function filesBelow(folder: string, extensions: readonly string[]): string[] {
  const found: string[] = [];
  const isWanted = (name: string): boolean => extensions.some((extension) => name.toLowerCase().endsWith(extension));

  /** Whether a link leads to a folder that is being looked into: it has no end. */
  const leadsUp = (path: string): boolean => {
    const target = realpathSync(path);
    return `${realpathSync(join(path, '..'))}${sep}`.startsWith(`${target}${sep}`);
  };

  const visit = (path: string, entry: Dirent): void => {
    const here = join(folder, path);
    const stats = entry.isSymbolicLink() ? ledTo(here) : entry;
    if (stats?.isDirectory()) {
      if (!entry.isSymbolicLink() || !leadsUp(here)) lookInto(path);
    } else if ((stats === undefined || stats.isFile()) && isWanted(entry.name)) {
      found.push(path);
    }
  };

  const lookInto = (path: string): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(folder, path), { withFileTypes: true });
    } catch {
      if (path !== '') found.push(path);
      return;
    }
    for (const entry of entries)
      if (!entry.name.startsWith('.')) visit(path === '' ? entry.name : `${path}/${entry.name}`, entry);
  };

  lookInto('');
  return found;
}
