/** Connections to Redis. */

import { Redis } from 'ioredis';
import { mayBeRedis } from './greeting.js';

/** A connection that waits for Redis to come back, however long. `onError` hears that it is away. */
export function connect(url: string, onError: (error: Error) => void): Redis {
  const redis = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: (times) => Math.min(times * 200, 2000) });
  redis.on('error', onError);
  return redis;
}

/** Milliseconds in which a server must answer; one that says that it is loading its data may take longer. */
const PATIENCE = 10_000;
const LOADS = /loading:1|LOADING/;

/**
 * The version of the Redis there, as `7.0.15`; undefined where it tells none.
 *
 * @throws the error of a server that can't be reached at all, gives no answer, or refuses us or the database
 */
export async function versionAt(url: string): Promise<string | undefined> {
  if (!(await mayBeRedis(url, PATIENCE))) throw Object.assign(new Error('no reply of Redis'), { name: 'ParserError' });
  const redis = new Redis(url, { lazyConnect: true, retryStrategy: () => null });
  let why: Error | undefined;
  redis.on('error', (error) => {
    why = error;
  });
  const late = setTimeout(() => {
    why ??= Object.assign(new Error('no answer'), { code: 'ETIMEDOUT' });
    redis.disconnect();
  }, PATIENCE);
  redis.once('connect', () => {
    redis.stream.on('data', (data: Buffer) => {
      if (LOADS.test(data.toString('latin1'))) clearTimeout(late);
    });
  });
  try {
    await redis.connect();
    const info = await redis.info('server');
    // What was asked for when it connected is told by an event at most.
    await redis.select(redis.options.db ?? 0);
    return /^redis_version:([\d.]+)/m.exec(info)?.[1];
  } catch (error) {
    throw why ?? error;
  } finally {
    clearTimeout(late);
    redis.disconnect();
  }
}
