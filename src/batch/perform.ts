/** A piece of work on some documents, as one thread does it; the same code serves the main thread and workers. */

import { readAuthority } from '../authority/read.js';
import { documentFacts } from '../convert.js';
import type { DocumentFacts, VolumeMemory } from '../memory.js';
import { finish, optionsOf, type Prepared, prepare } from './convert-task.js';
import { putOutput } from './document-files.js';
import { unpacker } from './shared.js';
import type { DocumentTask, Outcome, Surroundings } from './task.js';
import { failed, outcomeOf } from './task.js';

/**
 * `survey` gathers what documents tell about others of their volume; `convert` does the rest. `write` only writes texts (`content`)
 * to their targets: outputs that somebody wanted to see before.
 */
export type Step = 'survey' | 'convert' | 'write';

/** A document with its number in the run: names may be the same. */
export interface NumberedTask extends DocumentTask {
  readonly number?: number;
}

export interface Work extends Surroundings {
  readonly step: Step;
  readonly tasks: readonly NumberedTask[];
  /** Names the run, where documents read for a survey may be kept until they are converted by the same thread. */
  readonly run?: string;
}

/** A document's facts, or why there are none. */
export type Surveyed = DocumentFacts | Outcome;

/** What lists say, read once for many documents. */
export const authorityOf = unpacker(readAuthority);
const memoryOf = unpacker((memory: VolumeMemory) => memory);

/** Characters of the documents that are kept between survey and conversion; those that find no room are read again. */
const ROOM = 3_000_000;
/** By number; they come in with rising ones. */
const kept = new Map<number, Prepared>();
let characters = 0;
let runOfKept: string | undefined;

function keep(run: string, number: number, prepared: Prepared): void {
  if (run !== runOfKept) {
    // What an earlier run left behind, when it was ended.
    kept.clear();
    characters = 0;
    runOfKept = run;
  }
  drop(number);
  const { length } = prepared.document.source.text;
  if (characters + length > ROOM) return;
  characters += length;
  kept.set(number, prepared);
}

function takeKept(run: string | undefined, number: number): Prepared | undefined {
  if (run !== runOfKept) return undefined;
  for (const earlier of kept.keys()) {
    if (earlier >= number) break;
    // Another thread has converted it.
    drop(earlier);
  }
  const prepared = kept.get(number);
  drop(number);
  return prepared;
}

function drop(number: number): void {
  characters -= kept.get(number)?.document.source.text.length ?? 0;
  kept.delete(number);
}

/**
 * Do a piece of work; `onStart` hears the number of each document before it is begun.
 *
 * @throws our own bugs only
 */
export async function perform(work: Work, onStart: (index: number) => void): Promise<Surveyed[]> {
  const { options, tasks, step, run } = work;
  const authority = work.lists && authorityOf(work.lists);
  const memory = work.memory && memoryOf(work.memory);
  const done: Surveyed[] = [];
  for (const [i, task] of tasks.entries()) {
    onStart(i);
    if (step === 'write') {
      done.push({ ...outcomeOf(task.name), ...putOutput(task, task.content as string) });
      continue;
    }
    const { number } = task;
    const before = step === 'convert' && number !== undefined ? takeKept(run, number) : undefined;
    const prepared = before ?? (await prepare(task, options));
    if ('cause' in prepared) {
      done.push(failed(task.name, prepared));
    } else if (step === 'convert') {
      done.push(finish(task, prepared, options, authority, memory));
    } else {
      done.push(documentFacts(prepared.document, optionsOf(task, options, authority)));
      if (run !== undefined && number !== undefined) keep(run, number, prepared);
    }
  }
  return done;
}
