/** Groups of documents as a batch of the queue has them: its id, which follows from them, their documents' numbers, their lists. */

import { createHash } from 'node:crypto';
import { unpacked } from '../batch/shared.js';
import type { DocumentTask } from '../batch/task.js';
import type { KnownGroup } from '../batch/unchanged.js';
import { placeOf, type Sending } from './sent.js';
import type { Store } from './store.js';

/** A group's documents by their numbers in the batch. */
interface NumberedGroup<Task> {
  readonly all: ReadonlyMap<number, Task>;
  readonly due: ReadonlyMap<number, Task>;
}

/** The same for the same documents, settings and places: a batch that is submitted again goes on. */
export function batchId<Task extends DocumentTask>(known: readonly KnownGroup<Task>[], sending: Sending): string {
  const hash = createHash('sha256').update(`${sending.inline}\n`);
  for (const { company, settings, tasks } of known) {
    hash.update(`${settings}\n${company}\n`);
    for (const task of tasks) hash.update(`${task.name}\0${placeOf(task, sending)}\n`);
  }
  return hash.digest('hex').slice(0, 16);
}

/** Store the lists of groups that have something to be done; by the group's number the key of a blob. */
export async function putLists<Task extends DocumentTask>(
  store: Store,
  known: readonly KnownGroup<Task>[],
): Promise<Record<number, string>> {
  const blobs = new Map<string, string>();
  const lists: Record<number, string> = {};
  for (const [group, { lists: shared, tasks, done }] of known.entries()) {
    if (!shared || tasks.every((task) => done.has(task))) continue;
    const blob = blobs.get(shared.key) ?? (await store.putBlob(unpacked(shared)));
    blobs.set(shared.key, blob);
    lists[group] = blob;
  }
  return lists;
}

export function numbered<Task extends DocumentTask>(known: readonly KnownGroup<Task>[]): NumberedGroup<Task>[] {
  let document = 0;
  return known.map(({ tasks, done }) => {
    const all = new Map(tasks.map((task) => [document++, task] as const));
    return { all, due: new Map([...all].filter(([, task]) => !done.has(task))) };
  });
}
