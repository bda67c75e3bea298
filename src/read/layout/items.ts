/** Lines that are set in as items of lists are: each opens with a number, a letter or a sign, and what goes on with it hangs below. */

import { type Source, textOf } from '../../source.js';
import { pageAt } from '../blocks/leaves.js';
import type { Line } from '../lines/chunks.js';
import { ENDED } from '../lines/halves.js';
import { INDENT, reach } from '../reflow/setting.js';
import { comesAfter, type Opening, openingOf } from './openings.js';

export interface Item {
  /** Index of its first line. */
  readonly line: number;
  /** The line after its last. */
  readonly end: number;
  readonly column: number;
  readonly opening: Opening;
}

/** How the lines of a text are set. */
export interface Layout {
  readonly lines: readonly Line[];
  /** Where each line's text begins. */
  readonly columns: readonly number[];
  /** The least of these from the first line of its block to each line. */
  readonly flush: readonly number[];
  readonly isPage: (line: number) => boolean;
  /** The least column at which a line from one on begins. */
  readonly leastBelow: (line: number) => number;
  /** What a line that is set in opens with. */
  readonly openingAt: (line: number) => Opening | undefined;
  /** The item that a line begins; undefined where what goes on with it does not hang below. */
  readonly itemAt: (line: number) => Item | undefined;
}

/** The longest line of each block. */
function longestOf(lines: readonly Line[]): number[] {
  const longest: number[] = [];
  for (const { chunk, from, end } of lines) longest[chunk] = Math.max(longest[chunk] ?? 0, end - from);
  return longest;
}

export function layoutOf(
  of: Source,
  lines: readonly Line[],
  columns: readonly number[],
  isOwn: (line: Line) => boolean,
): Layout {
  const least = [...columns, Number.POSITIVE_INFINITY];
  for (let i = columns.length - 1; i >= 0; i--) least[i] = Math.min(columns[i]!, least[i + 1]!);
  const flush = [...columns];
  for (let i = 1; i < lines.length; i++)
    if (lines[i]!.chunk === lines[i - 1]!.chunk) flush[i] = Math.min(flush[i]!, flush[i - 1]!);
  const longest = longestOf(lines);
  const isPage = (line: number): boolean => pageAt(of, lines[line]!.start, lines[line]!.end) !== undefined;
  const labelAt = (at: number): Opening | undefined =>
    openingOf(of.text.slice(lines[at]!.start, Math.min(lines[at]!.end, lines[at]!.start + 16)));
  const openingAt = (at: number): Opening | undefined => {
    const line = lines[at];
    if (!line || line.bullet || isOwn(line) || line.start === line.from) return undefined;
    return labelAt(at);
  };
  /** Whether a line is counted on from the nearest one above that is set in no further: `1. Ships:`, its items, `2. Boats:`. */
  const countsOn = (at: number): boolean => {
    const label = labelAt(at);
    if (label?.token === undefined) return false;
    let above = at - 1;
    while (above >= 0 && lines[above]!.chunk === lines[at]!.chunk && columns[above]! > columns[at]!) above--;
    const before = lines[above]?.chunk === lines[at]!.chunk ? labelAt(above) : undefined;
    return before !== undefined && columns[above] === columns[at] && comesAfter(before, label);
  };
  const itemAt = (line: number): Item | undefined => {
    const first = lines[line];
    const opening = openingAt(line);
    if (!first || !opening) return undefined;
    const column = columns[line]!;
    let end = line + 1;
    for (; lines[end]?.chunk === first.chunk; end++) {
      const next = lines[end]!;
      if (next.bullet || isOwn(next) || isPage(end) || openingAt(end)) break;
      if (columns[end]! >= column) continue;
      if (countsOn(end)) break;
      // The first line of a paragraph that goes on, or the text below the list.
      const above = lines[end - 1]!;
      const isBelow = columns[end]! <= column - INDENT && ENDED.test(textOf(of, above));
      if (!isBelow || reach(of, above, next) > longest[next.chunk]!) return undefined;
      break;
    }
    return { line, end, column, opening };
  };
  return { lines, columns, flush, isPage, leastBelow: (line) => least[line]!, openingAt, itemAt };
}

/** Columns by which the numbers of one list may stand apart: 9 and 10 are set to end alike. */
const ASTRAY = 1;

/** The items of the list that begins at a line, with those inside of them; `before` are those of the last list, with which it may go on. */
export function listFrom(
  { lines, columns, isPage, openingAt, itemAt }: Layout,
  from: number,
  before: readonly Item[],
): Item[] {
  const first = itemAt(from);
  if (!first) return [];
  const goesOnWith = ({ column, opening }: Item): boolean =>
    column === first.column && comesAfter(opening, first.opening);
  if (!first.opening.opensList && !before.some(goesOnWith)) return [];
  const items = [first];
  const open = [first]; // the last item of each level
  /** The line after the page's mark that stands below an item, and after what goes on with the item below that: it hangs there. */
  const afterPage = ({ end, column }: Item): number => {
    if (end >= lines.length || !isPage(end)) return end;
    let at = end + 1;
    const chunk = lines[at]?.chunk;
    while (
      lines[at]?.chunk === chunk &&
      at < lines.length &&
      !lines[at]!.bullet &&
      !openingAt(at) &&
      columns[at]! > column
    )
      at++;
    return at;
  };
  for (;;) {
    const item = items.at(-1)!;
    const end = afterPage(item);
    // It goes on below the mark.
    if (end > item.end + 1) items[items.length - 1] = open[open.length - 1] = { ...item, end };
    const next = itemAt(end);
    if (!next) return items;
    while (open.length > 1 && next.column < open.at(-1)!.column - ASTRAY) open.pop();
    const last = open.at(-1)!;
    if (next.column >= last.column + INDENT && next.opening.opensList) open.push(next);
    else if (Math.abs(next.column - last.column) <= ASTRAY && comesAfter(last.opening, next.opening))
      open[open.length - 1] = next;
    else return items;
    items.push(next);
  }
}
