/** What the reader was not sure of, worded. */

import type { Diagnostic } from '../../diagnostic.js';
import type { Source } from '../../source.js';
import { type Choice, NAMES } from '../labels/labels.js';
import type { Line } from '../lines/chunks.js';

/** A line's reading is listed as doubtful below this, unless another bound is asked for: of those between 0.9 and 0.99, 98 in 100 are right. */
export const BLOCK_DOUBT = 0.9;

/** A diagnostic for each line whose reading is less probable than `doubt`. */
export function doubts(
  { text }: Source,
  lines: readonly Line[],
  choices: readonly Choice[],
  doubt: number,
): Diagnostic[] {
  return choices.flatMap(({ label, p, alternatives }, i): Diagnostic[] => {
    if (p >= doubt) return [];
    const { start, end } = lines[i]!;
    const words = end - start > 40 ? `${text.slice(start, start + 39)}…` : text.slice(start, end);
    const [other] = alternatives;
    return [
      {
        code: 'block-doubtful',
        severity: 'info',
        message: `“${words}” is read as ${NAMES[label]}${other ? `; it may be ${other.choice}` : ''}`,
        start,
        end,
        p,
        choice: NAMES[label],
        alternatives,
      },
    ];
  });
}
