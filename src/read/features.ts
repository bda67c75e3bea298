/** Lines → features of the model: what the line shows, where it stands, what its neighbours and the document look like. */

import type { Source } from '../source.js';
import type { Context } from '../tree.js';
import type { Line } from './chunks.js';
import { signsOf } from './constructs/evidence.js';

/** Names of time spans that share conventions of encoding, by the first year that a volume covers. */
const ERAS: readonly [number, string][] = [
  [1977, '77'],
  [1969, '69'],
  [1964, '64'],
  [1961, '61'],
  [1958, '58'],
  [1955, '55'],
  [1952, '52'],
  [0, '40'],
];

const eraOfYear = (year: number): string => ERAS.find(([from]) => year >= from)![1];

/** The era by the volume's id, else by the first year in the opening lines; `?` where neither tells. */
export function eraOf(volume: string | undefined, opening: string): string {
  const named = /^frus(1[89]\d\d)/.exec(volume ?? '');
  if (named) return eraOfYear(Number(named[1]));
  const year = /\b(1[89]\d\d)\b/.exec(opening);
  return year ? eraOfYear(Number(year[1])) : '?';
}

const GENRES: readonly [RegExp, string][] = [
  [/^\W*(?:\d+\.? )?editorial note/im, 'note'],
  [/telegram|airgram|: circular/i, 'telegram'],
  [/memorandum (?:of|for the record)|memcon|conversation|minutes|meeting|notes? of/i, 'talk'],
  [/memorandum|memoranda/i, 'memo'],
  [/letter|message/i, 'letter'],
  [/report|paper|estimate|study|statement|draft|address|policy/i, 'paper'],
  [/\bto the\b/i, 'correspondence'],
];

const genreOf = (opening: string): string => GENRES.find(([pattern]) => pattern.test(opening))?.[1] ?? 'other';

/** A number glued to the end is a note's mark, not the word's. */
const MARK = /(?<=[\p{L}.,:;)\]”"’?!])\d{1,2}$/u;

const bucket = (n: number, edges: readonly number[]): number => {
  let i = 0;
  while (i < edges.length && n > edges[i]!) i++;
  return i;
};

const LENGTHS = [3, 8, 15, 25, 40, 60, 90, 140, 250];

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

interface Facts {
  readonly text: string;
  readonly length: number;
  readonly signs: readonly string[];
  readonly first: string;
  readonly last: string;
  readonly caps: string;
  readonly shape: string;
  readonly key: string;
  readonly words: readonly string[];
}

