/** Submitting a batch to the queue and gathering what comes of it; both can be broken off and begun again. */

import { setTimeout as wait } from 'node:timers/promises';
import { FlowProducer, Queue } from 'bullmq';
import { makeFolder } from '../batch/make-folder.js';
import { type DocumentTask, failed, type Outcome, type TaskFailure } from '../batch/task.js';
import { isOutput, type KnownGroup } from '../batch/unchanged.js';
import { VERSION } from '../version.js';
import { connect } from './connection.js';
import { batchId, numbered, putLists } from './groups.js';
import { convertJobs, dueOf, numbersOf, volumeFlow, volumeJobId } from './jobs.js';
import { FIRST_LOOK, LOOK, nextPause } from './looks.js';
import { madeByWorkers } from './recorded.js';
import type { Refusal } from './refusal.js';
import { landmarksOf, placeOf, type Sending, sent } from './sent.js';
import { QUEUE, storeOn, WITHDRAWN } from './store.js';
import { stranded } from './stranded.js';
import { removeJobs, supersede } from './withdraw.js';

export interface SubmitOptions extends Sending {
  readonly url: string;
  readonly title: string;
  /** Make also those outputs anew that somebody changed. */
  readonly force: boolean;
  readonly signal: AbortSignal;
  readonly onError: (error: Error) => void;
  /** Hears once why nothing happens. */
  readonly onWaiting: (why: Waiting) => void;
}

/** Nobody works on the queue, or somebody who leaves the batch to others. */
export type Waiting = 'no worker' | Refusal;

/** What a queue didn't do. */
export interface Undone<Task> {
  /** Dead letters. */
  readonly dead: ReadonlyMap<Task, TaskFailure>;
  /** How many documents were withdrawn: a later batch makes the same outputs, or this one was cancelled. */
  readonly withdrawn: number;
}

/** Milliseconds without anything new after which jobs are submitted again: Redis may have lost some. */
const PATIENCE = 9000;
/** Milliseconds without anything new after which it is worth telling why. */
const NOTHING = 3000;
/** Outcomes fetched at a time. */
const FETCH = 1000;

/**
 * Submit all that is due and report each outcome once, in any order; ends when every document is done, withdrawn or a dead letter,
 * or at the signal: within seconds, also where Redis is away. Other batches that were to make the same outputs are superseded.
 */
