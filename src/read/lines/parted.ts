/**
 * Texts that lack empty lines which editions have: around a dateline and the words above it, a place and a date alone in a block of
 * their own; and between the words that close a letter and the name.
 */

import { packed } from '../../packed.js';
import type { Source } from '../../source.js';
import { MARKED } from '../../text/marking.js';
import { changed, type Line } from './chunks.js';
import { isDateline, SERIAL } from './opening.js';

/** The dateline is among so many lines. */
const OPENING = 6;
/** Longer lines are the text's. */
const LONG = 80;

/** Words that close a letter, alone: `Sincerely yours,`. */
const CLOSING =
  /^[\p{L}, ]{0,50}\b(?:sincerely|respectfully|faithfully|truly|cordially|regards|wishes|yours|servant),$/iu;
/** Longer lines are neither such words nor a name. */
const SHORT = 60;
const NAME = /^(?:[\p{Lu}[(][\p{L}.’'()[\]-]*,?\d{0,2}(?: |$)|d[aeiu]s? |l[ae] |v[ao]n )+$/u;
const SENTENCE = /[.?!]\d{0,2}$/;

const isJoined = (lines: readonly Line[], i: number): boolean =>
  lines[i - 1]!.chunk === lines[i]!.chunk || lines[i + 1]?.chunk === lines[i]!.chunk;

/** Lines that begin a block around the dateline, though no empty line stands above them. */
function aroundDateline({ text }: Source, lines: readonly Line[]): readonly number[] {
  const at = lines.findIndex(
    ({ start, end, bullet }, i) =>
      i > 0 && i < OPENING && !bullet && isJoined(lines, i) && isDateline(text.slice(start, end)),
  );
  if (at < 0) return [];
  const { chunk } = lines[at]!;
  // A post's own line may stand above a dateline in its block, and when it was received below.
  const above = lines[0]!.chunk === chunk;
  const next = lines[at + 1];
  const below = next?.chunk === chunk && (above || next.end - next.start > LONG);
  if (above && chunk === lines.at(-1)!.chunk) return lines.map((_, i) => i);
  const isMarking = (i: number): boolean => {
    const words = text.slice(lines[i]!.start, Math.min(lines[i]!.end, lines[i]!.start + LONG));
    return MARKED.test(words) || SERIAL.test(words);
  };
  return lines.flatMap((line, i) => {
    if (i === 0 || line.chunk !== chunk || i > at + OPENING) return [];
    if ((above && i === at) || (below && i === at + 1)) return [i];
    return isMarking(i) || isMarking(i - 1) ? [i] : [];
  });
}

/** Names that stand right below the words that close a letter, and such words right below the letter. */
function aroundClosing({ text }: Source, lines: readonly Line[]): readonly number[] {
  return lines.flatMap(({ start, end, chunk, bullet }, i) => {
    const [before, next] = [lines[i - 1], lines[i + 1]];
    if (text[end - 1] !== ',' || end - start > SHORT || bullet || i === 0) return [];
    if (next?.chunk !== chunk || next.end - next.start > SHORT || !CLOSING.test(text.slice(start, end))) return [];
    const name = text.slice(next.start, next.end);
    if (!NAME.test(name) || name.endsWith(',')) return [];
    return before?.chunk === chunk && SENTENCE.test(text.slice(before.start, before.end)) ? [i, i + 1] : [i + 1];
  });
}

/** The lines, in blocks as editions have them. */
export function parted(source: Source, lines: readonly Line[]): readonly Line[] {
  const starts = new Set([...aroundDateline(source, lines), ...aroundClosing(source, lines)]);
  if (starts.size === 0) return lines;
  let shift = 0;
  return packed(lines, (line, i) => {
    if (i > 0 && starts.has(i) && lines[i - 1]!.chunk === line.chunk) shift++;
    return shift === 0 ? line : changed(line, { chunk: line.chunk + shift });
  });
}
