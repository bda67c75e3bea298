/** Lines → features of the model: what the line shows, where it stands, what its neighbours and the document look like. */

import type { Source } from '../source.js';
import type { Context } from '../tree.js';
import type { Line } from './chunks.js';
import { bucket, type Facts, factsOf, LENGTHS, opened } from './facts.js';

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
function eraOf(volume: string | undefined, opening: string): string {
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

/** Signs of a neighbour that tell about this line. */
const TELLING = new Set(
  'fileNumber number noNumber bracketNumber document monthDayYear dayMonthYear undated received secrecy onlySecrecy dear subject to fromLine participants lone paren bracketed name initialName oneWord rank title signature attached outline1 bar summary yours'.split(
    ' ',
  ),
);

/** Signs that mean another thing in another era. */
const BY_ERA = new Set(
  'onlySecrecy secrecy precedence serial lone paren outline1 outlineA outline_a subject bracketed monthDayYear name title attached bracketedPart dear section'.split(
    ' ',
  ),
);

/** Where a line stands. Blocks of lines are counted without those that hold only a page's mark. */
interface Place {
  readonly era: string;
  readonly genre: string;
  /** Whether the line starts its block (`S`) or stands inside (`I`). */
  readonly start: 'S' | 'I';
  /** Its place in its block, and the block's lines. */
  readonly row: number;
  readonly rows: number;
  /** Blocks before, and after. */
  readonly before: number;
  readonly after: number;
  /** Lines after it that are too long for a signature. */
  readonly rest: number;
  readonly page: boolean;
  /** Whether a date has been seen, and whether a quotation is open. */
  readonly dated: boolean;
  readonly quoted: boolean;
}

/** Features of running text: few, for no more are needed. */
function running(f: Facts, at: Place, out: string[]): void {
  const long = bucket(f.length, LENGTHS);
  const top = Math.min(at.before, 6);
  out.push(
    `start=${at.start}`,
    `place=${top}${at.start}${at.genre}`,
    `long=${long}`,
    `long=${long}${at.start}${top}`,
    `long=${long}${f.last}`,
    `first=${f.first}`,
    `era=${at.era}${at.start}`,
    `dated=${at.dated}${Math.min(top, 5)}`,
  );
  if (at.page) out.push(`page=${at.start}`);
  if (at.quoted) out.push(`quoted${f.first === '"'}`);
  for (const s of f.signs) out.push(s, `${s}&${long}`, `${s}&${at.era}`);
}

/** Features of any other line. */
function short(f: Facts, at: Place, out: string[], opening: string): void {
  const { start, era, genre } = at;
  const long = bucket(f.length, LENGTHS);
  const top = Math.min(at.before, 6);
  const end = Math.min(at.after, 3);
  const place = top < 5 ? top : end === 0 ? 'end' : 'mid';
  out.push(
    `start=${start}`,
    `place=${top}`,
    `place=${top}${start}${genre}`,
    `place=${top}${era}`,
    `end=${end}${start}`,
    `rest=${Math.min(at.rest, 2)}${start}`,
    `rest=${Math.min(at.rest, 1)}${end}${long}`,
    `lines=${Math.min(at.rows, 4)}${Math.min(at.row, 3)}`,
    `long=${long}`,
    `long=${long}${start}${top}`,
    `long=${long}${f.last}`,
    `first=${f.first}`,
    `last=${f.last}`,
    `caps=${f.caps}${bucket(f.length, [25, 60, 140])}`,
    `caps=${f.caps}${f.last}`,
    `caps=${f.caps}${era}`,
    `era=${era}${start}`,
    `genre=${genre}`,
    `dated=${at.dated}${Math.min(top, 5)}`,
  );
  if (at.page) out.push(`page=${start}`);
  if (at.quoted) out.push(`quoted${f.first === '"'}`);
  if (f.length <= 140) out.push(`words=${Math.min(f.words.length, 10)}${f.caps}`);
  for (const s of f.signs) {
    out.push(s, `${s}&${place}`, `${s}&${long}`);
    if (BY_ERA.has(s)) out.push(`${s}&${era}`);
    if (!at.dated) out.push(`${s}&undatedYet`);
    if (start === 'I') out.push(`${s}&I`);
  }
  if (f.key !== '') {
    out.push(`key=${f.key}`);
    if (top < 6) out.push(`key=${f.key}&top`);
  }
  const [first] = f.words;
  if (first === undefined) return;
  const last = f.words.at(-1)!;
  out.push(`w1=${first}`);
  if (f.length <= 140) out.push(`wn=${last}`);
  if (f.length <= 100) for (const w of f.words) if (w.length > 2) out.push(`w=${w}`);
  // A signature is often the name in the heading's brackets.
  if (f.key !== '' && end === 0 && opening.includes(last)) out.push('named');
}

interface Neighbour {
  readonly facts: Facts;
  readonly bullet: boolean;
}

/** Features of the lines beside: `start` tells whether the line before is of the same block, `next` the line after. */
function beside(
  f: Facts,
  at: Place,
  before: Neighbour | undefined,
  after: Neighbour | undefined,
  next: string,
  out: string[],
): void {
  const long = bucket(f.length, LENGTHS);
  // Only in the oldest volumes do paragraphs hold lists.
  const old = at.era === '40' ? '40' : '';
  out.push(
    before ? `prev=${before.facts.shape}${at.start}` : 'prev=none',
    after ? `next=${after.facts.shape}${next}` : 'next=none',
    `prev=${before?.bullet ? '*' : ''}${before?.facts.last ?? ''}${f.first}${at.start}${old}`,
    `next=${next}${after?.bullet ? '*' : ''}${long}${f.last}${old}`,
  );
  if (before) {
    for (const s of before.facts.signs) if (TELLING.has(s)) out.push(`prev:${s}&${at.start}`);
    if (before.facts.key !== '') out.push(`prevkey=${before.facts.key}`);
  }
  if (after) {
    for (const s of after.facts.signs) if (TELLING.has(s)) out.push(`next:${s}&${next}`);
    if (after.facts.length <= 12) out.push(`nextkey=${after.facts.key}`);
  }
}

const DATES = new Set(['monthDayYear', 'dayMonthYear', 'undated']);

/**
 * The features of each line. `lines` leaves out those that hold only a page's mark; `pageBefore` says which follow one.
 */
export function features(
  source: Source,
  lines: readonly Line[],
  pageBefore: readonly boolean[],
  context: Partial<Context>,
): string[][] {
  const all = lines.map((line): Neighbour => ({ facts: factsOf(source, line), bullet: line.bullet }));
  const opening = source.text.slice(0, lines[Math.min(3, lines.length - 1)]?.end ?? 0).slice(0, 800);
  const era = eraOf(context.volume, opening);
  const genre = genreOf(opening);
  const lower = opening.toLowerCase();
  // Blocks of lines, counted anew: `block[i]` is the ordinal of a line's block, `rows` their sizes.
  const block: number[] = [];
  const rows: number[] = [];
  lines.forEach((line, i) => {
    if (i === 0 || lines[i - 1]!.chunk !== line.chunk) rows.push(0);
    rows[rows.length - 1]!++;
    block.push(rows.length - 1);
  });
  const rest: number[] = [];
  for (let i = lines.length - 1, count = 0; i >= 0; i--) {
    rest[i] = count;
    if (all[i]!.facts.length > 60) count++;
  }
  let row = 0;
  let dated = false;
  let quotes = 0;
  return lines.map((line, i) => {
    const { facts, bullet } = all[i]!;
    row = i > 0 && block[i - 1] === block[i] ? row + 1 : 0;
    const at: Place = {
      era,
      genre,
      start: row === 0 ? 'S' : 'I',
      row,
      rows: rows[block[i]!]!,
      before: block[i]!,
      after: rows.length - 1 - block[i]!,
      rest: rest[i]!,
      page: pageBefore[i]!,
      dated,
      quoted: quotes > 0,
    };
    const out: string[] = [];
    if (bullet) out.push('bullet');
    if (facts.running) running(facts, at, out);
    else short(facts, at, out, lower);
    const next = all[i + 1] === undefined ? '' : block[i + 1] === block[i] ? 'I' : 'S';
    beside(facts, at, all[i - 1], all[i + 1], next, out);
    if (facts.length <= 140 && facts.signs.some((s) => DATES.has(s))) dated = true;
    quotes = Math.max(0, quotes + opened(source.text, line.start, line.end));
    return out;
  });
}
