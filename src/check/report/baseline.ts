/** Known findings: a file that lists them by key, so that only new ones fail. */

import { relative, resolve } from 'node:path';
import { isObject } from '../../shapes.js';
import type { ReportedFile } from './report.js';

/**
 * Counts of keys, file by file, in order of name. Paths are relative to the folder that the baseline lies in; in those of version
 * 1 to the folder that the command ran in.
 */
export interface Baseline {
  readonly teigramBaseline: 1 | 2;
  readonly files: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** The absolute path of a file, by the one name that its folder has: the same for any way there. */
type RealPath = (path: string) => string;

/** Paths are written with `/` whatever the system. */
const below = (folder: string, path: string, realOf: RealPath): string =>
  path === STDIN ? path : relative(folder, realOf(path)).replace(/\\/g, '/');

/** What is read from standard input lies nowhere. */
const STDIN = '<stdin>';

/** The baseline of a folder that knows all these findings; they must carry keys. */
export function baselineOf(files: readonly ReportedFile[], folder: string, realOf: RealPath = resolve): Baseline {
  const out: Record<string, Record<string, number>> = {};
  for (const { path, findings } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (findings.length === 0) continue;
    const counts: Record<string, number> = {};
    for (const key of findings.map((finding) => finding.key ?? '').sort()) counts[key] = (counts[key] ?? 0) + 1;
    out[below(folder, path, realOf)] = counts;
  }
  return { teigramBaseline: 2, files: out };
}

/** @throws SyntaxError where the text is no baseline. */
export function parseBaseline(text: string): Baseline {
  const value = JSON.parse(text) as Partial<Baseline> | null;
  const { files } = value ?? {};
  const isKnown = value?.teigramBaseline === 1 || value?.teigramBaseline === 2;
  if (!isKnown || !isObject(files) || !Object.values(files).every(isCounts))
    throw new SyntaxError('not a baseline of teigram');
  return value as Baseline;
}

const isCounts = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((count) => typeof count === 'number');

/**
 * Leave out what the baseline of a folder knows, each as often as it knows it. `isOfOthers`: it knows files, and none of those
 * in which something was found.
 */
export function withoutKnown(
  files: readonly ReportedFile[],
  { teigramBaseline, files: listed }: Baseline,
  folder: string,
  realOf: RealPath = resolve,
): { files: ReportedFile[]; known: number; isOfOthers: boolean } {
  const base = teigramBaseline === 1 ? '.' : folder;
  const whole = (path: string, from = '.'): string => (path === STDIN ? path : realOf(resolve(from, path)));
  const byPath = new Map(Object.entries(listed).map(([path, counts]) => [whole(path, base), counts]));
  const found = files.filter(({ findings }) => findings.length > 0);
  const isOfOthers = byPath.size > 0 && found.length > 0 && !found.some(({ path }) => byPath.has(whole(path)));
  let known = 0;
  const left = files.map((file) => {
    const counts = { ...byPath.get(whole(file.path)) };
    const findings = file.findings.filter(({ key = '' }) => {
      const count = counts[key] ?? 0;
      if (count === 0) return true;
      counts[key] = count - 1;
      known++;
      return false;
    });
    return { ...file, findings };
  });
  return { files: left, known, isOfOthers };
}
