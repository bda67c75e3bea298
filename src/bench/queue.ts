/** Workers on one queue, on a Redis of our own: how many documents a second one does, and two. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { finished, type Running, redisServer, teigram, teigramOn } from '../faults/commands.js';
import type { Telegram } from './telegrams.js';

/** Documents that are done before the clock starts: workers load models with their first one, and get quicker for a while. */
const WARM = 1000;

/** Write `count` telegrams below a folder, the same ones again under other names. */
function write(folder: string, texts: readonly Telegram[], count: number): void {
  for (let n = 0; n < count; n++) {
    const { text, volume, id } = texts[n % texts.length]!;
    const again = Math.floor(n / texts.length);
    const path = join(folder, again === 0 ? '.' : String(again), volume, `${id}.txt`);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

async function ready({ process }: Running): Promise<void> {
  for await (const told of process.stderr!) if (String(told).includes('worker with')) return;
  throw new Error('a worker ended');
}

/** Documents a second of one worker with one thread, on a core of its own, and of two; undefined where redis-server isn't installed. */
export async function queueRates(
  folder: string,
  texts: readonly Telegram[],
  count: number,
): Promise<number[] | undefined> {
  const input = join(folder, 'texts');
  const few = join(folder, 'warm');
  write(input, texts, count);
  write(few, texts, WARM);
  const rates: number[] = [];
  for (const workers of [1, 2]) {
    const redis = await redisServer(join(folder, `redis-${workers}`));
    if (!redis) return undefined;
    const queue = ['--queue', redis.url, '--quiet'];
    const running = Array.from({ length: workers }, (_, core) =>
      teigramOn(core, 'worker', '--queue', redis.url, '--jobs', '1'),
    );
    try {
      await Promise.all(running.map(ready));
      await finished(teigram('batch', few, '-o', join(folder, `warm-${workers}`), ...queue));
      const begun = performance.now();
      await finished(teigram('batch', input, '-o', join(folder, `tei-${workers}`), ...queue));
      rates.push((count * 1000) / (performance.now() - begun));
    } finally {
      for (const { process } of running) process.kill('SIGTERM');
      await Promise.all(running.map(({ ended }) => ended));
      await redis.stop('SIGTERM');
    }
  }
  return rates;
}
