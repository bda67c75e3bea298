/** Documents as they are sent: by their paths below the folder that is shared, or with their texts, which lie in Redis beside the jobs. */

import { hostname } from 'node:os';
import { isAbsolute, relative, resolve } from 'node:path';
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

/** Where texts go, and the numbers of those that are there. */
interface Texts {
  readonly there: ReadonlySet<number>;
  put(texts: ReadonlyMap<number, Uint8Array>): Promise<void>;
}

/** Documents by number as they are sent. Under `inline` their texts go first; those that can't be read are handed to `unread` and left out. */
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
    const { content: _, path, target, ledger, ...rest } = task;
    const common = { document, place: placeOf(task, sending), ...rest };
    if (!sending.inline) {
      out.push({
        ...common,
        path: there(path!, sending),
        ...(target !== undefined && { target: there(target, sending) }),
        ...(ledger !== undefined && { ledger: there(ledger, sending) }),
      });
      continue;
    }
    const text = known.has(document) ? NONE : readBytes(task);
    if ('cause' in text) {
      unread(document, text);
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

function reviewed(path: string): Pick<DocumentTask, 'decisions' | 'decisionFindings'> {
  const { decisions, diagnostics } = decisionsFor(path);
  return { decisions, decisionFindings: diagnostics };
}
