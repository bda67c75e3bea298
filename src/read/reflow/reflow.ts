/**
 * Text whose lines are not what they are in the plain form of an edition, a paragraph each with empty lines between: broken at a set
 * width, as mail and text files are, or without empty lines. The whole path runs on the text with its lines set anew, so that the names,
 * dates and page marks that a line end parts read as they do elsewhere; at the end everything is put back into the text as it stands
 * (`rebase`).
 */

import { type Source, source, textOf } from '../../source.js';
import { isCable } from '../cable/detect.js';
import { type Line, linesOf } from '../chunks.js';
import { formeWorkOf } from '../forme-work/index.js';
import { withoutEdges } from '../forme-work/without.js';
import { halves } from '../halves.js';
import { pageAt } from '../leaves.js';
import {
  APART,
  betweenItems,
  betweenParagraphs,
  GOES_ON,
  goesOn,
  type Neighbours,
  TOGETHER,
  UNDIVIDED,
} from './between.js';
import { betweenLines } from './between-lines.js';
import { LABEL } from './item-labels.js';
import { widthsOf } from './notes-width.js';
import { type Edit, edited } from './origin.js';
import { besidePage, marksStandAlone, type OverPage, overPage } from './over-page.js';
import { indentOf, isRunTogether, isSpaced } from './setting.js';

/** Blanks that can be taken from before a line, `most` at most: characters that XML forbids are none, and a bullet keeps one. */
function marginOf({ text }: Source, { from, start, bullet }: Line, most: number): number {
  let at = from;
  while (at < start && at - from <= most && /[ \t\u00a0]/.test(text[at]!)) at++;
  return Math.min(most, Math.max(0, at - from - (bullet ? 1 : 0)));
}

/** Whether notes stood at the feet of pages. */
const hasMoved = ({ origin }: Source): boolean => origin !== undefined && (origin.moved || hasMoved(origin.source));

const NONE: ReadonlySet<number> = new Set();

/**
 * The text with a line a paragraph, and without an indent that all its lines have (but the first's own); as it is where it is so already.
 *
 * @param begins offsets of lines, or of their first words, at which something is known to begin
 */
export function reflow(of: Source, begins = NONE): Source {
  const all = linesOf(of);
  const work = formeWorkOf(of, all, begins);
  const { lines, below } = withoutEdges(all, work?.lines);
  const width = widthsOf(of, lines);
  const together = !width && isRunTogether(of, lines);
  const margin = lines.reduce((least, line) => Math.min(least, marginOf(of, line, least)), lines.length > 1 ? 40 : 0);
  const spaced = !width && !together && isSpaced(of, lines);
  // A cable's lines are what its form tells by.
  const alone = marksStandAlone(of, lines, width !== undefined || hasMoved(of));
  if ((!width && !together && !spaced && margin === 0 && !work && !alone) || isCable(of, all)) return of;
  // One block from end to end: its lines are a paragraph's, or paragraphs.
  const unparted = lines.at(-1)?.chunk === 0;
  const between = (neighbours: Neighbours): string | undefined => {
    if (width) return betweenLines(of, width, neighbours) ?? (unparted ? betweenParagraphs(of, neighbours) : undefined);
    if (together) return betweenParagraphs(of, neighbours);
    return spaced ? betweenItems(of, neighbours) : undefined;
  };
  const flush: number[] = []; // by block
  for (const line of lines) flush[line.chunk] = Math.min(flush[line.chunk] ?? indentOf(line), indentOf(line));
  const edits: Edit[] = [];
  const put = (from: Line, to: Line, text: string | undefined): void => {
    if (text !== undefined) edits.push({ start: from.end, end: to.bullet ? to.from + margin : to.start, text });
    else if (below.has(to))
      edits.push({ start: from.end, end: to.from + margin, text: from.chunk === to.chunk ? TOGETHER : APART });
    else if (margin > 0) edits.push({ start: to.from - 1, end: to.from + margin, text: of.text[to.from - 1]! });
  };
  let run: Line[] = []; // a line, and the page marks below it
  let labelled: Line | undefined;
  let inside = false;
  let from = lines[0]?.start ?? 0; // of a line's paragraph
  let overMark = false; // a line goes on with what is above a page's mark
  const aroundPage = (at: OverPage, marked: boolean): string | undefined => {
    if (marked) return overPage(of, at);
    const beside = at.below && pageAt(of, at.below.start, at.below.end);
    return at.set && (beside || overMark) ? besidePage(of, at, overMark && !width?.setIn) : undefined;
  };
  for (const [i, next] of lines.entries()) {
    const [line] = run;
    if (line && pageAt(of, next.start, next.end)) {
      run.push(next);
      continue;
    }
    if (line) {
      const edge = below.has(next) || run.some((one, k) => k > 0 && below.has(one));
      const paged = edge || run.length > 1 || of.text.slice(line.end, next.start).includes('\f');
      const begun = begins.has(next.from) || begins.has(next.start);
      const [words, after] = edge ? [textOf(of, line), textOf(of, next)] : ['', ''];
      const atPage = { from, line, next, below: lines[i + 1], set: width !== undefined };
      const over = alone && !begun ? aroundPage(atPage, run.length > 1) : undefined;
      const text: string | undefined = begun
        ? undefined
        : halves(words, after)
          ? goesOn(words, after)
          : (over ?? between({ line, next, below: lines[i + 1], paged, labelled, inside, flush: flush[line.chunk]! }));
      for (const [k, one] of run.entries()) put(one, run[k + 1] ?? next, text);
      inside = text === GOES_ON || text === UNDIVIDED;
      overMark = inside && run.length > 1;
      if (!inside) from = next.start;
    }
    if (line?.chunk !== next.chunk) labelled = undefined;
    if (!inside && !next.bullet && LABEL.test(of.text.slice(next.start, next.end))) labelled = next;
    run = [next];
  }
  for (const [k, page] of run.slice(1).entries()) put(run[k]!, page, undefined);
  const [top, last] = [lines[0], lines.at(-1)];
  if (work && top && last) {
    const from = work.from && work.from > top.start && work.from < top.end ? work.from : top.from;
    if (from > top.from || all[0]!.start < top.start) edits.unshift({ start: 0, end: from, text: TOGETHER });
    if (all.at(-1)!.start > last.start) edits.push({ start: last.end, end: all.at(-1)!.end, text: TOGETHER });
  }
  const diagnostics = work?.diagnostics ?? [];
  if (edits.length === 0 && diagnostics.length === 0) return of;
  const { text, kept } = edited(of.text, edits);
  const formeWork = [...(work?.lines ?? [])];
  return { ...source(text, of.name), origin: { source: of, kept, formeWork, diagnostics } };
}
