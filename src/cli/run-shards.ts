/** What `teigram shards` does. */

import { resolve } from 'node:path';
import { addShards, type IsMade, madeIn } from '../batch/made-in.js';
import type { Manifest } from '../batch/manifest-file.js';
import { changedLists, type ListedCompany, listsIn } from '../batch/shard-lists.js';
import { isGone, withoutGone } from '../batch/shard-texts.js';
import {
  changeShard,
  cutShards,
  holdsShards,
  isCurrent,
  manifestOf,
  markDone,
  markUndone,
  openShardManifest,
  pathsFrom,
  readBatch,
  readShard,
  type ShardedBatch,
  type ShardState,
  stateOf,
  writeShards,
} from '../batch/shards.js';
import { modelsKey } from '../model.js';
import { taskOptions } from './conversion-options.js';
import { few } from './few.js';
import { fileError } from './files.js';
import { listsForVolumes } from './lists.js';
import { planned } from './plan.js';
import { throughManifest } from './run-batch.js';
import type { ShardsMakeFlags, ShardsRunFlags } from './shards.js';
import { CommandError, colours, EXIT, environment, err, exitWith, out } from './terminal.js';
import { volumeKey, volumes } from './volumes.js';

/** Where schedulers tell an array's task its number. */
const NUMBERS: readonly string[] = [
  'SLURM_ARRAY_TASK_ID',
  'JOB_COMPLETION_INDEX',
  'PBS_ARRAY_INDEX',
  'AWS_BATCH_JOB_ARRAY_INDEX',
];

export async function makeShards(args: readonly string[], flags: ShardsMakeFlags): Promise<void> {
  const { shards: folder, quiet = false } = flags;
  if (holdsShards(folder)) throw new CommandError(`${folder} is not empty`, 'make shards in a new folder');
  const plan = await planned(args, { ...flags, out: `${flags.out}/` });
  const shards = cutShards(
    volumes(plan, ({ name, volume }) => volumeKey(name, volume)),
    flags.size,
  );
  const listsOf = listsForVolumes(
    flags.authority,
    plan.map(({ volume }) => volume),
    quiet,
  );
  try {
    writeShards(folder, { options: taskOptions(flags), title: flags.out, out: flags.out }, shards, listsOf);
  } catch (error) {
    throw error instanceof CommandError ? error : fileError(folder, error);
  }
  if (!quiet) err(`${plan.length} documents in ${shards.length} shards, 0 to ${shards.length - 1}, in ${folder}`);
}

/** @throws CommandError where there are no shards */
export function batchIn(folder: string): ShardedBatch {
  try {
    return readBatch(folder);
  } catch (error) {
    throw new CommandError(
      `${folder}: no shards: ${fileError('batch.json', error).message}`,
      'teigram shards make writes them',
    );
  }
}

const anyOf = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;

function numberOf(given: string | undefined, shards: number): number {
  const from = given ?? NUMBERS.map(environment).find((value) => value !== undefined);
  const range = `there are shards 0 to ${shards - 1}`;
  if (from === undefined)
    throw new CommandError(`no shard is named; ${range}`, `give its number, or set ${anyOf(NUMBERS)}`);
  const shard = Number(from);
  if (from === '' || !Number.isInteger(shard) || shard < 0 || shard >= shards) {
    throw new CommandError(`shard ${from}: ${range}`);
  }
  return shard;
}

const GONE =
  'put it back, make new shards, or, where its folder is still there, leave it out by --prune, which removes its output if nobody changed that';

/** From now on without documents of which the texts are gone. @throws CommandError */
async function pruned(
  folder: string,
  shard: number,
  companies: readonly ListedCompany[],
): Promise<readonly ListedCompany[]> {
  const left = withoutGone(companies);
  try {
    if (left !== companies) await changeShard(folder, shard, left);
  } catch (error) {
    throw fileError((error as NodeJS.ErrnoException).path ?? folder, error);
  }
  return left;
}

