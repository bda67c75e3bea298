/** What looks like the document's dateline and is not read as one. */

import type { Diagnostic } from '../../diagnostic.js';
import type { Source } from '../../source.js';
import { isMeeting } from '../annual/dated.js';
import { pageAt } from '../blocks/leaves.js';
import type { Choice } from '../labels/labels.js';
import type { Line } from '../lines/chunks.js';
import { isDateline, RECEIVED } from '../lines/opening.js';

/** The dateline is among so many lines. */
const OPENING = 8;
/** Longer lines are the text's; a date below them is at its end. */
const LONG = 200;

/** The first line near the top that is a place and a date alone, where no line is read as a dateline; a note may have them as its last. */
export function datelineFindings(source: Source, lines: readonly Line[], choices: readonly Choice[]): Diagnostic[] {
  if (choices.some(({ label }) => label === 'dateline')) return [];
  const { text } = source;
  const isReceived = ({ start, end }: Line): boolean => RECEIVED.test(text.slice(start, Math.min(end, start + LONG)));
  const last = lines.findLastIndex((line) => !isReceived(line) && !pageAt(source, line.start, line.end));
  const long = lines.findIndex(({ start, end }, i) => i > 0 && end - start > LONG);
  const found = lines
    .slice(1, Math.min(OPENING, last, long < 0 ? lines.length : long))
    .find(({ start, end, bullet }) => {
      const words = text.slice(start, end);
      return !bullet && isDateline(words) && !isMeeting(words);
    });
  if (!found) return [];
  const { start, end } = found;
  return [
    {
      code: 'dateline-unread',
      severity: 'warning',
      message: `“${text.slice(start, end)}” looks like a dateline and is not read as one`,
      start,
      end,
      hint: 'look whether it is the document’s dateline; it is read where nothing but the heading and words of the opener stand above it',
    },
  ];
}
