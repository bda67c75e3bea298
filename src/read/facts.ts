/** What one line shows by itself: its length, letters, edges, words and signs. */

import type { Source } from '../source.js';
import type { Line } from './chunks.js';
import { signsOf } from './constructs/index.js';

/** A number glued to the end is a note's mark, not the word's. */
const MARK = /(?<=[\p{L}.,:;)\]”"’?!])\d{1,2}$/u;

/** The place of a number among rising edges. */
export const bucket = (n: number, edges: readonly number[]): number => {
  let i = 0;
  while (i < edges.length && n > edges[i]!) i++;
  return i;
};

/** Longer lines than this are running text. */
export const LONG_LINE = 400;

export const LENGTHS = [3, 8, 15, 25, 40, 60, 90, 140, 250];

function firstClass(text: string): string {
  const c = text[0]!;
  if (/\p{Lu}/u.test(c)) return 'A';
  if (/\p{Ll}/u.test(c)) return 'a';
  if (/\d/.test(c)) return '0';
  return '“"‘\'«'.includes(c) ? '"' : '[(—–-.…|_'.includes(c) ? c : '?';
}

function lastClass(text: string): string {
  const c = text[text.length - 1]!;
  if (/\p{Lu}/u.test(c)) return 'A';
  if (/\p{Ll}/u.test(c)) return 'a';
  if (/\d/.test(c)) return '0';
  return '”"’\'»'.includes(c) ? '"' : '.:,;?!)]—–-…|_'.includes(c) ? c : '?';
}

function capitals(text: string): string {
  const letters = text.replace(/[^\p{L}]/gu, '');
  if (letters === '') return 'none';
  const upper = letters.replace(/[^\p{Lu}]/gu, '').length;
  if (upper === letters.length) return letters.length > 1 ? 'all' : 'one';
  if (upper === 0) return 'no';
  const words = text.match(/\p{L}+/gu)!;
  const titled = words.filter((w) => /^\p{Lu}/u.test(w)).length;
  return titled === words.length
    ? 'each'
    : titled > words.length / 2
      ? 'most'
      : /^\P{L}*\p{Lu}/u.test(text)
        ? 'first'
        : 'some';
}

export interface Facts {
  readonly length: number;
  readonly running: boolean;
  readonly signs: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly caps: string;
  readonly shape: string;
  readonly key: string;
  readonly words: readonly string[];
}

export function factsOf(source: Source, line: Line): Facts {
  const length = line.end - line.start;
  const running = length >= LONG_LINE;
  const text = source.text.slice(line.start, running ? line.start + 24 : line.end);
  const tail = running ? source.text.slice(line.end - 4, line.end) : text;
  const unmarked = tail.replace(MARK, '') || tail;
  const first = firstClass(text);
  const last = lastClass(unmarked);
  const short = length <= 60;
  return {
    length,
    running,
    signs: signsOf(running ? text : unmarked, running),
    first,
    last,
    caps: length <= 140 ? capitals(unmarked) : 'long',
    shape: `${line.bullet ? '*' : ''}${bucket(length, [8, 40, 90, 250])}${first}${last}`,
    key: short ? unmarked.toLowerCase().replace(/\d+/g, '0') : '',
    words: running ? [] : (unmarked.toLowerCase().match(/\p{L}[\p{L}’']*/gu) ?? []),
  };
}

/** How many more quotations a line opens than it closes. */
export function opened(text: string, start: number, end: number): number {
  const line = text.slice(start, end);
  let balance = 0;
  for (let at = line.indexOf('“'); at >= 0; at = line.indexOf('“', at + 1)) balance++;
  for (let at = line.indexOf('”'); at >= 0; at = line.indexOf('”', at + 1)) balance--;
  return balance;
}
