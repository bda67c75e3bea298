/**
 * What is to be done next, and by whom. Documents of one group (a volume) are evidence for each other: all of them are surveyed
 * before the first is converted. The first group comes first; later ones are opened only when it has nothing left to begin.
 */

import type { ListFile } from '../authority/read.js';
import { type DocumentFacts, remember, type VolumeMemory } from '../memory.js';
import type { Lane } from './lane.js';
import type { NumberedTask, Step, Surveyed } from './perform.js';
import { type Shared, share } from './shared.js';
import type { DocumentTask, ListsOf, Outcome } from './task.js';

export interface TaskGroup<Task extends DocumentTask = DocumentTask> {
  readonly tasks: readonly Task[];
  /** Those that are evidence for the others and need not be converted. */
  readonly done?: { has(task: Task): boolean };
  /** Files of its volume's lists. */
  readonly lists?: Shared<readonly ListFile[]>;
}

/** Groups with their volumes' lists, which are read when a group's turn comes. */
export function* withLists<Task extends DocumentTask>(
  groups: Iterable<readonly Task[]>,
  listsOf: ListsOf,
): Generator<TaskGroup<Task>> {
  for (const tasks of groups) {
    const lists = listsOf(tasks[0]?.volume);
    yield { tasks, ...(lists && { lists }) };
  }
}

/** Documents a piece: few enough to share them out evenly, enough to make messages between threads rare. */
const PIECE = 16;
/** Documents that may be under way at a time, unless a single group has more. */
const UNDER_WAY = 4096;
/** Pieces of a group that may be begun beyond the first that isn't done: results wait in memory for their turn. */
const BEYOND = 256;

interface Piece<Task> {
  readonly index: number;
  /** The number of its first task in the run. */
  readonly first: number;
  readonly tasks: readonly Task[];
  /** By task: facts after the survey, outcomes after the conversion; a failure stays. */
  results: readonly Surveyed[];
  done: boolean;
}

interface OpenGroup<Task> {
  readonly pieces: readonly Piece<Task>[];
  readonly size: number;
  /** Number of the next piece to survey, how many are surveyed, and of the next one to report. */
  nextSurvey: number;
  surveyed: number;
  nextReport: number;
  /** Surveyed and to be converted, by the lane that surveyed them: it may have kept the documents. */
  readonly skips: (task: Task) => boolean;
  readonly ready: Map<Lane | undefined, Piece<Task>[]>;
  memory?: Shared<VolumeMemory>;
  readonly lists?: Shared<readonly ListFile[]>;
}

/** Something to do; `tasks` may be none. `finish` takes the results, one a task. */
export interface Assignment {
  readonly step: Step;
  readonly tasks: readonly NumberedTask[];
  readonly memory?: Shared<VolumeMemory>;
  readonly lists?: Shared<readonly ListFile[]>;
  finish(results: readonly Surveyed[]): void;
}

export interface Agenda<Task> {
  /** What a lane does next; `wait` until another has finished something; undefined at the end. */
  next(lane: Lane): Assignment | 'wait' | undefined;
  /** What can be reported now, in the order of the tasks, each once. */
  finished(): Generator<[Task, Outcome]>;
}

export function agenda<Task extends DocumentTask>(groups: Iterable<TaskGroup<Task>>): Agenda<Task> {
  const source = groups[Symbol.iterator]();
  const open: OpenGroup<Task>[] = [];
  let exhausted = false;
  let count = 0;

  function openNext(): boolean {
    if (open.reduce((sum, { size }) => sum + size, 0) > UNDER_WAY) return false;
    while (!exhausted) {
      const next = source.next();
      if (next.done) {
        exhausted = true;
      } else if (!next.value.tasks.every((task) => next.value.done?.has(task))) {
        open.push(opened(next.value, count));
        count += next.value.tasks.length;
        return true;
      }
    }
    return false;
  }

  return {
    next(lane) {
      for (let i = 0; i < open.length || openNext(); i++) {
        const assignment = conversion(open[i]!, lane) ?? survey(open[i]!, lane);
        if (assignment) return assignment;
      }
      return exhausted && open.every(({ pieces }) => pieces.every(({ done }) => done)) ? undefined : 'wait';
    },
    *finished() {
      for (let group = open[0]; group; group = open[0]) {
        while (group.nextReport < group.pieces.length) {
          const piece = group.pieces[group.nextReport]!;
          if (!piece.done) return;
          group.nextReport++;
          for (const [i, task] of piece.tasks.entries())
            if (!group.skips(task)) yield [task, piece.results[i] as Outcome];
          piece.results = [];
        }
        open.shift();
      }
    },
  };
}

