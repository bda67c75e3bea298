/** For scripts: one object, its findings in order of file and place. */

import { count, limited, type Report } from './report.js';

export function json(report: Report): string {
  const { files, clean, findings, bySeverity, byRule } = count(report);
  const output = {
    teigram: report.version,
    summary: { files, clean, findings, ...bySeverity, known: report.known, byRule: Object.fromEntries(byRule) },
    findings: limited(report).flatMap(({ path, findings: some }) =>
      some.map((finding) => ({ ...finding, file: path })),
    ),
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}
