/** What one line shows by itself: its length, letters, edges, words and signs. */

import { count, literal, type Part, part } from '../../features/hashed.js';
import { packed } from '../../packed.js';
import type { Source } from '../../source.js';
import { signsOf } from '../constructs/index.js';
import type { Line } from '../lines/chunks.js';

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

const SIZES = [8, 40, 90, 250];
export const LENGTHS = [3, 8, 15, 25, 40, 60, 90, 140, 250];

/** A function from a character to its class, found out once a character. */
function classes(quotes: string, signs: string): (code: number) => Part {
  const known: (Part | undefined)[] = [];
  const found = (code: number): Part => {
    const c = String.fromCharCode(code);
    if (/\p{Lu}/u.test(c)) return literal('A');
    if (/\p{Ll}/u.test(c)) return literal('a');
    if (/\d/.test(c)) return literal('0');
    return literal(quotes.includes(c) ? '"' : signs.includes(c) ? c : '?');
  };
  return (code) => {
    const before = known[code];
    if (before) return before;
    const part = found(code);
    known[code] = part;
    return part;
  };
}

const firstClass = classes('“"‘\'«', '[(—–-.…|_');
const lastClass = classes('”"’\'»', '.:,;?!)]—–-…|_');

const NO_WORDS: readonly Part[] = [];
const NO_KEY = literal('');
const LONG_CAPS = literal('long');
/** How capitals are spread over a line's words. */
const CAPS = {
  none: literal('none'),
  all: literal('all'),
  one: literal('one'),
  no: literal('no'),
  each: literal('each'),
  most: literal('most'),
  first: literal('first'),
  some: literal('some'),
};

function capitals(text: string): Part {
  let letters = 0;
  let upper = 0;
  let words = 0;
  let titled = 0;
  let inWord = false;
  let firstUpper = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i)!;
    if (code > 0xffff) i++;
    const kind = kindOf(code);
    if (kind === 0) {
      inWord = false;
      continue;
    }
    letters++;
    if (kind === 2) upper++;
    if (letters === 1) firstUpper = kind === 2;
    if (!inWord) {
      words++;
      if (kind === 2) titled++;
    }
    inWord = true;
  }
  if (letters === 0) return CAPS.none;
  if (upper === letters) return letters > 1 ? CAPS.all : CAPS.one;
  if (upper === 0) return CAPS.no;
  if (titled === words) return CAPS.each;
  return titled > words / 2 ? CAPS.most : firstUpper ? CAPS.first : CAPS.some;
}

const KINDS = new Uint8Array(0x250).fill(255);

/** 2 for a capital, 1 for another letter, 0 for the rest. */
function kindOf(code: number): number {
  const known = KINDS[code];
  if (known !== undefined && known !== 255) return known;
  const c = String.fromCodePoint(code);
  const kind = /\p{Lu}/u.test(c) ? 2 : /\p{L}/u.test(c) ? 1 : 0;
  if (code < KINDS.length) KINDS[code] = kind;
  return kind;
}

export interface Facts {
  readonly length: number;
  readonly running: boolean;
  readonly signs: readonly Part[];
  /** Classes of the first and the last character. */
  readonly first: Part;
  readonly last: Part;
  readonly caps: Part;
  /** A class of lengths. */
  readonly size: Part;
  /** The line itself where it is short, figures as one. */
  readonly key: Part;
  readonly words: readonly Part[];
}

const WORD = /\p{L}[\p{L}’']*/gu;

export function factsOf(source: Source, line: Line): Facts {
  const length = line.end - line.start;
  const running = length >= LONG_LINE;
  const text = source.text.slice(line.start, running ? line.start + 24 : line.end);
  const tail = running ? source.text.slice(line.end - 4, line.end) : text;
  const last = tail.charCodeAt(tail.length - 1);
  const unmarked = last >= 48 && last <= 57 ? tail.replace(MARK, '') || tail : tail;
  const lower = running ? '' : unmarked.toLowerCase();
  return {
    length,
    running,
    signs: signsOf(running ? text : unmarked, running),
    first: firstClass(text.charCodeAt(0)),
    last: lastClass(unmarked.charCodeAt(unmarked.length - 1)),
    caps: length <= 140 ? capitals(unmarked) : LONG_CAPS,
    size: count(bucket(length, SIZES)),
    key: length <= 60 ? part(lower.replace(/\d+/g, '0')) : NO_KEY,
    words: running ? NO_WORDS : packed(lower.match(WORD) ?? [], part),
  };
}
