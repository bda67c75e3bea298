/** Documents as they are sent: by their paths below the folder that is shared, or with their texts, which lie in Redis beside the jobs. */

import { accessSync, constants } from 'node:fs';
import { hostname } from 'node:os';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { decisionsFor } from '../batch/decisions.js';
import { readBytes } from '../batch/document-files.js';
import type { DocumentTask, TaskFailure, TaskOptions } from '../batch/task.js';
import type { QueuedTask } from './jobs.js';

export interface Sending {
  readonly options: TaskOptions;
  /** Send the documents themselves and fetch the outputs; else both lie in a folder that all machines share. */
  readonly inline: boolean;
  /** The shared folder here: paths below it are sent relative to it. */
  readonly root: string;
  /** The folder where outputs go. */
  readonly out: string;
}

/** Bytes of texts that are sent at a time. */
const AT_A_TIME = 4_000_000;
const NONE = new Uint8Array();

type Below = Pick<Sending, 'root'>;

/** The path as all machines know it. */
function there(path: string, { root }: Below): string {
  const below = relative(root, resolve(path));
  return below.startsWith('..') || isAbsolute(below) ? resolve(path) : below;
}

/** What a document's output is known by, among all that any machine submits. */
export const placeOf = ({ target }: DocumentTask, { inline, root }: Sending): string =>
  inline ? `${hostname()}:${resolve(target!)}` : there(target!, { root });

/** By what workers know the shared folder: where outputs go, and where a document lies. */
export const landmarksOf = ({ path }: DocumentTask, sending: Sending): string[] =>
  [sending.out, dirname(path!)].map((folder) => there(folder, sending));

/** Where texts go, and the numbers of those that are there. */
interface Texts {
  readonly there: ReadonlySet<number>;
  put(texts: ReadonlyMap<number, Uint8Array>): Promise<void>;
}

/** Documents by number as they are sent. Under `inline` their texts go first. Those that can't be read here are handed to `unread` and left out. */
export async function sent(
  tasks: Iterable<readonly [number, DocumentTask]>,
  sending: Sending,
  { there: known, put }: Texts,
  unread: (document: number, failure: TaskFailure) => void,
): Promise<QueuedTask[]> {
  const out: QueuedTask[] = [];
  let texts = new Map<number, Uint8Array>();
  let bytes = 0;
  for (const [document, task] of tasks) {
    const { content: _, path, target, ledger: __, ...rest } = task;
    const common = { document, place: placeOf(task, sending), ...rest };
    const isHere = sending.inline ? known.has(document) : isReadable(path!);
    const text = isHere ? NONE : readBytes(task);
    if ('cause' in text) {
      unread(document, text);
      continue;
    }
    if (!sending.inline) {
      out.push({ ...common, path: there(path!, sending), target: there(target!, sending) });
      continue;
    }
    out.push({ ...common, ...(sending.options.decided && reviewed(path!)) });
    if (text === NONE) continue;
    texts.set(document, text);
    bytes += text.length;
    if (bytes < AT_A_TIME) continue;
    await put(texts);
    texts = new Map();
    bytes = 0;
  }
  await put(texts);
  return out;
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

function reviewed(path: string): Pick<DocumentTask, 'decisions' | 'decisionFindings'> {
  const { decisions, diagnostics } = decisionsFor(path);
  return { decisions, decisionFindings: diagnostics };
}
