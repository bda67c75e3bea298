/** The worker thread of lane.ts. */

import { perform, type Surveyed, type Work } from './perform.js';

export interface WorkInThread extends Work {
  /** One number, shared with the lane: which document is being done. */
  readonly at: Int32Array;
}

/** What came of it, or what a bug threw: errors lose their codes and classes between threads. */
export type Done = { readonly results: Surveyed[] } | { readonly bug: string };

export default async function work({ at, ...rest }: WorkInThread): Promise<Done> {
  try {
    return { results: await perform(rest, (index) => Atomics.store(at, 0, index)) };
  } catch (error) {
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
