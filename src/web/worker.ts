/** The worker thread of pool.ts: one table of what can be asked of it. */

import { convertTask } from './tasks/convert.js';
import { factsTask, readingTask, summariesTask, viewTask } from './tasks/review.js';
import { textTask } from './tasks/text.js';
import { validateTask } from './tasks/validate.js';

const TASKS = {
  convert: convertTask,
  validate: validateTask,
  text: textTask,
  facts: factsTask,
  summaries: summariesTask,
  view: viewTask,
  reading: readingTask,
  /** Load what a conversion needs, so that the first document doesn't wait for it. */
  warm: () =>
    convertTask({ document: { name: 'warm.txt', content: '1. Telegram\n\nText.\n' }, options: {} }).then(() => true),
};

export type Tasks = typeof TASKS;
export type TaskName = keyof Tasks;
export type TaskInput<Name extends TaskName> = Parameters<Tasks[Name]>[0];
export type TaskResult<Name extends TaskName> = Awaited<ReturnType<Tasks[Name]>>;

export interface Call<Name extends TaskName = TaskName> {
  readonly name: Name;
  readonly input: TaskInput<Name>;
}

export default function work<Name extends TaskName>({ name, input }: Call<Name>): unknown {
  return (TASKS[name] as (input: unknown) => unknown)(input);
}
