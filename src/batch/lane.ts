/**
 * A lane does pieces of work one after the other: in this thread, or in a thread of its own that is watched. A document that
 * hangs, exhausts the memory or brings its thread down is tried again in a new thread, then set aside.
 */

import { packageFile } from '../package-file.js';
import { LANE_LIMITS, type LaneLimits } from './lane-limits.js';
import type { Surveyed, Work } from './perform.js';
import { type DocumentTask, failed, type TaskFailure } from './task.js';
import type { Done, WorkInThread } from './worker.js';

export interface Lane {
  /** Results in the order of the tasks. */
  run(work: Work): Promise<Surveyed[]>;
  close(): Promise<void>;
}

/** How often a document is tried. */
const ATTEMPTS = 2;
/** What stands for a document's number until the first is begun: loading the models is nobody's fault. */
const STARTING = -1;
/** Milliseconds between looks at what a thread is doing. */
const WATCH = 200;

/** In this thread: nothing to start, nothing watched; our own bugs throw. */
export const inProcess: Lane = {
  run: async (work) => (await import('./perform.js')).perform(work, () => undefined),
  close: async () => undefined,
};

/** In a thread of its own. */
export async function openLane(limits: LaneLimits = LANE_LIMITS): Promise<Lane> {
  const { Piscina } = await import('piscina');
  const filename = packageFile('dist/batch/thread.cjs');
  const resourceLimits = { maxOldGenerationSizeMb: limits.heap };
  // A pool whose thread ended before it had anything to do starts no other.
  let lost = false;
  const open = () => {
    lost = false;
    const opened = new Piscina({ filename, minThreads: 1, maxThreads: 1, resourceLimits, atomics: 'disabled' });
    return opened.on('error', () => {
      lost = true;
    });
  };
  let pool = open();
  const at = new Int32Array(new SharedArrayBuffer(4));
  const culprit = (): number => Math.max(0, Atomics.load(at, 0));

  const renew = async (): Promise<void> => {
    await pool.destroy();
    pool = open();
  };

  /** What came of the work; or, where the thread was lost, which document did it and how. */
  async function attempt(work: Work): Promise<Surveyed[] | Loss> {
    if (lost) await renew();
    Atomics.store(at, 0, STARTING);
    const watch = watchdog(at, limits.timeout);
    try {
      const task: WorkInThread = { ...work, at };
      const done: Done = await pool.run(task, { signal: watch.signal });
      if ('results' in done) return done.results;
      await renew();
      return { culprit: culprit(), how: `it crashed the converter: ${done.bug}`, todo: BUG };
    } catch (error) {
      await renew();
      return { culprit: culprit(), ...howItFailed(error, watch.signal.aborted, limits) };
    } finally {
      watch.stop();
    }
  }

  return {
    run: (work) => withoutPoison(work, attempt),
    close: () => pool.destroy(),
  };
}

/** Which document cost a thread, how, and what to do about it. */
interface Loss {
  readonly culprit: number;
  readonly how: string;
  readonly todo: string;
}

const REPORT = 'please report it with the text';
const raise = (option: string): string =>
  `give it more with ${option} (teigram batch and shards run: and --retry); if that is no help, ${REPORT}`;
const BUG = `this is a bug of teigram, ${REPORT}`;

/** Run until every document is done or was tried often enough. */
async function withoutPoison(work: Work, attempt: (work: Work) => Promise<Surveyed[] | Loss>): Promise<Surveyed[]> {
  const results = new Map<DocumentTask, Surveyed>();
  const tried = new Map<DocumentTask, number>();
  let rest = [...work.tasks];
  while (rest.length > 0) {
    const came = await attempt({ ...work, tasks: rest });
    if (!('culprit' in came)) {
      for (const [i, task] of rest.entries()) results.set(task, came[i]!);
      break;
    }
    const culprit = rest[came.culprit]!;
    const times = (tried.get(culprit) ?? 0) + 1;
    tried.set(culprit, times);
    rest = rest.filter((task) => task !== culprit);
    if (times < ATTEMPTS) rest.push(culprit);
    else results.set(culprit, failed(culprit.name, poison(culprit, came)));
  }
  return work.tasks.map((task) => results.get(task)!);
}

const poison = ({ name }: DocumentTask, { how, todo }: Loss): TaskFailure => ({
  message: `${name}: set aside, tried ${ATTEMPTS} times: ${how}`,
  hint: todo,
  cause: 'poison',
});

function howItFailed(error: unknown, late: boolean, { timeout, heap }: LaneLimits): Omit<Loss, 'culprit'> {
  if (late) return { how: `not done within ${timeout} s`, todo: raise('--timeout') };
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ERR_WORKER_OUT_OF_MEMORY')
    return { how: `it needs more than ${heap} MB of memory`, todo: raise('--memory') };
  return { how: `its thread ended: ${message}`, todo: BUG };
}

/** Aborts when the number at `at` has stood still for so many seconds. */
function watchdog(at: Int32Array, timeout: number): { readonly signal: AbortSignal; stop(): void } {
  const controller = new AbortController();
  let seen = -1;
  let since = performance.now();
  const timer = setInterval(() => {
    const now = Atomics.load(at, 0);
    if (now !== seen || now === STARTING) {
      seen = now;
      since = performance.now();
    } else if (performance.now() - since > timeout * 1000) {
      controller.abort();
    }
  }, WATCH);
  return { signal: controller.signal, stop: () => clearInterval(timer) };
}
