/** Findings as they leave the checker: weighed by the settings, in order of place, each with its file and, where keys are wanted, its key. */

import type { Finding } from './finding.js';
import { keyOf } from './key.js';
import type { CheckSettings, KeyedFinding } from './settings.js';
import { weighed } from './weighed.js';

export function finished(
  findings: readonly Finding[],
  file: string | undefined,
  text: string,
  settings: CheckSettings,
): KeyedFinding[] {
  return [...weighed(findings, settings)]
    .sort((a, b) => (a.offset ?? 0) - (b.offset ?? 0))
    .map((finding) => {
      const named = file === undefined || finding.file !== undefined ? finding : { ...finding, file };
      return settings.keys ? { ...named, key: keyOf(finding, text) } : named;
    });
}
