/** What `teigram report` does: gather what a batch left behind, write the page. */

import { findInputs, type Input } from '../batch/inputs.js';
import type { ManifestLine } from '../batch/manifest.js';
import { readManifest } from '../batch/manifest-file.js';
import { authorityOf } from '../batch/perform.js';
import { manifestOf, type ShardedBatch } from '../batch/shards.js';
import { lookAt } from '../batch/stat.js';
import { counted } from '../counted.js';
import { VERSION } from '../version.js';
import { pageCss } from '../web/assets.js';
import { gather, manifestIn } from '../web/report/gather.js';
import { reportPage } from '../web/report/page.js';
import { fileError, save } from './files.js';
import { volumeOf } from './identifiers.js';
import { listPaths, listsByVolume } from './lists.js';
import { progress } from './progress.js';
import type { ReportFlags } from './report.js';
import { batchIn } from './run-shards.js';
import { checkTargets } from './targets.js';
import { CommandError, err, out } from './terminal.js';

export async function runReport(folder: string, flags: ReportFlags): Promise<void> {
  const hint = 'name the folder that the batch wrote to';
  requireFolder(folder, hint);
  if (flags.texts !== undefined) requireFolder(flags.texts, 'name the folder that the batch read');
  const quiet = flags.quiet === true;
  const listsOf = listsByVolume(flags.authority, quiet);
  const manifest = manifestFor(folder, flags);
  const { inputs, problems } = await findInputs([folder], ['.xml']);
  // A batch of which every document failed has no outputs, but a manifest.
  const [problem] = problems;
  if (problem && !manifest) throw new CommandError(`${folder}: ${problem.message}`, hint);
  if (flags.out !== '-') checkTargets(readFor(folder, flags, inputs), [[flags.out, '--out']]);
  // What is wrong in lists is told before the outputs are checked.
  for (const volume of new Set(inputs.map(({ path }) => volumeOf(path)))) listsOf(volume);
  const bar = await progress((flags.check ? 2 : 1) * inputs.length, quiet);
  const report = await gather({
    folder,
    files: inputs.map(({ path }) => path),
    ...(manifest && { manifest }),
    ...(flags.texts !== undefined && { texts: flags.texts }),
    volumeOf,
    authorityOf(volume) {
      const lists = listsOf(volume);
      return lists && authorityOf(lists);
    },
    ...(flags.check && { check: {} }),
    onProgress: (files) => bar.step(files),
  }).finally(() => bar.stop());
  const page = reportPage(report, { css: pageCss('report'), review: flags.review, version: VERSION });
  if (flags.out === '-') out(page);
  else if (save(flags.out, page) && !quiet) err(`${counted(report.documents, 'document')} in ${flags.out}`);
}

/** @throws CommandError */
function requireFolder(path: string, hint: string): void {
  if (!lookAt(path)?.isDirectory()) throw new CommandError(`${path}: is no folder`, hint);
}

/** @throws CommandError where a manifest that is named, or there, or the shards can't be read */
function manifestFor(folder: string, { manifest, shards }: ReportFlags): Iterable<ManifestLine> | undefined {
  if (shards !== undefined) return manifestsOf(shards, batchIn(shards));
  const path = manifest ?? manifestIn(folder);
  if (manifest === undefined) return lookAt(path) ? linesOf(path) : undefined;
  for (const _ of linesOf(path)) return linesOf(path);
  throw new CommandError(
    `${path}: holds no line of a manifest`,
    'teigram batch writes one, .teigram.jsonl in its folder',
  );
}

/** All files that the page is made from. */
function readFor(folder: string, { manifest, authority }: ReportFlags, inputs: readonly Input[]): string[] {
  return [...inputs.map(({ path }) => path), manifest ?? manifestIn(folder), ...listPaths(authority)];
}

/** One after the other; shards that were not begun have none. */
function* manifestsOf(folder: string, { documents }: ShardedBatch): Generator<ManifestLine> {
  for (const shard of documents.keys()) {
    const path = manifestOf(folder, shard);
    if (lookAt(path)) yield* linesOf(path);
  }
}

/** @throws CommandError */
function linesOf(path: string): Iterable<ManifestLine> {
  try {
    return readManifest(path);
  } catch (error) {
    throw fileError(path, error);
  }
}
