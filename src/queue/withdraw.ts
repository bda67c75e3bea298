/** Batches that are not to be done any more, or not all of them: another makes the same outputs, or somebody cancelled them. */

import type { Job, Queue } from 'bullmq';
import { dueOf, numbersOf, type VolumeData } from './jobs.js';
import { placesOf, takeTurn } from './places.js';
import { type Store, WITHDRAWN } from './store.js';

/** Documents that are asked for at a time. */
const AT_A_TIME = 1000;
/** Jobs that nobody has in hand. */
const IDLE = ['waiting', 'delayed', 'prioritized', 'waiting-children', 'failed'] as const;

export function* slices<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += AT_A_TIME) yield all.slice(at, at + AT_A_TIME);
}

/**
 * Have a batch alone make the outputs at its places, given by number of the document: batches that were submitted before make
 * them no more, and their letters are taken away, as are those of the batch itself. `due`: documents that may have been withdrawn
 * from it and are wanted again.
 */
export async function supersede(
  queue: Queue,
  store: Store,
  batch: string,
  places: readonly string[],
  due: readonly number[],
): Promise<void> {
  const all = new Set(places);
  await removeLetters(queue, (job) => job.data.batch === batch || dueOf(job).some(({ place }) => all.has(place)));
  const mine = await takeTurn(store.redis, batch, places);
  for (const documents of slices(due)) {
    const results = await store.results(batch, documents);
    await store.dropResults(
      batch,
      documents.filter((document) => results.get(document) === WITHDRAWN),
    );
  }
  for (const other of await store.batches()) {
    const theirs = other === batch ? undefined : await placesOf(store.redis, other);
    if (!theirs) continue;
    const isLater = theirs.turn > mine.turn;
    const [from, those, by] = isLater ? ([batch, mine, theirs] as const) : ([other, theirs, mine] as const);
    const taken = new Set(by.places);
    const documents = [...those.places.keys()].filter((document) => taken.has(those.places[document]!));
    if (documents.length === 0) continue;
    for (const some of slices(documents)) await store.withdraw(from, some);
    if (!isLater) await tidied(queue, store, other, those.places.length);
  }
}

/**
 * Cancel the batches that are called so, by what they are listed as (`batch` or `title`): what is in hand isn't written any more.
 *
 * @returns how many documents were not done of each
 */
export async function cancelled(queue: Queue, store: Store, called: string): Promise<number[]> {
  const counts: number[] = [];
  for (const batch of await store.batches()) {
    if (batch !== called && (await store.getBatch(batch))?.title !== called) continue;
    const { length = 0 } = (await placesOf(store.redis, batch))?.places ?? [];
    const wanted = await wantedOf(store, batch, length);
    for (const documents of slices(wanted)) await store.withdraw(batch, documents);
    await tidied(queue, store, batch, length);
    counts.push(wanted.length);
  }
  return counts;
}

async function wantedOf(store: Store, batch: string, length: number): Promise<number[]> {
  const wanted: number[] = [];
  for (const documents of slices([...Array(length).keys()])) wanted.push(...(await store.wanted(batch, documents)));
  return wanted;
}

/** Take away jobs of which no document is wanted any more, and a batch of which none is from the list. */
async function tidied(queue: Queue, store: Store, batch: string, documents: number): Promise<void> {
  const over = new Set<number>();
  const surveys: Job[] = [];
  for await (const job of idleJobs(queue, batch)) {
    if (isSurvey(job)) {
      surveys.push(job);
      continue;
    }
    if ((await store.wanted(batch, numbersOf(dueOf(job)))).size > 0) continue;
    if (job.name === 'volume') over.add((job.data as VolumeData).group);
    await remove(job);
  }
  for (const job of surveys) if (over.has(job.data.group)) await remove(job);
  if ((await wantedOf(store, batch, documents)).length === 0) await store.unlist(batch);
}

/** Take away what waits of a batch that is done: others did it meanwhile. */
export async function removeJobs(queue: Queue, batch: string): Promise<void> {
  for await (const job of idleJobs(queue, batch)) await remove(job);
}

async function* idleJobs(queue: Queue, batch: string): AsyncGenerator<Job> {
  for (const id of await queue.getRanges([...IDLE])) {
    const job = id.startsWith(`${batch}-`) ? await queue.getJob(id) : undefined;
    if (job) yield job;
  }
}

/** A worker may have taken it, or what it waits for, meanwhile: it sees for itself that nothing of it is wanted. */
async function remove(job: Job): Promise<void> {
  await job.remove().catch(() => undefined);
}

/** Surveys are told of by their volume. */
export const isSurvey = ({ name }: Job): boolean => name === 'survey';

/** Take away dead letters for which `is` holds; how many there were, surveys not counted. */
export async function removeLetters(queue: Queue, is: (job: Job) => boolean): Promise<number> {
  const letters = (await queue.getFailed()).filter(is);
  for (const job of letters) await job.remove();
  return letters.filter((job) => !isSurvey(job)).length;
}
