/** The lines of a text without those at the edges of its pages. */

import type { Line } from '../lines/chunks.js';

const NONE: ReadonlySet<Line> = new Set();

/** The rest of the lines, in blocks that are counted anew, and which of them follow an edge. */
export function withoutEdges(
  all: readonly Line[],
  edges = NONE,
): { readonly lines: readonly Line[]; readonly below: ReadonlySet<Line> } {
  if (edges.size === 0) return { lines: all, below: NONE };
  const lines: Line[] = [];
  const below = new Set<Line>();
  let chunk = -1;
  let before: Line | undefined;
  let passed = false;
  for (const line of all) {
    if (edges.has(line)) {
      passed = before !== undefined;
      continue;
    }
    if (before?.chunk !== line.chunk) chunk++;
    const counted = { ...line, chunk };
    lines.push(counted);
    if (passed) below.add(counted);
    before = line;
    passed = false;
  }
  return { lines, below };
}
