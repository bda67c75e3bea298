/** Many files on all cores: results in the order of the files, whatever thread was first; memory bounded by what is found. */

import { availableParallelism } from 'node:os';
import { type Failure, type PathResult, pathChecker } from './check-path.js';
import type { Finding } from './finding.js';
import { judgeLinks, type Known, type LinkFacts, NOTHING_KNOWN } from './links.js';
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
  /** Left out: as many as there are cores, one for a few files. */
  readonly threads?: number;
  /** Called as files are done, with their number. */
  readonly onProgress?: (done: number) => void;
}

/** Below this many files a second thread costs more (it compiles the grammar anew) than it brings. */
const FEW = 400;
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
  const threads = alone ? 1 : (options.threads ?? (paths.length < FEW ? 1 : availableParallelism()));
  const links: LinkFacts[] = [];
  const files: CheckedFile[] = [];
  const take = (result: PathResult): void => {
    if ('failure' in result) files.push({ path: result.path, findings: [], failure: result.failure });
    else files.push({ path: result.path, findings: result.findings });
    links.push('failure' in result ? NO_LINKS : result.links);
  };
  // Sources are compiled to .js before threads can load them; run from TypeScript there is one thread.
  if (threads > 1 && import.meta.url.endsWith('.js')) {
    await inThreads(paths, settings, threads, take, options.onProgress);
  } else {
    const check = await pathChecker(settings);
    for (const path of paths) {
      const given = check(path);
      const result = given instanceof Promise ? await given : given;
      // A copy, as a thread would give: messages that quote a file hold on to its whole text.
      take('findings' in result && isBare(result) ? result : structuredClone(result));
      options.onProgress?.(files.length);
    }
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

async function inThreads(
  paths: readonly string[],
  settings: CheckSettings,
  threads: number,
  take: (result: PathResult) => void,
  onProgress: ((done: number) => void) | undefined,
): Promise<void> {
  const { Piscina } = await import('piscina');
  const filename = new URL('./check-worker.js', import.meta.url).href;
  const pool = new Piscina({ filename, minThreads: threads, maxThreads: threads, workerData: settings });
  try {
    // A window of tasks: results that wait for an earlier one are never many.
    const running: Promise<PathResult[]>[] = [];
    let done = 0;
    const drain = async (): Promise<void> => {
      for (const result of await running.shift()!) take(result);
      done += BATCH;
      onProgress?.(Math.min(done, paths.length));
    };
    for (let at = 0; at < paths.length; at += BATCH) {
      running.push(pool.run(paths.slice(at, at + BATCH)));
      if (running.length >= threads * 4) await drain();
    }
    while (running.length > 0) await drain();
  } finally {
    await pool.destroy();
  }
}
