/** Outputs that workers wrote of which no manifest says so yet: the batch was broken off, and Redis has what came of it. */

import type { DocumentTask } from '../batch/task.js';
import { isOutput } from '../batch/unchanged.js';
import { placeKey, placesOf } from './places.js';
import { type Store, WITHDRAWN } from './store.js';
import { slices } from './withdraw.js';

/** Of documents by number those whose outputs are as some batch made them. `placeOf`: what an output is known by. */
export async function madeByWorkers(
  store: Store,
  documents: ReadonlyMap<number, DocumentTask>,
  placeOf: (task: DocumentTask) => string,
): Promise<Set<number>> {
  const made = new Set<number>();
  if (documents.size === 0) return made;
  const byPlace = new Map([...documents].map(([document, task]) => [placeKey(placeOf(task)), document]));
  for (const batch of await store.batches()) {
    const { places = [] } = (await placesOf(store.redis, batch)) ?? {};
    const theirs = [...places.keys()].filter((n) => byPlace.has(places[n]!));
    for (const some of slices(theirs)) {
      for (const [n, outcome] of await store.results(batch, some)) {
        const document = byPlace.get(places[n]!)!;
        if (outcome !== WITHDRAWN && isOutput(documents.get(document)!.target!, outcome.outputHash)) made.add(document);
      }
    }
  }
  return made;
}
