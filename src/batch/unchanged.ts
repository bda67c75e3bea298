/**
 * What need not be done again: documents of which input, neighbours, settings and output are as the manifest says; and what is not
 * done again because somebody changed the output. Sizes and times of change are looked at first; where they differ, contents decide.
 */

import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { ListFile } from '../authority/read.js';
import { VERSION } from '../version.js';
import type { TaskGroup } from './agenda.js';
import { decisionsFinder } from './decisions.js';
import type { IsMade } from './made-in.js';
import { asBefore, type ManifestLine } from './manifest.js';
import type { Manifest } from './manifest-file.js';
import { sha256 } from './sha256.js';
import type { Shared } from './shared.js';
import { lookAt } from './stat.js';
import type { DocumentTask, Surroundings, TaskOptions } from './task.js';

/** The hash of all that documents of a volume have in common in a run. */
function settingsOf({ brief: _, ...options }: TaskOptions, lists?: Shared<readonly ListFile[]>): string {
  const entries = Object.entries(options).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([VERSION, entries, lists?.key ?? null]));
}

/** A group with what is known of it. */
export interface KnownGroup<Task extends DocumentTask> extends TaskGroup<Task> {
  readonly company: string;
  /** Documents that are not done: they are as the manifest says, somebody changed their outputs, or others do them. */
  readonly done: ReadonlySet<Task>;
  /** The hash of version, options and lists. */
  readonly settings: string;
  /** Lines of those that are as the manifest says, or of which somebody changed the output. */
  readonly lines: readonly ManifestLine[];
  readonly edited: readonly Edited[];
  /** Lines of documents that are to be done again, of which nobody changed the outputs. */
  readonly before: ReadonlyMap<Task, ManifestLine>;
}

/** An output that was changed since it was made; `outdated`: it would be made anew; `unrecorded`: nothing says that it was made. */
export interface Edited {
  readonly output: string;
  readonly outdated: boolean;
  readonly unrecorded?: true;
}

/** `retry`: take up again what was set aside; `force`: make also those outputs anew that somebody changed. */
export interface Again {
  readonly retry: boolean;
  readonly force: boolean;
}

/** Documents that are evidence for each other; of a large volume, those from `from` to before `to` are to be converted. */
export interface Company<Task extends DocumentTask> {
  readonly tasks: readonly Task[];
  readonly from?: number;
  readonly to?: number;
}

/** Look at the documents of a group; `lists`: its volume's; `isMade`: what other manifests say. */
export function knownGroup<Task extends DocumentTask>(
  { tasks: all, from = 0, to = all.length }: Company<Task>,
  manifest: Pick<Manifest, 'get'>,
  { options, lists, isMade = () => false }: Pick<Surroundings, 'options' | 'lists'> & { readonly isMade?: IsMade },
  { retry, force }: Again,
): KnownGroup<Task> {
  const settings = settingsOf(options, lists);
  const tasks = [...all];
  const lines = tasks.map((task) => manifest.get(task.name));
  const decisionsOf = decisionsFinder();
  const hashes = tasks.map((task, i) => inputHash(task, lines[i]) + decisionsHash(decisionsOf(task.path!)));
  const company = sha256(
    namesWithin(tasks)
      .map((name, i) => `${name}\0${hashes[i]}\n`)
      .join(''),
  );
  const done = new Set<Task>();
  const kept: ManifestLine[] = [];
  const edited: Edited[] = [];
  const before = new Map<Task, ManifestLine>();
  for (const [i, task] of tasks.entries()) {
    const line = lines[i];
    if (i < from || i >= to) {
      done.add(task);
      continue;
    }
    const isCurrent = line?.settings === settings && line.company === company;
    const isDone = isCurrent && stands(task, line, retry);
    const isOther = !isDone && line !== undefined && isEdited(task, line);
    const made = isOther ? undefined : line;
    const unrecorded = !isDone && !force && isUnrecorded(task, made, isMade);
    const changed = isOther && !line.begun && unrecorded;
    if (changed) edited.push({ output: task.target!, outdated: !isCurrent });
    if (isDone || changed) {
      done.add(task);
      kept.push(line);
      continue;
    }
    if (unrecorded) tasks[i] = { ...task, unrecorded: true };
    else if (made?.outputHash !== undefined) before.set(task, asBefore(made));
  }
  return { tasks, company, settings, done, lines: kept, edited, before, ...(lists && { lists }) };
}

