/** TAP version 14: a test point a file, its findings in the YAML block. Only errors fail a file. */

import { isMendable, limited, type Report } from './report.js';

/** JSON's strings are YAML's. */
const quoted = (text: string): string => JSON.stringify(text);

export function tap(report: Report): string {
  const files = limited(report);
  const out = ['TAP version 14', `1..${files.length}`];
  files.forEach(({ path, findings }, i) => {
    const failed = (report.files[i]?.findings ?? []).some(({ severity }) => severity === 'error');
    out.push(`${failed ? 'not ok' : 'ok'} ${i + 1} - ${path.replace(/([\\#])/g, '\\$1')}`);
    if (findings.length === 0) return;
    out.push('  ---', '  findings:');
    for (const finding of findings) {
      const { rule, severity, message, line, column, hint } = finding;
      out.push(`    - rule: ${quoted(rule)}`, `      severity: ${severity}`, `      message: ${quoted(message)}`);
      if (hint) out.push(`      hint: ${quoted(hint)}`);
      if (isMendable(finding)) out.push('      mendable: true');
      out.push(`      line: ${line}`, `      column: ${column}`);
    }
    out.push('  ...');
  });
  return `${out.join('\n')}\n`;
}
