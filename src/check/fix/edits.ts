/** Apply the fixes of findings to a text: whole fixes only, no two over the same characters; all else stays as it is. */

import { overlap } from '../../text-range.js';
import type { Edit, Finding } from '../finding.js';

export interface Applied {
  readonly text: string;
  /** Findings whose fix was applied. */
  readonly fixed: readonly Finding[];
  /** Findings whose fix crosses that of an earlier one: another round finds them again. */
  readonly left: readonly Finding[];
  /** The edits made, in order, in offsets of the text before. */
  readonly edits: readonly Edit[];
}

/** Whether two edits are of one place; two insertions are where they have the same offset. */
const collide = (a: Edit, b: Edit): boolean =>
  a.start === a.end && b.start === b.end ? a.start === b.start : overlap(a, b);

/** The span from a fix's first to its last edit: nothing else may happen inside (a move and its cut belong together). */
const hull = (edits: readonly Edit[]): Edit => ({
  start: Math.min(...edits.map((edit) => edit.start)),
  end: Math.max(...edits.map((edit) => edit.end)),
  text: '',
});

export function applyEdits(text: string, findings: readonly Finding[]): Applied {
  const fixed: Finding[] = [];
  const left: Finding[] = [];
  const edits: Edit[] = [];
  let taken: Edit[] = [];
  for (const finding of findings) {
    if (!finding.fix || finding.fix.length === 0) continue;
    const whole = hull(finding.fix);
    // Findings come in document order: what ends before this one begins can't cross a later one.
    taken = taken.filter((other) => other.end >= whole.start - 4096);
    if (taken.some((other) => collide(other, whole))) {
      left.push(finding);
      continue;
    }
    taken.push(whole);
    fixed.push(finding);
    edits.push(...finding.fix);
  }
  edits.sort((a, b) => a.start - b.start || a.end - b.end);
  const parts: string[] = [];
  let at = 0;
  for (const edit of edits) {
    parts.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  parts.push(text.slice(at));
  return { text: parts.join(''), fixed, left, edits };
}
