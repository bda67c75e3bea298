/** Connections to Redis. */

import { Redis } from 'ioredis';

/** A connection that waits for Redis to come back, however long. `onError` hears that it is away. */
export function connect(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(times * 200, 2000) });
  redis.on('error', onError);
  return redis;
}

/** @throws the error of a server that can't be reached at all, or refuses us or the database */
export async function ping(url: string): Promise<void> {
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  let why: Error | undefined;
  redis.on('error', (error) => {
    why = error;
  });
  try {
    await redis.connect();
    await redis.ping();
    // What was asked for when it connected is told by an event at most.
    await redis.select(redis.options.db ?? 0);
  } catch (error) {
    throw why ?? error;
  } finally {
    redis.disconnect();
  }
}
