/** Lists of shards: copies that hold for documents of a volume, and the files they were copied from. */

import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { ListFile } from '../authority/read.js';
import { decode } from './decode.js';
import { ownJson } from './own-json.js';
import { sha256 } from './sha256.js';
import { lastFew, share } from './shared.js';
import type { DocumentTask, ListsOf } from './task.js';
import type { Company } from './unchanged.js';

/** Documents of a volume in a shard; `lists` is the file that has its lists. */
export interface ListedCompany extends Company<DocumentTask> {
  readonly lists?: string;
}

export const hashOfList = ({ text }: Pick<ListFile, 'text'>): string => sha256(text);

/** The lists of volumes in a shard; `common` are those of all documents. Calls throw the system's error where they can't be read. */
export function listsIn(
  folder: string,
  companies: readonly ListedCompany[],
  common: readonly ListFile[] | undefined,
): ListsOf {
  const all = common && share(common);
  if (all) return () => all;
  const files = new Map(companies.map(({ tasks, lists }) => [tasks[0]?.volume, lists]));
  const held = lastFew<NonNullable<ReturnType<ListsOf>>>();
  return (volume) => {
    const name = files.get(volume);
    if (name === undefined) return undefined;
    const path = join(folder, name);
    return held(name, () => share(ownJson<ListFile[]>(readFileSync(path, 'utf8'), path, Array.isArray)));
  };
}

/** Files of lists that are not what they were when they were copied; what can't be read here is left out: it may lie elsewhere. */
export const changedLists = (folder: string, hashes: Readonly<Record<string, string>>): string[] =>
  Object.entries(hashes).flatMap(([path, hash]) => {
    const here = relative('.', resolve(folder, path));
    try {
      return hashOfList(decode(readFileSync(here))) === hash ? [] : [here];
    } catch {
      return [];
    }
  });
