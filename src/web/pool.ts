/** Worker threads for documents that come by the network: bounded in number, queue, time and memory. */

import { Piscina } from 'piscina';
import { packageFile } from '../package-file.js';
import type { Call, TaskInput, TaskName, TaskResult } from './worker.js';

export interface PoolLimits {
  readonly threads: number;
  /** Documents that may wait for a thread. */
  readonly queue: number;
  /** Milliseconds that a document may wait for a thread; left out: any time. */
  readonly wait?: number;
  /** Milliseconds that one document may take, from when its thread begins. */
  readonly time: number;
  /** Megabytes of heap of one thread. */
  readonly heap: number;
}

/** Why a task was not done. */
export type Refusal = 'busy' | 'waited' | 'late' | 'memory' | 'closed' | 'gone';

export class TaskRefused extends Error {
  override readonly name = 'TaskRefused';
  constructor(readonly reason: Refusal) {
    super(reason);
  }
}

export interface Pool {
  /**
   * @param gone ends the task where it stands, also before its turn: nobody waits for it any more
   * @throws TaskRefused; any other error is a bug of ours.
   */
  run<Name extends TaskName>(name: Name, input: TaskInput<Name>, gone?: AbortSignal): Promise<TaskResult<Name>>;
  /** Tasks that are being done, and that wait. */
  load(): { readonly active: number; readonly waiting: number };
  /** Whether another task would be taken. */
  free(): boolean;
  close(): Promise<void>;
}

/** A task that takes too long or too much costs its thread, which is replaced; the others never notice. */
export function openPool({ threads, queue, wait, time, heap }: PoolLimits): Pool {
  const piscina = new Piscina({
    filename: packageFile('dist/web/thread.cjs'),
    minThreads: threads,
    maxThreads: threads,
    resourceLimits: { maxOldGenerationSizeMb: heap },
    // Waiting by Atomics blocks a thread that should hear of messages of its own.
    atomics: 'disabled',
  });
  const turns = turnsOf(threads, wait);
  const under = new Set<Promise<unknown>>();
  let closed = false;
  const free = (): boolean => !closed && under.size < threads + queue;

  async function inTurn<Name extends TaskName>(call: Call<Name>, gone?: AbortSignal): Promise<TaskResult<Name>> {
    await turns.take(gone);
    const late = new AbortController();
    const timer = setTimeout(() => late.abort(), time);
    try {
      return await piscina.run(call, { signal: gone ? AbortSignal.any([late.signal, gone]) : late.signal });
    } catch (error) {
      if (gone?.aborted) throw new TaskRefused('gone');
      if (late.signal.aborted) throw new TaskRefused('late');
      if ((error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY') throw new TaskRefused('memory');
      throw error;
    } finally {
      clearTimeout(timer);
      turns.give();
    }
  }

  return {
    run(name, input, gone) {
      if (closed) return Promise.reject(new TaskRefused('closed'));
      if (!free()) return Promise.reject(new TaskRefused('busy'));
      const task = inTurn({ name, input }, gone).finally(() => under.delete(task));
      under.add(task);
      return task;
    },
    load: () => ({ active: Math.min(under.size, threads), waiting: Math.max(0, under.size - threads) }),
    free,
    async close() {
      closed = true;
      await Promise.allSettled(under);
      await piscina.close();
    },
  };
}

/** Turns for so many at a time, first come, first served. Who waits longer than `wait` milliseconds is refused; who has gone loses the place. */
function turnsOf(many: number, wait: number | undefined): { take(gone?: AbortSignal): Promise<void>; give(): void } {
  let free = many;
  const waiting = new Set<() => void>();
  return {
    async take(gone) {
      if (gone?.aborted) throw new TaskRefused('gone');
      if (free > 0) {
        free--;
        return;
      }
      await new Promise<void>((begin, refuse) => {
        const leave = (reason: Refusal): void => {
          waiting.delete(go);
          done();
          refuse(new TaskRefused(reason));
        };
        const left = (): void => leave('gone');
        const timer = wait === undefined ? undefined : setTimeout(() => leave('waited'), wait);
        const done = (): void => {
          clearTimeout(timer);
          gone?.removeEventListener('abort', left);
        };
        const go = (): void => {
          done();
          begin();
        };
        gone?.addEventListener('abort', left, { once: true });
        waiting.add(go);
      });
    },
    give() {
      const [next] = waiting;
      if (!next) free++;
      else {
        waiting.delete(next);
        next();
      }
    },
  };
}
