/** The source as lines: trimmed, numbered by the block of lines ("chunk", between empty lines) that they stand in. */

import { latest } from '../../latest.js';
import type { Source } from '../../source.js';

/**
 * One line that holds more than white space. `start…end` is its text without the white space and the bullet around it;
 * `from…to` is the whole line without its line end.
 */
export interface Line {
  readonly from: number;
  readonly start: number;
  readonly end: number;
  readonly to: number;
  /** Counts blocks of lines from 0. */
  readonly chunk: number;
  readonly bullet: boolean;
  /** Set where the line is a part of a nested list that the text runs together. */
  readonly part?: 'label' | 'item' | undefined;
}

/** Blanks before a line's text, or its bullet with those. */
export const indentOf = ({ from, start }: Line): number => start - from;

const CR = 13;
const LF = 10;
const STAR = 42;

/** Line ends: LF, CR, CRLF, and the form feed and vertical tab that end a page or a line in plain text. */
const endsLine = (code: number): boolean => code === LF || code === CR || code === 12 || code === 11;

/** White space that is trimmed, and characters that XML cannot hold (they never count as the edge of a text). */
const isBlank = (code: number): boolean =>
  code <= 32 ||
  code === 0xa0 ||
  code === 0x85 ||
  code === 0xfeff ||
  (code >= 0x2000 && code <= 0x200b) ||
  code === 0x2028 ||
  code === 0x2029 ||
  code === 0x202f ||
  code === 0x3000 ||
  code === 0xfffe ||
  code === 0xffff;

/** Bullets that plain-text renderers put before list items; they count only before a space. */
const isBullet = (code: number): boolean => code === STAR || code === 0x2022 || code === 0x25aa;

/** A line of which something is other; with the same fields as all lines, so that what reads them is compiled once. */
export const changed = ({ from, start, end, to, chunk, bullet, part }: Line, change: Partial<Line>): Line => ({
  from,
  start,
  end,
  to,
  chunk,
  bullet,
  part,
  ...change,
});

/** A text's lines, found once while it is the one at hand. Empty lines part chunks and are not listed. */
export const linesOf: (source: Source) => readonly Line[] = latest(split);

function split({ text }: Source): Line[] {
  const lines: Line[] = [];
  let chunk = -1;
  let apart = true;
  let at = 0;
  while (at < text.length) {
    const from = at;
    while (at < text.length && !endsLine(text.charCodeAt(at))) at++;
    const to = at;
    if (at < text.length) at += text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF ? 2 : 1;
    let start = from;
    while (start < to && isBlank(text.charCodeAt(start))) start++;
    let end = to;
    while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
    if (start === end) {
      apart = true;
      continue;
    }
    let bullet = false;
    if (isBullet(text.charCodeAt(start)) && start > from && isBlank(text.charCodeAt(start + 1))) {
      let first = start + 1;
      while (first < end && isBlank(text.charCodeAt(first))) first++;
      if (first < end) {
        start = first;
        bullet = true;
      }
    }
    if (apart) chunk++;
    apart = false;
    lines.push({ from, start, end, to, chunk, bullet, part: undefined });
  }
  return lines;
}
