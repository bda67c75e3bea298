/** What `teigram filter` does: a window of lines at a time, each answered in its turn. */

import { verdictOf } from '../batch/manifest.js';
import { convertGroups } from '../batch/run.js';
import { share } from '../batch/shared.js';
import { type DocumentTask, failed, type Outcome } from '../batch/task.js';
import { taskOptions } from './conversion-options.js';
import type { FilterFlags } from './filter.js';
import { openLanes } from './lanes.js';
import { readLists } from './lists.js';
import { Tally } from './tally.js';
import { exitWith, out, stdinLines } from './terminal.js';

/** A line as it came; without a task where it can't be one. */
interface Line {
  readonly members: Readonly<Record<string, unknown>>;
  readonly task?: DocumentTask;
  readonly fault?: string;
}

/** Characters of text that are read before they are converted: memory is bounded, threads have enough to do. */
const WINDOW = 2_000_000;

export async function runFilter(flags: FilterFlags): Promise<void> {
  const lists = flags.authority.length > 0 ? share(readLists(flags.authority, true)) : undefined;
  const lanes = await openLanes(flags.jobs ?? 1, flags);
  const tally = new Tally(0);
  const convert = async (lines: readonly Line[]): Promise<void> => {
    const outcomes = new Map<DocumentTask, Outcome>();
    const tasks = lines.flatMap(({ task }) => task ?? []);
    const groups = flags.together ? byVolume(tasks) : tasks.map((task) => [task]);
    const surroundings = { options: taskOptions(flags), ...(lists && { lists }) };
    await convertGroups(
      groups.map((group) => ({ tasks: group })),
      lanes,
      surroundings,
      (task, outcome) => {
        outcomes.set(task, outcome);
      },
    );
    for (const { members, task, fault } of lines) {
      const outcome = task ? outcomes.get(task)! : failed('', { message: fault!, cause: 'input' });
      const verdict = verdictOf(outcome);
      tally.add({ input: outcome.name, verdict });
      out(`${JSON.stringify({ ...members, ...answer(outcome), verdict })}\n`);
    }
  };
  try {
    let window: Line[] = [];
    let size = 0;
    let volume: string | undefined;
    for await (const text of stdinLines()) {
      if (text.trim() === '') continue;
      const line = lineFrom(text, flags);
      const another = line.task?.volume !== volume;
      if (size > WINDOW && (another || !flags.together)) {
        await convert(window);
        window = [];
        size = 0;
      }
      volume = line.task?.volume;
      window.push(line);
      size += text.length;
    }
    await convert(window);
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
  exitWith(tally.exitCode());
}

function lineFrom(json: string, { volume: common }: FilterFlags): Line {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return { members: {}, fault: `not JSON: ${(error as Error).message}` };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { members: {}, fault: 'not a JSON object' };
  const { text, ...members } = value as Readonly<Record<string, unknown>>;
  if (typeof text !== 'string') return { members, fault: '"text" is missing or no string' };
  const member = (name: string): string | undefined =>
    typeof members[name] === 'string' ? (members[name] as string) : undefined;
  const [volume, doc] = [member('volume') ?? common, member('doc')];
  const name = member('name') ?? doc ?? '<line>';
  return {
    members,
    task: { name, content: text, ...(volume !== undefined && { volume }), ...(doc !== undefined && { doc }) },
  };
}

function byVolume(tasks: readonly DocumentTask[]): DocumentTask[][] {
  const groups: DocumentTask[][] = [];
  for (const task of tasks) {
    const last = groups.at(-1);
    if (last && task.volume !== undefined && last[0]!.volume === task.volume) last.push(task);
    else groups.push([task]);
  }
  return groups;
}

const answer = ({ failure, output, counts, diagnostics, findings }: Outcome): object =>
  failure
    ? { message: failure.message }
    : { output, doubts: counts.doubts, diagnostics, ...(findings.length > 0 && { findings }) };
