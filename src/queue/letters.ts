/** What a queue is doing, from any machine: batches, which can be cancelled, jobs, and dead letters, which can be submitted again. */

import { type Job, Queue } from 'bullmq';
import { connect } from './connection.js';
import { dueOf, numbersOf } from './jobs.js';
import { QUEUE, type Store, storeOn } from './store.js';
import { cancelled, isSurvey, removeLetters } from './withdraw.js';

export interface QueueStatus {
  readonly workers: number;
  readonly jobs: Readonly<Record<string, number>>;
  readonly batches: readonly {
    readonly batch: string;
    readonly title: string;
    readonly done: number;
    readonly total: number;
  }[];
}

/** A job of which the last attempt failed. */
export interface DeadLetter {
  readonly id: string;
  readonly documents: readonly string[];
  readonly reason: string;
  readonly hint?: string;
  readonly attempts: number;
}

async function withQueue<T>(
  url: string,
  onError: (error: Error) => void,
  use: (queue: Queue, store: Store) => Promise<T>,
): Promise<T> {
  const redis = connect(url, onError);
  const queue = new Queue(QUEUE, { connection: redis });
  queue.on('error', onError);
  try {
    return await use(queue, storeOn(redis));
  } finally {
    await queue.close();
    redis.disconnect();
  }
}

export const queueStatus = (url: string, onError: (error: Error) => void): Promise<QueueStatus> =>
  withQueue(url, onError, async (queue, store) => {
    const batches = [];
    for (const batch of await store.batches()) {
      const spec = await store.getBatch(batch);
      if (spec) batches.push({ batch, title: spec.title, done: await store.doneIn(batch), total: spec.total });
    }
    const workers = await queue.getWorkersCount();
    return { workers, jobs: await queue.getJobCounts('waiting', 'active', 'delayed', 'failed'), batches };
  });

async function letter(job: Job, store: Store): Promise<DeadLetter> {
  const due = dueOf(job);
  const failures = await store.failures(job.data.batch, numbersOf(due.slice(0, 1)));
  const known = [...failures.values()].find(({ message }) => message === job.failedReason);
  return {
    id: job.id!,
    documents: due.map(({ name }) => name),
    reason: job.failedReason,
    ...(known?.hint !== undefined && { hint: known.hint }),
    attempts: job.attemptsMade,
  };
}

export const deadLetters = (url: string, onError: (error: Error) => void): Promise<DeadLetter[]> =>
  withQueue(url, onError, async (queue, store) => {
    const jobs = (await queue.getFailed()).filter((job) => !isSurvey(job));
    return Promise.all(jobs.map((job) => letter(job, store)));
  });

/** Submit dead letters again; how many there were. A volume has those surveys done again that failed. */
export const retryDeadLetters = (url: string, onError: (error: Error) => void): Promise<number> =>
  withQueue(url, onError, async (queue) => {
    await removeLetters(queue, isSurvey);
    const jobs = await queue.getFailed();
    for (const job of jobs) await job.retry('failed', { resetAttemptsMade: true });
    return jobs.length;
  });

/** Take dead letters away for good; how many there were. */
export const dropDeadLetters = (url: string, onError: (error: Error) => void): Promise<number> =>
  withQueue(url, onError, (queue) => removeLetters(queue, () => true));

/** Cancel the batches that are called so; how many documents were not done of each. */
export const cancelBatches = (url: string, called: string, onError: (error: Error) => void): Promise<number[]> =>
  withQueue(url, onError, (queue, store) => cancelled(queue, store, called));
