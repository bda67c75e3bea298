/** How many cores a run takes. */

import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { inProcess, LANE_LIMITS, type Lane, openLane } from '../batch/lane.js';
import type { ThreadFlags } from './conversion-options.js';

/** Fewer documents are done before threads would have loaded the models. */
const FEW = 400;

/** In this thread for a few documents; else as {@link openLanes}. */
export async function lanesFor(documents: number, flags: ThreadFlags): Promise<Lane[]> {
  return flags.jobs === undefined && documents < FEW ? [inProcess] : openLanes(documents, flags);
}

/**
 * Heaps are collected when they have grown by so many percent of what is alive; V8 would let them grow to four times as much, in
 * every thread.
 */
const GROWTH = 100;

/** As many threads as are asked for, or as there are cores. */
export function openLanes(documents: number, flags: ThreadFlags): Promise<Lane[]> {
  setFlagsFromString(`--heap-growing-percent=${GROWTH}`);
  const { jobs, timeout = LANE_LIMITS.timeout, memory: heap = LANE_LIMITS.heap } = flags;
  const threads = Math.min(jobs ?? availableParallelism(), documents);
  return Promise.all(Array.from({ length: threads }, () => openLane({ timeout, heap })));
}
