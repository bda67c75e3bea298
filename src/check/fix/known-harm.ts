/** Fixes that were found to do harm, known again in the text that the next round gets: a proof reads the whole file. */

import type { Edit, Finding } from '../finding.js';
import type { LeftOut } from './fix.js';

const keyOf = (rule: string, fix: readonly Edit[]): string =>
  JSON.stringify([rule, fix.map(({ start, end, text }) => [start, end, text])]);

/**
 * Gives why a finding of the next text is left out; undefined where that isn't known.
 *
 * @param harmful with their places in the text before `made`.
 * @param made the edits that led to the next text.
 */
export function knownHarm(
  harmful: readonly LeftOut[],
  made: readonly Edit[],
): (finding: Finding) => string | undefined {
  const moved = (offset: number): number =>
    made.reduce((at, { start, end, text }) => (end <= offset ? at + text.length - (end - start) : at), offset);
  const reasons = new Map<string, string>();
  for (const { finding, reason } of harmful) {
    const fix = finding.fix!.map(({ start, end, text }) => ({ start: moved(start), end: moved(end), text }));
    reasons.set(keyOf(finding.rule, fix), reason);
  }
  return ({ rule, fix }) => (reasons.size === 0 || !fix ? undefined : reasons.get(keyOf(rule, fix)));
}
