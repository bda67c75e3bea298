/**
 * What stands at the edges of pages and is no part of the text: running heads and feet, and the numbers of pages. A line is taken for
 * one by what the other pages have, for the last line of a page may be the last of a sentence, and `Yes.` ends more than one.
 */

import { oneLine } from '../../text/one-line.js';
import { romanValue } from '../../text/roman.js';
import type { Remark } from '../tree.js';
import { usual } from '../usual.js';
import { type Line, type Run, textOf } from './lines.js';

/** Lines of a page's head, or of its foot, at most. */
const DEPTH = 3;
/** Lines stand at the same height if they are no further apart than this, in points. */
const SAME_HEIGHT = 3;
/** The gap that sets a head or a foot apart, as a share of the usual gap. */
const APART = 1.35;
/** Letters that differ by more than this, in points, are of another size. */
const OTHER_SIZE = 1;
/** Pages on which a line without a number must recur, at least; both, if there are two. */
const RECURS = 3;
/** Running heads that are told one by one. */
const TOLD = 10;

const NUMBER = '\\d{1,4}|[IVXLC]{1,7}|[ivxlc]{1,7}';
const ALONE = new RegExp(`^(?:page )?[\\s–—[(-]*(${NUMBER})[\\s–—\\])-]*$`, 'i');
const OF_ALL = /(?:^|\s)(\d{1,4})\s?(?:\/|of)\s?(\d{1,4})$/i;
const AT_START = /^(\d{1,4})\s+\D/;
const AT_END = /\D\s+(\d{1,4})$/;

interface Edge {
  readonly line: Line;
  readonly page: number;
  /** The text without its numbers. */
  readonly words: string;
  readonly numbers: readonly string[];
  /** It is a note: its number is a mark elsewhere on the page. */
  readonly isNote: boolean;
}

interface Side {
  /** From the edge inwards. */
  readonly edges: readonly Edge[];
  /** The first line that is no edge. */
  readonly inner: Line | undefined;
}

export interface PageEdges {
  /** Each page's printed number. */
  readonly numbers: readonly (string | undefined)[];
  readonly left: ReadonlySet<Line>;
  readonly remarks: readonly Remark[];
}

export function edgesOf(pages: readonly (readonly Line[])[]): PageEdges {
  const gap = usual(pages.flatMap((lines) => lines.slice(1).map((line, i) => lines[i]!.y - line.y)));
  const sorted = pages.map((lines) => [...lines].sort((a, b) => b.y - a.y));
  const inside = count(sorted.flatMap((lines) => lines.slice(DEPTH, -DEPTH)).map((line) => wordsOf(contentOf(line))));
  const numbers: (string | undefined)[] = pages.map(() => undefined);
  const left: Edge[] = [];
  const reversed = sorted.map((lines) => [...lines].reverse());
  for (const ordered of [sorted, reversed]) {
    const sides = ordered.map((lines, page) => ({
      edges: lines.slice(0, DEPTH).map((line) => edgeOf(line, page, ordered === reversed && isNote(line, lines))),
      inner: lines[DEPTH],
    }));
    for (const [page, side] of sides.entries()) {
      const taken = furniture(side, sides, gap, inside);
      left.push(...taken);
      numbers[page] ??= taken.map((edge) => numberOf(edge, sides)).find((n) => n !== undefined);
    }
  }
  return { numbers, left: new Set(left.map(({ line }) => line)), remarks: remarksOn(left) };
}

const contentOf = (line: Line): string => oneLine(textOf(line));

const wordsOf = (content: string): string => oneLine(content.replace(/\d+/g, '')).toLowerCase();

function count(values: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Whether a line at a page's foot begins with a number that stands elsewhere on the page raised, or right behind a word. */
function isNote(line: Line, page: readonly Line[]): boolean {
  const n = /^\d{1,3}(?=[.)]?\s)/.exec(contentOf(line))?.[0];
  if (n === undefined) return false;
  const behindWord = new RegExp(`[\\p{L}.,;:!?”’")]${n}(?!\\d)`, 'u');
  const isMark = ({ text, raised }: Run, i: number): boolean => (raised ? i > 0 && text === n : behindWord.test(text));
  return page.some((other) => other !== line && other.runs.some(isMark));
}

