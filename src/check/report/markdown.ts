/** For comments and step summaries: a table a file. */

import { count, leftOut, limited, type Report, summary, told } from './report.js';

const cell = (text: string): string => text.replace(/([\\|`*_<>[\]])/g, '\\$1').replace(/\s+/g, ' ');

export function markdown(report: Report): string {
  const out = [`**teigram:** ${summary(report)}`, ''];
  const { byRule, findings: all } = count(report);
  if (byRule.length > 0) {
    const rows = byRule.map(({ rule, severity, count }) => `| ${cell(rule)} | ${severity} | ${count} |`);
    out.push('| rule | severity | findings |', '|---|---|---:|', ...rows, '');
  }
  let shown = 0;
  const files = limited(report);
  for (const { path, findings } of files) {
    if (findings.length === 0) continue;
    for (const { more = 0 } of findings) shown += 1 + more;
    out.push(`### ${cell(path)}`, '', '| place | severity | finding | rule |', '|---|---|---|---|');
    for (const finding of findings) {
      const { line, column, severity, rule } = finding;
      out.push(`| ${line}:${column} | ${severity} | ${cell(told(finding))} | ${cell(rule)} |`);
    }
    out.push('');
  }
  if (all > shown) out.push(`… and ${all - shown} more${leftOut(report.files, files)}.`, '');
  return `${out.join('\n').trimEnd()}\n`;
}
