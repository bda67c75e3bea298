/** Ending while Redis is away: what waits for it would wait for ever. */

import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Redis } from 'ioredis';

/** Milliseconds between looks, and for which Redis must have been away. */
const LOOK = 250;
const PATIENCE = 3000;

/** Ends when a stop has been asked for and Redis has been away for a while since. It keeps no process alive. */
export async function stranded(redis: Redis, stop: AbortSignal): Promise<void> {
  if (!stop.aborted) await once(stop, 'abort');
  for (let away = 0; away < PATIENCE; away = redis.status === 'ready' ? 0 : away + LOOK)
    await wait(LOOK, undefined, { ref: false });
}
