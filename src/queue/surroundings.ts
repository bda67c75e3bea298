/** What jobs of a batch have in common, as workers fetch it. */

import type { ListFile } from '../authority/read.js';
import { type Shared, share } from '../batch/shared.js';
import type { Surroundings } from '../batch/task.js';
import type { VolumeMemory } from '../memory.js';
import type { BatchSpec, Store } from './store.js';

/** What is kept at a time: batches, blobs unpacked, and which of these is a group's memory. */
const KEPT = 12;

export interface BatchSurroundings {
  /** The version of teigram that submitted it, and what its models are known by; undefined for the package's own. */
  madeFor(batch: string): Promise<{ readonly version: string; readonly models: string | undefined }>;
  /** Whether texts lie beside the jobs. */
  inline(batch: string): Promise<boolean>;
  /** What lies in the shared folder. */
  landmarks(batch: string): Promise<readonly string[]>;
  /** What a thread needs for documents of a group; `together`: also what they know of each other. */
  of(batch: string, group: number, together: boolean): Promise<Surroundings>;
}

/** Fetched once and kept for a while. */
export function surroundingsFrom(store: Store): BatchSurroundings {
  const kept = new Map<string, unknown>();
  async function once<T>(key: string, fetch: () => Promise<T>): Promise<T> {
    if (!kept.has(key)) {
      const value = await fetch();
      if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
      kept.set(key, value);
    }
    return kept.get(key) as T;
  }
  const blob = <T>(key: string): Promise<Shared<T>> =>
    once(`blob ${key}`, async () => share((await store.getBlob(key)) as T));
  const spec = (batch: string): Promise<BatchSpec> =>
    once(`batch ${batch}`, async () => {
      const found = await store.getBatch(batch);
      if (!found) throw new Error(`Redis has lost the batch ${batch}; submit it again`);
      return found;
    });
  /** It follows from the documents, as the batch does. */
  const memoryOf = (batch: string, group: number): Promise<string> =>
    once(`memory ${batch} ${group}`, async () => {
      const found = await store.memoryOf(batch, group);
      if (found !== undefined) return found;
      throw new Error(`Redis has lost what documents of the batch ${batch} know of each other; submit it again`);
    });
  return {
    async madeFor(batch) {
      const { version, options } = await spec(batch);
      return { version, models: options.models };
    },
    inline: async (batch) => (await spec(batch)).inline,
    landmarks: async (batch) => (await spec(batch)).landmarks ?? [],
    async of(batch, group, together) {
      const { options, lists } = await spec(batch);
      const own = lists[group];
      const memory = together ? await memoryOf(batch, group) : undefined;
      return {
        options,
        ...(own !== undefined && { lists: await blob<readonly ListFile[]>(own) }),
        ...(memory !== undefined && { memory: await blob<VolumeMemory>(memory) }),
      };
    },
  };
}