/** What documents are called among each other, wherever they lie and however their paths are spelled; alone, one needs no name. */
function namesWithin(tasks: readonly DocumentTask[]): string[] {
  if (tasks.length === 1) return [''];
  const folder = dirname(tasks[0]!.path!);
  return tasks.map(({ path }) => relative(folder, path!));
}

const isSamePath = (one: string | undefined, other: string | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && resolve(one) === resolve(other));

function stands(task: DocumentTask, line: ManifestLine, retry: boolean): boolean {
  if (!isSamePath(line.output, task.target) || line.verdict === 'failed') return false;
  return line.verdict === 'set aside' ? !retry : outputStands(task, line);
}

/** Empty for what can't be read: the conversion will tell. */
function inputHash({ path }: DocumentTask, line: ManifestLine | undefined): string {
  try {
    const stats = lookAt(path!);
    if (line?.inputHash && line.stats?.[0] === stats?.size && line.stats?.[1] === stats?.mtimeMs) return line.inputHash;
    return sha256(readFileSync(path!));
  } catch {
    return '';
  }
}

/** Empty where reviewers decided nothing about a document. What is wrong with the file the conversion will tell. */
function decisionsHash(file: string | undefined): string {
  try {
    return file === undefined ? '' : ` ${sha256(readFileSync(file))}`;
  } catch {
    return ' unreadable';
  }
}

function outputStands({ target, ledger }: DocumentTask, line: ManifestLine): boolean {
  if (target === undefined || (ledger !== undefined && !lookAt(ledger))) return false;
  const stats = lookAt(target);
  if (!stats) return false;
  if (line.stats?.[2] === stats.size && line.stats?.[3] === stats.mtimeMs) return true;
  return isOutput(target, line.outputHash) === true;
}

/** Whether a file has the bytes of this hash; undefined where nothing is there, false for what can't be read. */
export function isOutput(path: string, hash: string | undefined): boolean | undefined {
  try {
    return lookAt(path) ? sha256(readFileSync(path)) === hash : undefined;
  } catch {
    return false;
  }
}

/** Whether something lies at a document's output that no manifest says was made from its text. What can't be read the writer will tell. */
function isUnrecorded({ path, target }: DocumentTask, made: ManifestLine | undefined, isMade: IsMade): boolean {
  // There it is known already.
  if (made?.outputHash !== undefined && isSamePath(made.output, target)) return false;
  try {
    if (!lookAt(target!)?.isFile()) return false;
    const there = sha256(readFileSync(target!));
    return there !== made?.outputHash && !isMade(there, path!);
  } catch {
    return true;
  }
}

export type FileStats = NonNullable<ManifestLine['stats']>;

/** Whether something else lies there than was made. What is out of reach the conversion will tell. */
export function isEdited(task: DocumentTask, line: ManifestLine): boolean {
  if (line.outputHash === undefined || !isSamePath(line.output, task.target)) return false;
  try {
    return lookAt(task.target!)?.isFile() === true && !outputStands(task, line);
  } catch {
    return false;
  }
}

/** Whether what was made is there, as it was made. */
export const isAsMade = (line: ManifestLine): boolean =>
  line.outputHash !== undefined &&
  line.output !== undefined &&
  lookAt(line.output)?.isFile() === true &&
  !isEdited({ name: line.input, target: line.output }, line);

/** What a line keeps of the two files. */
export function statsOf({ path, target }: DocumentTask): FileStats | undefined {
  if (path === undefined || target === undefined) return undefined;
  const [input, output] = [lookAt(path), lookAt(target)];
  return input && output ? [input.size, input.mtimeMs, output.size, output.mtimeMs] : undefined;
}
