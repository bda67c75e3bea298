/** The two ways in which `teigram batch` gets its documents done: on this machine, or by workers of a queue. */

import { resolve } from 'node:path';
import { putOutput } from '../batch/document-files.js';
import { convertGroups } from '../batch/run.js';
import { type DocumentTask, failed, type Outcome, type Surroundings, type TaskFailure } from '../batch/task.js';
import { type FileStats, isOutput, type KnownGroup, statsOf } from '../batch/unchanged.js';
import type { SubmitOptions, Waiting } from '../queue/submit.js';
import { VERSION } from '../version.js';
import type { ThreadFlags } from './conversion-options.js';
import { openLanes } from './lanes.js';
import { awayFrom, masked, redisError } from './redis.js';
import { EXIT, err, exitWith } from './terminal.js';

/** Where a batch is done, if not here. */
export type QueuePlace = Pick<SubmitOptions, 'url' | 'title' | 'inline' | 'root' | 'out'>;

type Groups = Iterable<KnownGroup<DocumentTask>>;
/** Hears what came of a document; `stats`: of its files, where the output is known to be what came of it. */
type Report = (task: DocumentTask, outcome: Outcome, stats: FileStats | undefined) => void;

export async function onThisMachine(
  groups: Groups,
  documents: number,
  flags: ThreadFlags,
  surroundings: Pick<Surroundings, 'options'>,
  report: Report,
  stop: AbortSignal,
): Promise<void> {
  const due = primed(groups[Symbol.iterator]());
  if (!due) return;
  const lanes = await openLanes(documents, flags);
  try {
    const made = (task: DocumentTask, outcome: Outcome): void =>
      report(task, outcome, outcome.kept || outcome.failure ? undefined : statsOf(task));
    await convertGroups(due, lanes, surroundings, made, stop);
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
  run: Pick<SubmitOptions, 'options' | 'force' | 'signal'>,
  report: Report,
): Promise<void> {
  const { throughQueue } = await import('../queue/submit.js');
  const reasons = waiting(place.root);
  const onWaiting = (why: Waiting): void => err(`teigram: ${reasons[why]} --queue ${masked(url)}`);
  const arrived = place.inline ? saved : confirmed;
  const came = (task: DocumentTask, outcome: Outcome): void =>
    report(task, ...(outcome.failure ? fault(task, outcome.failure) : arrived(task, outcome)));
  const submitted = throughQueue(groups, { url, ...place, ...run, onError: awayFrom(url), onWaiting }, came);
  const { dead, withdrawn } = await submitted.catch((error: unknown) => {
    throw redisError(url, error);
  });
  for (const [task, failure] of dead) report(task, ...fault(task, ofLetter(task, failure)));
  if (withdrawn > 0) {
    exitWith(EXIT.failure);
    err(
      `teigram: ${withdrawn} document${withdrawn === 1 ? ' was' : 's were'} withdrawn: a later batch makes the same outputs, or this one was cancelled; the same command does them`,
    );
  }
  if (dead.size > 0)
    err(
      `teigram: dead letters stay in the queue: teigram queue failed --queue ${masked(url)}, then queue retry --queue ${masked(url)}`,
    );
}

const waiting = (root: string): Readonly<Record<Waiting, string>> => ({
  'no worker': 'no worker is on this queue; start one: teigram worker',
  'other models':
    'a worker on this queue has other models than this batch; start one with the same --models: teigram worker',
  'other version': `a worker on this queue is of another version of teigram than this one, ${VERSION}; start one of the same: teigram worker`,
  'other root': `a worker on this queue doesn't have this batch's folders; is the shared folder mounted there? Start one with the --root of this batch, as it is there: teigram worker --root ${resolve(root)}`,
});

type Arrived = [Outcome, FileStats | undefined];

const fault = ({ name }: DocumentTask, failure: TaskFailure): Arrived => [failed(name, failure), undefined];

/** An output that came through the queue is written here. */
function saved(task: DocumentTask, outcome: Outcome): Arrived {
  const { failure, kept } = outcome.output === undefined ? {} : putOutput(task, outcome.output);
  if (failure) return fault(task, failure);
  return kept ? [{ ...outcome, kept }, undefined] : [outcome, statsOf(task)];
}

/** An output that a worker wrote is looked at. It may take a while until a shared folder shows it; other bytes are not its. */
function confirmed(task: DocumentTask, outcome: Outcome): Arrived {
  if (outcome.kept) return [outcome, undefined];
  const target = task.target!;
  const stats = statsOf(task);
  const isThere = isOutput(target, outcome.outputHash);
  if (isThere !== false) return [outcome, isThere ? stats : undefined];
  const [unconfirmed] = fault(task, {
    message: `${target}: is not what the worker wrote there; something else wrote to it, and it is kept`,
    hint: 'remove it, and the same command has it made anew',
    cause: 'output',
  });
  return [{ ...unconfirmed, ...(outcome.outputHash !== undefined && { outputHash: outcome.outputHash }) }, undefined];
}

/** A dead letter begins with its document, as it is called here or where it lies. A worker's disk is not this one. */
function ofLetter({ name }: DocumentTask, { message, cause, ...rest }: TaskFailure): TaskFailure {
  const [about = ''] = message.split(': ');
  return {
    ...rest,
    message: about.endsWith(name) ? message : `${name}: ${message}`,
    cause: cause === 'disk' ? 'output' : cause,
  };
}
