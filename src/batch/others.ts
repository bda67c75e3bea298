/** What a manifest says of documents that a run doesn't name: their outputs stay, and so do their lines. */

import { join, resolve, sep } from 'node:path';
import type { ManifestLine } from './manifest.js';
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

/** Lines of documents that a run doesn't name and of which the outputs stand, in the manifest's order. */
export interface Others {
  /** Inputs. */
  readonly kept: readonly string[];
  /** Of `kept`, those that were in the run's folders and are there no more. */
  readonly gone: readonly ManifestLine[];
  /** Lines of texts that have another name now, under which the run knows them. */
  readonly renamed: readonly ManifestLine[];
}

/** Or the first clash. `isGone`: whether the text of a line that the run doesn't name is gone. */
export function othersIn(
  manifest: Manifest,
  tasks: readonly DocumentTask[],
  isGone: (line: ManifestLine) => boolean,
): Others | Clash {
  const kept: string[] = [];
  const gone: ManifestLine[] = [];
  const renamed: ManifestLine[] = [];
  let byTarget: ReadonlyMap<string, DocumentTask> | undefined;
  for (const line of manifest.others(tasks.map(({ name }) => name))) {
    const { input, path = input, output } = line;
    if (output === undefined || !lookAt(output)) continue;
    byTarget ??= new Map(tasks.map((task) => [resolve(task.target!), task]));
    const task = byTarget.get(resolve(output));
    if (!task) {
      kept.push(input);
      if (isGone(line)) gone.push(line);
    } else if (isAnother(path, task.path!)) {
      return { output, from: input, by: task.name };
    } else if (!manifest.get(task.name)) {
      // What it is called may show in the output: it is done again.
      renamed.push({ ...line, input: task.name, settings: '' });
    }
  }
  return { kept, gone, renamed };
}

/** False where it is the same text by another name, or is gone. */
export const isAnother = (input: string, path: string): boolean =>
  resolve(input) !== resolve(path) && lookAt(input) !== undefined && !isSameFile(input, path);

/** Whether a text was in one of the folders that a run names and is there no more. */
export function goneFrom(folders: readonly string[]): (line: ManifestLine) => boolean {
  const roots = folders.map((folder) => join(resolve(folder), sep));
  return ({ input }) => roots.some((root) => resolve(input).startsWith(root)) && isMissing(input);
}

/** What is out of reach may be there. */
export function isMissing(input: string): boolean {
  try {
    return lookAt(input) === undefined;
  } catch {
    return false;
  }
}
