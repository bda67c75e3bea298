/** Where outputs of batches go, so that one that is submitted later is known to make the same. */

import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';
import { BATCHES, placesKey, QUEUE, WEEK } from './store.js';

/** The batches that were submitted so far are counted here. */
const TURNS = `${QUEUE}:turns`;
/** Bytes of a hash that a place is known by. */
const BYTES = 8;

/** Places of a batch by number of the document, and its turn: of two batches the one with the higher turn was submitted later. */
interface Places {
  readonly turn: number;
  readonly places: readonly string[];
}

const hashOf = (place: string): Buffer => createHash('sha256').update(place).digest().subarray(0, BYTES);

/** Take a turn. Places are told before anybody asks who else has them: of two at a time, one at least sees the other. */
export async function takeTurn(redis: Redis, batch: string, places: readonly string[]): Promise<Places> {
  const turn = await redis.incr(TURNS);
  const key = placesKey(batch);
  const packed = Buffer.concat(places.map(hashOf));
  await redis.multi().hset(key, { turn, places: packed }).expire(key, WEEK).sadd(BATCHES, batch).exec();
  return { turn, places: unpacked(packed) };
}

export async function placesOf(redis: Redis, batch: string): Promise<Places | undefined> {
  const [turn, places] = await redis.hmgetBuffer(placesKey(batch), 'turn', 'places');
  return turn && places ? { turn: Number(turn), places: unpacked(places) } : undefined;
}

/** A place as {@link Places} hold it. */
export const placeKey = (place: string): string => hashOf(place).toString('latin1');

function unpacked(places: Buffer): string[] {
  const all: string[] = [];
  for (let at = 0; at < places.length; at += BYTES) all.push(places.toString('latin1', at, at + BYTES));
  return all;
}
