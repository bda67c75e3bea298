/** What `teigram worker` does: work until it is stopped, or the queue is empty. */

import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { counted } from '../counted.js';
import type { Refusal } from '../queue/refusal.js';
import { startWorker } from '../queue/work.js';
import { VERSION } from '../version.js';
import { checkRoot } from './files.js';
import { openLanes } from './lanes.js';
import { awayFrom, masked, reachable } from './redis.js';
import { complain, EXIT, endNow, err, exitWith, stopRequest } from './terminal.js';
import type { WorkerFlags } from './worker.js';
import { workerLog } from './worker-log.js';

/** Milliseconds between looks at whether there is reason to end. */
const LOOK = 500;

const FOREIGN: Readonly<Record<Refusal, readonly [message: string, hint: string]>> = {
  'other models': [
    'a batch has other models than this worker, which leaves it to others',
    'start it with the same --models',
  ],
  'other version': [
    `a batch was submitted by another version of teigram than this worker's, ${VERSION}, which leaves it to others`,
    'start a worker of the version that submitted it',
  ],
  'other root': [
    'is not here, though a batch has it in the shared folder; this worker leaves the batch to others until it is',
    'is the folder mounted? Start the worker with the --root that the batch has',
  ],
};

export async function runWorker(flags: WorkerFlags): Promise<void> {
  checkRoot(flags.root);
  const url = await reachable(flags.queue);
  const lanes = await openLanes(Number.POSITIVE_INFINITY, flags);
  const stop = stopRequest();
  const stopped = once(stop.signal, 'abort').then(() => true);
  let full = false;
  const log = workerLog();
  const worker = startWorker({
    url,
    lanes,
    root: flags.root,
    onError: awayFrom(url),
    onDisk: (message, hint) => {
      if (!full) complain(message, hint);
      full = true;
    },
    onForeign: (why, missing) => {
      const [message, hint] = FOREIGN[why];
      complain(missing === undefined ? message : `${missing}: ${message}`, hint);
      exitWith(EXIT.failure);
    },
    onConverted: log.converted,
    onFailed: log.failed,
  });
  err(`teigram: worker with ${counted(lanes.length, 'thread')} on ${masked(url)}`);
  while (!stop.signal.aborted && !full) {
    await wait(LOOK);
    if (flags.drain && (await Promise.race([worker.idle(), stopped]))) break;
  }
  const closed = await worker.close();
  await Promise.all(lanes.map((lane) => lane.close()));
  stop.done();
  log.end();
  if (!closed) {
    err(`teigram: ${masked(url)} is away: ended without it; others take up what was in hand`);
    endNow(EXIT.failure);
  }
  if (full) exitWith(EXIT.failure);
}
