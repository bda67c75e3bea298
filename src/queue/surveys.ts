/** What the surveys of a volume say, once all of them are there. */

import { type Job, type Queue, UnrecoverableError, WaitingChildrenError } from 'bullmq';
import type { TaskFailure } from '../batch/task.js';
import type { DocumentFacts } from '../memory.js';
import { dueOf, numbersOf, type PieceData, surveyJobs, type VolumeData } from './jobs.js';
import type { Store } from './store.js';

/**
 * All of them; those that were taken away after they had failed are done again first.
 *
 * @throws what tells BullMQ that the job waits for them, or that it is a dead letter: one of them failed
 */
export async function surveysOf(
  job: Job<VolumeData>,
  token: string,
  queue: Queue,
  store: Store,
): Promise<DocumentFacts[]> {
  const values = Object.entries(await job.getChildrenValues<DocumentFacts[]>());
  const done = new Set(values.map(([key]) => key.slice(key.lastIndexOf(':') + 1)));
  const missing = surveyJobs(job.data).filter(({ opts }) => !done.has(opts.jobId));
  for (const { opts } of missing) {
    const failed = await queue.getJob(opts.jobId);
    if (failed?.failedReason) throw await unsurveyed(job, failed, store);
  }
  if (missing.length > 0) {
    const parent = { id: job.id!, queue: job.queueQualifiedName };
    await queue.addBulk(missing.map((survey) => ({ ...survey, opts: { ...survey.opts, parent } })));
    if (await job.moveToWaitingChildren(token)) throw new WaitingChildrenError();
    return surveysOf(job, token, queue, store);
  }
  return values.sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, facts]) => facts);
}

/** Why the volume can't be converted, which is told of each of its documents. */
async function unsurveyed(
  job: Job<VolumeData>,
  { data, failedReason }: Job<PieceData>,
  store: Store,
): Promise<UnrecoverableError> {
  const { batch } = job.data;
  const why = [...(await store.failures(batch, numbersOf(data.tasks))).values()];
  const hint = why.find(({ message }) => message === failedReason)?.hint;
  const message = `not all of its volume is surveyed: ${failedReason}`;
  const failure: TaskFailure = { message, ...(hint !== undefined && { hint }), cause: 'input' };
  await store.putFailures(batch, new Map(numbersOf(dueOf(job)).map((document) => [document, failure])));
  return Object.assign(new UnrecoverableError(message), { hint });
}
