/** Pieces of jobs as lanes do them: documents as they lie on this machine; outputs are written where they are still wanted. */

import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Lane } from '../batch/lane.js';
import type { Step, Surveyed, Work } from '../batch/perform.js';
import type { DocumentTask, Outcome } from '../batch/task.js';
import { numbersOf, type PieceData, type QueuedTask } from './jobs.js';
import type { Store } from './store.js';
import type { BatchSurroundings } from './surroundings.js';

const isReached = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

interface Pieces {
  /** What a batch says lies in the shared folder, but doesn't here; undefined where all does. */
  missing(batch: string): Promise<string | undefined>;
  survey(data: PieceData): Promise<Surveyed[]>;
  /** What came of those that were still wanted when outputs were about to be written. */
  convert(data: PieceData, tasks: readonly QueuedTask[]): Promise<Map<QueuedTask, Outcome>>;
}

/** `root`: the shared folder here. There are as many pieces at a time as lanes. */
export function piecesOn(lanes: readonly Lane[], root: string, store: Store, surroundings: BatchSurroundings): Pieces {
  const free = [...lanes];
  const here = (path: string): string => resolve(root, path);

  async function onLane<T>(use: (lane: Lane) => Promise<T>): Promise<T> {
    const lane = free.pop()!;
    try {
      return await use(lane);
    } finally {
      free.push(lane);
    }
  }

  async function work(step: Step, data: PieceData, tasks: readonly QueuedTask[]): Promise<Work> {
    const { batch, group, together } = data;
    const common = await surroundings.of(batch, group, step === 'convert' && together);
    const texts = (await surroundings.inline(batch)) ? await textsOf(batch, tasks) : undefined;
    return { ...common, step, tasks: tasks.map((task) => onThisMachine(task, texts)) };
  }

  async function textsOf(batch: string, tasks: readonly QueuedTask[]): Promise<Map<number, Uint8Array>> {
    const texts = await store.texts(batch, numbersOf(tasks));
    const lost = tasks.find(({ document }) => !texts.has(document));
    if (lost) throw new Error(`${lost.name}: Redis has lost the text; submit it again`);
    return texts;
  }

  /** Without its target: outputs come back and are written when it is known that they are wanted. */
  function onThisMachine(task: QueuedTask, texts: ReadonlyMap<number, Uint8Array> | undefined): DocumentTask {
    const { document, place: _, target: __, path, ...rest } = task;
    return texts ? { ...rest, content: texts.get(document)! } : { ...rest, path: here(path!) };
  }

  /** Write outputs that are wanted; those of `outcomes` that are not are taken out. */
  async function write(lane: Lane, batch: string, outcomes: Map<QueuedTask, Outcome>): Promise<void> {
    const wanted = await store.wanted(batch, numbersOf([...outcomes.keys()]));
    const due: [QueuedTask, Omit<Outcome, 'output'>, DocumentTask][] = [];
    for (const [task, { output: content, ...outcome }] of outcomes) {
      if (!wanted.has(task.document)) outcomes.delete(task);
      else if (content !== undefined) due.push([task, outcome, fileOf(task, content)]);
    }
    if (due.length === 0) return;
    const written = await lane.run({ options: {}, step: 'write', tasks: due.map(([, , file]) => file) });
    for (const [i, [task, outcome]] of due.entries()) {
      const file = written[i] as Outcome;
      outcomes.set(task, file.failure ? file : { ...outcome, ...(file.kept && { kept: true }) });
    }
  }

  const fileOf = ({ name, target, unrecorded }: QueuedTask, content: string): DocumentTask => ({
    name,
    target: here(target!),
    content,
    ...(unrecorded && { unrecorded }),
  });

  return {
    async missing(batch) {
      const paths = (await surroundings.landmarks(batch)).map(here);
      const areHere = await Promise.all(paths.map(isReached));
      return paths.find((_, i) => !areHere[i]);
    },
    async survey(data) {
      const piece = await work('survey', data, data.tasks);
      return onLane((lane) => lane.run(piece));
    },
    async convert(data, tasks) {
      const piece = await work('convert', data, tasks);
      const isInline = await surroundings.inline(data.batch);
      return onLane(async (lane) => {
        const came = (await lane.run(piece)) as Outcome[];
        const outcomes = new Map(tasks.map((task, i) => [task, came[i]!] as const));
        if (!isInline) await write(lane, data.batch, outcomes);
        return outcomes;
      });
    },
  };
}
