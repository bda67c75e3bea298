/** What `teigram batch` does on one machine: compare with the manifest, convert what is due, keep the manifest. */

import { dirname, join } from 'node:path';
import type { ListFile } from '../authority/read.js';
import { removeLeftovers } from '../batch/leftovers.js';
import { makeFolder } from '../batch/make-folder.js';
import { lineOf } from '../batch/manifest.js';
import { type Manifest, openManifest } from '../batch/manifest-file.js';
import { type Clash, othersIn } from '../batch/others.js';
import { share } from '../batch/shared.js';
import type { DocumentTask, Outcome, TaskOptions } from '../batch/task.js';
import { type Company, type FileStats, type KnownGroup, knownGroup, settingsOf } from '../batch/unchanged.js';
import type { BatchFlags } from './batch.js';
import { onManyMachines, onThisMachine, type QueuePlace } from './batch-ways.js';
import { type ThreadFlags, taskOptions } from './conversion-options.js';
import { documentReport } from './conversion-report.js';
import { eventsTo, jsonLines } from './events.js';
import { checkLines, checkRoot, fileError } from './files.js';
import { readLists } from './lists.js';
import { planned } from './plan.js';
import { progress } from './progress.js';
import { reachable } from './redis.js';
import { Tally } from './tally.js';
import { CommandError, complain, EXIT, err, exitWith, stopRequest } from './terminal.js';
import { volumeKey, volumes } from './volumes.js';

export async function runBatch(args: readonly string[], flags: BatchFlags): Promise<void> {
  checkQueueFlags(flags);
  const manifest = flags.manifest ?? join(flags.out, '.teigram.jsonl');
  const plan = await planned(args, { ...flags, manifest, out: join(flags.out, '/') });
  const groups = volumes(plan, ({ name, volume }) => volumeKey(name, volume)).map((tasks) => ({ tasks }));
  const lists = flags.authority.length > 0 ? readLists(flags.authority, flags.quiet === true) : undefined;
  const { inline = false, root = '.', out } = flags;
  const url = flags.queue === undefined ? undefined : await reachable(flags.queue);
  await throughManifest(manifest, flags, {
    groups,
    options: taskOptions(flags),
    title: out,
    ...(lists && { lists }),
    ...(url !== undefined && { queue: { url, title: out, inline, root, out } }),
  });
}

/** @throws CommandError */
function checkQueueFlags({ queue, inline, root }: BatchFlags): void {
  const option = inline ? '--inline' : root === undefined ? undefined : '--root';
  if (queue === undefined && option)
    throw new CommandError(`${option} without --queue`, 'it says how machines share documents');
  if (root !== undefined) checkRoot(root);
}

export interface BatchWork {
  readonly groups: readonly Company<DocumentTask>[];
  readonly options: TaskOptions;
  readonly lists?: readonly ListFile[];
  /** What it is called in the last line. */
  readonly title: string;
  readonly queue?: QueuePlace;
}

type WayFlags = ThreadFlags & Pick<BatchFlags, 'details' | 'events' | 'retry' | 'quiet'>;

/**
 * Do what the manifest says is not done; whether all of it is now, without a failure.
 *
 * @throws CommandError
 */
export async function throughManifest(path: string, flags: WayFlags, work: BatchWork): Promise<boolean> {
  const manifest = opened(path);
  try {
    return await converted(manifest, path, flags, work);
  } finally {
    manifest.close();
  }
}

/** @throws CommandError */
function opened(path: string): Manifest {
  try {
    checkLines(path, 'manifest');
    makeFolder(dirname(path));
    return openManifest(path);
  } catch (error) {
    throw error instanceof CommandError ? error : fileError(path, error);
  }
}

const overAnother = ({ output, from, by }: Clash): CommandError =>
  new CommandError(
    `${output} was made from ${from}, which is still there; ${by} would replace it`,
    'name the folder above both, so that outputs are a tree, or another --out; remove the output to have it replaced',
  );

async function converted(manifest: Manifest, path: string, flags: WayFlags, work: BatchWork): Promise<boolean> {
  const quiet = flags.quiet === true;
  const options = { ...work.options, brief: flags.details === undefined };
  const { lists } = work;
  const shared = lists && share(lists);
  const settings = settingsOf(options, shared);
  const mine = work.groups.flatMap(({ tasks, from, to }) => tasks.slice(from, to));
  const others = othersIn(manifest, mine);
  if ('output' in others) throw overAnother(others);
  const tally = new Tally(mine.length);
  const events = eventsTo(flags.events, mine.length);
  const details = jsonLines(flags.details, 'details');
  const bar = await progress(mine.length, quiet);
  /** Of documents that are under way. */
  const companies = new Map<DocumentTask, string>();

  /** Looked at as their turn comes. */
  function* groups(): Generator<KnownGroup<DocumentTask>> {
    for (const company of work.groups) {
      const group = knownGroup(company, manifest, settings, flags.retry === true);
      for (const task of group.tasks) if (!group.done.has(task)) companies.set(task, group.company);
      for (const line of group.lines) tally.keep(line);
      bar.keep(group.lines.length);
      events.keep(group.lines.length);
      yield group;
    }
  }

  function report(task: DocumentTask, outcome: Outcome, files?: FileStats): void {
    const { failure } = outcome;
    if (failure?.cause === 'disk') throw new CommandError(failure.message, failure.hint);
    const stats = failure ? undefined : files;
    const line = lineOf(task, outcome, { settings, company: companies.get(task)!, ...(stats && { stats }) });
    manifest.add(line);
    companies.delete(task);
    if (flags.details !== undefined) details(documentReport(outcome, task.target));
    if (failure) complain(failure.message, failure.hint);
    tally.add(line);
    bar.step();
    events.step();
    if (failure) events.document(line);
  }

  const stop = stopRequest();
  try {
    if (work.queue === undefined) {
      const surroundings = { options, ...(shared && { lists: shared }) };
      await onThisMachine(groups(), mine.length, flags, surroundings, report, stop.signal);
    } else {
      const run = { settings, options, ...(lists && { lists }), signal: stop.signal };
      await onManyMachines([...groups()], work.queue, run, report);
    }
    if (!stop.signal.aborted) {
      await manifest.finish([...others, ...mine.map(({ name }) => name)]);
      await removeLeftovers(new Set(mine.map(({ target }) => dirname(target!))));
    }
  } catch (error) {
    throw error instanceof CommandError ? error : fileError((error as NodeJS.ErrnoException).path ?? path, error);
  } finally {
    stop.done();
    bar.stop();
    events.end(tally.counts());
    details.close();
  }
  exitWith(tally.exitCode());
  for (const line of tally.reasons()) err(line);
  if (!quiet) err(`${tally.summary()} in ${work.title}`);
  if (stop.signal.aborted) {
    exitWith(EXIT.failure);
    err('teigram: stopped; the same command goes on');
  }
  return !stop.signal.aborted && tally.failures() === 0;
}
