/** Rows whose cells tabs part, as programs write them: as many tabs in each, one between two cells. */

import type { Source } from '../../source.js';
import type { Line } from '../lines/chunks.js';
import type { Edit } from '../reflow/origin.js';
import { areCounted, isLone } from './openings.js';

/** Rows that make a table, at least. */
const ROWS = 3;
const HALF = 0.5;

const tabsIn = (words: string): number => words.split('\t').length - 1;
const wordsOf = ({ text }: Source, { from, to }: Line): string => text.slice(from, to);
/** Text on both sides of a tab; a label, or the name of a field, is none. */
function isRow(words: string): boolean {
  const [first, more] = words.trim().split(/\t\s*/, 2) as [string, string?];
  return more !== undefined && !first.endsWith(':') && !isLone(first);
}

/** Where the lines end that have as many tabs as one, and whether they are rows. */
export function tabbedFrom(of: Source, lines: readonly Line[], first: number): { end: number; areRows: boolean } {
  const tabs = tabsIn(wordsOf(of, lines[first]!));
  let end = first;
  let rows = 0;
  const firsts: string[] = [];
  for (; tabs > 0 && end < lines.length && lines[end]!.chunk === lines[first]!.chunk; end++) {
    const words = wordsOf(of, lines[end]!);
    if (tabsIn(words) !== tabs || lines[end]!.bullet) break;
    if (isRow(words)) rows++;
    firsts.push(words.split('\t', 1)[0]!.trim());
  }
  const areItems = tabs === 1 && areCounted(firsts);
  return { end, areRows: end - first >= ROWS && rows >= HALF * (end - first) && !areItems };
}

/** The bars of a row. */
export function tabsBarred(of: Source, line: Line): Edit[] {
  return Array.from(wordsOf(of, line).matchAll(/[ \u00a0]*\t[ \t\u00a0]*/g), ({ 0: gap, index }) => {
    const start = line.from + index;
    return { start, end: start + gap.length, text: ' | '.repeat(tabsIn(gap)) };
  });
}
