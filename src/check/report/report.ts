/** What a run found, as every format gets it. */

import { counted } from '../../counted.js';
import type { Severity } from '../../diagnostic.js';
import type { Finding } from '../finding.js';
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
  /** Findings that nobody asked for, left out of `files`. */
  readonly unasked: number;
  readonly version: string;
  /** The text of a file, for code frames; undefined where it can't be had. */
  readonly textOf: (path: string) => string | undefined;
  readonly colour: boolean;
}

export interface Counts {
  readonly files: number;
  readonly clean: number;
  readonly findings: number;
  /** Findings that have a fix. */
  readonly mendable: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Errors first, then most frequent first; a rule whose findings differ in severity has a row for each. */
  readonly byRule: readonly RuleCount[];
}

interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly count: number;
}

/** The heaviest first. */
export const SEVERITIES = ['error', 'warning', 'info'] as const satisfies readonly Severity[];

export const isMendable = ({ fix }: Finding): boolean => fix !== undefined && fix.length > 0;

/** What a finding says, with what to do about it, in one line of prose. */
export function told(finding: Finding): string {
  const { message, hint } = finding;
  const todo = [...(hint ? [hint] : []), ...(isMendable(finding) ? ['--fix mends it.'] : [])];
  return todo.length === 0 ? message : [message.replace(/\.?$/, '.'), ...todo].join(' ');
}

export function count({ files }: Pick<Report, 'files'>): Counts {
  const bySeverity = { error: 0, warning: 0, info: 0 };
  const byRule = {
    error: new Map<string, number>(),
    warning: new Map<string, number>(),
    info: new Map<string, number>(),
  };
  let findings = 0;
  let mendable = 0;
  for (const file of files) {
    for (const finding of file.findings) {
      const { rule, severity, more = 0 } = finding;
      if (isMendable(finding)) mendable++;
      findings += 1 + more;
      bySeverity[severity] += 1 + more;
      byRule[severity].set(rule, (byRule[severity].get(rule) ?? 0) + 1 + more);
    }
  }
  return {
    files: files.length,
    clean: files.filter((file) => file.findings.length === 0).length,
    findings,
    mendable,
    bySeverity,
    byRule: SEVERITIES.flatMap((severity) =>
      Array.from(byRule[severity], ([rule, count]) => ({ rule, severity, count })).sort(
        (a, b) => b.count - a.count || (a.rule < b.rule ? -1 : 1),
      ),
    ),
  };
}

/** The files with as many findings as the limit allows, in their order; files left without any are kept. */
export function limited({ files, limit }: Pick<Report, 'files' | 'limit'>): ReportedFile[] {
  const all = files.reduce((sum, { findings }) => sum + findings.length, 0);
  if (all <= limit) return [...files];
  const shown = fairShare(files, limit);
  return files.map((file) => ({ ...file, findings: file.findings.filter((finding) => shown.has(finding)) }));
}

/** As many findings as there is room for: the heaviest first, and of these one of each file in turn. */
function fairShare(files: readonly ReportedFile[], room: number): Set<ReportedFinding> {
  const shown = new Set<ReportedFinding>();
  for (const wanted of SEVERITIES) {
    let left = files.map(({ findings }) => findings.filter(({ severity }) => severity === wanted));
    for (let turn = 0; left.length > 0; turn++) {
      left = left.filter((some) => some.length > turn);
      for (const some of left) {
        if (shown.size >= room) return shown;
        shown.add(some[turn]!);
      }
    }
  }
  return shown;
}

/** `, 2 files not shown at all`, '' where each file in which something was found has its share. */
export function leftOut(all: readonly ReportedFile[], shown: readonly ReportedFile[]): string {
  const unseen = all.filter(({ findings }, i) => findings.length > 0 && shown[i]?.findings.length === 0).length;
  return unseen === 0 ? '' : `, ${counted(unseen, 'file')} not shown at all`;
}

/** `3 files, 2 clean: 1 error, 4 warnings`. */
export function summary(report: Report): string {
  const { files, clean, findings, mendable, bySeverity } = count(report);
  const known = report.known > 0 ? `; ${counted(report.known, 'finding')} known to the baseline` : '';
  const unasked = report.unasked > 0 ? `; ${counted(report.unasked, 'finding')} not asked for` : '';
  const besides = `${known}${unasked}`;
  if (findings === 0) return `${counted(files, 'file')}, nothing found${besides}`;
  const parts = [
    bySeverity.error > 0 ? counted(bySeverity.error, 'error') : '',
    bySeverity.warning > 0 ? counted(bySeverity.warning, 'warning') : '',
    bySeverity.info > 0 ? counted(bySeverity.info, 'remark') : '',
  ];
  const fix = mendable > 0 ? `; ${mendable} mendable by --fix` : '';
  return `${counted(files, 'file')}, ${clean} clean: ${parts.filter(Boolean).join(', ')}${fix}${besides}`;
}
