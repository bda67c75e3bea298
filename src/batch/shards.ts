/**
 * A batch cut into shards: plain files in a folder, so that any scheduler on any number of machines can run them, in any order.
 * `batch.json` has what all share; `0007.jsonl` has the documents of a shard, a volume a line; `0007.manifest.jsonl` is its manifest;
 * `0007.done` marks it as done: none of its documents failed. `….lists.json` has lists that hold for documents of a volume. Paths of
 * texts and outputs are relative to the folder, in manifests, too, so that machines may have all of it in different places.
 */

import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { ListFile } from '../authority/read.js';
import { locked } from './locked.js';
import { type IsMade, OF_SHARD } from './made-in.js';
import { makeFolder } from './make-folder.js';
import type { ManifestLine } from './manifest.js';
import { type Manifest, openManifest, readManifest } from './manifest-file.js';
import { ownJson } from './own-json.js';
import { hashOfList, type ListedCompany, listsIn } from './shard-lists.js';
import { unpacked } from './shared.js';
import type { DocumentTask, ListsOf, TaskOptions } from './task.js';
import { type Company, knownGroup } from './unchanged.js';
import { writeAtomic } from './write.js';

export interface ShardedBatch {
  readonly options: TaskOptions;
  /** Lists that hold for all documents, of shards that an earlier version made. */
  readonly lists?: readonly ListFile[];
  /** The hash of each file of lists as it was when it was copied, by its path from the folder. */
  readonly listFiles?: Readonly<Record<string, string>>;
  /** Documents of each shard. */
  readonly documents: readonly number[];
  readonly title: string;
  /** Where outputs go, from the folder; undefined of shards that an earlier version made. */
  readonly out?: string;
}

const WHOLE = 'batch.json';
const DIGITS = 4;

const nameOf = (shard: number): string => String(shard).padStart(DIGITS, '0');
export const manifestOf = (folder: string, shard: number): string => join(folder, nameOf(shard) + OF_SHARD);
const doneOf = (folder: string, shard: number): string => join(folder, `${nameOf(shard)}.done`);

/**
 * Cut groups into shards of about `size` documents. A group stays whole if it can; of a larger one each shard converts a part and
 * knows the rest as evidence.
 */
export function cutShards(groups: readonly (readonly DocumentTask[])[], size: number): Company<DocumentTask>[][] {
  const shards: Company<DocumentTask>[][] = [];
  let room = 0;
  for (const tasks of groups) {
    for (let from = 0; from < tasks.length; from += size) {
      const to = Math.min(from + size, tasks.length);
      if (to - from > room) {
        shards.push([]);
        room = size;
      }
      shards.at(-1)!.push({ tasks, from, to });
      room -= to - from;
    }
  }
  return shards;
}

const documentsIn = (shard: readonly Company<DocumentTask>[]): number =>
  shard.reduce((sum, { tasks, from = 0, to = tasks.length }) => sum + to - from, 0);

const placed = (company: ListedCompany, place: (path: string) => string): ListedCompany => ({
  ...company,
  tasks: company.tasks.map((task) => ({ ...task, path: place(task.path!), target: place(task.target!) })),
});

/** Paths relative to a folder; absolute where nothing but the root of the file system is common to both. */
export function pathsFrom(folder: string): (path: string) => string {
  const from = resolve(folder);
  const [, top] = from.split(sep);
  return (path) => {
    const to = resolve(path);
    return to.split(sep)[1] === top ? relative(from, to) : to;
  };
}

/** Write a batch's shards; `batch.json` comes last, so that what is there is whole. */
export function writeShards(
  folder: string,
  batch: Omit<ShardedBatch, 'documents'> & { readonly out: string },
  shards: Company<DocumentTask>[][],
  listsOf: ListsOf,
): void {
  makeFolder(folder);
  const place = pathsFrom(folder);
  const written = new Set<string>();
  const listFiles: Record<string, string> = {};
  const listed = (company: Company<DocumentTask>): ListedCompany => {
    const shared = listsOf(company.tasks[0]?.volume);
    if (!shared) return company;
    const lists = `${shared.key.slice(0, 16)}.lists.json`;
    if (!written.has(lists)) {
      const files = unpacked(shared);
      writeAtomic(join(folder, lists), `${JSON.stringify(files)}\n`);
      for (const file of files) listFiles[place(file.name)] = hashOfList(file);
    }
    written.add(lists);
    return { ...company, lists };
  };
  for (const [i, shard] of shards.entries()) writeShard(folder, i, shard.map(listed));
  writeBatch(folder, { ...batch, out: place(batch.out), listFiles, documents: shards.map(documentsIn) });
}

function writeShard(folder: string, shard: number, companies: readonly ListedCompany[]): void {
  const place = pathsFrom(folder);
  const lines = companies.map((company) => `${JSON.stringify(placed(company, place))}\n`);
  writeAtomic(join(folder, `${nameOf(shard)}.jsonl`), lines.join(''));
}

