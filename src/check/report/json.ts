/** For scripts: one object, its findings in order of file and place. */

import { count as countOf, limited, type Report } from './report.js';

export function json(report: Report): string {
  const { files, clean, findings, mendable, bySeverity, byRule } = countOf(report);
  const sums = new Map<string, number>();
  for (const { rule, count } of byRule) sums.set(rule, (sums.get(rule) ?? 0) + count);
  const output = {
    teigram: report.version,
    summary: {
      files,
      clean,
      findings,
      ...bySeverity,
      mendable,
      known: report.known,
      unasked: report.unasked,
      byRule: Object.fromEntries(sums),
    },
    findings: limited(report).flatMap(({ path, findings: some }) =>
      some.map((finding) => ({ ...finding, file: path })),
    ),
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}
