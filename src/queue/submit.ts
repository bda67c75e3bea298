/** Submitting a batch to the queue and gathering what comes of it; both can be broken off and begun again. */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { FlowProducer, Queue } from 'bullmq';
import type { ListFile } from '../authority/read.js';
import { decisionsFor } from '../batch/decisions.js';
import type { DocumentTask, Outcome, TaskOptions } from '../batch/task.js';
import type { KnownGroup } from '../batch/unchanged.js';
import { convertJobs, type PieceData, type QueuedTask, volumeFlow, volumeJobId } from './jobs.js';
import { connect, QUEUE, storeOn } from './store.js';
import { stranded } from './stranded.js';

export interface SubmitOptions {
  readonly url: string;
  readonly title: string;
  readonly settings: string;
  readonly options: TaskOptions;
  readonly lists?: readonly ListFile[];
  /** Send the documents themselves and fetch the outputs; else both lie in a folder that all machines share. */
  readonly inline: boolean;
  /** The shared folder here: paths below it are sent relative to it. */
  readonly root: string;
  readonly signal: AbortSignal;
  readonly onError: (error: Error) => void;
}

/** Milliseconds before the first look at what has come, and at most between looks: each asks for many outcomes. */
const FIRST_LOOK = 100;
const LOOK = 1000;
/** Milliseconds without anything new after which jobs are submitted again: Redis may have lost some. */
const PATIENCE = 9000;
/** Outcomes fetched at a time. */
const FETCH = 1000;

interface QueuedGroup<Task> {
  readonly all: readonly QueuedTask[];
  readonly due: readonly QueuedTask[];
  readonly tasks: ReadonlyMap<number, Task>;
}

/**
 * Submit all that is due and report each outcome once, in any order; ends when every document is done or a dead letter, or at the
 * signal: within seconds, also where Redis is away.
 *
 * @returns the tasks that are dead letters, with the reason
 */
export async function throughQueue<Task extends DocumentTask>(
  known: readonly KnownGroup<Task>[],
  settings: SubmitOptions,
  report: (task: Task, outcome: Outcome) => void,
): Promise<Map<Task, string>> {
  const redis = connect(settings.url, settings.onError);
  const store = storeOn(redis);
  const connection = { connection: redis };
  const queue = new Queue(QUEUE, connection);
  const flows = new FlowProducer(connection);
  queue.on('error', settings.onError);
  flows.on('error', settings.onError);
  const batch = batchId(known, settings);
  const groups = queued(known, settings);
  const pending = new Map(groups.flatMap(({ tasks }) => [...tasks]));
  const dead = new Map<Task, string>();

  /** Submit what is neither done nor submitted. */
  async function submit(): Promise<void> {
    const lists = settings.lists && (await store.putBlob(settings.lists));
    const { options, title } = settings;
    const total = groups.reduce((sum, { due }) => sum + due.length, 0);
    await store.putBatch(batch, { options, total, title, ...(lists !== undefined && { lists }) });
    for (const [group, { all, due }] of groups.entries()) {
      const rest = due.filter(({ document }) => pending.has(document));
      if (rest.length === 0) continue;
      if (all.length === 1) await queue.addBulk(convertJobs(batch, group, rest, false));
      else if (await store.memoryOf(batch, group)) await queue.addBulk(convertJobs(batch, group, rest, true));
      else if (!(await queue.getJob(volumeJobId(batch, group)))) await flows.add(volumeFlow(batch, group, all, rest));
    }
  }

  async function gather(): Promise<number> {
    let came = 0;
    const documents = [...pending.keys()];
    for (let at = 0; at < documents.length; at += FETCH) {
      const found = await store.results(batch, documents.slice(at, at + FETCH));
      for (const [document, outcome] of found) {
        report(pending.get(document)!, outcome);
        pending.delete(document);
      }
      came += found.size;
      if (found.size === 0) break;
    }
    return came;
  }

  /** Documents of which the last attempt failed. */
  async function bury(): Promise<void> {
    for (const job of await queue.getFailed()) {
      const data = job.data as PieceData;
      if (data.batch !== batch || job.name === 'survey') continue;
      for (const { document } of data.tasks) {
        const task = pending.get(document);
        if (!task) continue;
        dead.set(task, job.failedReason);
        pending.delete(document);
      }
    }
  }

  async function work(): Promise<void> {
    await gather();
    await submit();
    for (let idle = 0, pause = FIRST_LOOK; pending.size > 0 && !settings.signal.aborted; ) {
      await wait(pause);
      idle = (await gather()) > 0 ? 0 : idle + pause;
      if (idle > LOOK) await bury();
      pause = Math.min(LOOK, pause * 1.5);
      if (idle >= PATIENCE && pending.size > 0) {
        await submit();
        idle = 0;
      }
    }
    if (pending.size === 0 && dead.size === 0) await store.forget(batch);
  }

  const working = work();
  try {
    const done = await Promise.race([working.then(() => true), stranded(redis, settings.signal).then(() => false)]);
    if (done) await Promise.all([queue.close(), flows.close()]);
    // Nobody waits any more for what is cut off with the connection.
    else working.catch(() => undefined);
    return dead;
  } finally {
    redis.disconnect();
  }
}

/** The same for the same documents, settings and places: a batch that is submitted again goes on. */
function batchId<Task extends DocumentTask>(
  known: readonly KnownGroup<Task>[],
  { settings, inline }: SubmitOptions,
): string {
  const hash = createHash('sha256').update(`${settings}\n${inline}\n`);
  for (const { company, tasks } of known) {
    hash.update(`${company}\n`);
    for (const { name, target } of tasks) hash.update(`${name}\0${target}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

function queued<Task extends DocumentTask>(
  known: readonly KnownGroup<Task>[],
  settings: SubmitOptions,
): QueuedGroup<Task>[] {
  let document = 0;
  return known.map(({ tasks, done }) => {
    const numbered = new Map(tasks.map((task) => [document++, task] as const));
    const due = [...numbered].filter(([, task]) => !done.has(task));
    if (due.length === 0) return { all: [], due: [], tasks: new Map() };
    const all = [...numbered].map(([n, task]) => onTheWay(n, task, settings));
    return { all, due: all.filter((task) => !done.has(numbered.get(task.document)!)), tasks: new Map(due) };
  });
}

function onTheWay(
  document: number,
  { content: _, path, target, ledger, ...rest }: DocumentTask,
  settings: SubmitOptions,
): QueuedTask {
  const sent = { document, ...rest };
  if (settings.inline) return { ...sent, base64: readable(path!), decisions: decisionsFor(path!).decisions };
  const there = (from: string): string => {
    const below = relative(settings.root, resolve(from));
    return below.startsWith('..') || isAbsolute(below) ? resolve(from) : below;
  };
  return {
    ...sent,
    path: there(path!),
    ...(target !== undefined && { target: there(target) }),
    ...(ledger !== undefined && { ledger: there(ledger) }),
  };
}

const readable = (path: string): string => readFileSync(path).toString('base64');
