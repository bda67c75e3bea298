/** What a queue is doing, from any machine: batches, jobs, and dead letters, which can be submitted again. */

import { type Job, Queue } from 'bullmq';
import { dueOf } from './jobs.js';
import { connect, QUEUE, type Store, storeOn } from './store.js';

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

const letter = (job: Job): DeadLetter => ({
  id: job.id!,
  documents: dueOf(job).map(({ name }) => name),
  reason: job.failedReason,
  attempts: job.attemptsMade,
});

/** Surveys are told of by their volume. */
const isSurvey = ({ name }: Job): boolean => name === 'survey';

export const deadLetters = (url: string, onError: (error: Error) => void): Promise<DeadLetter[]> =>
  withQueue(url, onError, async (queue) =>
    (await queue.getFailed()).filter((job) => !isSurvey(job)).map((job) => letter(job)),
  );

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

/** Take away those for which `is` holds; how many there were, surveys not counted. */
export async function removeLetters(queue: Queue, is: (job: Job) => boolean): Promise<number> {
  const letters = (await queue.getFailed()).filter(is);
  for (const job of letters) await job.remove();
  return letters.filter((job) => !isSurvey(job)).length;
}