function edgeOf(line: Line, page: number, isNote: boolean): Edge {
  const content = contentOf(line);
  const alone = ALONE.exec(content)?.[1];
  const found = alone ? [alone] : [OF_ALL, AT_START, AT_END].flatMap((pattern) => pattern.exec(content)?.[1] ?? []);
  return { line, page, words: alone ? '' : wordsOf(content), numbers: isNote ? [] : [...new Set(found)], isNote };
}

/** The lines of a side that are a head or a foot: as many as can be. */
function furniture(
  { edges, inner }: Side,
  sides: readonly Side[],
  gap: number,
  inside: ReadonlyMap<string, number>,
): readonly Edge[] {
  for (let size = edges.length; size > 0; size--) {
    const zone = edges.slice(0, size);
    const innermost = zone.at(-1)!.line;
    const next = edges[size]?.line ?? inner;
    const apart =
      next === undefined ||
      Math.abs(innermost.y - next.y) > APART * gap ||
      Math.abs(innermost.size - next.size) > OTHER_SIZE;
    const sure = zone.every((edge) => {
      if (edge.isNote) return false;
      const numbered = numberOf(edge, sides) !== undefined;
      const alike = recurrences(edge, sides);
      // A chapter's heading may count on too; a running head has its words again.
      if (numbered) return edge.words === '' ? apart : alike > 1;
      // What recurs in the middle of pages too, such as `Yes.`, is text.
      const ofEdges = 2 * (inside.get(edge.words) ?? 0) < alike;
      if (!ofEdges || alike < Math.min(RECURS, Math.max(sides.length, 2))) return false;
      return apart ? isMost(edge, sides) : alike > RECURS && alike >= sides.length - 1;
    });
    if (sure) return zone;
  }
  return [];
}

const atHeightOf = (edge: Edge, { edges }: Side): Edge | undefined =>
  edges.find(({ line }) => Math.abs(line.y - edge.line.y) <= SAME_HEIGHT);

/** Pages that have the same words at the same height, the edge's own among them. */
const recurrences = (edge: Edge, sides: readonly Side[]): number =>
  edge.words === '' ? 0 : sides.filter((side) => atHeightOf(edge, side)?.words === edge.words).length;

/** Whether most pages have something that recurs at the height of an edge: left and right pages may have heads of their own. */
function isMost(edge: Edge, sides: readonly Side[]): boolean {
  const counts = count(sides.flatMap((side) => atHeightOf(edge, side)?.words || []));
  const recurring = [...counts.values()].filter((pages) => pages > 1).reduce((sum, pages) => sum + pages, 0);
  return recurring * 2 > sides.length;
}

/** The number in an edge that is its page's: the pages beside count on from it, or it is the only page's and stands alone. */
function numberOf({ page, numbers, words }: Edge, sides: readonly Side[]): string | undefined {
  if (sides.length === 1) return words === '' ? numbers[0] : undefined;
  return numbers.find((n) =>
    [-2, -1, 1, 2].some((step) =>
      sides[page + step]?.edges.some((edge) => edge.numbers.some((other) => countsOn(n, other, step))),
    ),
  );
}

function countsOn(n: string, other: string, step: number): boolean {
  const [from, to] = [n, other].map(numeric) as [number, number];
  return /\d/.test(n) === /\d/.test(other) && to - from === step;
}

const numeric = (n: string): number => (/\d/.test(n) ? Number(n) : romanValue(n));

function remarksOn(left: readonly Edge[]): Remark[] {
  const pages = new Map<string, Edge[]>();
  for (const edge of left) if (edge.words) pages.set(edge.words, [...(pages.get(edge.words) ?? []), edge]);
  const told = [...pages.values()].slice(0, TOLD).map(([first, ...others]) => {
    const where = others.length > 0 ? `of ${others.length + 1} pages, first of ` : 'of ';
    return remark(`left out at the edge ${where}page ${first!.page + 1}: “${textOf(first!.line).trim()}”`);
  });
  return pages.size > TOLD ? [...told, remark(`${pages.size - TOLD} more running heads or feet were left out`)] : told;
}

const remark = (message: string): Remark => ({
  code: 'running-head-left-out',
  severity: 'info',
  message,
  hint: 'if it belongs to the text, put it back: teigram reads plain text as well',
});
