/** Days, months and years as they are written: `August 1, 1955`, `1 August 1955`, `August 1–3, 1955`, `August 1955`. */

import { MONTHS } from '../../text/months.js';
import type { Cursor } from './tokens.js';

/** A day, a month or a year. */
export interface Day {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** One day (or month, or year), or the first and last of several. */
export interface Days {
  readonly from: Day;
  readonly to?: Day;
}

/** A month named in full in running text. */
export const MONTH = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

const UNITS = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'
  .concat(' sixteen seventeen eighteen nineteen')
  .split(' ');
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth'
    .concat(' fifteenth sixteenth seventeenth eighteenth nineteenth twentieth')
    .split(' ');

/** Numbers below a hundred in words, `thirty-first` included. */
export function numberWord(cursor: Cursor): number | undefined {
  return cursor.attempt((c) => {
    const word = c.take()?.lower ?? '';
    const ordinal = ORDINALS.indexOf(word);
    if (ordinal >= 0) return ordinal + 1;
    const unit = UNITS.indexOf(word);
    if (unit >= 0) return unit;
    if (word === 'thirtieth') return 30;
    const tens = TENS.indexOf(word);
    if (tens < 2) return undefined;
    const rest = c.attempt((inner) => {
      inner.skip('-', '–');
      const next = inner.take()?.lower ?? '';
      const value = ORDINALS.indexOf(next) + 1 || UNITS.indexOf(next);
      return value > 0 && value < 10 ? value : undefined;
    });
    return tens * 10 + (rest ?? 0);
  });
}

function month(cursor: Cursor): number | undefined {
  return cursor.attempt((c) => {
    const token = c.take();
    const found = token?.kind === 'word' ? MONTHS[token.lower] : undefined;
    if (found !== undefined && (token?.lower.length ?? 0) <= 4 && token?.lower !== 'may') c.skip('.');
    return found;
  });
}

const SUFFIXES = ['st', 'nd', 'rd', 'th', 'd', 'er'];

/** What is printed, or how an editor corrects it in brackets. */
function corrected(cursor: Cursor, reading: (cursor: Cursor) => number | undefined): number | undefined {
  const printed = reading(cursor);
  if (printed === undefined || cursor.tokens[cursor.at]?.text !== '[') return printed;
  const meant = cursor.attempt((c) => {
    const value = reading(c);
    return value !== undefined && ['?', ']'].includes(c.tokens[c.at]?.text ?? '') ? value : undefined;
  });
  return meant ?? printed;
}

/** `23 [24]` */
const correctedDay = (cursor: Cursor): number | undefined => corrected(cursor, dayOfMonth);
/** `May [June]` */
const correctedMonth = (cursor: Cursor): number | undefined => corrected(cursor, month);
/** `1934 [1935]` */
const correctedYear = (cursor: Cursor): number | undefined => corrected(cursor, year);

/** A day of the month: digits, perhaps with `th`, or words. */
function dayOfMonth(cursor: Cursor): number | undefined {
  return cursor.attempt((c) => {
    const token = c.peek();
    if (token?.kind === 'number') {
      if (token.text.length > 2) return undefined;
      c.take();
      const next = c.peek();
      if (next && next.start === token.end) c.skip(...SUFFIXES);
      const value = Number(token.text);
      return value >= 1 && value <= 31 ? value : undefined;
    }
    const value = numberWord(c);
    return value !== undefined && value >= 1 && value <= 31 ? value : undefined;
  });
}

/** A year of this edition's century by its last two digits: `65`, `’65`. */
function shortYear(cursor: Cursor): number | undefined {
  return cursor.attempt((c) => {
    c.skip('’', "'");
    const token = c.take();
    return token?.kind === 'number' && token.text.length === 2 ? 1900 + Number(token.text) : undefined;
  });
}

/** A year: four digits or words ("nineteen hundred and fifty-five", "nineteen fifty-five"). */
function year(cursor: Cursor): number | undefined {
  return cursor.attempt((c) => {
    const token = c.take();
    if (token?.kind === 'number') {
      const value = Number(token.text);
      return token.text.length === 4 && value >= 1600 && value <= 2100 ? value : undefined;
    }
    if (token?.kind !== 'word') return undefined;
    const century = UNITS.indexOf(token.lower);
    if (century === 1 && c.skip('thousand')) {
      const hundreds = numberWord(c);
      if (hundreds === undefined || !c.skip('hundred')) return undefined;
      c.skip('and');
      return 1000 + hundreds * 100 + (numberWord(c) ?? 0);
    }
    if (century < 16 || century > 20) return undefined;
    const hundred = c.skip('hundred');
    c.skip('and');
    const rest = numberWord(c);
    return hundred || rest !== undefined ? century * 100 + (rest ?? 0) : undefined;
  });
}

const BETWEEN = ['–', '-', '—', '/', 'and', 'to', 'or', '&'];

function between(cursor: Cursor): boolean {
  if (cursor.tokens[cursor.at]?.text === '(') return true; // Old Style and New: `July 4 (17), 1917`
  if (!cursor.skip(...BETWEEN)) return false;
  if (cursor.skip('/')) cursor.skip('or');
  return true;
}

const lastOf = (days: Days): Day => days.to ?? days.from;

/** `August 1`, `August 1–3`, `August 30–September 2`, then the year. */
function monthFirst(cursor: Cursor, hint: number | undefined): Days | undefined {
  const firstMonth = correctedMonth(cursor);
  if (firstMonth === undefined) return undefined;
  cursor.attempt((c) => (c.skip(',') && c.peek()?.text.length !== 4 ? true : undefined));
  const first = correctedDay(cursor);
  if (first === undefined) {
    cursor.skip(',', 'of');
    const y = year(cursor);
    return y === undefined ? undefined : { from: { year: y, month: firstMonth } };
  }
  const firstYear = cursor.attempt((c) => {
    const y = ((): number | undefined => {
      c.skip(',');
      return year(c);
    })();
    return y !== undefined && c.attempt(rangeAfter) !== undefined ? y : undefined;
  });
  const last = cursor.attempt((c) => {
    if (!between(c)) return undefined;
    const m = month(c) ?? firstMonth;
    const day = dayOfMonth(c);
    return day === undefined ? undefined : { month: m, day };
  });
  const y = cursor.attempt((c) => {
    c.skip(',');
    return correctedYear(c);
  });
  const lastYear = y ?? firstYear ?? hint;
  if (lastYear === undefined) return undefined;
  const from = { year: firstYear ?? lastYear, month: firstMonth, day: first };
  return last ? { from, to: { year: lastYear, ...last } } : { from };
}

/** Look ahead: does a range go on from here (`, 1955–January 2, 1956`)? Reads nothing. */
function rangeAfter(cursor: Cursor): true | undefined {
  const before = cursor.at;
  const more = between(cursor) && month(cursor) !== undefined && dayOfMonth(cursor) !== undefined;
  cursor.at = before;
  return more ? true : undefined;
}

/** `1 August 1955`, `the first day of August, 1955`, `1er août 1955`, `3. August 1955`, `3 de agosto de 1955`. */
function dayFirst(cursor: Cursor): Days | undefined {
  cursor.skip('the');
  const day = correctedDay(cursor);
  if (day === undefined) return undefined;
  const second = cursor.attempt((c) => (between(c) ? dayOfMonth(c) : undefined));
  cursor.skip('day', '.');
  cursor.skip('of', 'de');
  const m = correctedMonth(cursor);
  if (m === undefined) return undefined;
  cursor.skip(',', 'of', 'de', 'del');
  const y = correctedYear(cursor) ?? shortYear(cursor);
  if (y === undefined) return undefined;
  const from = { year: y, month: m, day };
  return second === undefined ? { from } : { from, to: { ...from, day: second } };
}

/** `8/1/55`, `8-1-1955`: American order. */
function numeric(cursor: Cursor): Days | undefined {
  const parts: number[] = [];
  for (let i = 0; i < 3; i++) {
    const token = cursor.take();
    if (token?.kind !== 'number') return undefined;
    parts.push(Number(token.text));
    if (i < 2 && !cursor.skip('/', '-', '–')) return undefined;
    if (i === 2 && parts[2]! < 100 && token.text.length === 2) parts[2] = 1900 + parts[2]!;
  }
  const [m, d, y] = parts as [number, number, number];
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 && y >= 1600 ? { from: { year: y, month: m, day: d } } : undefined;
}

function yearAlone(cursor: Cursor): Days | undefined {
  const y = cursor.peek()?.kind === 'number' ? year(cursor) : undefined;
  return y === undefined ? undefined : { from: { year: y } };
}

const sound = (day: Day): boolean =>
  day.day === undefined || day.day <= new Date(Date.UTC(day.year, day.month!, 0)).getUTCDate();

/** Read days at the cursor. `hint` is the year to take where none is printed. */
export function readDays(cursor: Cursor, hint?: number): Days | undefined {
  for (const form of [(c: Cursor) => monthFirst(c, hint), dayFirst, numeric, yearAlone]) {
    const days = cursor.attempt(form);
    if (days && sound(days.from) && sound(lastOf(days))) return days;
  }
  return undefined;
}
