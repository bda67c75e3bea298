/** For comments and step summaries: a table a file. */

import { count, limited, type Report, summary } from './report.js';

const cell = (text: string): string => text.replace(/([\\|`*_<>[\]])/g, '\\$1').replace(/\s+/g, ' ');

export function markdown(report: Report): string {
  const out = [`**teigram:** ${summary(report)}`, ''];
  const { byRule, findings: all } = count(report);
  if (byRule.length > 0) {
    out.push('| rule | findings |', '|---|---:|', ...byRule.map(([rule, n]) => `| ${cell(rule)} | ${n} |`), '');
  }
  let shown = 0;
  for (const { path, findings } of limited(report)) {
    if (findings.length === 0) continue;
    for (const { more = 0 } of findings) shown += 1 + more;
    out.push(`### ${cell(path)}`, '', '| place | severity | finding | rule |', '|---|---|---|---|');
    for (const { line, column, severity, message, hint, rule } of findings) {
      out.push(`| ${line}:${column} | ${severity} | ${cell(hint ? `${message}. ${hint}` : message)} | ${cell(rule)} |`);
    }
    out.push('');
  }
  if (all > shown) out.push(`… and ${all - shown} more.`, '');
  return `${out.join('\n').trimEnd()}\n`;
}
