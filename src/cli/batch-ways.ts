/** The two ways in which `teigram batch` gets its documents done: on this machine, or by workers of a queue. */

import { writeOutput } from '../batch/document-files.js';
import { convertGroups } from '../batch/run.js';
import { type DocumentTask, failed, type Outcome, type Surroundings } from '../batch/task.js';
import type { KnownGroup } from '../batch/unchanged.js';
import type { SubmitOptions, Waiting } from '../queue/submit.js';
import { VERSION } from '../version.js';
import type { ThreadFlags } from './conversion-options.js';
import { openLanes } from './lanes.js';
import { awayFrom, masked, redisError } from './redis.js';
import { err } from './terminal.js';

/** Where a batch is done, if not here. */
export type QueuePlace = Pick<SubmitOptions, 'url' | 'title' | 'inline' | 'root'>;

type Groups = Iterable<KnownGroup<DocumentTask>>;
type Report = (task: DocumentTask, outcome: Outcome) => void;

export async function onThisMachine(
  groups: Groups,
  documents: number,
  flags: ThreadFlags,
  surroundings: Omit<Surroundings, 'memory'>,
  report: Report,
  stop: AbortSignal,
): Promise<void> {
  const due = primed(groups[Symbol.iterator]());
  if (!due) return;
  const lanes = await openLanes(documents, flags);
  try {
    await convertGroups(due, lanes, surroundings, report, stop);
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
}

/** The same items, or undefined if there is nothing to do in any of them: then no thread need be started. */
function primed(groups: Iterator<KnownGroup<DocumentTask>>): Groups | undefined {
  for (let next = groups.next(); !next.done; next = groups.next()) {
    const first = next.value;
    if (first.tasks.every((task) => first.done.has(task))) continue;
    return (function* () {
      yield first;
      yield* { [Symbol.iterator]: () => groups };
    })();
  }
  return undefined;
}

export async function onManyMachines(
  groups: readonly KnownGroup<DocumentTask>[],
  { url, ...place }: QueuePlace,
  run: Pick<SubmitOptions, 'settings' | 'options' | 'lists' | 'signal'>,
  report: Report,
): Promise<void> {
  if (groups.every(({ tasks, done }) => tasks.every((task) => done.has(task)))) return;
  const { throughQueue } = await import('../queue/submit.js');
  const onWaiting = (why: Waiting): void => err(`teigram: ${WAITING[why]} ${masked(url)}`);
  const save: Report = (task, outcome) => report(task, saved(task, outcome));
  const submitted = throughQueue(groups, { url, ...place, ...run, onError: awayFrom(url), onWaiting }, save);
  const dead = await submitted.catch((error: unknown) => {
    throw redisError(url, error);
  });
  for (const [task, message] of dead)
    report(task, failed(task.name, { message: worded(task, message), cause: 'input' }));
  if (dead.size > 0)
    err(
      `teigram: dead letters stay in the queue: teigram queue failed --queue ${masked(url)}, then queue retry --queue ${masked(url)}`,
    );
}

const WAITING: Readonly<Record<Waiting, string>> = {
  'no worker': 'no worker is on this queue; start one: teigram worker --queue',
  'other models':
    'a worker on this queue has other models than this batch; start one with the same --models: teigram worker --queue',
  'other version': `a worker on this queue is of another version of teigram than this one, ${VERSION}; start one of the same: teigram worker --queue`,
};

/** An output that came through the queue is written here. */
function saved(task: DocumentTask, outcome: Outcome): Outcome {
  const failure = outcome.output === undefined ? undefined : writeOutput(task.target!, outcome.output);
  return failure ? failed(task.name, failure) : outcome;
}

const worded = ({ name }: DocumentTask, message: string): string =>
  message.includes(name) ? message : `${name}: ${message}`;