function factsOf(source: Source, line: Line): Facts {
  const length = line.end - line.start;
  const text = source.text.slice(line.start, length > 400 ? line.start + 200 : line.end);
  const tail = length > 400 ? source.text.slice(line.end - 40, line.end) : text;
  const unmarked = tail.replace(MARK, '');
  const first = firstClass(text);
  const last = lastClass(unmarked || tail);
  const short = length <= 60;
  const caps = length <= 140 ? capitals(text) : 'long';
  const words = (length > 400 ? text : unmarked).toLowerCase().match(/\p{L}[\p{L}’']*/gu) ?? [];
  return {
    text,
    length,
    signs: signsOf(length > 300 ? text : unmarked || text),
    first,
    last,
    caps,
    shape: `${line.bullet ? '*' : ''}${bucket(length, [8, 40, 90, 250])}${first}${last}`,
    key: short ? (unmarked || text).toLowerCase().replace(/\d+/g, '0') : '',
    words,
  };
}

/** Signs of a neighbour that tell about this line. */
const TELLING = new Set(
  'fileNumber number noNumber bracketNumber document monthDayYear dayMonthYear undated received secrecy onlySecrecy dear subject to fromLine participants lone paren bracketed name initialName oneWord rank title signature attached outline1 bar summary yours'.split(
    ' ',
  ),
);

const SERIES_SIGNS = new Set(
  'onlySecrecy secrecy precedence serial lone paren outline1 outlineA outline_a subject bracketed monthDayYear name title attached dear section'.split(
    ' ',
  ),
);

/**
 * The features of each line. `lines` leaves out those that hold only a page's mark; `pageBefore` says which follow one.
 */
export function features(
  source: Source,
  lines: readonly Line[],
  pageBefore: readonly boolean[],
  context: Partial<Context>,
): string[][] {
  const facts = lines.map((line) => factsOf(source, line));
  const opening = source.text.slice(0, lines[Math.min(3, lines.length - 1)]?.end ?? 0).slice(0, 800);
  const era = eraOf(context.volume, opening);
  const genre = genreOf(opening);
  const chunks = lines.length > 0 ? lines.at(-1)!.chunk + 1 : 0;
  const sizes: number[] = [];
  for (const { chunk } of lines) sizes[chunk] = (sizes[chunk] ?? 0) + 1;
  let firstOf = 0;
  let dated = false;
  let quotes = 0;
  const remaining: number[] = [];
  for (let i = lines.length - 1, long = 0; i >= 0; i--) {
    remaining[i] = long;
    if (facts[i]!.length > 60) long++;
  }
  return lines.map((line, i) => {
    const f = facts[i]!;
    const out: string[] = [];
    if (i > 0 && lines[i - 1]!.chunk !== line.chunk) firstOf = i;
    const inChunk = i - firstOf;
    const size = sizes[line.chunk]!;
    const start = inChunk === 0 ? 'S' : 'I';
    const place = Math.min(line.chunk, 6);
    const fromEnd = Math.min(chunks - 1 - line.chunk, 3);
    const long = bucket(f.length, LENGTHS);
    const add = (name: string): void => {
      out.push(name);
    };
    add(`start=${start}`);
    add(`place=${place}`);
    add(`place=${place}${start}${genre}`);
    add(`place=${place}${era}`);
    add(`end=${fromEnd}${start}`);
    add(`rest=${Math.min(remaining[i]!, 2)}${start}`);
    add(`rest=${Math.min(remaining[i]!, 1)}${fromEnd}${long}`);
    add(`lines=${Math.min(size, 4)}${Math.min(inChunk, 3)}`);
    add(`long=${long}`);
    add(`long=${long}${start}${place}`);
    add(`long=${long}${f.last}`);
    add(`first=${f.first}`);
    add(`last=${f.last}`);
    add(`caps=${f.caps}${bucket(f.length, [25, 60, 140])}`);
    add(`caps=${f.caps}${f.last}`);
    add(`caps=${f.caps}${era}`);
    add(`era=${era}${start}`);
    add(`genre=${genre}`);
    if (line.bullet) add('bullet');
    if (pageBefore[i]) add(`page=${start}`);
    if (f.length <= 140) add(`words=${Math.min(f.words.length, 10)}${f.caps}`);
    for (const s of f.signs) {
      add(s);
      add(`${s}&${place < 5 ? place : fromEnd === 0 ? 'end' : 'mid'}`);
      add(`${s}&${long}`);
      if (SERIES_SIGNS.has(s)) add(`${s}&${era}`);
      if (!dated) add(`${s}&undatedYet`);
      if (start === 'I') add(`${s}&I`);
    }
    if (f.length <= 60) {
      add(`key=${f.key}`);
      if (place < 6) add(`key=${f.key}&top`);
    }
    if (f.words.length > 0) {
      add(`w1=${f.words[0]}`);
      if (f.length <= 140) add(`wn=${f.words.at(-1)}`);
      if (f.length <= 100) for (const w of f.words) if (w.length > 2) add(`w=${w}`);
      if (f.length <= 60 && fromEnd === 0 && opening.toLowerCase().includes(f.words.at(-1)!)) add('named');
    }
    const before = facts[i - 1];
    const after = facts[i + 1];
    add(`dated=${dated}${Math.min(place, 5)}`);
    if (quotes > 0) add(`quoted${f.first === '"'}`);
    add(before ? `prev=${before.shape}${start}` : 'prev=none');
    const next = after ? (lines[i + 1]!.chunk === line.chunk ? 'I' : 'S') : '';
    add(after ? `next=${after.shape}${next}` : 'next=none');
    add(`next=${next}${after && lines[i + 1]!.bullet ? '*' : ''}${long}${f.last}${era === '40' ? era : ''}`);
    add(
      `prev=${before && lines[i - 1]!.bullet ? '*' : ''}${before?.last ?? ''}${f.first}${start}${era === '40' ? era : ''}`,
    );
    if (before) for (const s of before.signs) if (TELLING.has(s)) add(`prev:${s}&${start}`);
    if (after) for (const s of after.signs) if (TELLING.has(s)) add(`next:${s}&${next}`);
    if (before && before.length <= 60) add(`prevkey=${before.key}`);
    if (after && after.length <= 12) add(`nextkey=${after.key}`);
    if (f.length <= 140 && f.signs.some((s) => s === 'monthDayYear' || s === 'dayMonthYear' || s === 'undated'))
      dated = true;
    for (const c of f.text) quotes += c === '“' ? 1 : c === '”' ? -1 : 0;
    if (quotes < 0) quotes = 0;
    return out;
  });
}
