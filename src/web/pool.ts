/** Worker threads for documents that come by the network: bounded in number, queue, time and memory. */

import { Piscina } from 'piscina';
import { packageFile } from '../package-file.js';
import type { Call, TaskInput, TaskName, TaskResult } from './worker.js';

export interface PoolLimits {
  readonly threads: number;
  /** Documents that may wait for a thread. */
  readonly queue: number;
  /** Milliseconds that one document may take. */
  readonly time: number;
  /** Megabytes of heap of one thread. */
  readonly heap: number;
}

/** Why a task was not done. */
export type Refusal = 'busy' | 'late' | 'memory' | 'closed';

export class TaskRefused extends Error {
  override readonly name = 'TaskRefused';
  constructor(readonly reason: Refusal) {
    super(reason);
  }
}

export interface Pool {
  /** @throws TaskRefused; any other error is a bug of ours. */
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>): Promise<TaskResult<Name>>;
  /** Tasks that are being done, and that wait. */
  load(): { readonly active: number; readonly waiting: number };
  /** Whether another task would be taken. */
  free(): boolean;
  close(): Promise<void>;
}

/** A task that takes too long or too much costs its thread, which is replaced; the others never notice. */
export function openPool({ threads, queue, time, heap }: PoolLimits): Pool {
  const piscina = new Piscina({
    filename: packageFile('dist/web/worker.js'),
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: heap },
    // Waiting by Atomics blocks a thread that should hear of messages of its own.
    atomics: 'disabled',
  });
  let under = 0;
  let closed = false;
  const free = (): boolean => !closed && under < threads + queue;
  return {
    async run(name, input) {
      if (closed) throw new TaskRefused('closed');
      if (!free()) throw new TaskRefused('busy');
      under++;
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(), time);
      try {
        const call: Call<typeof name> = { name, input };
        return await piscina.run(call, { signal: late.signal });
      } catch (error) {
        if (late.signal.aborted) throw new TaskRefused('late');
        if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new TaskRefused('memory');
        throw error;
      } finally {
        clearTimeout(timer);
        under--;
      }
    },
    load: () => ({ active: Math.min(under, threads), waiting: Math.max(0, under - threads) }),
    free,
    async close() {
      closed = true;
      await piscina.close();
    },
  };
}
