/** For GitHub Actions: a workflow command a finding, which becomes an annotation of the changed lines. */

import type { Severity } from '../../diagnostic.js';
import { limited, type Report, summary, told } from './report.js';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

export function github(report: Report): string {
  const out: string[] = [];
  for (const { path, findings } of limited(report)) {
    for (const finding of findings) {
      const { severity, line, column, endLine, endColumn, rule } = finding;
      // GitHub knows columns within one line only.
      const columns =
        endLine === undefined || endLine === line ? `,col=${column},endColumn=${endColumn ?? column + 1}` : '';
      const place = `file=${property(path)},line=${line},endLine=${endLine ?? line}${columns}`;
      out.push(`::${COMMANDS[severity]} ${place},title=${property(rule)}::${data(told(finding))}`);
    }
  }
  out.push(summary(report));
  return `${out.join('\n')}\n`;
}
