/** Pages whose lines go across a gutter: columns or tables, which are read line by line all the same. */

import type { Remark } from '../tree.js';
import type { Line } from './lines.js';

/** Lines that have a gap at the same place, at least, and as a share of the page's. */
const LINES = 4;
const SHARE = 0.3;

/** @param pages the lines of each page's body */
export function columnRemarks(pages: readonly (readonly Line[])[]): Remark[] {
  return pages.flatMap((lines, page): Remark[] => {
    const across = acrossGutter(lines);
    if (across < Math.max(LINES, SHARE * lines.length)) return [];
    return [
      {
        code: 'columns',
        severity: 'warning',
        message: `page ${page + 1}: ${across} lines have a gap at the same place, as columns or a table have; they are read straight across`,
        hint: 'if these are columns, copy them one by one to a plain text',
      },
    ];
  });
}

/** The most lines that have a gap at one place. */
function acrossGutter(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, i) => [...line.gaps, ...gapBeside(line, lines[i + 1])]);
  const counts = gaps.map(([from, to]) => gaps.filter(([a, b]) => a <= (from + to) / 2 && b >= (from + to) / 2).length);
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

/** The gap between a line and the next where that stands beside it, a little higher or lower, and not below. */
function gapBeside(line: Line, next: Line | undefined): readonly (readonly [number, number])[] {
  const beside = next && next.x > line.right && Math.abs(next.y - line.y) < line.size;
  return beside ? [[line.right, next.x]] : [];
}
