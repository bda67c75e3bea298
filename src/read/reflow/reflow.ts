/**
 * Text whose lines are not what they are in the plain form of an edition, a paragraph each with empty lines between: broken at a set
 * width, as mail and text files are, or without empty lines. The whole path runs on the text with its lines set anew, so that the names,
 * dates and page marks that a line end parts read as they do elsewhere; at the end everything is put back into the text as it stands
 * (`rebase`).
 */

import { type Source, source, textOf } from '../../source.js';
import { isCable } from '../cable/detect.js';
import { type FormeWorkLines, formeWorkOf } from '../forme-work/index.js';
import { withoutEdges } from '../forme-work/without.js';
import { type Line, linesOf } from '../lines/chunks.js';
import { headsNotes } from '../notes/labels.js';
import { APART, TOGETHER, UNDIVIDED } from './between.js';
import { Hyphens } from './hyphens.js';
import { LABEL } from './item-labels.js';
import { jointsOf, type Run, runsOf, type Setting } from './joints.js';
import { widthsOf } from './notes-width.js';
import { type Edit, edited } from './origin.js';
import { marksStandAlone } from './over-page.js';
import { isRunTogether, isSpaced } from './setting.js';

/** No margin is wider. */
const WIDEST = 40;

/** Blanks that can be taken from before a line, `most` at most: characters that XML forbids are none, and a bullet keeps one. */
function marginOf({ text }: Source, { from, start, bullet }: Line, most: number): number {
  let at = from;
  while (at < start && at - from <= most && /[ \t\u00a0]/.test(text[at]!)) at++;
  return Math.min(most, Math.max(0, at - from - (bullet ? 1 : 0)));
}

/** Whether notes stood at the feet of pages. */
const hasMoved = ({ origin }: Source): boolean => origin !== undefined && (origin.moved || hasMoved(origin.source));

const NONE: ReadonlySet<number> = new Set();

/** Whether no empty line stands in a text, save above its notes. */
function isUnparted(of: Source, lines: readonly Line[]): boolean {
  const apart = lines.findIndex(({ chunk }) => chunk > 0);
  if (apart < 0) return true;
  const [first, last] = [lines[apart]!, lines.at(-1)!];
  return last.chunk === 1 && (LABEL.test(textOf(of, first)) || headsNotes(of, first));
}

function settingOf(of: Source, lines: readonly Line[]): Setting {
  const width = widthsOf(of, lines);
  const together = !width && isRunTogether(of, lines);
  return {
    width,
    together,
    spaced: !width && !together && isSpaced(of, lines),
    marksWithin: marksStandAlone(of, lines, width !== undefined || hasMoved(of)),
    unparted: isUnparted(of, lines),
  };
}

/** The blanks that all lines but the first have before them. */
const marginOfAll = (of: Source, lines: readonly Line[]): number =>
  lines.reduce((least, line) => Math.min(least, marginOf(of, line, least)), lines.length > 1 ? WIDEST : 0);

/** The edits that put joints between the lines and take the margin from before them. */
function editsOf(
  { text }: Source,
  runs: readonly Run[],
  joints: readonly (string | undefined)[],
  edged: ReadonlySet<Line>,
  margin: number,
  hyphens: Hyphens,
): Edit[] {
  const edits: Edit[] = [];
  const put = (from: Line, to: Line, joint: string | undefined, divides = false): void => {
    const left = divides && joint === UNDIVIDED && !edged.has(to) && hyphens.isPrinters(from, to) ? 1 : 0;
    if (joint !== undefined)
      edits.push({ start: from.end - left, end: to.bullet ? to.from + margin : to.start, text: joint });
    else if (edged.has(to))
      edits.push({ start: from.end, end: to.from + margin, text: from.chunk === to.chunk ? TOGETHER : APART });
    else if (margin > 0) edits.push({ start: to.from - 1, end: to.from + margin, text: text[to.from - 1]! });
  };
  for (const [k, { line, marks }] of runs.entries()) {
    const next = runs[k + 1]?.line;
    const column = [line, ...marks, ...(next ? [next] : [])];
    for (const [j, to] of column.slice(1).entries()) put(column[j]!, to, joints[k], marks.length === 0);
  }
  return edits;
}

/** Add the edits that leave out what is above the first line, and below the last. */
function leaveOutEnds(edits: Edit[], work: FormeWorkLines, all: readonly Line[], lines: readonly Line[]): void {
  const [top, last] = [lines[0], lines.at(-1)];
  if (!top || !last) return;
  const from = work.from && work.from > top.start && work.from < top.end ? work.from : top.from;
  if (from > top.from || all[0]!.start < top.start) edits.unshift({ start: 0, end: from, text: TOGETHER });
  if (all.at(-1)!.start > last.start) edits.push({ start: last.end, end: all.at(-1)!.end, text: TOGETHER });
}

/**
 * The text with a line a paragraph, and without an indent that all its lines have (but the first's own); as it is where it is so already.
 *
 * @param begins offsets of lines, or of their first words, at which something is known to begin
 */
export function reflow(of: Source, begins = NONE): Source {
  const all = linesOf(of);
  const work = formeWorkOf(of, all, begins);
  const { lines, below: edged } = withoutEdges(all, work?.lines);
  const setting = settingOf(of, lines);
  const margin = marginOfAll(of, lines);
  const { width, together, spaced, marksWithin } = setting;
  // A cable's lines are what its form tells by.
  if ((!width && !together && !spaced && margin === 0 && !work && !marksWithin) || isCable(of, all)) return of;
  const runs = runsOf(of, lines);
  const hyphens = new Hyphens(of, lines);
  const edits = editsOf(of, runs, jointsOf(of, setting, runs, edged, begins), edged, margin, hyphens);
  if (work) leaveOutEnds(edits, work, all, lines);
  const diagnostics = [...(work?.diagnostics ?? []), ...hyphens.diagnostics];
  if (edits.length === 0 && diagnostics.length === 0) return of;
  const { text, kept } = edited(of.text, edits);
  const formeWork = [...(work?.lines ?? [])];
  return { ...source(text, of.name), origin: { source: of, kept, formeWork, diagnostics } };
}
