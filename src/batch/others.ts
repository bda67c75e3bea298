/** What a manifest says of documents that a run doesn't name: their outputs stay, and so do their lines. */

import { resolve } from 'node:path';
import type { Manifest } from './manifest-file.js';
import { isSameFile } from './same-file.js';
import { lookAt } from './stat.js';
import type { DocumentTask } from './task.js';

/** An output that was made from another text, which is still there. */
export interface Clash {
  readonly output: string;
  /** The input that it was made from. */
  readonly from: string;
  /** The input that would replace it. */
  readonly by: string;
}

/** The inputs of which the outputs stand, in the manifest's order; or the first clash. */
export function othersIn(manifest: Manifest, tasks: readonly DocumentTask[]): readonly string[] | Clash {
  const kept: string[] = [];
  let byTarget: ReadonlyMap<string, DocumentTask> | undefined;
  for (const { input, output } of manifest.others(tasks.map(({ name }) => name))) {
    if (output === undefined || !lookAt(output)) continue;
    byTarget ??= new Map(tasks.map((task) => [resolve(task.target!), task]));
    const task = byTarget.get(resolve(output));
    if (!task) kept.push(input);
    else if (isAnother(input, task.path!)) return { output, from: input, by: task.name };
  }
  return kept;
}

/** False where it is the same text by another name, or is gone. */
const isAnother = (input: string, path: string): boolean =>
  resolve(input) !== resolve(path) && lookAt(input) !== undefined && !isSameFile(input, path);
