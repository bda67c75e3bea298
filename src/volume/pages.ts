/**
 * Page breaks between documents. A text shows only the page breaks inside of it; the pages that are missing between one document's
 * last and the next one's first began where a document began. Where as many are missing as documents begin, each has its place;
 * where fewer are, the places are chosen that make the pages most even, and that is told.
 */

import type { Problem } from './problem.js';

/** A stretch of the volume that shows page breaks or might hide one before it. */
export interface Stretch {
  /** Of the document; undefined for a page break that the manifest gives. */
  readonly id?: string;
  readonly file: string;
  /** Printed numbers, in order. */
  readonly pages: readonly string[];
  /** Characters in all, up to the first page break and from the last one on (all of them where there is none). */
  readonly size: number;
  readonly lead: number;
  readonly tail: number;
}

/** Pages that begin before each document, by its id. @param has whether a page stands elsewhere, out of order */
export function missingPages(
  stretches: readonly Stretch[],
  has: (n: string) => boolean = () => false,
): { before: Map<string, string[]>; problems: Problem[] } {
  const before = new Map<string, string[]>();
  const problems: Problem[] = [];
  let last: number | undefined;
  let starts: { id: string; file: string; at: number }[] = [];
  let length = 0;
  for (const stretch of stretches) {
    const { id, file, size, lead, tail } = stretch;
    const numbers = stretch.pages.filter((n) => /^\d+$/.test(n)).map(Number);
    // A document that begins with a page begins no further one.
    if (id !== undefined && length > 0) starts.push({ id, file, at: length });
    const [first] = numbers;
    if (first === undefined) {
      length += size;
      continue;
    }
    length += lead;
    const gap = last === undefined ? 0 : first - last - 1;
    if (gap > 0 && gap <= starts.length) {
      const sure = gap === starts.length;
      chosen(
        starts.map(({ at }) => at),
        gap,
        length,
      ).forEach((index, i) => {
        const start = starts[index]!;
        if (has(String(last! + 1 + i))) return;
        before.set(start.id, [...(before.get(start.id) ?? []), String(last! + 1 + i)]);
        if (sure) return;
        problems.push({
          file: start.file,
          severity: 'warning',
          code: 'page-estimated',
          message: `page ${last! + 1 + i} begins at one of ${starts.length} documents, taken to be ${start.id}`,
          hint: `give its place in the manifest: - page: ${last! + 1 + i}`,
        });
      });
    } else if (gap > 0) {
      const message = `pages ${last! + 1} to ${first - 1} are missing before page ${first}`;
      const hint = `put the page breaks into the documents, or give those between documents in the manifest: - page: ${last! + 1}`;
      problems.push({ file, severity: 'error', code: 'pages-missing', message, hint });
    }
    last = numbers.at(-1);
    starts = [];
    length = tail;
  }
  return { before, problems };
}

/** Of places `at`, the `count` that lie nearest to where `count` even cuts of `length` would be, in order. */
function chosen(at: readonly number[], count: number, length: number): number[] {
  const cost = (page: number, place: number): number => Math.abs(at[place]! - (length * (page + 1)) / (count + 1));
  // best[place]: the least cost of the pages so far with the last of them at this place, and how it came about.
  let best = at.map((_, place) => ({ cost: cost(0, place), way: [place] }));
  for (let page = 1; page < count; page++) {
    let least: { cost: number; way: number[] } | undefined;
    best = best.map((here, place) => {
      const next = least
        ? { cost: least.cost + cost(page, place), way: [...least.way, place] }
        : { cost: Infinity, way: [] };
      if (!least || here.cost < least.cost) least = here;
      return next;
    });
  }
  return best.reduce((a, b) => (b.cost < a.cost ? b : a)).way;
}
