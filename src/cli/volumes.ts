/** Which inputs belong to one volume, so that its documents can be evidence for each other. */

import { dirname } from 'node:path';
import { STDIN } from '../batch/inputs.js';
import { volumeOf } from './identifiers.js';

/** The volume that is named, else the one that the path tells, else the folder. */
export function volumeKey(path: string, named: string | undefined): string {
  if (path === STDIN) return STDIN;
  return named ?? volumeOf(path) ?? dirname(path);
}

/** Gather items by key, in the order in which the keys first appear. */
export function volumes<T>(items: readonly T[], key: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const mine = key(item);
    const group = groups.get(mine);
    if (group) group.push(item);
    else groups.set(mine, [item]);
  }
  return [...groups.values()];
}
