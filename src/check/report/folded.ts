/** Reports for people tell once what is wrong with many siblings alike. */

import type { ReportedFile } from './report.js';

/** The file with each finding that repeats an earlier one counted there. */
export function folded(file: ReportedFile): ReportedFile {
  if (!file.findings.some(({ repeats }) => repeats !== undefined)) return file;
  const more = new Map<string, number>();
  const kept = file.findings.filter(({ rule, message, offset, repeats }) => {
    const key = `${repeats ?? offset} ${rule} ${message}`;
    const before = more.get(key);
    more.set(key, before === undefined ? 0 : before + 1);
    // The first may have been silenced, or be known to a baseline.
    return before === undefined;
  });
  const findings = kept.map((finding) => {
    const { rule, message, offset, repeats, hint } = finding;
    const count = more.get(`${repeats ?? offset} ${rule} ${message}`)!;
    if (count === 0) return finding;
    const same = `The same holds for ${count} more behind it.`;
    return { ...finding, more: count, hint: hint === undefined ? same : `${hint} ${same}` };
  });
  return { ...file, findings };
}
