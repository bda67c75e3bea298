/**
 * Lists whose items are set in, each with a number, a letter or a sign, as typists set them: their lines are given the bullets that items
 * have in the plain form. What is not set in against the text around it is paragraphs: so editions print what telegrams number.
 */

import { type Source, textOf } from '../../source.js';
import type { Line } from '../lines/chunks.js';
import { beginOf } from '../lines/columns.js';
import { ENDED } from '../lines/halves.js';
import { isDateline } from '../lines/opening.js';
import { APART, goesOn, TOGETHER } from '../reflow/between.js';
import type { Edit } from '../reflow/origin.js';
import { INDENT } from '../reflow/setting.js';
import { type Item, type Layout, layoutOf, listFrom } from './items.js';
import { comesAfter } from './openings.js';

/** Text that items follow; a shorter line is a heading or a dateline. */
const TEXT = 25;
/** `the following:2` */
const ANNOUNCES = /:\d{0,2}$/;

/** Whether a list stands below text that is less set in. */
function standsBelowText(of: Source, { lines, flush, isPage }: Layout, [first]: readonly Item[]): boolean {
  let above = first!.line - 1;
  while (above > 0 && isPage(above)) above--;
  if (above < 1 || first!.column < flush[above]! + INDENT) return false;
  const words = textOf(of, lines[above]!);
  if (first!.opening.token === undefined || ANNOUNCES.test(words)) return true;
  const isLast = lines[above - 1]?.chunk === lines[above]!.chunk;
  return ENDED.test(words) && !isDateline(words) && (isLast || words.length >= TEXT);
}

/** Whether a list follows another right below. */
const isBeside = (before: readonly Item[], [first]: readonly Item[]): boolean =>
  before.at(-1)?.end === first!.line && before[0]!.column <= first!.column;

/** Whether what comes next is no item: notes and paragraphs have their first lines set in, and some have no more. */
function goesOnOtherwise({ openingAt }: Layout, items: readonly Item[]): boolean {
  const { end } = items.at(-1)!;
  const next = openingAt(end);
  return next !== undefined && items.some(({ opening }) => opening.token !== undefined && comesAfter(opening, next));
}

/** Whether items are paragraphs of a line each, whose first lines are set in as those of others are. */
const areParagraphs = ({ lines, columns, itemAt }: Layout, items: readonly Item[]): boolean =>
  items.every(({ line, end }) => end === line + 1) &&
  lines.some((line, i) => {
    const next = lines[i + 1];
    if (next?.chunk !== line.chunk || lines[i - 1]?.chunk === line.chunk) return false;
    const isSetIn = columns[i + 1]! <= columns[i]! - INDENT && Math.abs(columns[i]! - items[0]!.column) <= 1;
    return isSetIn && !itemAt(i);
  });

/** Whether it may be notes: counted by figures, at the end of the text, or at the foot of a page. */
function mayBeNotes(of: Source, layout: Layout, items: readonly Item[]): boolean {
  const { lines, isPage, leastBelow } = layout;
  const { end } = items.at(-1)!;
  const announced = ANNOUNCES.test(textOf(of, lines[items[0]!.line - 1]!));
  const isLast = leastBelow(end) > items[0]!.column - INDENT;
  if (!/1/.test(items[0]!.opening.shape)) return isLast && !announced;
  const atFoot =
    end < lines.length && (isPage(end) || of.text.slice(lines[end - 1]!.end, lines[end]!.from).includes('\f'));
  return isLast || (atFoot && !announced);
}

/** The bullets of a list, its items on a line each, an empty line around it. */
function bulleted(of: Source, { lines, isPage }: Layout, items: readonly Item[]): Edit[] {
  const edits: Edit[] = [];
  for (const [k, { line, end, column, opening }] of items.entries()) {
    const first = lines[line]!;
    const above = lines[line - 1]!;
    const [start, text] = [first.start + opening.length, `${' '.repeat(column)}* `];
    if (k > 0 && !isPage(line - 1)) edits.push({ start: above.end, end: start, text: TOGETHER + text });
    else if (above.chunk === first.chunk && !isPage(line - 1))
      edits.push({ start: above.end, end: start, text: APART + text });
    else edits.push({ start: first.from, end: start, text });
    for (let i = line + 1; i < end; i++) {
      const [before, next] = [lines[i - 1]!, lines[i]!];
      edits.push({ start: before.end, end: next.start, text: goesOn(textOf(of, before), textOf(of, next)) });
    }
  }
  const { end } = items.at(-1)!;
  const [last, below] = [lines[end - 1]!, lines[end]];
  if (below?.chunk === last.chunk) edits.push({ start: last.end, end: below.from, text: APART });
  return edits;
}

/** What is to stand in the lists of a text. @param isOwn whether a line is read as something else, or known to begin something */
export function lists(of: Source, lines: readonly Line[], isOwn: (line: Line) => boolean): Edit[] {
  const layout = layoutOf(
    of,
    lines,
    lines.map((line) => beginOf(of, line)),
    isOwn,
  );
  const edits: Edit[] = [];
  let before: readonly Item[] = [];
  for (let at = 1; at < lines.length; ) {
    const items = listFrom(layout, at, before);
    const isList =
      items.length > 1 &&
      (isBeside(before, items) || standsBelowText(of, layout, items)) &&
      !goesOnOtherwise(layout, items) &&
      !areParagraphs(layout, items) &&
      !mayBeNotes(of, layout, items);
    if (isList) {
      edits.push(...bulleted(of, layout, items));
      before = items;
    }
    at = items.at(-1)?.end ?? at + 1;
  }
  return edits;
}
