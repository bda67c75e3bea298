/** Many files on all cores: results in the order of the files, whatever thread was first; memory bounded by what is found. */

import { availableParallelism } from 'node:os';
import { packageFile } from '../package-file.js';
import { type Failure, type PathChecker, type PathResult, pathChecker } from './check-path.js';
import type { Finding } from './finding.js';
import { survived } from './isolate.js';
import { judgeLinks, type Known, type LinkFacts, NOTHING_KNOWN } from './links.js';
import { paceKeeper } from './pace.js';
import type { CheckSettings, FileResult, KeyedFinding } from './settings.js';

export interface CheckedFile {
  readonly path: string;
  readonly findings: readonly KeyedFinding[];
  /** Why it could not be read, if it could not. */
  readonly failure?: Failure;
}

export interface CheckFilesOptions {
  readonly settings: CheckSettings;
  readonly known?: Known;
  /** Left out: as many as there are cores, once the work has shown to be worth them. */
  readonly threads?: number;
  /** By which the worth is told: milliseconds, of the clock (the default) or of the processor. */
  readonly now?: () => number;
  /** Called as files are done, with their number. */
  readonly onProgress?: (done: number) => void;
}

/** Files a task. */
const BATCH = 32;

/** @throws GrammarError where a grammar of the settings can't be used. */
export async function checkFiles(paths: readonly string[], options: CheckFilesOptions): Promise<CheckedFile[]> {
  const { known = NOTHING_KNOWN } = options;
  const settings = { ...options.settings, lists: known.local.size > 0 };
  // Before any thread starts: a grammar that can't be used is told once, and as what it is.
  const ofRules = await rulesFiles(settings);
  // The second engine loads in one thread only.
  const alone = settings.engine !== undefined;
  const threads = alone ? 1 : (options.threads ?? availableParallelism());
  const links: LinkFacts[] = [];
  const files: CheckedFile[] = [];
  const take = (result: PathResult): void => {
    if ('failure' in result) files.push({ path: result.path, findings: [], failure: result.failure });
    else files.push({ path: result.path, findings: result.findings });
    links.push('failure' in result ? NO_LINKS : result.links);
  };
  const onDone = (): void => options.onProgress?.(files.length);
  if (threads === 1) await inThisThread(paths, settings, take, onDone, () => false);
  else {
    const isTime =
      options.threads === undefined ? paceKeeper(paths.length, options.now ?? (() => performance.now())) : () => true;
    const done = await inThisThread(paths, settings, take, onDone, isTime);
    if (done < paths.length) await inThreads(paths.slice(done), settings, threads, take, onDone);
  }
  const dangling = judgeLinks(links, known);
  const checked = files.map((file, i) =>
    dangling[i]!.length === 0
      ? file
      : { ...file, findings: [...file.findings, ...dangling[i]!].sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0)) },
  );
  return [...checked, ...ofRules];
}

/** What can't be run of the Schematron files, told once, as findings of those files. */
async function rulesFiles(settings: CheckSettings): Promise<CheckedFile[]> {
  if (settings.schema === undefined && settings.schematron === undefined) return [];
  const { rulesProblems } = await import('./schema-layer.js');
  const byFile = new Map<string, Finding[]>();
  for (const finding of rulesProblems(settings)) {
    const path = finding.file ?? '';
    byFile.set(path, [...(byFile.get(path) ?? []), finding]);
  }
  return [...byFile].map(([path, findings]) => ({ path, findings }));
}

/** Nothing in it holds on to the file's text. */
const isBare = ({ findings, links }: FileResult): boolean =>
  findings.length === 0 && links.ids === '' && links.pending.length === 0 && links.volume === undefined;

const NO_LINKS: LinkFacts = { file: undefined, volume: undefined, ids: '', pending: [] };

/** Gives how many are done when it is time for something else. */
async function inThisThread(
  paths: readonly string[],
  settings: CheckSettings,
  take: (result: PathResult) => void,
  onDone: () => void,
  isTime: () => boolean,
): Promise<number> {
  let check: PathChecker | undefined;
  for (const [i, path] of paths.entries()) {
    if (isTime()) return i;
    check ??= await pathChecker(settings);
    const given = check(path);
    const result = given instanceof Promise ? await given : given;
    // A copy, as a thread would give: messages that quote a file hold on to its whole text. One file's does no harm.
    const isLight = paths.length === 1 || ('findings' in result && isBare(result));
    take(isLight ? result : structuredClone(result));
    onDone();
  }
  return paths.length;
}

async function inThreads(
  paths: readonly string[],
  settings: CheckSettings,
  threads: number,
  take: (result: PathResult) => void,
  onDone: () => void,
): Promise<void> {
  const { Piscina } = await import('piscina');
  const filename = packageFile('dist/check/thread.cjs');
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads, workerData: settings });
  try {
    // A window of tasks: results that wait for an earlier one are never many.
    const running: Promise<PathResult[]>[] = [];
    const drain = async (): Promise<void> => {
      for (const result of await running.shift()!) take(result);
      onDone();
    };
    for (let at = 0; at < paths.length; at += BATCH) {
      running.push(survived(paths.slice(at, at + BATCH), (some) => pool.run(some)));
      if (running.length >= threads * 4) await drain();
    }
    while (running.length > 0) await drain();
  } finally {
    await pool.destroy();
  }
}
