/** What may befall a batch. Each scenario runs one to its end through its faults; the caller compares the outputs. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aWhile, finished, type Running, redisServer, teigram } from './commands.js';

export interface Place {
  readonly input: string;
  readonly out: string;
  /** A folder for what else is needed. */
  readonly work: string;
  /** Documents between two faults, at most. */
  readonly apart: number;
}

export interface Scenario {
  readonly name: string;
  /** Gives back how many faults there were; a string tells why it can't run here. */
  run(place: Place): Promise<number | string>;
}

const NO_REDIS = 'redis-server is not installed (Debian: apt-get install redis-server)';

/** How many documents a manifest says are done. */
function doneIn(out: string): number {
  const manifest = join(out, '.teigram.jsonl');
  return existsSync(manifest) ? readFileSync(manifest, 'latin1').split('\n').length - 1 : 0;
}

/** Wait until some more documents are done; faults follow the work, not the clock. False where it is `over` before. */
async function someMore({ out, apart }: Place, over: () => boolean): Promise<boolean> {
  const until = doneIn(out) + 1 + Math.floor(Math.random() * apart);
  while (!over()) {
    if (doneIn(out) >= until) return true;
    await aWhile(0.1);
  }
  return false;
}

/** `teigram batch` ended by a signal at random moments and started again, until it gets to its end. */
const endedBatch = (
  name: string,
  signal: 'SIGKILL' | 'SIGTERM',
  ends: (code: number | null, stderr: string) => boolean,
): Scenario => ({
  name,
  async run(place) {
    for (let faults = 0; ; faults++) {
      const batch = teigram('batch', place.input, '-o', place.out, '--jobs', '2');
      let over = false;
      const ended = batch.ended.finally(() => {
        over = true;
      });
      if (await someMore(place, () => over)) batch.process.kill(signal);
      const { code, stderr } = await ended;
      if (code === 0) return faults;
      if (!ends(code, stderr)) throw new Error(`exit code ${code}: ${stderr}`);
    }
  },
});

const killedBatch = endedBatch('kill -9 of a batch', 'SIGKILL', (code) => code === null);
const stoppedBatch = endedBatch(
  'SIGTERM to a batch',
  'SIGTERM',
  (code, stderr) => code === 2 && stderr.includes('the same command goes on'),
);

/** Workers and Redis of a queue meet with what `trouble` does, again and again, until the batch is done. */
function queueScenario(
  name: string,
  trouble: (workers: Running[], url: string, redis: Redis) => Promise<void>,
): Scenario {
  return {
    name,
    async run(place) {
      const { input, out, work } = place;
      const redis = await redisServer(join(work, 'redis'));
      if (!redis) return NO_REDIS;
      const workers = [worker(redis.url), worker(redis.url)];
      const batch = teigram('batch', input, '-o', out, '--quiet', '--queue', redis.url);
      let over = false;
      const done = finished(batch).finally(() => {
        over = true;
      });
      // Its failure is told below, when it is waited for.
      done.catch(() => undefined);
      let faults = 0;
      try {
        for (; await someMore(place, () => over); faults++) await trouble(workers, redis.url, redis);
        await done;
        return faults;
      } finally {
        batch.process.kill('SIGKILL');
        for (const { process } of workers) process.kill('SIGKILL');
        await redis.stop('SIGKILL');
      }
    },
  };
}

type Redis = NonNullable<Awaited<ReturnType<typeof redisServer>>>;

const worker = (url: string): Running => teigram('worker', '--queue', url, '--jobs', '1');

const killedWorkers = queueScenario('kill -9 of workers', async (workers, url) => {
  const which = Math.floor(Math.random() * workers.length);
  workers[which]!.process.kill('SIGKILL');
  workers[which] = worker(url);
});

const drainedWorkers = queueScenario('SIGTERM to workers', async (workers, url) => {
  const which = Math.floor(Math.random() * workers.length);
  const { process, ended } = workers[which]!;
  workers[which] = worker(url);
  process.kill('SIGTERM');
  const { code, stderr } = await ended;
  // One that was stopped before it listened for signals ends by the signal.
  if (code !== 0 && stderr.includes('worker with')) throw new Error(`a worker ended with ${code}: ${stderr}`);
});

const restartedRedis = queueScenario('Redis killed and restarted', async (_, __, redis) => {
  await redis.stop(Math.random() < 0.5 ? 'SIGKILL' : 'SIGTERM');
  await aWhile(1);
  await redis.start();
});

/** A disk that is too small: a clear end, whole files; with more room the same command goes on. */
const fullDisk: Scenario = {
  name: 'disk full',
  async run({ input, out }) {
    mkdirSync(out);
    const mount = (...args: string[]): boolean => spawnSync('mount', args, { stdio: 'ignore' }).status === 0;
    if (!mount('-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', out)) return 'a small file system needs root';
    try {
      const stderr = await finished(teigram('batch', input, '-o', out, '--jobs', '2'), 2);
      if (!stderr.includes('no space left on the disk')) throw new Error(`it says: ${stderr}`);
      const outputs = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.xml'));
      const cut = outputs.filter((path) => !readFileSync(join(out, path), 'utf8').trimEnd().endsWith('>'));
      if (cut.length > 0) throw new Error(`half-written: ${cut[0]}`);
      if (!mount('-o', 'remount,size=1g', out)) throw new Error('no more room can be given');
      await finished(teigram('batch', input, '-o', out, '--jobs', '2', '--quiet'));
      const copy = spawnSync('cp', ['-a', out, `${out}.copy`]);
      if (copy.status !== 0) throw new Error(String(copy.stderr));
      return 1;
    } finally {
      spawnSync('umount', [out]);
      if (existsSync(`${out}.copy`)) spawnSync('sh', ['-c', 'rmdir "$1" && mv "$1.copy" "$1"', 'sh', out]);
    }
  },
};

export const SCENARIOS: readonly Scenario[] = [
  killedBatch,
  stoppedBatch,
  killedWorkers,
  drainedWorkers,
  restartedRedis,
  fullDisk,
];
