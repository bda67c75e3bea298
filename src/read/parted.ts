/** Texts that lack the empty lines around their dateline: a place and a date alone stand in a block of their own. */

import type { Source } from '../source.js';
import type { Line } from './chunks.js';
import { isDateline } from './opening.js';

/** The dateline is among so many lines. */
const OPENING = 6;
/** Longer lines are the text's. */
const LONG = 80;

const isJoined = (lines: readonly Line[], i: number): boolean =>
  lines[i - 1]!.chunk === lines[i]!.chunk || lines[i + 1]?.chunk === lines[i]!.chunk;

/** The lines, with the dateline's block parted from what stands right above and below; each line its own block where none is parted. */
export function parted({ text }: Source, lines: readonly Line[]): readonly Line[] {
  const at = lines.findIndex(
    ({ start, end, bullet }, i) =>
      i > 0 && i < OPENING && !bullet && isJoined(lines, i) && isDateline(text.slice(start, end)),
  );
  if (at < 0) return lines;
  const { chunk } = lines[at]!;
  // A post's own line may stand above a dateline in its block, and when it was received below.
  const above = lines[0]!.chunk === chunk;
  const next = lines[at + 1];
  const below = next?.chunk === chunk && (above || next.end - next.start > LONG);
  if (!above && !below) return lines;
  if (lines[0]!.chunk === lines.at(-1)!.chunk) return lines.map((line, i) => ({ ...line, chunk: i }));
  return lines.map((line, i) => {
    const shift = (i >= at && above ? 1 : 0) + (i > at && below ? 1 : 0);
    return shift === 0 ? line : { ...line, chunk: line.chunk + shift };
  });
}
