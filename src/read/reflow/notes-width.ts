/** Notes may be set to a width of their own, most often a smaller one than that of the text above them. */

import type { Source } from '../../source.js';
import type { Line } from '../lines/chunks.js';
import { isLong, type Width, widthOf } from './setting.js';

/** What the first note's label looks like; a list's first item may, too. */
const FIRST = /^(?:(?:foot)?note\s|[^\p{L}\p{N}\s]{0,2}(?:fn)?|<sup>)(?:[1l¹]|\*)(?![\p{L}\p{N}])/iu;
const OPENING = 20;
/** Lines of a note or two show no width: those are full that are nearly as long as the longest. */
const NEARLY = 0.9;

const lengthOf = ({ from, end }: Line): number => end - from;

/** Whether a line ends inside a block. */
const isInner = (lines: readonly Line[], i: number): boolean => lines[i + 1]?.chunk === lines[i]!.chunk;

/** The width of few lines below a text that is set to one: its own at most. */
function widthOfFew(above: Width, lines: readonly Line[]): Width['isFull'] {
  const longest = lines.reduce((most, line, i) => (isInner(lines, i) ? Math.max(most, lengthOf(line)) : most), 0);
  return (line, next) => above.isFull(line, next) || lengthOf(line) >= NEARLY * longest;
}

/** The widths that a text and the notes below it are set to; undefined where the text's lines are paragraphs. */
export function widthsOf(source: Source, lines: readonly Line[]): Width | undefined {
  const whole = widthOf(source, lines);
  const first = lines.findLastIndex(({ start }, i) => i > 0 && FIRST.test(source.text.slice(start, start + OPENING)));
  if (first < 0) return whole;
  const notes = lines.slice(first);
  const above = notes.some(isLong) ? undefined : widthOf(source, lines.slice(0, first));
  if (!above) return whole;
  const { from } = notes[0]!;
  const below = widthOf(source, notes)?.isFull ?? widthOfFew(above, notes);
  return {
    isFull: (line, next) => (line.from < from ? above : { isFull: below }).isFull(line, next),
    setIn: above.setIn && { start: above.setIn.start, end: Math.min(above.setIn.end, from) },
  };
}
