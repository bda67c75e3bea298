/** Findings as heavy as the settings say. */

import type { Finding } from './finding.js';
import type { CheckSettings } from './settings.js';

/** Those of rules that are off are left out; house rules have their weight already. */
export function weighed(findings: readonly Finding[], { rules }: CheckSettings): readonly Finding[] {
  if (rules === undefined) return findings;
  return findings.flatMap((finding) => {
    const setting = rules[finding.rule] ?? 'on';
    if (setting === 'off') return [];
    return setting === 'on' || setting === finding.severity ? finding : { ...finding, severity: setting };
  });
}
