/** Known findings: a file that lists them by key, so that only new ones fail. */

import type { ReportedFile } from './report.js';

/** Counts of keys, file by file, in order of name. */
export interface Baseline {
  readonly teigramBaseline: 1;
  readonly files: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** Paths are written with `/` whatever the system. */
const slashed = (path: string): string => path.replace(/\\/g, '/').replace(/^\.\//, '');

/** The baseline that knows all these findings; they must carry keys. */
export function baselineOf(files: readonly ReportedFile[]): Baseline {
  const out: Record<string, Record<string, number>> = {};
  for (const { path, findings } of [...files].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    if (findings.length === 0) continue;
    const counts: Record<string, number> = {};
    for (const key of findings.map((finding) => finding.key ?? '').sort()) counts[key] = (counts[key] ?? 0) + 1;
    out[slashed(path)] = counts;
  }
  return { teigramBaseline: 1, files: out };
}

/** @throws SyntaxError where the text is no baseline. */
export function parseBaseline(text: string): Baseline {
  const value = JSON.parse(text) as Partial<Baseline> | null;
  const { files } = value ?? {};
  if (value?.teigramBaseline !== 1 || !isObject(files) || !Object.values(files).every(isCounts))
    throw new SyntaxError('not a baseline of teigram');
  return value as Baseline;
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCounts = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every((count) => typeof count === 'number');

/** Leave out what the baseline knows, each as often as it knows it. */
export function withoutKnown(
  files: readonly ReportedFile[],
  baseline: Baseline,
): { files: ReportedFile[]; known: number } {
  let known = 0;
  const left = files.map((file) => {
    const counts = { ...baseline.files[slashed(file.path)] };
    const findings = file.findings.filter(({ key = '' }) => {
      const count = counts[key] ?? 0;
      if (count === 0) return true;
      counts[key] = count - 1;
      known++;
      return false;
    });
    return { ...file, findings };
  });
  return { files: left, known };
}
