/** Lines of pages → columns, and how far the lines of each go: their measure. Lengths are in points. */

import { usual } from '../usual.js';
import { beginsColumn, type Line } from './lines.js';

/** Lines one below the other: a page's, a column's, or those across the page above or below its columns. */
export interface Column {
  readonly lines: readonly Line[];
  readonly left: number;
  /** Where lines end that are full. */
  readonly right: number;
}

/** So many lines, and no fewer, show by their ends where full lines end, if they end within so many times the letters' size. */
const WITNESSES = 3;
const RAGGED = 3;
/** Lines shorter than this, as a share of the longest, are not full. */
const SHORT = 0.6;
/** A line this many times the letters' size further left than a second column begins is none of that column's. */
const OUTSIDE = 4;

/** Lines of a column, or across the page. */
interface Part {
  readonly lines: Line[];
  readonly across: boolean;
}

/** @param pages the lines of each page's body */
export function columnsOf(pages: readonly (readonly Line[])[]): Column[][] {
  const measures = pages.map((page) =>
    partsOf(page).map(({ lines, across }) => ({
      lines,
      left: leftOf(across ? page : lines),
      right: fullEnd(lines),
      across,
    })),
  );
  const width = usual(
    measures.flat().flatMap(({ lines, left, right }) => (right === undefined ? [] : lines.map(() => right - left))),
  );
  return measures.map((parts, page) =>
    parts.map(({ lines, left, right, across }) => ({
      lines,
      left,
      right: right ?? (across ? rightOf(pages[page]!) : Math.max(left + width, rightOf(lines))),
    })),
  );
}

const leftOf = (lines: readonly Line[]): number => lines.reduce((least, line) => Math.min(least, line.x), Infinity);
const rightOf = (lines: readonly Line[]): number => lines.reduce((most, line) => Math.max(most, line.right), 0);

/** A page's lines by columns. */
function partsOf(page: readonly Line[]): Part[] {
  const parts: Part[] = [];
  for (const [i, line] of page.entries()) {
    const [above, part] = [page[i - 1], parts.at(-1)];
    if (!above || !part) parts.push({ lines: [line], across: false });
    else if (beginsColumn(line, above)) {
      parts.push(...acrossAndBeside(parts.pop()!, line.x), { lines: [line], across: false });
    } else if (parts.length > 1 && line.x < part.lines[0]!.x - OUTSIDE * line.size) {
      parts.push({ lines: [line], across: true });
    } else part.lines.push(line);
  }
  return parts;
}

/** Part the lines that go across the page from those below, which stand beside a column that begins at `x`. */
function acrossAndBeside({ lines, across }: Part, x: number): Part[] {
  const from = lines.findLastIndex((line) => line.right > x) + 1;
  const parts = [
    { lines: lines.slice(0, from), across: true },
    { lines: lines.slice(from), across },
  ];
  return parts.filter((part) => part.lines.length > 0);
}

/** Where full lines end; undefined where too few show it. */
function fullEnd(lines: readonly Line[]): number | undefined {
  const left = leftOf(lines);
  const least = left + SHORT * (rightOf(lines) - left);
  const ends = lines.filter((line) => line.right >= least).sort((a, b) => b.right - a.right);
  return ends.find((line, i) => {
    const last = ends[i + WITNESSES - 1];
    return last !== undefined && line.right - last.right <= RAGGED * line.size;
  })?.right;
}
