/** Whether what is above a page's mark goes on below it, in texts whose marks all stand on lines of their own. */

import { type Source, textOf } from '../../source.js';
import { pageAt, pageMarks } from '../blocks/leaves.js';
import { indentOf, type Line } from '../lines/chunks.js';
import { ENDED, halves, LOWER } from '../lines/halves.js';
import { APART, goesOn, TOGETHER } from './between.js';
import { BULLET, LABEL } from './item-labels.js';
import { isRow } from './setting.js';

/** Shorter paragraphs may be headings, names, the words that close a letter. */
const LONG = 80;
const LONG_BELOW = 60;
/** What goes on below. */
const OPEN = /(?:,|\b(?:of|the|an?|and|or|in|to|for|at|with|on|by|from|that|which))$/;
/** A semicolon or an abbreviation ends no sentence above a word in small letters. */
const MAY_GO_ON = /(?:;|\b\p{Lu}\.)$/u;
const SMALL = /^\p{Ll}{2}/u;
/** Signs that a paragraph opens or ends with, and hardly half of one. */
const OPENS = /^[[\p{Pd}]/u;
const CLOSES = /[)\]”’“"']\d{0,2}$/;
/** Below a comma, the next clause of a resolution: `Recognizing that …`, a paragraph of its own. */
const CLAUSE = /^\p{Lu}\p{Ll}+(?:ing|s)\b/u;

/** Whether a sentence goes on: `above` is all of its paragraph, `below` may be a line of one. */
function sentenceGoesOn(above: string, below: string, long: boolean): boolean {
  if (halves(above, `${below} `)) return !OPENS.test(below);
  if (LABEL.test(below) || BULLET.test(below) || OPENS.test(below)) return false;
  if (above.length < LONG) return false;
  if (ENDED.test(above)) return MAY_GO_ON.test(above) && SMALL.test(below);
  if (above.endsWith(',') && CLAUSE.test(below)) return false;
  return OPEN.test(above) || (long && !LOWER.test(below) && !CLOSES.test(above));
}

/** So many sentences that go on over marks show that they do so in a text whose lines aren't set to a width: editions part paragraphs at one. */
const ENOUGH = 3;

/**
 * Whether marks on lines of their own may stand within paragraphs. Where there are marks among words, these are where a page ends
 * in a sentence, and those that stand alone part paragraphs.
 *
 * @param paged its lines are set to a width, or there are notes at the feet of its pages: it is as a page has it
 */
export function marksStandAlone(of: Source, lines: readonly Line[], paged: boolean): boolean {
  const marks = pageMarks(of.text).length;
  const isMark = ({ start, end }: Line): boolean => pageAt(of, start, end) !== undefined;
  return marks > 0 && lines.filter(isMark).length === marks && (paged || goOnOver(of, lines, isMark) >= ENOUGH);
}

/** How many sentences go on over marks. */
function goOnOver(of: Source, lines: readonly Line[], isMark: (line: Line) => boolean): number {
  let open = 0;
  let above = -1;
  for (const [i, line] of lines.entries()) {
    if (isMark(line)) continue;
    const words = textOf(of, line);
    const isOver = above >= 0 && i > above + 1;
    if (isOver && sentenceGoesOn(textOf(of, lines[above]!), words, words.length >= LONG_BELOW)) open++;
    above = i;
  }
  return open;
}

/** Lines above and below a page's mark; `from` is where the paragraph of the first begins, `set` that lines are set to a width. */
export interface OverPage {
  readonly from: number;
  readonly line: Line;
  readonly next: Line;
  readonly below: Line | undefined;
  readonly set: boolean;
}

/** The last words of a paragraph: more of it than is asked for, so that many pages of one cost no more each. */
const tailOf = ({ text }: Source, from: number, { end }: Line): string =>
  text.slice(Math.max(from, end - 2 * LONG), end);

/** What is to stand around a mark between two lines; undefined where it is to stay. */
export function overPage(of: Source, { from, line, next, below, set }: OverPage): string | undefined {
  if (isRow(of, line) || isRow(of, next)) return undefined;
  if (next.bullet) return line.bullet && line.chunk !== next.chunk ? TOGETHER : undefined;
  const above = tailOf(of, from, line);
  const after = textOf(of, next);
  const long = after.length >= LONG_BELOW || (below?.chunk === next.chunk && !below.bullet);
  if (sentenceGoesOn(above, after, long && !line.bullet)) return goesOn(above, after);
  const paragraphs = !set && !line.bullet && above.length >= LONG && long && !LABEL.test(after);
  return line.chunk === next.chunk && paragraphs ? APART : undefined;
}

/** The same between two lines of a block of which one stands right beside a mark, where lines may end before the width. */
export function besidePage(of: Source, { from, line, next }: OverPage, goesOver: boolean): string | undefined {
  if (line.chunk !== next.chunk || line.bullet || next.bullet || isRow(of, line) || isRow(of, next)) return undefined;
  const [above, after] = [tailOf(of, from, line), textOf(of, next)];
  if (LABEL.test(after) || OPENS.test(after)) return undefined;
  return halves(above, after) || (goesOver && indentOf(next) <= indentOf(line)) ? goesOn(above, after) : undefined;
}
