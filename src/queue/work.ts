/** A worker of the queue: takes jobs, does them on its lanes, and leaves what failed for another attempt. */

import { resolve } from 'node:path';
import { type Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import type { ListFile } from '../authority/read.js';
import type { Lane } from '../batch/lane.js';
import type { Step, Surveyed } from '../batch/perform.js';
import { type Shared, share } from '../batch/shared.js';
import type { DocumentTask, Outcome } from '../batch/task.js';
import { type DocumentFacts, remember, type VolumeMemory } from '../memory.js';
import { modelsKey } from '../model.js';
import { convertJobs, type PieceData, type QueuedTask, singleJobs, type VolumeData } from './jobs.js';
import { type BatchSpec, connect, QUEUE, type Store, storeOn } from './store.js';
import { stranded } from './stranded.js';

export interface QueueWorkerOptions {
  readonly url: string;
  readonly lanes: readonly Lane[];
  /** The shared folder here, where paths of jobs are relative. */
  readonly root: string;
  /** Hears of a disk that is full or read-only: no other job would fare better. */
  readonly onDisk: (message: string, hint?: string) => void;
  readonly onError: (error: Error) => void;
}

export interface QueueWorker {
  /** Whether the queue holds nothing more to do. */
  idle(): Promise<boolean>;
  /** Finish what is in hand, then let go; false where Redis is away: the process must end without it. */
  close(): Promise<boolean>;
}

/** A lost worker's jobs are taken up by others after about as many milliseconds. */
const LOCK = 5000;
const STALLED = 3000;
/** How often a job may be lost with its worker. */
const LOSSES = 3;
/** Blobs kept unpacked. */
const KEPT = 8;

export function startWorker({ url, lanes, root, onDisk, onError }: QueueWorkerOptions): QueueWorker {
  const redis = connect(url, onError);
  const store = storeOn(redis);
  const queue = new Queue(QUEUE, { connection: redis });
  queue.on('error', onError);
  const free = [...lanes];
  const surroundings = surroundingsFrom(store);

  async function onLane(
    step: Step,
    { batch, group, together }: PieceData,
    tasks: readonly QueuedTask[],
  ): Promise<Surveyed[]> {
    const common = await surroundings(batch, step === 'convert' && together ? group : undefined);
    // There are as many jobs at a time as lanes.
    const lane = free.pop()!;
    try {
      return await lane.run({ ...common, step, tasks: tasks.map((task) => unqueued(task, root)) });
    } finally {
      free.push(lane);
    }
  }

  async function survey({ data }: Job<PieceData>): Promise<DocumentFacts[]> {
    const surveyed = await onLane('survey', data, data.tasks);
    return surveyed.filter((facts): facts is DocumentFacts => !('failure' in facts));
  }

  async function volume(job: Job<VolumeData>): Promise<void> {
    const { batch, group, tasks } = job.data;
    const children = Object.entries(await job.getChildrenValues<DocumentFacts[]>());
    const byName = children.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, facts]) => facts);
    await store.setMemory(batch, group, await store.putBlob(remember(byName)));
    await queue.addBulk(convertJobs(batch, group, tasks, true));
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
    const [first] = outcomes.filter(({ failure }) => failure && failure.cause !== 'bug');
    if (!first?.failure) return;
    const { cause, message, hint } = first.failure;
    if (cause === 'disk') onDisk(message, hint);
    else if (tasks.length > 1) return void (await queue.addBulk(singleJobs(data, unfit)));
    throw cause === 'poison' ? new UnrecoverableError(message) : new Error(message);
  }

  const steps: Readonly<Record<string, (job: Job) => Promise<unknown>>> = { survey, volume, convert };
  const worker = new Worker(QUEUE, (job) => steps[job.name]!(job), {
    connection: redis,
    concurrency: lanes.length,
    lockDuration: LOCK,
    stalledInterval: STALLED,
    maxStalledCount: LOSSES,
  });
  worker.on('error', onError);

  return {
    async idle() {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized', 'waiting-children');
      return Object.values(counts).every((n) => n === 0);
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

/** The task as the lane takes it, its paths those of this machine. */
function unqueued({ document: _, base64, path, target, ledger, ...rest }: QueuedTask, root: string): DocumentTask {
  const here = (from: string): string => resolve(root, from);
  return {
    ...rest,
    ...(path !== undefined && { path: here(path) }),
    ...(base64 !== undefined && { content: Buffer.from(base64, 'base64') }),
    ...(target !== undefined && { target: here(target) }),
    ...(ledger !== undefined && { ledger: here(ledger) }),
  };
}

/** What jobs of a batch have in common, fetched once and kept for a while. */
function surroundingsFrom(store: Store) {
  const kept = new Map<string, unknown>();
  async function once<T>(key: string, fetch: () => Promise<T>): Promise<T> {
    if (!kept.has(key)) {
      const value = await fetch();
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
      kept.set(key, value);
    }
    return kept.get(key) as T;
  }
  const blob = <T>(key: string): Promise<Shared<T>> =>
    once(`blob ${key}`, async () => share((await store.getBlob(key)) as T));
  const spec = (batch: string): Promise<BatchSpec> =>
    once(`batch ${batch}`, async () => {
      const found = await store.getBatch(batch);
      if (!found) throw new Error(`Redis has lost the batch ${batch}; submit it again`);
      if (found.options.models !== modelsKey())
        throw new UnrecoverableError('this worker has other models than the batch: start it with the same --models');
      return found;
    });
  return async (batch: string, group: number | undefined) => {
    const { options, lists } = await spec(batch);
    const memory = group === undefined ? undefined : await store.memoryOf(batch, group);
    return {
      options,
      ...(lists !== undefined && { lists: await blob<readonly ListFile[]>(lists) }),
      ...(memory !== undefined && { memory: await blob<VolumeMemory>(memory) }),
    };
  };
}
