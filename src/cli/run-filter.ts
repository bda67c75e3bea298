/** What `teigram filter` does: a window of lines at a time, each answered in its turn. */

import { withLists } from '../batch/agenda.js';
import { verdictOf } from '../batch/manifest.js';
import { convertGroups } from '../batch/run.js';
import { type DocumentTask, failed, type Outcome } from '../batch/task.js';
import { taskOptions } from './conversion-options.js';
import { fileError } from './files.js';
import type { FilterFlags } from './filter.js';
import { type FilterLine, filterLine } from './filter-line.js';
import { checkIdentifier } from './identifiers.js';
import { openLanes } from './lanes.js';
import { lineStream, PAUSE } from './line-stream.js';
import { listsByVolume } from './lists.js';
import { Tally } from './tally.js';
import { exitWith, out, stdinChunks } from './terminal.js';

/** Bytes of lines that are read before they are converted: memory is bounded, threads have enough to do. */
const WINDOW = 2_000_000;

export async function runFilter(flags: FilterFlags): Promise<void> {
  if (flags.volume !== undefined) checkIdentifier('--volume', flags.volume);
  const listsOf = listsByVolume(flags.authority, false);
  const lanes = await openLanes(flags.jobs ?? 1, flags);
  const tally = new Tally(0);
  const convert = async (lines: readonly FilterLine[]): Promise<void> => {
    const outcomes = new Map<DocumentTask, Outcome>();
    const tasks = lines.flatMap(({ task }) => task ?? []);
    const groups = flags.together ? byVolume(tasks) : tasks.map((task) => [task]);
    await convertGroups(withLists(groups, listsOf), lanes, { options: taskOptions(flags) }, (task, outcome) => {
      outcomes.set(task, outcome);
    });
    for (const line of lines) {
      const { task, fault } = line;
      const outcome = task ? outcomes.get(task)! : failed('', { message: fault!, cause: 'input' });
      tally.add({ input: outcome.name, verdict: verdictOf(outcome) });
      out(answer(line, outcome));
    }
  };
  try {
    let window: FilterLine[] = [];
    let size = 0;
    let number = 0;
    let volume: string | undefined;
    const flush = async (): Promise<void> => {
      if (window.length > 0) await convert(window);
      window = [];
      size = 0;
    };
    for await (const bytes of lineStream(standardInput())) {
      if (bytes === PAUSE) {
        // Lines of one volume wait for each other, however long.
        if (!flags.together) await flush();
        continue;
      }
      const line = filterLine(bytes, ++number, flags.volume);
      if (!line) continue;
      const another = line.task?.volume !== volume;
      if (size > WINDOW && (another || !flags.together)) await flush();
      volume = line.task?.volume;
      window.push(line);
      size += bytes.length;
    }
    await flush();
  } finally {
    await Promise.all(lanes.map((lane) => lane.close()));
  }
  exitWith(tally.exitCode());
}

/** @throws CommandError where it can't be read */
async function* standardInput(): AsyncGenerator<Uint8Array> {
  try {
    yield* stdinChunks();
  } catch (error) {
    throw fileError('standard input', error);
  }
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

/** The line that goes out: the members that came in, as they were written, and what came of them. */
function answer({ number, members }: FilterLine, outcome: Outcome): string {
  const { failure, output, counts, diagnostics, findings } = outcome;
  const result = failure
    ? { message: `line ${number}: ${failure.message}` }
    : { output, doubts: counts.doubts, diagnostics, ...(findings.length > 0 && { findings }) };
  const own = Object.entries({ ...result, verdict: verdictOf(outcome) });
  const all = new Map([...members, ...own.map(([key, value]) => [key, JSON.stringify(value)] as const)]);
  return `{${[...all].map(([key, value]) => `${JSON.stringify(key)}:${value}`).join(',')}}\n`;
}
