/** What a queue keeps in Redis beside its jobs: what batches have in common, and results. All of it goes after a week. */

import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Redis } from 'ioredis';
import type { Outcome, TaskOptions } from '../batch/task.js';

/** The name of BullMQ's queue, and the start of all our keys. */
export const QUEUE = 'teigram';
const WEEK = 7 * 24 * 3600;

/** What all documents of a batch have in common. `lists` is the key of a blob. */
export interface BatchSpec {
  /** The version of teigram that submitted it; another one's outputs might be others. */
  readonly version: string;
  readonly options: TaskOptions;
  readonly lists?: string;
  /** Texts lie beside the jobs (`texts`); else at the paths of the tasks. */
  readonly inline: boolean;
  readonly total: number;
  /** What it is called where batches are listed: where outputs go. */
  readonly title: string;
}

/** Why a worker doesn't touch a batch: its outputs might be others than the batch's. */
export type Refusal = 'other models' | 'other version';

export interface Store {
  readonly redis: Redis;
  /** Also forgets that it was refused. */
  putBatch(batch: string, spec: BatchSpec): Promise<void>;
  getBatch(batch: string): Promise<BatchSpec | undefined>;
  batches(): Promise<string[]>;
  /** Store JSON data once; its key. */
  putBlob(data: unknown): Promise<string>;
  getBlob(key: string): Promise<unknown>;
  /** The memory of a group of documents: the key of a blob. */
  setMemory(batch: string, group: number, key: string): Promise<void>;
  memoryOf(batch: string, group: number): Promise<string | undefined>;
  /** Outcomes by number of the document. Setting one again changes nothing: the same document gives the same outcome. */
  putResults(batch: string, outcomes: ReadonlyMap<number, Outcome>): Promise<void>;
  results(batch: string, documents: readonly number[]): Promise<Map<number, Outcome>>;
  doneIn(batch: string): Promise<number>;
  /** The numbers of those that are done. */
  documentsDone(batch: string): Promise<Set<number>>;
  /** The bytes of documents by number, until they are converted. */
  putTexts(batch: string, texts: ReadonlyMap<number, Uint8Array>): Promise<void>;
  texts(batch: string, documents: readonly number[]): Promise<Map<number, Uint8Array>>;
  textsThere(batch: string): Promise<Set<number>>;
  dropTexts(batch: string, documents: readonly number[]): Promise<void>;
  /** That a worker doesn't touch the batch. */
  setRefused(batch: string, why: Refusal): Promise<void>;
  refusalOf(batch: string): Promise<Refusal | undefined>;
  forget(batch: string): Promise<void>;
}

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

export function storeOn(redis: Redis): Store {
  const batchKey = (batch: string): string => `${QUEUE}:batch:${batch}`;
  const resultsKey = (batch: string): string => `${QUEUE}:results:${batch}`;
  const textsKey = (batch: string): string => `${QUEUE}:texts:${batch}`;
  const numbers = async (key: string): Promise<Set<number>> => new Set((await redis.hkeys(key)).map(Number));
  const blobKey = (key: string): string => `${QUEUE}:blob:${key}`;
  const field = async (batch: string, name: string): Promise<string | undefined> =>
    (await redis.hget(batchKey(batch), name)) ?? undefined;
  return {
    redis,
    async putBatch(batch, spec) {
      const key = batchKey(batch);
      await redis.multi().hset(key, 'spec', JSON.stringify(spec)).hdel(key, 'refused').expire(key, WEEK).exec();
      await redis.sadd(`${QUEUE}:batches`, batch);
    },
    async getBatch(batch) {
      const spec = await field(batch, 'spec');
      return spec === undefined ? undefined : (JSON.parse(spec) as BatchSpec);
    },
    async batches() {
      return (await redis.smembers(`${QUEUE}:batches`)).sort();
    },
    async putBlob(data) {
      const json = JSON.stringify(data);
      const key = createHash('sha256').update(json).digest('hex');
      await redis.set(blobKey(key), gzipSync(json), 'EX', WEEK);
      return key;
    },
    async getBlob(key) {
      const packed = await redis.getBuffer(blobKey(key));
      if (!packed) throw new Error(`Redis has lost the data ${key} of this batch; submit it again`);
      return JSON.parse(gunzipSync(packed).toString());
    },
    async setMemory(batch, group, key) {
      await redis.hset(batchKey(batch), `memory:${group}`, key);
    },
    memoryOf: (batch, group) => field(batch, `memory:${group}`),
    async putResults(batch, outcomes) {
      if (outcomes.size === 0) return;
      const fields = [...outcomes].flatMap(([document, outcome]) => [String(document), JSON.stringify(outcome)]);
      await redis
        .multi()
        .hset(resultsKey(batch), ...fields)
        .expire(resultsKey(batch), WEEK)
        .exec();
    },
    async results(batch, documents) {
      const found = new Map<number, Outcome>();
      if (documents.length === 0) return found;
      const values = await redis.hmget(resultsKey(batch), ...documents.map(String));
      for (const [i, value] of values.entries()) {
        if (value !== null) found.set(documents[i]!, JSON.parse(value) as Outcome);
      }
      return found;
    },
    doneIn: (batch) => redis.hlen(resultsKey(batch)),
    documentsDone: (batch) => numbers(resultsKey(batch)),
    async putTexts(batch, texts) {
      if (texts.size === 0) return;
      const fields = [...texts].flatMap(([document, bytes]) => [String(document), Buffer.from(bytes)]);
      await redis
        .multi()
        .hset(textsKey(batch), ...fields)
        .expire(textsKey(batch), WEEK)
        .exec();
    },
    async texts(batch, documents) {
      const values = await redis.hmgetBuffer(textsKey(batch), ...documents.map(String));
      const found = documents.map((document, i) => [document, values[i] ?? undefined] as const);
      return new Map(found.filter((pair): pair is [number, Buffer] => pair[1] !== undefined));
    },
    textsThere: (batch) => numbers(textsKey(batch)),
    async dropTexts(batch, documents) {
      if (documents.length > 0) await redis.hdel(textsKey(batch), ...documents.map(String));
    },
    async setRefused(batch, why) {
      await redis.hset(batchKey(batch), 'refused', why);
    },
    refusalOf: async (batch) => (await field(batch, 'refused')) as Refusal | undefined,
    async forget(batch) {
      await redis.del(batchKey(batch), resultsKey(batch), textsKey(batch));
      await redis.srem(`${QUEUE}:batches`, batch);
    },
  };
}
