/** Many documents on many lanes; what comes of them depends neither on the number of lanes nor on who was first. */

import { randomUUID } from 'node:crypto';
import { agenda, type TaskGroup } from './agenda.js';
import type { Lane } from './lane.js';
import type { DocumentTask, Outcome, Surroundings } from './task.js';
import { tidyHeap } from './tidy.js';

/**
 * Convert groups of documents, each group evidence for its own. Groups are drawn as they are needed, and only a few are open at a
 * time, so memory is bounded whatever their number.
 *
 * @param report hears every outcome once, in the order of the tasks; the run ends with what it throws
 * @param enough ends the run early: what is in hand is finished and reported as far as order allows
 */
export async function convertGroups<Task extends DocumentTask>(
  groups: Iterable<TaskGroup<Task>>,
  lanes: readonly Lane[],
  surroundings: Pick<Surroundings, 'options'>,
  report: (task: Task, outcome: Outcome) => void | Promise<void>,
  enough?: AbortSignal,
): Promise<void> {
  const run = randomUUID();
  const { next, finished } = agenda(groups);
  const waiting: (() => void)[] = [];
  const wake = (): void => {
    for (const go of waiting.splice(0)) go();
  };
  const tidy = tidyHeap();
  const stop = new AbortController();
  const over = (): boolean => stop.signal.aborted || enough?.aborted === true;

  let reporting = Promise.resolve();
  const reportFinished = async (): Promise<void> => {
    for (const [task, outcome] of finished()) await report(task, outcome);
  };

  async function work(lane: Lane): Promise<void> {
    for (let todo = next(lane); todo && !over(); todo = next(lane)) {
      if (todo === 'wait') {
        await new Promise<void>((go) => waiting.push(go));
        continue;
      }
      const { finish, ...assignment } = todo;
      finish(assignment.tasks.length === 0 ? [] : await lane.run({ ...surroundings, ...assignment, run }));
      wake();
      if (assignment.step === 'convert') reporting = reporting.then(reportFinished);
      await reporting;
      tidy();
      wake();
    }
  }

  await Promise.all(
    lanes.map((lane) =>
      work(lane).catch((error: unknown) => {
        stop.abort(error);
        wake();
      }),
    ),
  );
  stop.signal.throwIfAborted();
}
