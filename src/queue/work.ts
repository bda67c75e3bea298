/** A worker of the queue: takes jobs, does them on its lanes, and leaves what failed for another attempt. */

import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { DelayedError, type Job, Queue, UnrecoverableError, WaitingChildrenError, Worker } from 'bullmq';
import type { Lane } from '../batch/lane.js';
import type { Step, Surveyed } from '../batch/perform.js';
import type { DocumentTask, Outcome } from '../batch/task.js';
import { type DocumentFacts, remember } from '../memory.js';
import { modelsKey } from '../model.js';
import { VERSION } from '../version.js';
import {
  convertJobs,
  dueOf,
  type PieceData,
  type QueuedTask,
  singleJobs,
  surveyJobs,
  type VolumeData,
} from './jobs.js';
import { connect, QUEUE, type Refusal, storeOn } from './store.js';
import { stranded } from './stranded.js';
import { surroundingsFrom } from './surroundings.js';

export interface QueueWorkerOptions {
  readonly url: string;
  readonly lanes: readonly Lane[];
  /** The shared folder here, where paths of jobs are relative. */
  readonly root: string;
  /** Hears of a disk that is full or read-only: no other job would fare better. */
  readonly onDisk: (message: string, hint?: string) => void;
  /** Hears of batches for other models or another version than this worker's; others must do them. */
  readonly onForeign: (why: Refusal) => void;
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

export function startWorker({ url, lanes, root, onDisk, onForeign, onError }: QueueWorkerOptions): QueueWorker {
  const redis = connect(url, onError);
  const store = storeOn(redis);
  const queue = new Queue(QUEUE, { connection: redis });
  queue.on('error', onError);
  const free = [...lanes];
  const surroundings = surroundingsFrom(store);
  const models = modelsKey();
  /** Batches for other models or another version. */
  const foreign = new Set<string>();

  async function onLane(
    step: Step,
    { batch, group, together }: PieceData,
    tasks: readonly QueuedTask[],
  ): Promise<Surveyed[]> {
    const common = await surroundings.of(batch, step === 'convert' && together ? group : undefined);
    const here = (await surroundings.inline(batch)) ? await withTexts(batch, tasks) : tasks.map(onThisDisk);
    // There are as many jobs at a time as lanes.
    const lane = free.pop()!;
    try {
      return await lane.run({ ...common, step, tasks: here });
    } finally {
      free.push(lane);
    }
  }

  async function survey({ data }: Job<PieceData>): Promise<DocumentFacts[]> {
    const surveyed = await onLane('survey', data, data.tasks);
    return surveyed.filter((facts): facts is DocumentFacts => !('failure' in facts));
  }

  async function withTexts(batch: string, tasks: readonly QueuedTask[]): Promise<DocumentTask[]> {
    const texts = await store.texts(
      batch,
      tasks.map(({ document }) => document),
    );
    return tasks.map(({ document, place: _, ...task }) => {
      const content = texts.get(document);
      if (!content) throw new Error(`${task.name}: Redis has lost the text; submit it again`);
      return { ...task, content };
    });
  }

  /** The task as the lane takes it, its paths those of this machine. */
  function onThisDisk({ document: _, place: __, path, target, ledger, ...rest }: QueuedTask): DocumentTask {
    const here = (from: string): string => resolve(root, from);
    return {
      ...rest,
      path: here(path!),
      ...(target !== undefined && { target: here(target) }),
      ...(ledger !== undefined && { ledger: here(ledger) }),
    };
  }

  async function volume(job: Job<VolumeData>, token: string): Promise<void> {
    const { batch, group } = job.data;
    const surveyed = await surveysOf(job, token);
    await store.setMemory(batch, group, await store.putBlob(remember(surveyed)));
    await queue.addBulk(convertJobs(batch, group, dueOf(job), true));
  }

  /** What surveys say, all of them; those that were taken away after they had failed are done again first. */
  async function surveysOf(job: Job<VolumeData>, token: string): Promise<DocumentFacts[]> {
    const values = Object.entries(await job.getChildrenValues<DocumentFacts[]>());
    const done = new Set(values.map(([key]) => key.slice(key.lastIndexOf(':') + 1)));
    const missing = surveyJobs(job.data).filter(({ opts }) => !done.has(opts.jobId));
    for (const { opts } of missing) {
      const failed = await queue.getJob(opts.jobId);
      if (failed?.failedReason)
        throw new UnrecoverableError(`not all of its volume is surveyed: ${failed.failedReason}`);
    }
    if (missing.length > 0) {
      const parent = { id: job.id!, queue: job.queueQualifiedName };
      await queue.addBulk(missing.map((survey) => ({ ...survey, opts: { ...survey.opts, parent } })));
      if (await job.moveToWaitingChildren(token)) throw new WaitingChildrenError();
      return surveysOf(job, token);
    }
    return values.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, facts]) => facts);
  }

  async function convert(job: Job<PieceData>): Promise<void> {
    const { data } = job;
    const { batch, tasks } = data;
    const before = await store.results(
      batch,
      tasks.map(({ document }) => document),
    );
    const due = tasks.filter(({ document }) => !before.has(document));
    // Lost with a worker: if a document brought it down, it shall not do so to the others again.
    if (job.stalledCounter > 0 && due.length > 1) {
      await queue.addBulk(singleJobs(data, due));
      return;
    }
    const outcomes = (await onLane('convert', data, due)) as Outcome[];
    const fit = new Map<number, Outcome>();
    const unfit: QueuedTask[] = [];
    for (const [i, outcome] of outcomes.entries()) {
      const cause = outcome.failure?.cause;
      if (cause === undefined || cause === 'bug') fit.set(due[i]!.document, outcome);
      else unfit.push(due[i]!);
    }
    await store.putResults(batch, fit);
    await store.dropTexts(batch, [...fit.keys()]);
    const [first] = outcomes.filter(({ failure }) => failure && failure.cause !== 'bug');
    if (!first?.failure) return;
    const { cause, message, hint } = first.failure;
    if (cause === 'disk') onDisk(message, hint);
    else if (tasks.length > 1) return void (await queue.addBulk(singleJobs(data, unfit)));
    throw cause === 'poison' ? new UnrecoverableError(message) : new Error(message);
  }

  /** A job of a batch that is others' goes back untouched. */
  async function handBack(job: Job<PieceData | VolumeData>, token: string, why: Refusal): Promise<never> {
    const { batch } = job.data;
    if (!foreign.has(batch)) onForeign(why);
    foreign.add(batch);
    await store.setRefused(batch, why);
    await wait(HAND_BACK);
    await job.moveToDelayed(Date.now() + HAND_BACK, token);
    throw new DelayedError();
  }

  const steps: Readonly<Record<string, (job: Job, token: string) => Promise<unknown>>> = { survey, volume, convert };
  const perform = async (job: Job, token = ''): Promise<unknown> => {
    const made = await surroundings.madeFor(job.data.batch);
    if (made.version !== VERSION) return handBack(job, token, 'other version');
    if (made.models !== models) return handBack(job, token, 'other models');
    return steps[job.name]!(job, token);
  };
  const worker = new Worker(QUEUE, perform, {
    connection: redis,
    concurrency: lanes.length,
    lockDuration: LOCK,
    stalledInterval: STALLED,
    maxStalledCount: LOSSES,
  });
  worker.on('error', onError);

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
