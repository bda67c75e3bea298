/** Data that every thread needs and none changes: serialised once, held once for all threads, unpacked once in each. */

import { sha256 } from './sha256.js';

/** `key` is the hash of what `bytes` hold: equal data have equal keys, in whatever process. */
export interface Shared<T> {
  readonly key: string;
  /** JSON: the engine's own serialisation tells arrays apart by how they came about. */
  readonly bytes: SharedArrayBuffer;
  /** The type of what is inside; never there. */
  readonly holds?: T;
}

/** Pack plain data (what JSON holds). */
export function share<T>(value: T): Shared<T> {
  const packed = Buffer.from(JSON.stringify(value));
  const bytes = new SharedArrayBuffer(packed.length);
  new Uint8Array(bytes).set(packed);
  return { key: sha256(packed), bytes };
}

export const unpacked = <T>({ bytes }: Shared<T>): T => JSON.parse(Buffer.from(bytes).toString()) as T;

/**
 * A reader of shared data that makes something of it (`build`) and keeps the last few results: the same object for the same
 * data, so that what is derived from it is derived once, too.
 */
export function unpacker<T, Built>(build: (value: T) => Built): (shared: Shared<T>) => Built {
  const built = lastFew<Built>();
  return (shared) => built(shared.key, () => build(unpacked(shared)));
}

/** What was made for the keys that were asked for last, so many of them; the others' is made again. */
export function lastFew<T>(kept = 8): (key: string, make: () => T) => T {
  const held = new Map<string, T>();
  return (key, make) => {
    const value = held.has(key) ? held.get(key)! : make();
    // The one used last comes last.
    held.delete(key);
    if (held.size >= kept) held.delete(held.keys().next().value!);
    held.set(key, value);
    return value;
  };
}
