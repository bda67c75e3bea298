/** What a run found, as every format gets it. */

import { counted } from '../../counted.js';
import type { Severity } from '../../diagnostic.js';
import type { KeyedFinding } from '../settings.js';

/** `more`: how often what it says is said again, where that is told once. */
export type ReportedFinding = KeyedFinding & { readonly more?: number };

export interface ReportedFile {
  /** As the user named it, `<stdin>` for standard input. */
  readonly path: string;
  readonly findings: readonly ReportedFinding[];
}

export interface Report {
  /** All files that were checked, clean ones too, in order. */
  readonly files: readonly ReportedFile[];
  /** Print so many findings at most; counts tell of all. */
  readonly limit: number;
  /** Findings that a baseline knows, left out of `files`. */
  readonly known: number;
  readonly version: string;
  /** The text of a file, for code frames; undefined where it can't be had. */
  readonly textOf: (path: string) => string | undefined;
  readonly colour: boolean;
}

export interface Counts {
  readonly files: number;
  readonly clean: number;
  readonly findings: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Most frequent first. */
  readonly byRule: readonly (readonly [rule: string, count: number])[];
}

export function count({ files }: Pick<Report, 'files'>): Counts {
  const bySeverity = { error: 0, warning: 0, info: 0 };
  const byRule = new Map<string, number>();
  let findings = 0;
  for (const file of files) {
    for (const { rule, severity, more = 0 } of file.findings) {
      findings += 1 + more;
      bySeverity[severity] += 1 + more;
      byRule.set(rule, (byRule.get(rule) ?? 0) + 1 + more);
    }
  }
  return {
    files: files.length,
    clean: files.filter((file) => file.findings.length === 0).length,
    findings,
    bySeverity,
    byRule: [...byRule].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)),
  };
}

/** The files with as many findings as the limit allows, the first ones; files left without any are kept. */
export function limited({ files, limit }: Pick<Report, 'files' | 'limit'>): ReportedFile[] {
  let room = limit;
  return files.map((file) => {
    const findings = file.findings.slice(0, Math.max(0, room));
    room -= findings.length;
    return { ...file, findings };
  });
}

/** `3 files, 2 clean: 1 error, 4 warnings`. */
export function summary(report: Report): string {
  const { files, clean, findings, bySeverity } = count(report);
  const known = report.known > 0 ? `; ${counted(report.known, 'finding')} known to the baseline` : '';
  if (findings === 0) return `${counted(files, 'file')}, nothing found${known}`;
  const parts = [
    bySeverity.error > 0 ? counted(bySeverity.error, 'error') : '',
    bySeverity.warning > 0 ? counted(bySeverity.warning, 'warning') : '',
    bySeverity.info > 0 ? counted(bySeverity.info, 'remark') : '',
  ];
  return `${counted(files, 'file')}, ${clean} clean: ${parts.filter(Boolean).join(', ')}${known}`;
}
