/** A worker of the queue: takes jobs, does them on its lanes, and leaves what failed for another attempt. */

import { setTimeout as wait } from 'node:timers/promises';
import { DelayedError, type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import type { Lane } from '../batch/lane.js';
import type { Outcome, TaskFailure } from '../batch/task.js';
import { type DocumentFacts, remember } from '../memory.js';
import { modelsKey } from '../model.js';
import { VERSION } from '../version.js';
import { connect } from './connection.js';
import { convertJobs, dueOf, numbersOf, type PieceData, type QueuedTask, singleJobs, type VolumeData } from './jobs.js';
import { piecesOn } from './pieces.js';
import { type Refusal, Refused } from './refusal.js';
import { QUEUE, storeOn } from './store.js';
import { stranded } from './stranded.js';
import { surroundingsFrom } from './surroundings.js';
import { surveysOf } from './surveys.js';

export interface QueueWorkerOptions {
  readonly url: string;
  readonly lanes: readonly Lane[];
  /** The shared folder here, where paths of jobs are relative. */
  readonly root: string;
  /** Hears of a disk that is full or read-only: no other job would fare better. */
  readonly onDisk: (message: string, hint?: string) => void;
  /** Hears of batches that others must do; `missing`: the file or folder of the batch that is not here, under `other root`. */
  readonly onForeign: (why: Refusal, missing?: string) => void;
  /** Hears how many documents are converted. */
  readonly onConverted: (documents: number) => void;
  /** Hears of documents of which the last attempt failed. */
  readonly onFailed: (documents: readonly string[], message: string, hint?: string) => void;
  readonly onError: (error: Error) => void;
}

export interface QueueWorker {
  /** Whether the queue holds nothing more that this worker may do. */
  idle(): Promise<boolean>;
  /** Finish what is in hand, then let go; false where Redis is away: the process must end without it. */
  close(): Promise<boolean>;
}

/** A lost worker's jobs are taken up by others after about as many milliseconds. */
const LOCK = 5000;
const STALLED = 3000;
/** How often a job may be lost with its worker. */
const LOSSES = 3;
/** States of jobs that are to be done. */
const OPEN = ['waiting', 'delayed', 'prioritized', 'waiting-children'] as const;
/** Milliseconds for which a job that is others' is held, and rests when it is handed back: few are in our hands at a time. */
const HAND_BACK = 1000;

export function startWorker(options: QueueWorkerOptions): QueueWorker {
  const { url, lanes, root, onDisk, onForeign, onConverted, onFailed, onError } = options;
  const redis = connect(url, onError);
  const store = storeOn(redis);
  const queue = new Queue(QUEUE, { connection: redis });
  queue.on('error', onError);
  const surroundings = surroundingsFrom(store);
  const pieces = piecesOn(lanes, root, store, surroundings);
  const models = modelsKey();
  /** Batches that others must do. */
  const foreign = new Set<string>();

  /** @throws Refused where others must do the batch */
  async function checkMine(batch: string): Promise<void> {
    const made = await surroundings.madeFor(batch);
    if (made.version !== VERSION) throw new Refused('other version');
    if (made.models !== models) throw new Refused('other models');
    await checkRoot(batch);
  }

  /** @throws Refused where the shared folder isn't here, or no longer */
  async function checkRoot(batch: string): Promise<void> {
    const missing = await pieces.missing(batch);
    if (missing !== undefined) throw new Refused('other root', missing);
  }

  /** What is wrong with a document itself its conversion will tell; a file that can't be read here may be read in another attempt. */
  async function survey({ data }: Job<PieceData>): Promise<DocumentFacts[]> {
    const { batch, tasks } = data;
    const surveyed = await pieces.survey(data);
    await checkRoot(batch);
    const at = surveyed.findIndex((facts) => 'failure' in facts && facts.failure?.unread);
    if (at >= 0) {
      const failure = (surveyed[at] as Outcome).failure!;
      await store.putFailures(batch, new Map([[tasks[at]!.document, failure]]));
      throw new Error(failure.message);
    }
    return surveyed.filter((facts): facts is DocumentFacts => !('failure' in facts));
  }

  async function volume(job: Job<VolumeData>, token: string): Promise<void> {
    const { batch, group } = job.data;
    if ((await stillDue(batch, dueOf(job))).length === 0) return;
    const surveyed = await surveysOf(job, token, queue, store);
    await store.setMemory(batch, group, await store.putBlob(remember(surveyed)));
    await queue.addBulk(convertJobs(batch, group, dueOf(job), true));
  }

  async function stillDue(batch: string, tasks: readonly QueuedTask[]): Promise<QueuedTask[]> {
    const wanted = await store.wanted(batch, numbersOf(tasks));
    return tasks.filter(({ document }) => wanted.has(document));
  }

  async function convert(job: Job<PieceData>): Promise<void> {
    const { data } = job;
    const { batch, tasks } = data;
    const due = await stillDue(batch, tasks);
    if (due.length === 0) return;
    // Lost with a worker: if a document brought it down, it shall not do so to the others again.
    if (job.stalledCounter > 0 && due.length > 1) {
      await queue.addBulk(singleJobs(data, due));
      return;
    }
    const outcomes = await pieces.convert(data, due);
    await checkRoot(batch);
    const fit = new Map<number, Outcome>();
    const unfit = new Map<QueuedTask, TaskFailure>();
    for (const [task, outcome] of outcomes) {
      const { failure } = outcome;
      if (failure && failure.cause !== 'bug') {
        unfit.set(task, failure);
        continue;
      }
      fit.set(task.document, outcome);
      if (failure) onFailed([task.name], failure.message, failure.hint);
    }
    await store.putResults(batch, fit);
    if (await surroundings.inline(batch)) await store.dropTexts(batch, [...fit.keys()]);
    onConverted([...fit.values()].filter(({ failure }) => !failure).length);
    const failures = [...unfit.values()];
    const failure = failures.find(({ cause }) => cause === 'disk') ?? failures[0];
    if (!failure) return;
    const { cause, message, hint } = failure;
    if (cause === 'disk') onDisk(message, hint);
    else if (tasks.length > 1) return void (await queue.addBulk(singleJobs(data, [...unfit.keys()])));
    await store.putFailures(batch, new Map([...unfit].map(([{ document }, why]) => [document, why])));
    throw Object.assign(cause === 'poison' ? new UnrecoverableError(message) : new Error(message), { hint });
  }

  /** A job of a batch that is others' goes back as it was. */
  async function handBack(job: Job<PieceData | VolumeData>, token: string, { why, missing }: Refused): Promise<never> {
    const { batch } = job.data;
    if (!foreign.has(batch)) onForeign(why, missing);
    foreign.add(batch);
    await store.setRefused(batch, why);
    await wait(HAND_BACK);
    await job.moveToDelayed(Date.now() + HAND_BACK, token);
    throw new DelayedError();
  }

  const steps: Readonly<Record<string, (job: Job, token: string) => Promise<unknown>>> = { survey, volume, convert };
  const perform = async (job: Job, token = ''): Promise<unknown> => {
    const { batch } = job.data;
    try {
      await checkMine(batch);
      foreign.delete(batch);
      return await steps[job.name]!(job, token);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return handBack(job, token, error);
    }
  };
  const worker = new Worker(QUEUE, perform, {
    connection: redis,
    concurrency: lanes.length,
    lockDuration: LOCK,
    stalledInterval: STALLED,
    maxStalledCount: LOSSES,
  });
  worker.on('error', onError);
  worker.on('failed', (job, error) => {
    // Surveys are told of by their volume; what is tried again is told of when it is given up.
    if (!job?.finishedOn || job.name === 'survey') return;
    const names = dueOf(job).map(({ name }) => name);
    onFailed(names, error.message, (error as { readonly hint?: string }).hint);
  });

  return {
    async idle() {
      const { active, ...counts } = await queue.getJobCounts(...OPEN, 'active');
      if (active) return false;
      if (foreign.size === 0) return Object.values(counts).every((n) => n === 0);
      const open = await queue.getJobs([...OPEN]);
      return open.every((job) => foreign.has(job.data.batch));
    },
    async close() {
      const closed = worker.close().then(() => queue.close());
      const inTime = await Promise.race([
        closed.then(() => true),
        stranded(redis, AbortSignal.abort()).then(() => false),
      ]);
      redis.disconnect();
      return inTime;
    },
  };
}
