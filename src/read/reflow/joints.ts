/** What is to stand between the lines of a text, one after the other. */

import { type Source, textOf } from '../../source.js';
import { pageAt } from '../blocks/leaves.js';
import { indentOf, type Line } from '../lines/chunks.js';
import { halves } from '../lines/halves.js';
import { betweenItems, betweenParagraphs, GOES_ON, goesOn, type Neighbours, UNDIVIDED } from './between.js';
import { betweenLines } from './between-lines.js';
import { LABEL } from './item-labels.js';
import { besidePage, type OverPage, overPage } from './over-page.js';
import type { Width } from './setting.js';

/** How the lines of a text are set. */
export interface Setting {
  /** Undefined where lines are paragraphs. */
  readonly width: Width | undefined;
  /** Lines are paragraphs with hardly an empty line between them. */
  readonly together: boolean;
  /** An empty line follows each line. */
  readonly spaced: boolean;
  /** Page marks that stand on lines of their own may stand within paragraphs. */
  readonly marksWithin: boolean;
  /** One block from end to end: its lines are a paragraph's, or paragraphs. */
  readonly unparted: boolean;
}

/** A line, and the page marks on lines of their own below it. */
export interface Run {
  readonly line: Line;
  readonly marks: readonly Line[];
  /** The line right below `line`, a mark or not. */
  readonly below: Line | undefined;
}

/** The lines of a text with the page marks below each; a mark above all of them counts as a line. */
export function runsOf(of: Source, lines: readonly Line[]): Run[] {
  const runs: { line: Line; marks: Line[]; below: Line | undefined }[] = [];
  for (const [i, line] of lines.entries()) {
    const above = runs.at(-1);
    if (above && pageAt(of, line.start, line.end)) above.marks.push(line);
    else runs.push({ line, marks: [], below: lines[i + 1] });
  }
  return runs;
}

function between(of: Source, { width, together, spaced, unparted }: Setting, at: Neighbours): string | undefined {
  if (width) return betweenLines(of, width, at) ?? (unparted ? betweenParagraphs(of, at) : undefined);
  if (together) return betweenParagraphs(of, at);
  return spaced ? betweenItems(of, at) : undefined;
}

/** The least indent of each block, by its number. */
function leastIndents(lines: readonly Line[]): number[] {
  const least: number[] = [];
  for (const line of lines) least[line.chunk] = Math.min(least[line.chunk] ?? indentOf(line), indentOf(line));
  return least;
}

/**
 * What is to stand between each line and the next, around the page marks between them; undefined where it is to stay.
 *
 * @param edged lines right below what is printed at the edge of a page
 * @param begins offsets of lines, or of their first words, at which something is known to begin
 */
export function jointsOf(
  of: Source,
  setting: Setting,
  runs: readonly Run[],
  edged: ReadonlySet<Line>,
  begins: ReadonlySet<number>,
): (string | undefined)[] {
  const flush = leastIndents(runs.flatMap(({ line, marks }) => [line, ...marks]));
  const joints: (string | undefined)[] = [];
  let labelled: Line | undefined; // the last line of the block that opens with a label
  let inside = false; // whether the line is not the first of its paragraph
  let from = 0; // where its paragraph begins
  let overMark = false; // whether it goes on with what is above a page's mark

  const aroundMarks = (at: OverPage, marked: boolean): string | undefined => {
    if (marked) return overPage(of, at);
    const beside = at.below && pageAt(of, at.below.start, at.below.end);
    return at.set && (beside || overMark) ? besidePage(of, at, overMark && !setting.width?.setIn) : undefined;
  };
  const jointOf = ({ line, marks }: Run, { line: next, below }: Run): string | undefined => {
    if (begins.has(next.from) || begins.has(next.start)) return undefined;
    const edge = edged.has(next) || marks.some((mark) => edged.has(mark));
    if (edge) {
      const [words, after] = [textOf(of, line), textOf(of, next)];
      if (halves(words, after)) return goesOn(words, after);
    }
    const marked = marks.length > 0;
    const set = setting.width !== undefined;
    const over = setting.marksWithin ? aroundMarks({ from, line, next, below, set }, marked) : undefined;
    if (over !== undefined) return over;
    const paged = edge || marked || of.text.slice(line.end, next.start).includes('\f');
    return between(of, setting, { line, next, below, paged, labelled, inside, flush: flush[line.chunk]! });
  };

  for (const [k, run] of runs.entries()) {
    const { line } = run;
    const above = runs[k - 1];
    if (above) {
      const joint = jointOf(above, run);
      joints.push(joint);
      inside = joint === GOES_ON || joint === UNDIVIDED;
      overMark = inside && above.marks.length > 0;
    }
    if (!inside) from = line.start;
    if (above?.line.chunk !== line.chunk) labelled = undefined;
    if (!inside && !line.bullet && LABEL.test(textOf(of, line))) labelled = line;
  }
  return joints;
}