/** Where the texts lie that a shard converts, by their names. */
const textsOf = (companies: readonly ListedCompany[]): ReadonlyMap<string, string> =>
  new Map(companies.flatMap(({ tasks, from, to }) => tasks.slice(from, to).map(({ name, path }) => [name, path!])));

/** Let an output folder know of the shards; what else it knows of. @throws CommandError */
function recordIn(out: string, folder: string): IsMade {
  try {
    addShards(out, pathsFrom(out)(folder));
    return madeIn(out);
  } catch (error) {
    throw fileError(out, error);
  }
}

/** Tell which lists have changed: shards keep those that they were made with. */
function tellLists(folder: string, { listFiles = {} }: ShardedBatch): void {
  const changed = changedLists(folder, listFiles);
  if (changed.length === 0) return;
  err(
    `teigram: ${colours.yellow('warning')}: changed since these shards were made, which keep what they were: ${few(changed)}`,
  );
  err('  hint: make new shards to have documents converted with the lists as they are now');
}

export async function runShard(folder: string, given: string | undefined, flags: ShardsRunFlags): Promise<void> {
  const batch = batchIn(folder);
  const { documents, options, lists, out } = batch;
  const shard = numberOf(given, documents.length);
  if (options.models !== modelsKey())
    throw new CommandError('these shards were made for other models', 'name the same folder with --models');
  if (!flags.quiet) tellLists(folder, batch);
  const whole = readShard(folder, shard);
  const texts = textsOf(whole);
  const groups = flags.prune ? await pruned(folder, shard, whole) : whole;
  const listsOf = listsIn(folder, groups, lists);
  const isMade = out === undefined ? undefined : recordIn(resolve(folder, out), folder);
  const work = { groups, options, listsOf, isGone, goneHint: GONE, title: `shard ${shard}`, ...(isMade && { isMade }) };
  const open = (): Manifest => openShardManifest(folder, shard, texts);
  // What has changed since it was done is done again.
  if (await throughManifest(manifestOf(folder, shard), flags, work, open)) markDone(folder, shard);
  else markUndone(folder, shard);
}

/** Shards that are not done, or of which something has changed since. @throws CommandError */
function notDone(folder: string, batch: ShardedBatch): number[] {
  const isMade = batch.out === undefined ? undefined : madeIn(resolve(folder, batch.out));
  try {
    return [...batch.documents.keys()].filter((shard) => !isCurrent(folder, shard, batch, isMade));
  } catch (error) {
    throw fileError((error as NodeJS.ErrnoException).path ?? folder, error);
  }
}

export function listShards(folder: string): void {
  const left = notDone(folder, batchIn(folder));
  out(left.map((shard) => `${shard}\n`).join(''));
}

export function shardsStatus(folder: string): void {
  const batch = batchIn(folder);
  tellLists(folder, batch);
  const { documents } = batch;
  const left = notDone(folder, batch);
  const sum = (of: readonly number[]): number => of.reduce((total, n) => total + n, 0);
  const all = sum(documents);
  const states = left.map((shard) => shardState(folder, shard));
  const converted = all - sum(left.map((shard) => documents[shard]!)) + sum(states.map((state) => state.converted));
  const [failed, setAside] = [sum(states.map((state) => state.failed)), sum(states.map((state) => state.setAside))];
  const counts = [
    `${documents.length - left.length} of ${documents.length} shards done`,
    `${converted} of ${all} documents`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(setAside > 0 ? [`${setAside} set aside`] : []),
  ];
  out(`${counts.join(', ')}\n`);
  if (left.length === 0) return;
  out(`left: ${left.join(' ')}\n`);
  exitWith(EXIT.findings);
}

/** @throws CommandError */
function shardState(folder: string, shard: number): ShardState {
  try {
    return stateOf(folder, shard);
  } catch (error) {
    throw fileError(manifestOf(folder, shard), error);
  }
}
