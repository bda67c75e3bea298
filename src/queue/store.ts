/** What a queue keeps in Redis beside its jobs: what batches have in common, and results. All of it goes after a week. */

import { gunzipSync, gzipSync } from 'node:zlib';
import type { Redis } from 'ioredis';
import { sha256 } from '../batch/sha256.js';
import type { Outcome, TaskFailure, TaskOptions } from '../batch/task.js';
import type { Refusal } from './refusal.js';

/** The name of BullMQ's queue, and the start of all our keys. */
export const QUEUE = 'teigram';
export const WEEK = 7 * 24 * 3600;

/** The batches that are listed. */
export const BATCHES = `${QUEUE}:batches`;
/** Where a batch's outputs go. */
export const placesKey = (batch: string): string => `${QUEUE}:places:${batch}`;

/** Stands where a document's outcome would: it is not to be converted for this batch any more. */
export const WITHDRAWN = 'withdrawn';

/** What all documents of a batch have in common. */
export interface BatchSpec {
  /** The version of teigram that submitted it; another one's outputs might be others. */
  readonly version: string;
  readonly options: TaskOptions;
  /** Of each group that has lists, by its number: the key of a blob. */
  readonly lists: Readonly<Record<number, string>>;
  /** Texts lie beside the jobs (`texts`); else at the paths of the tasks. */
  readonly inline: boolean;
  /** What lies in the shared folder: a worker that finds it not has another. */
  readonly landmarks?: readonly string[];
  readonly total: number;
  /** What it is called where batches are listed: where outputs go. */
  readonly title: string;
}

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
  /** Outcomes by number of the document. The first holds: the same document gives the same one, and what is withdrawn has none. */
  putResults(batch: string, outcomes: ReadonlyMap<number, Outcome>): Promise<void>;
  results(batch: string, documents: readonly number[]): Promise<Map<number, Outcome | typeof WITHDRAWN>>;
  /** Those of these that are neither done nor withdrawn; none of a batch that is over. */
  wanted(batch: string, documents: readonly number[]): Promise<Set<number>>;
  /** Have documents converted for this batch no more; outcomes that are there are taken away. */
  withdraw(batch: string, documents: readonly number[]): Promise<void>;
  /** Forget outcomes: the documents are to be done, or done again. */
  dropResults(batch: string, documents: readonly number[]): Promise<void>;
  /** How many are done or withdrawn. */
  doneIn(batch: string): Promise<number>;
  /** Their numbers. */
  documentsDone(batch: string): Promise<Set<number>>;
  /** Why documents failed at their last attempt, by number. */
  putFailures(batch: string, failures: ReadonlyMap<number, TaskFailure>): Promise<void>;
  failures(batch: string, documents: readonly number[]): Promise<Map<number, TaskFailure>>;
  /** The bytes of documents by number, until they are converted. */
  putTexts(batch: string, texts: ReadonlyMap<number, Uint8Array>): Promise<void>;
  texts(batch: string, documents: readonly number[]): Promise<Map<number, Uint8Array>>;
  textsThere(batch: string): Promise<Set<number>>;
  dropTexts(batch: string, documents: readonly number[]): Promise<void>;
  /** That a worker left the batch to others. */
  setRefused(batch: string, why: Refusal): Promise<void>;
  refusalOf(batch: string): Promise<Refusal | undefined>;
  /** Have it listed no more. */
  unlist(batch: string): Promise<void>;
  forget(batch: string): Promise<void>;
}

export function storeOn(redis: Redis): Store {
  const batchKey = (batch: string): string => `${QUEUE}:batch:${batch}`;
  const resultsKey = (batch: string): string => `${QUEUE}:results:${batch}`;
  const textsKey = (batch: string): string => `${QUEUE}:texts:${batch}`;
  const failuresKey = (batch: string): string => `${QUEUE}:failures:${batch}`;
  const numbers = async (key: string): Promise<Set<number>> => new Set((await redis.hkeys(key)).map(Number));
  const blobKey = (key: string): string => `${QUEUE}:blob:${key}`;
  const field = async (batch: string, name: string): Promise<string | undefined> =>
    (await redis.hget(batchKey(batch), name)) ?? undefined;
  /** Fields of a hash by number, from JSON. */
  async function fields<T>(key: string, wanted: readonly number[]): Promise<Map<number, T>> {
    const found = new Map<number, T>();
    if (wanted.length === 0) return found;
    const values = await redis.hmget(key, ...wanted.map(String));
    for (const [i, value] of values.entries()) if (value !== null) found.set(wanted[i]!, JSON.parse(value) as T);
    return found;
  }
  async function putFields(key: string, values: ReadonlyMap<number, unknown>): Promise<void> {
    if (values.size === 0) return;
    const all = [...values].flatMap(([number, value]) => [String(number), JSON.stringify(value)]);
    await redis
      .multi()
      .hset(key, ...all)
      .expire(key, WEEK)
      .exec();
  }
  async function drop(key: string, numbers: readonly number[]): Promise<void> {
    if (numbers.length > 0) await redis.hdel(key, ...numbers.map(String));
  }
  async function unlist(batch: string): Promise<void> {
    await redis.srem(BATCHES, batch);
  }
  return {
    redis,
    async putBatch(batch, spec) {
      const key = batchKey(batch);
      await redis.multi().hset(key, 'spec', JSON.stringify(spec)).hdel(key, 'refused').expire(key, WEEK).exec();
      await redis.sadd(BATCHES, batch);
    },
    async getBatch(batch) {
      const spec = await field(batch, 'spec');
      return spec === undefined ? undefined : (JSON.parse(spec) as BatchSpec);
    },
    async batches() {
      return (await redis.smembers(BATCHES)).sort();
    },
    async putBlob(data) {
      const json = JSON.stringify(data);
      const key = sha256(json);
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
      const key = resultsKey(batch);
      const all = redis.multi();
      for (const [document, outcome] of outcomes) all.hsetnx(key, String(document), JSON.stringify(outcome));
      await all.expire(key, WEEK).exec();
    },
    results: (batch, documents) => fields<Outcome | typeof WITHDRAWN>(resultsKey(batch), documents),
    async wanted(batch, documents) {
      const [isThere, settled] = await Promise.all([
        redis.exists(batchKey(batch)),
        fields(resultsKey(batch), documents),
      ]);
      return new Set(isThere ? documents.filter((document) => !settled.has(document)) : []);
    },
    withdraw: (batch, documents) => putFields(resultsKey(batch), new Map(documents.map((n) => [n, WITHDRAWN]))),
    dropResults: (batch, documents) => drop(resultsKey(batch), documents),
    putFailures: (batch, failures) => putFields(failuresKey(batch), failures),
    failures: (batch, documents) => fields<TaskFailure>(failuresKey(batch), documents),
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
    dropTexts: (batch, documents) => drop(textsKey(batch), documents),
    async setRefused(batch, why) {
      await redis.hset(batchKey(batch), 'refused', why);
    },
    refusalOf: async (batch) => (await field(batch, 'refused')) as Refusal | undefined,
    unlist,
    async forget(batch) {
      const keys = [batchKey, resultsKey, textsKey, failuresKey, placesKey].map((key) => key(batch));
      await redis.del(...keys);
      await unlist(batch);
    },
  };
}
