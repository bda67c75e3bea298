/** How many cores a run takes. */

import { availableParallelism } from 'node:os';
import { inProcess, LANE_LIMITS, type Lane, openLane } from '../batch/lane.js';

export interface LaneFlags {
  readonly jobs?: number;
  /** Seconds a document. */
  readonly timeout?: number;
  /** Megabytes of heap a thread. */
  readonly memory?: number;
}

/** Fewer documents are done before threads would have loaded the models. */
const FEW = 400;

/** In this thread for a few documents; else as many threads as are asked for, or as there are cores. */
export async function lanesFor(documents: number, flags: LaneFlags): Promise<Lane[]> {
  const { jobs, timeout = LANE_LIMITS.timeout, memory: heap = LANE_LIMITS.heap } = flags;
  if (jobs === undefined && documents < FEW) return [inProcess];
  const threads = Math.min(jobs ?? availableParallelism(), documents);
  return Promise.all(Array.from({ length: threads }, () => openLane({ timeout, heap })));
}