const writeBatch = (folder: string, batch: ShardedBatch): void =>
  writeAtomic(join(folder, WHOLE), `${JSON.stringify(batch)}\n`);

/** Let a shard have these documents from now on. @throws the system's error */
export async function changeShard(folder: string, shard: number, companies: readonly ListedCompany[]): Promise<void> {
  writeShard(folder, shard, companies);
  // Other shards may be changed at the same time.
  await locked(join(folder, WHOLE), () => {
    const batch = readBatch(folder);
    writeBatch(folder, { ...batch, documents: batch.documents.with(shard, documentsIn(companies)) });
  });
}

/** @throws the system's error where there are no shards, or `batch.json` is damaged */
export function readBatch(folder: string): ShardedBatch {
  const path = join(folder, WHOLE);
  const is = ({ documents, options }: ShardedBatch): boolean =>
    Array.isArray(documents) && documents.every(Number.isInteger) && options instanceof Object;
  return ownJson(readFileSync(path, 'utf8'), path, is);
}

/** With paths as they are here. @throws the system's error where there is no such shard, or it is damaged */
export function readShard(folder: string, shard: number): ListedCompany[] {
  const path = join(folder, `${nameOf(shard)}.jsonl`);
  const is = ({ tasks }: ListedCompany): boolean =>
    tasks.every(({ path, target }) => typeof path === 'string' && typeof target === 'string');
  const lines = readFileSync(path, 'utf8').split('\n');
  return lines
    .filter((line) => line !== '')
    .map((line) => placed(ownJson(line, path, is), (below) => resolve(folder, below)));
}

export const holdsShards = (folder: string): boolean => existsSync(folder) && readdirSync(folder).length > 0;

/** What the manifest of a shard says so far. */
export interface ShardState {
  /** Documents that are converted. */
  readonly converted: number;
  readonly failed: number;
  readonly setAside: number;
}

/** @throws the system's error where the manifest is there and can't be read */
export function stateOf(folder: string, shard: number): ShardState {
  const path = manifestOf(folder, shard);
  let [converted, failed, setAside] = [0, 0, 0];
  for (const { verdict } of existsSync(path) ? readManifest(path) : []) {
    if (verdict === 'failed') failed++;
    else if (verdict === 'set aside') setAside++;
    else converted++;
  }
  return { converted, failed, setAside };
}

function placedLine({ input, path, output, ...line }: ManifestLine, place: (path: string) => string): ManifestLine {
  return {
    input,
    ...(path !== undefined && { path: place(path) }),
    ...(output !== undefined && { output: place(output) }),
    ...line,
  };
}

/** The manifest of a shard; paths are as they are here; `texts`: where inputs lie. @throws as {@link openManifest} */
export function openShardManifest(folder: string, shard: number, texts: ReadonlyMap<string, string>): Manifest {
  const manifest = openManifest(manifestOf(folder, shard));
  const from = pathsFrom(folder);
  const known = (line: ManifestLine): ManifestLine => {
    const path = texts.get(line.input);
    return path === undefined ? line : { ...line, path };
  };
  const here = (line: ManifestLine): ManifestLine => known(placedLine(line, (path) => resolve(folder, path)));
  return {
    ...manifest,
    get(input) {
      const line = manifest.get(input);
      return line && here(line);
    },
    add: (line) => manifest.add(placedLine(known(line), from)),
    *others(inputs) {
      for (const line of manifest.others(inputs)) yield here(line);
    },
  };
}

/** Whether a shard is done and nothing has changed since. @throws the system's error where its files can't be read */
export function isCurrent(
  folder: string,
  shard: number,
  { options, lists }: ShardedBatch,
  isMade: IsMade | undefined,
): boolean {
  const path = manifestOf(folder, shard);
  if (!isDone(folder, shard) || !existsSync(path)) return false;
  const companies = readShard(folder, shard);
  const listsOf = listsIn(folder, companies, lists);
  // The folder may be one that can't be written to.
  const lines = new Map<string, ManifestLine>();
  for (const line of readManifest(path))
    lines.set(
      line.input,
      placedLine(line, (path) => resolve(folder, path)),
    );
  return companies.every((company) => {
    const own = listsOf(company.tasks[0]?.volume);
    const again = { retry: false, force: false };
    const surroundings = { options, ...(own && { lists: own }), ...(isMade && { isMade }) };
    const { tasks, done, edited } = knownGroup(company, lines, surroundings, again);
    return tasks.every((task) => done.has(task)) && !edited.some(({ outdated }) => outdated);
  });
}

const isDone = (folder: string, shard: number): boolean => existsSync(doneOf(folder, shard));
export const markDone = (folder: string, shard: number): void => writeAtomic(doneOf(folder, shard), '');
export const markUndone = (folder: string, shard: number): void => rmSync(doneOf(folder, shard), { force: true });
