/** The files of `--authority`: those that hold for all documents, and folders of which each file holds for the volume it is named for. */

import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type ListFile, readAuthority } from '../authority/read.js';
import { decode } from '../batch/decode.js';
import { lastFew, share } from '../batch/shared.js';
import { lookAt } from '../batch/stat.js';
import type { ListsOf } from '../batch/task.js';
import { few } from './few.js';
import { fileError } from './files.js';
import { isVolume } from './identifiers.js';
import { ListFindings } from './list-findings.js';
import { CommandError, colours, err } from './terminal.js';

const EXTENSIONS: readonly string[] = ['.xml', '.csv', '.json'];

/** A list; of a folder, with the volume that it is named for. */
interface NamedList {
  readonly path: string;
  readonly volume?: string;
}

/** @throws CommandError where a folder can't be read, or holds no list */
function namedLists(paths: readonly string[]): NamedList[] {
  return paths.flatMap((path): readonly NamedList[] => (lookAt(path)?.isDirectory() ? listsIn(path) : [{ path }]));
}

function listsIn(folder: string): NamedList[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => EXTENSIONS.includes(extname(name).toLowerCase()));
  } catch (error) {
    throw fileError(folder, error);
  }
  if (names.length === 0)
    throw new CommandError(
      `${folder}: no list in this folder`,
      'it holds a file for each volume, named for it: frus1955-57v26.xml, .csv or .json',
    );
  return names.sort().map((name) => ({ path: join(folder, name), volume: basename(name, extname(name)) }));
}

/** The files that `--authority` names, those of folders among them. */
export const listPaths = (paths: readonly string[]): string[] => namedLists(paths).map(({ path }) => path);

/** Those that hold for one volume: all but the files of folders that are named for another. */
export const listPathsOf = (paths: readonly string[], volume: string): string[] =>
  namedLists(paths).flatMap((list) => (list.volume === undefined || list.volume === volume ? [list.path] : []));

function read(name: string): ListFile {
  try {
    return { name, text: decode(readFileSync(name)).text };
  } catch (error) {
    throw fileError(name, error);
  }
}

/**
 * The lists of each volume, read when they are asked for; the last few are kept. What is wrong in them is printed once.
 *
 * @throws CommandError, here or when they are asked for, where one can't be read at all
 */
export function listsByVolume(paths: readonly string[], quiet: boolean): ListsOf {
  const named = namedLists(paths);
  const known = new Set(named.map(({ volume }) => volume));
  const findings = new ListFindings(quiet);
  const held = lastFew<ReturnType<ListsOf>>();
  return (volume) => {
    const own = volume !== undefined && known.has(volume) ? volume : undefined;
    return held(own ?? '', () => {
      const mine = named.filter((list) => list.volume === undefined || list.volume === own);
      if (mine.length === 0) return undefined;
      const files = mine.map(({ path }) => read(path));
      findings.tell(readAuthority(files).findings);
      return share(files);
    });
  };
}

/**
 * The same for documents of volumes that are known beforehand: their lists are looked through before anything is converted, and it
 * is told which have none and which files are named for no volume.
 *
 * @throws CommandError where one can't be read at all
 */
export function listsForVolumes(
  paths: readonly string[],
  volumes: Iterable<string | undefined>,
  quiet: boolean,
): ListsOf {
  const lists = listsByVolume(paths, quiet);
  const wanted = new Set(volumes);
  for (const volume of wanted) lists(volume);
  if (!quiet) tellUnmatched(namedLists(paths), wanted);
  return lists;
}

function tellUnmatched(named: readonly NamedList[], wanted: ReadonlySet<string | undefined>): void {
  const ofVolumes = named.filter(({ volume }) => volume !== undefined);
  if (ofVolumes.length === 0) return;
  const there = new Set(ofVolumes.map(({ volume }) => volume));
  const without = [...wanted].filter((volume) => !there.has(volume));
  const strangers = ofVolumes.filter(({ volume }) => !wanted.has(volume) && !isVolume(volume!));
  if (strangers.length > 0)
    warn(`named for no volume, used for no document: ${few(strangers.map(({ path }) => path))}`);
  if (without.length > 0)
    warn(`no list is named for ${few(without.map((volume) => volume ?? 'documents of no volume'))}`);
}

const warn = (message: string): void => err(`teigram: ${colours.yellow('warning')}: ${message}`);
