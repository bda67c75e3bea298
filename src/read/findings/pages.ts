/** Pages that a text lacks, and marks that may be theirs but are damaged. */

import type { Diagnostic } from '../../diagnostic.js';
import { pageMarks } from '../blocks/leaves.js';

/** `[p. 611]`, `(Page 611)`, `[Page 6ll]`, `[Page 611`. */
const DAMAGED =
  /[[({][ \t\u00a0]{0,2}(?:page|pg\.?|p\.):?[ \t\u00a0]{0,2}([\dlIOoS]{1,5})(?![\dA-Za-z])[ \t\u00a0]{0,2}[\])}]?/gi;
/** A number in brackets between words, `have [310] seen`; behind a number it corrects that, and editors correct days and years so, too. */
const LONE = /\[(?<=\p{L}[,;:.”’)]{0,2} \[)(\d{2,4})\](?= [\p{L}\d“‘(])/gu;
const LAST_DAY = 31;
const isYear = (n: number): boolean => n >= 1600 && n < 2100;
/** Letters that are taken for figures. */
const FIGURES: Readonly<Record<string, string>> = { l: '1', I: '1', O: '0', o: '0', S: '5' };

interface Mark {
  readonly page: number;
  readonly start: number;
  readonly end: number;
}

const withFigures = (printed: string): number => Number(printed.replace(/[lIOoS]/g, (letter) => FIGURES[letter]!));

/**
 * What looks like the mark of the very page that lacks between two; `next` is undefined after the last, `last` before the first.
 * Where there is no other mark, it is told by its brackets: round ones hold citations.
 */
function fits(page: number, last: Mark | undefined, next: Mark | undefined, round: boolean): boolean {
  if (!last && !next) return !round;
  if (!last) return next !== undefined && page === next.page - 1;
  return page === last.page + 1 && (!next || page < next.page);
}

const damaged = (text: string, { page, start, end }: Mark): Diagnostic => ({
  code: 'page-mark-damaged',
  severity: 'warning',
  message: `“${text.slice(start, end)}” is left as text; it may be the mark of page ${page}`,
  start,
  end,
  hint: `write it as [Page ${page}] in the source if it is`,
});

const missing = (last: Mark, { page, start, end }: Mark): Diagnostic => ({
  code: 'page-sequence',
  severity: 'warning',
  message: `page ${page} follows page ${last.page}`,
  start,
  end,
  hint: 'look for the marks of pages between them, or for a wrong number, in the source',
});

/** The only number in brackets of a text without marks of pages; several in order are read as such. */
function lone(text: string): Diagnostic[] {
  const found = Array.from(text.matchAll(LONE), ({ 0: { length }, 1: n, index }) => ({
    page: Number(n),
    start: index,
    end: index + length,
  }));
  return found.length === 1 && found[0]!.page > LAST_DAY && !isYear(found[0]!.page) ? [damaged(text, found[0]!)] : [];
}

/** Marks that may be damaged, and pages that don't follow the one before. */
export function pageFindings(text: string): Diagnostic[] {
  const marks = pageMarks(text)
    .map(({ n, start, end }): Mark => ({ page: Number(n), start, end }))
    .filter(({ page }) => !Number.isNaN(page));
  const found: Mark[] = [];
  let next = 0;
  for (const { 0: whole, 1: printed, index } of text.matchAll(DAMAGED)) {
    while (next < marks.length && marks[next]!.start <= index) found.push(marks[next++]!);
    const last = found.at(-1);
    const mark = { page: withFigures(printed!), start: index, end: index + whole.trimEnd().length };
    if (last?.start !== index && fits(mark.page, last, marks[next], whole[0] === '(')) found.push(mark);
  }
  const known = found.concat(marks.slice(next));
  if (known.length === 0) return lone(text);
  const sound = new Set(marks);
  return known.flatMap((mark, i) => {
    const last = known[i - 1];
    if (!sound.has(mark)) return [damaged(text, mark)];
    return last && mark.page !== last.page + 1 ? [missing(last, mark)] : [];
  });
}