function opened<Task extends DocumentTask>({ tasks, done, lists }: TaskGroup<Task>, first: number): OpenGroup<Task> {
  const pieces: Piece<Task>[] = [];
  for (let at = 0; at < tasks.length; at += PIECE) {
    const piece = tasks.slice(at, at + PIECE);
    pieces.push({ index: pieces.length, first: first + at, tasks: piece, results: [], done: false });
  }
  // A document alone has nobody to learn from.
  const alone = tasks.length === 1;
  const ready = new Map<Lane | undefined, Piece<Task>[]>(alone ? [[undefined, [...pieces]]] : []);
  const begun = alone ? 1 : 0;
  const skips = (task: Task): boolean => done?.has(task) === true;
  const size = tasks.length;
  return { pieces, size, nextSurvey: begun, surveyed: begun, nextReport: 0, skips, ready, ...(lists && { lists }) };
}

function survey<Task extends DocumentTask>(group: OpenGroup<Task>, lane: Lane): Assignment | undefined {
  const piece = group.pieces[group.nextSurvey];
  if (!piece) return undefined;
  group.nextSurvey++;
  const finish = (results: readonly Surveyed[]): void => {
    piece.results = results;
    const mine = group.ready.get(lane);
    if (mine) mine.push(piece);
    else group.ready.set(lane, [piece]);
    group.surveyed++;
    if (group.surveyed < group.pieces.length) return;
    group.memory = share(remember(group.pieces.flatMap(({ results: facts }) => facts.filter(isFacts))));
  };
  return { step: 'survey', tasks: numbered(piece), ...listsOf(group), finish };
}

function conversion<Task extends DocumentTask>(group: OpenGroup<Task>, lane: Lane): Assignment | undefined {
  if (group.surveyed < group.pieces.length) return undefined;
  const lists = [group.ready.get(lane), ...group.ready.values()];
  const list = lists.find((pieces) => pieces?.[0] && pieces[0].index < group.nextReport + BEYOND);
  const piece = list?.shift();
  if (!piece) return undefined;
  // What could not be read, or brought the survey down, is settled.
  const settled = piece.results;
  const isDue = (task: Task, i: number): boolean => !isFailure(settled[i]) && !group.skips(task);
  const tasks = numbered(piece).filter((_, i) => isDue(piece.tasks[i]!, i));
  const finish = (results: readonly Surveyed[]): void => {
    const outcomes = results.values();
    piece.results = piece.tasks.map((task, i) => (isDue(task, i) ? outcomes.next().value! : settled[i]!));
    piece.done = true;
  };
  return { step: 'convert', tasks, ...listsOf(group), ...(group.memory && { memory: group.memory }), finish };
}

const listsOf = <Task>({ lists }: OpenGroup<Task>): Pick<Assignment, 'lists'> => (lists ? { lists } : {});

const numbered = <Task extends DocumentTask>({ tasks, first }: Piece<Task>): NumberedTask[] =>
  tasks.map((task, i) => ({ ...task, number: first + i }));

const isFailure = (result: Surveyed | undefined): result is Outcome => result !== undefined && 'failure' in result;
const isFacts = (result: Surveyed): result is DocumentFacts => !('failure' in result);
