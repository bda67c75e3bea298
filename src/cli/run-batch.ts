/** What `teigram batch` does on one machine: compare with the manifest, convert what is due, keep the manifest. */

import { dirname, join } from 'node:path';
import { removeLeftovers } from '../batch/leftovers.js';
import { type IsMade, MANIFEST, madeIn } from '../batch/made-in.js';
import { makeFolder } from '../batch/make-folder.js';
import type { ManifestLine } from '../batch/manifest.js';
import { type Manifest, openManifest } from '../batch/manifest-file.js';
import { type Clash, goneFrom, othersIn } from '../batch/others.js';
import { lookAt } from '../batch/stat.js';
import type { DocumentTask, ListsOf, Outcome, TaskOptions } from '../batch/task.js';
import { type Company, type Edited, type FileStats, type KnownGroup, knownGroup } from '../batch/unchanged.js';
import { UnderWay } from '../batch/under-way.js';
import type { BatchFlags } from './batch.js';
import { onManyMachines, onThisMachine, type QueuePlace } from './batch-ways.js';
import { type ThreadFlags, taskOptions } from './conversion-options.js';
import { documentReport } from './conversion-report.js';
import { tellEdited } from './edited.js';
import { eventsTo, jsonLines } from './events.js';
import { checkLines, checkRoot, fileError } from './files.js';
import { withoutTexts } from './gone.js';
import { listsForVolumes } from './lists.js';
import { planned } from './plan.js';
import { progress } from './progress.js';
import { reachable } from './redis.js';
import { Tally } from './tally.js';
import { CommandError, complain, EXIT, err, exitWith, stopRequest } from './terminal.js';
import { volumeKey, volumes } from './volumes.js';

export async function runBatch(args: readonly string[], flags: BatchFlags): Promise<void> {
  checkQueueFlags(flags);
  const manifest = flags.manifest ?? join(flags.out, MANIFEST);
  const plan = await planned(args, { ...flags, manifest, out: join(flags.out, '/') });
  const groups = volumes(plan, ({ name, volume }) => volumeKey(name, volume)).map((tasks) => ({ tasks }));
  const listsOf = listsForVolumes(
    flags.authority,
    plan.map(({ volume }) => volume),
    flags.quiet === true,
  );
  const { inline = false, root = '.', out } = flags;
  const url = flags.queue === undefined ? undefined : await reachable(flags.queue);
  await throughManifest(manifest, flags, {
    groups,
    options: taskOptions(flags),
    listsOf,
    isGone: goneFrom(args.filter((path) => lookAt(path)?.isDirectory())),
    isMade: madeIn(out),
    title: out,
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
  readonly listsOf: ListsOf;
  /** Whether the text of a line that isn't among the documents is gone. */
  readonly isGone: (line: ManifestLine) => boolean;
  /** What other manifests say. */
  readonly isMade?: IsMade;
  /** What to do where a text is gone that is among them, if that differs. */
  readonly goneHint?: string;
  /** What it is called in the last line. */
  readonly title: string;
  readonly queue?: QueuePlace;
}

type WayFlags = ThreadFlags & Pick<BatchFlags, 'details' | 'events' | 'retry' | 'force' | 'prune' | 'quiet'>;

/**
 * Do what the manifest says is not done; whether all of it is now, without a failure or an output that is out of date.
 *
 * @throws CommandError
 */
export async function throughManifest(
  path: string,
  flags: WayFlags,
  work: BatchWork,
  open = (): Manifest => openManifest(path),
): Promise<boolean> {
  const manifest = opened(path, open);
  try {
    return await converted(manifest, path, flags, work);
  } finally {
    manifest.close();
  }
}

/** @throws CommandError */
function opened(path: string, open: () => Manifest): Manifest {
  try {
    checkLines(path, 'manifest');
    makeFolder(dirname(path));
    return open();
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
  const { isMade } = work;
  const options = { ...work.options, brief: flags.details === undefined };
  const mine = work.groups.flatMap(({ tasks, from, to }) => tasks.slice(from, to));
  const others = othersIn(manifest, mine, work.isGone);
  if ('output' in others) throw overAnother(others);
  for (const line of others.renamed) manifest.add(line);
  const tally = new Tally(mine.length);
  const events = eventsTo(flags.events, mine.length);
  const details = jsonLines(flags.details, 'details');
  const bar = await progress(mine.length, quiet);
  const underWay = new UnderWay(manifest);
  const again = { retry: flags.retry === true, force: flags.force === true };
  const edited: Edited[] = [];

  /** Looked at as their turn comes. */
  function* groups(): Generator<KnownGroup<DocumentTask>> {
    for (const company of work.groups) {
      const lists = work.listsOf(company.tasks[0]?.volume);
      const group = knownGroup(
        company,
        manifest,
        { options, ...(lists && { lists }), ...(isMade && { isMade }) },
        again,
      );
      underWay.begin(group);
      for (const line of group.lines) tally.keep(line);
      edited.push(...group.edited);
      bar.keep(group.lines.length);
      events.keep(group.lines.length);
      yield group;
    }
  }

  function report(task: DocumentTask, outcome: Outcome, files?: FileStats): void {
    const { failure } = outcome;
    if (failure?.cause === 'disk') throw new CommandError(failure.message, failure.hint);
    const line = underWay.end(task, outcome, failure ? undefined : files);
    if (flags.details !== undefined) details(documentReport(outcome, task.target));
    if (failure) complain(failure.message, (failure.gone && work.goneHint) || failure.hint);
    if (outcome.kept) {
      edited.push({ output: task.target!, outdated: true, unrecorded: true });
      tally.keep(line);
    } else {
      tally.add(line);
    }
    bar.step();
    events.step();
    if (failure) events.document(line);
  }

  const stop = stopRequest();
  try {
    if (work.queue === undefined) {
      await onThisMachine(groups(), mine.length, flags, { options }, report, stop.signal);
    } else {
      const run = { options, force: again.force, signal: stop.signal };
      await onManyMachines([...groups()], work.queue, run, report);
    }
    if (stop.signal.aborted) {
      // Workers of a queue go on.
      if (work.queue === undefined) underWay.leave();
    } else {
      const removed = withoutTexts(others.gone, flags.prune === true, quiet);
      const kept = others.kept.filter((input) => !removed.has(input));
      await manifest.finish([...kept, ...mine.map(({ name }) => name)]);
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
  tellEdited(edited, quiet);
  for (const line of tally.reasons()) err(line);
  if (!quiet) err(`${tally.summary()} in ${work.title}`);
  if (stop.signal.aborted) {
    exitWith(EXIT.failure);
    err('teigram: stopped; the same command goes on');
  }
  return !stop.signal.aborted && tally.failures() === 0 && !edited.some(({ outdated }) => outdated);
}
