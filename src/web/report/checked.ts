/** What checks of a batch's outputs find, by rule and by document. */

import { dirname, relative } from 'node:path';
import { checkFiles } from '../../check/check-files.js';
import type { CheckSettings } from '../../check/settings.js';
import type { RuleRow } from './model.js';
import { slashed } from './places.js';

/** Files that are checked in one go: whole folders, whose documents point to each other, and their findings fit in memory. */
const AT_ONCE = 4000;

/** Whole folders together, up to so many files; one that is larger is parted. */
function* portions(files: readonly string[]): Generator<readonly string[]> {
  let from = 0;
  let folder = 0;
  for (let at = 1; at <= files.length; at++) {
    const ends = at === files.length || dirname(files[at]!) !== dirname(files[at - 1]!);
    if (at - from >= AT_ONCE && folder > from && at - folder < AT_ONCE) {
      yield files.slice(from, folder);
      from = folder;
    }
    if (ends) folder = at;
    if (at === files.length || at - from >= 2 * AT_ONCE) {
      yield files.slice(from, at);
      from = at;
      folder = at;
    }
  }
}

/** What was found: by rule, the commonest first, and how much of it by an output's path below the folder. */
export interface Checked {
  readonly rules: readonly RuleRow[];
  readonly findings: ReadonlyMap<string, number>;
}

/** Check the outputs of a folder; `onProgress` is told how many files more are done. */
export async function checkOutputs(
  folder: string,
  files: readonly string[],
  settings: CheckSettings,
  onProgress?: (files: number) => void,
): Promise<Checked> {
  const rules = new Map<string, { -readonly [K in keyof RuleRow]: RuleRow[K] }>();
  const findings = new Map<string, number>();
  for (const some of portions(files)) {
    for (const { path, findings: found } of await checkFiles(some, { settings })) {
      const below = slashed(relative(folder, path));
      if (found.length > 0) findings.set(below, found.length);
      const seen = new Set<string>();
      for (const { rule, severity, line, message } of found) {
        const row = rules.get(rule) ?? {
          rule,
          severity,
          findings: 0,
          documents: 0,
          example: `${below}:${line}: ${message}`,
        };
        row.findings++;
        if (!seen.has(rule)) row.documents++;
        seen.add(rule);
        rules.set(rule, row);
      }
    }
    onProgress?.(some.length);
  }
  const sorted = [...rules.values()].sort((a, b) => b.findings - a.findings || (a.rule < b.rule ? -1 : 1));
  return { rules: sorted, findings };
}
