/** What `teigram worker` does: work until it is stopped, or the queue is empty. */

import { setTimeout as wait } from 'node:timers/promises';
import { startWorker } from '../queue/work.js';
import { openLanes } from './lanes.js';
import { awayFrom, reachable } from './redis.js';
import { complain, EXIT, err, exitWith, stopRequest } from './terminal.js';
import type { WorkerFlags } from './worker.js';

/** Milliseconds between looks at whether there is reason to end. */
const LOOK = 500;

export async function runWorker(flags: WorkerFlags): Promise<void> {
  await reachable(flags.queue);
  const lanes = await openLanes(Number.POSITIVE_INFINITY, flags);
  const stop = stopRequest();
  let full = false;
  const worker = startWorker({
    url: flags.queue,
    lanes,
    root: flags.root,
    onError: awayFrom(flags.queue),
    onDisk: (message, hint) => {
      if (!full) complain(message, hint);
      full = true;
    },
  });
  err(`teigram: worker with ${lanes.length} thread${lanes.length === 1 ? '' : 's'} on ${flags.queue}`);
  while (!stop.signal.aborted && !full) {
    await wait(LOOK);
    if (flags.drain && (await worker.idle())) break;
  }
  await worker.close();
  await Promise.all(lanes.map((lane) => lane.close()));
  stop.done();
  if (full) exitWith(EXIT.failure);
}
