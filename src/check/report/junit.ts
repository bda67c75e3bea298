/** JUnit XML: a suite a file, a case a rule that found something there; errors are failures, the rest goes to system-out. */

import type { Finding } from '../finding.js';
import { limited, type Report, told } from './report.js';

/** Characters that XML can't hold are replaced: messages quote what the file holds. */
const escaped = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '\ufffd',
    )
    .replace(/[&<>"\n\t]/g, (char) => (char === '\n' ? '&#10;' : char === '\t' ? '&#9;' : ENTITIES[char]!));

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const placed = (path: string, finding: Finding): string => `${path}:${finding.line}:${finding.column} ${told(finding)}`;

export function junit(report: Report): string {
  const shown = limited(report);
  const suites = report.files.map(({ path, findings }, i) => suite(path, findings, new Set(shown[i]!.findings)));
  const sum = (key: 'tests' | 'failures'): number => suites.reduce((total, each) => total + each[key], 0);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="teigram" tests="${sum('tests')}" failures="${sum('failures')}" errors="0" time="0">`,
    ...suites.map(({ xml }) => xml),
    '</testsuites>\n',
  ].join('\n');
}

/** All findings decide; those `shown` are told. */
function suite(
  path: string,
  findings: readonly Finding[],
  shown: ReadonlySet<Finding>,
): { tests: number; failures: number; xml: string } {
  const list = (some: readonly Finding[]): string => {
    const lines = some.filter((finding) => shown.has(finding)).map((finding) => placed(path, finding));
    const more = some.length - lines.length;
    return escaped([...lines, ...(more > 0 ? [`${more} more, left out by --max-findings`] : [])].join('\n'));
  };
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const some = byRule.get(finding.rule);
    if (some) some.push(finding);
    else byRule.set(finding.rule, [finding]);
  }
  const cases: string[] = [];
  let failures = 0;
  for (const [rule, some] of byRule) {
    const errors = some.filter(({ severity }) => severity === 'error');
    const rest = some.filter(({ severity }) => severity !== 'error');
    const body: string[] = [];
    if (errors.length > 0) {
      failures++;
      const message =
        errors.find((error) => shown.has(error))?.message ?? `${errors.length} left out by --max-findings`;
      body.push(`      <failure message="${escaped(message)}" type="${escaped(rule)}">${list(errors)}</failure>`);
    }
    if (rest.length > 0) body.push(`      <system-out>${list(rest)}</system-out>`);
    cases.push(
      `    <testcase name="${escaped(rule)}" classname="${escaped(path)}" time="0">`,
      ...body,
      '    </testcase>',
    );
  }
  if (byRule.size === 0) cases.push(`    <testcase name="valid" classname="${escaped(path)}" time="0"/>`);
  const tests = Math.max(1, byRule.size);
  const open = `  <testsuite name="${escaped(path)}" tests="${tests}" failures="${failures}" errors="0" skipped="0" time="0">`;
  return { tests, failures, xml: [open, ...cases, '  </testsuite>'].join('\n') };
}
