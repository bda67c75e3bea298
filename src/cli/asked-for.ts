/** `--only` and `--min-severity`: which findings are reported and mended. */

import type { Finding } from '../check/finding.js';
import { UNREAD } from '../check/layers.js';
import { type ReportedFile, SEVERITIES } from '../check/report/report.js';
import type { ValidateFlags } from './validate.js';

export type AskedFor = (finding: Finding) => boolean;

/** Undefined where all are asked for. Why a file can't be read is told whatever is asked: nothing else was looked for. */
export function askedFor({ only, minSeverity }: ValidateFlags): AskedFor | undefined {
  if (only === undefined && minSeverity === undefined) return undefined;
  const least = SEVERITIES.indexOf(minSeverity ?? 'info');
  return ({ rule, severity }) =>
    (severity === 'error' && UNREAD.has(rule)) ||
    (SEVERITIES.indexOf(severity) <= least && (only?.includes(rule) ?? true));
}

/** The files without what wasn't asked for, and how much that is. */
export function leaveOutUnasked(
  files: ReportedFile[],
  flags: ValidateFlags,
): { files: ReportedFile[]; unasked: number } {
  const asked = askedFor(flags);
  if (asked === undefined) return { files, unasked: 0 };
  let unasked = 0;
  const left = files.map((file) => {
    const findings = file.findings.filter(asked);
    unasked += file.findings.length - findings.length;
    return { ...file, findings };
  });
  return { files: left, unasked };
}