export async function throughQueue<Task extends DocumentTask>(
  known: readonly KnownGroup<Task>[],
  settings: SubmitOptions,
  report: (task: Task, outcome: Outcome) => void,
): Promise<Undone<Task>> {
  const redis = connect(settings.url, settings.onError);
  const store = storeOn(redis);
  const connection = { connection: redis };
  const queue = new Queue(QUEUE, connection);
  const flows = new FlowProducer(connection);
  queue.on('error', settings.onError);
  flows.on('error', settings.onError);
  const batch = batchId(known, settings);
  const groups = numbered(known);
  const pending = new Map(groups.flatMap(({ due }) => [...due]));
  const dead = new Map<Task, TaskFailure>();
  let withdrawn = 0;
  /** Those whose outputs workers made. */
  let recorded: ReadonlySet<number> = new Set<number>();
  /** Those that can't be sent. */
  const unread = new Set<number>();
  let total: number | undefined;
  const told = new Set<Waiting>();

  /** Submit what is neither done nor submitted. */
  async function submit(): Promise<void> {
    const lists = await putLists(store, known);
    const { options, title, inline } = settings;
    const [first] = pending.values();
    const landmarks = inline ? undefined : landmarksOf(first!, settings);
    total ??= new Set([...(await store.documentsDone(batch)), ...pending.keys()]).size;
    const spec = { version: VERSION, options, inline, total, title, lists, ...(landmarks && { landmarks }) };
    await store.putBatch(batch, spec);
    const there = inline ? await store.textsThere(batch) : new Set<number>();
    const texts = { there, put: (more: ReadonlyMap<number, Uint8Array>) => store.putTexts(batch, more) };
    for (const [group, { all, due }] of groups.entries()) {
      const isDue = (document: number): boolean => due.has(document) && pending.has(document);
      const rest = [...due].filter(([document]) => isDue(document));
      if (rest.length === 0) continue;
      const alone = all.size === 1;
      if (alone || (await store.memoryOf(batch, group))) {
        await queue.addBulk(convertJobs(batch, group, await sent(asKnown(rest), settings, texts, fail), !alone));
      } else if (!(await queue.getJob(volumeJobId(batch, group)))) {
        const tasks = await sent(
          asKnown([...all].filter(([document]) => !unread.has(document))),
          settings,
          texts,
          fail,
        );
        const numbers = numbersOf(tasks).filter(isDue);
        if (numbers.length > 0) await flows.add(volumeFlow({ batch, group, tasks, due: numbers }));
      }
    }
  }

  /** With what Redis knows of their outputs. */
  const asKnown = (tasks: readonly (readonly [number, Task])[]): (readonly [number, DocumentTask])[] =>
    tasks.map(([document, task]) => {
      const { unrecorded: _, ...rest }: DocumentTask = task;
      return [document, recorded.has(document) ? rest : task];
    });

  /** What can't be read here can't be sent. */
  function fail(document: number, failure: TaskFailure): void {
    unread.add(document);
    const task = pending.get(document);
    pending.delete(document);
    if (task) report(task, failed(task.name, failure));
  }

  async function gather(): Promise<number> {
    let came = 0;
    const documents = [...pending.keys()];
    for (let at = 0; at < documents.length; at += FETCH) {
      const found = await store.results(batch, documents.slice(at, at + FETCH));
      for (const [document, outcome] of found) {
        if (outcome === WITHDRAWN) withdrawn++;
        else report(pending.get(document)!, outcome);
        pending.delete(document);
      }
      came += found.size;
      if (found.size === 0) break;
    }
    return came;
  }

  /** Whether an output isn't there, or what the manifest says was made is. Something else is somebody's work. */
  function isStale(task: Task, { outputHash }: Outcome): boolean {
    const isThere = isOutput(task.target!, outputHash);
    return isThere === undefined || (!isThere && (settings.force || known.some(({ before }) => before.has(task))));
  }

  /** Forget what an earlier run left behind of which the output isn't there any more: it is done again. */
  async function dropStale(): Promise<void> {
    if (settings.inline) return;
    const documents = [...pending.keys()];
    for (let at = 0; at < documents.length; at += FETCH) {
      const found = await store.results(batch, documents.slice(at, at + FETCH));
      const stale = [...found].filter(
        ([document, outcome]) => outcome !== WITHDRAWN && !outcome.failure && isStale(pending.get(document)!, outcome),
      );
      await store.dropResults(
        batch,
        stale.map(([document]) => document),
      );
    }
  }

  /** Documents of which the last attempt failed. */
  async function bury(): Promise<void> {
    for (const job of await queue.getFailed()) {
      if (job.data.batch !== batch) continue;
      const due = numbersOf(dueOf(job));
      const failures = await store.failures(batch, due);
      for (const document of due) {
        const task = pending.get(document);
        if (!task) continue;
        const why = failures.get(document);
        const message = job.failedReason;
        dead.set(task, why?.message === message ? why : { message, cause: 'input' });
        pending.delete(document);
      }
    }
  }

  /** Tell once why nothing comes. */
  async function explainWaiting(): Promise<void> {
    const why = (await queue.getWorkersCount()) === 0 ? 'no worker' : await store.refusalOf(batch);
    if (!why || told.has(why)) return;
    told.add(why);
    settings.onWaiting(why);
  }

  async function work(): Promise<void> {
    const places = known.flatMap(({ tasks }) => tasks.map((task) => placeOf(task, settings)));
    // Before what came of earlier batches is taken away.
    const unrecorded = new Map([...pending].filter(([, task]) => task.unrecorded));
    if (!settings.inline) recorded = await madeByWorkers(store, unrecorded, (task) => placeOf(task, settings));
    await supersede(queue, store, batch, places, [...pending.keys()]);
    await dropStale();
    await gather();
    if (!settings.inline) makeFolder(settings.out);
    if (pending.size > 0) await submit();
    for (let idle = 0, pause = FIRST_LOOK; pending.size > 0 && !settings.signal.aborted; ) {
      await wait(pause);
      const came = await gather();
      idle = came > 0 ? 0 : idle + pause;
      if (idle > LOOK) await bury();
      if (idle > NOTHING && pending.size > 0) await explainWaiting();
      pause = nextPause(pause, came, pending.size);
      if (idle >= PATIENCE && pending.size > 0) {
        await submit();
        idle = 0;
      }
    }
    if (pending.size > 0 || dead.size > 0 || withdrawn > 0) return;
    await removeJobs(queue, batch);
    await store.forget(batch);
  }

  const working = work();
  try {
    const done = await Promise.race([working.then(() => true), stranded(redis, settings.signal).then(() => false)]);
    if (done) await Promise.all([queue.close(), flows.close()]);
    // Nobody waits any more for what is cut off with the connection.
    else working.catch(() => undefined);
    return { dead, withdrawn };
  } finally {
    redis.disconnect();
  }
}
