/** How many cores a run takes. */

import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { inProcess, type Lane, openLane } from '../batch/lane.js';
import { LANE_LIMITS } from '../batch/lane-limits.js';
import type { ThreadFlags } from './conversion-options.js';

/** Fewer documents are done before threads would have loaded the models. */
const FEW = 400;

/**
 * Heaps grow to twice what lives in them before the collector looks at all of it. By default it is four times, for large heaps: a
 * long run would hold that much more in each thread, and be no faster.
 */
const HEAP_GROWTH = '--heap-growing-percent=100';

/** In this thread for a few documents; else as {@link openLanes}. */
export async function lanesFor(documents: number, flags: ThreadFlags): Promise<Lane[]> {
  return flags.jobs === undefined && documents < FEW ? [inProcess] : openLanes(documents, flags);
}

/** As many threads as are asked for, or as there are cores. */
export function openLanes(documents: number, flags: ThreadFlags): Promise<Lane[]> {
  const { jobs, timeout = LANE_LIMITS.timeout, memory: heap = LANE_LIMITS.heap } = flags;
  setFlagsFromString(HEAP_GROWTH);
  const threads = Math.min(jobs ?? availableParallelism(), documents);
  return Promise.all(Array.from({ length: threads }, () => openLane({ timeout, heap })));
}
