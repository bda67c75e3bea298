/** Data that every thread needs and none changes: serialised once, held once for all threads, unpacked once in each. */

import { createHash } from 'node:crypto';
import { deserialize, serialize } from 'node:v8';

/** `key` is the hash of what `bytes` hold, so that equal data are unpacked once. */
export interface Shared<T> {
  readonly key: string;
  readonly bytes: SharedArrayBuffer;
  /** The type of what is inside; never there. */
  readonly holds?: T;
}

/** Pack plain data (what structured clone takes). */
export function share<T>(value: T): Shared<T> {
  const packed = serialize(value);
  const bytes = new SharedArrayBuffer(packed.length);
  new Uint8Array(bytes).set(packed);
  return { key: createHash('sha256').update(packed).digest('hex'), bytes };
}

/**
 * A reader of shared data that makes something of it (`build`) and keeps the last few results: the same object for the same
 * data, so that what is derived from it is derived once, too.
 */
export function unpacker<T, Built>(build: (value: T) => Built, kept = 4): (shared: Shared<T>) => Built {
  const built = new Map<string, Built>();
  return ({ key, bytes }) => {
    let found = built.get(key);
    if (found === undefined) {
      found = build(deserialize(Buffer.from(new Uint8Array(bytes))) as T);
      if (built.size >= kept) built.delete(built.keys().next().value!);
    }
    // The one used last comes last.
    built.delete(key);
    built.set(key, found);
    return found;
  };
}
