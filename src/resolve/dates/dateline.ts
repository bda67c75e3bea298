/** The grammar of a dateline: places, then the date of writing, then its time; the rest ("[Received …]") is left alone. */

import type { TextRange } from '../../text-range.js';
import { fromJulian, oldStyleLength, readOldDate } from './calendars.js';
import { type Clock, readClock } from './clock.js';
import { placeAfter, placeBefore } from './dateline-place.js';
import { type Days, MONTH, readDays } from './days.js';
import { Cursor, type Token, tokenize } from './tokens.js';

export interface Dateline {
  readonly place?: TextRange | undefined;
  readonly date?:
    | (TextRange & {
        /** Undefined where the text says "undated". */
        readonly days?: Days;
        readonly clock?: Clock;
        /** TEI's `@calendar`. */
        readonly calendar: string;
        /** The editor doubts it, `August 27?`, or gives a bound only: `Before August 27`. */
        readonly doubtful?: boolean;
        /** The weekday before it is that of another day. */
        readonly otherWeekday?: boolean;
      })
    | undefined;
  /** What looks like a date and could not be read as one: `August 32`, `May 28, 19662`. */
  readonly unread?: TextRange | undefined;
}

/** What an editor says before a date that is a guess or a bound. */
const ABOUT = /\b(?:circa|ca?\.|about|approximately|before|after|prior to|not (?:later|earlier) than)\s*$/i;

/** An editor's question mark after a date: `August 27, 1955 (?)`. */
const ASKED = /^\s*[[(]?\?/;

const WEEKDAY = /\b(sun|mon|tues|wednes|thurs|fri|satur)day[,\s]*$/i;
const WEEKDAYS: readonly string[] = ['sun', 'mon', 'tues', 'wednes', 'thurs', 'fri', 'satur'];

/** Whether a weekday stands before a day and is another's. */
function isOtherWeekday(before: string, { from }: Days): boolean {
  const printed = WEEKDAY.exec(before)?.[1]?.toLowerCase();
  if (printed === undefined || from.month === undefined || from.day === undefined) return false;
  return WEEKDAYS[new Date(Date.UTC(from.year, from.month - 1, from.day)).getUTCDay()] !== printed;
}

const UNDATED = /\b(?:undated|not dated|date not declassified|no date)\b|\bn\.\s?d\./i;

const BRACKETS: readonly (readonly [string, string])[] = [
  ['[', ']'],
  ['(', ')'],
];

/** Close a bracket that was opened inside the stretch. */
function closed(text: string, start: number, end: number): number {
  const inside = text.slice(start, end);
  for (const [open, shut] of BRACKETS) {
    if (inside.split(open).length > inside.split(shut).length) {
      const at = text.slice(end, end + 3).indexOf(shut);
      if (at >= 0) return end + at + 1;
    }
  }
  return end;
}

type Reading = TextRange & { days: Days; clock?: Clock; last: number };

function readAt(tokens: readonly Token[], first: number, hint: number | undefined): Reading | undefined {
  const cursor = new Cursor(tokens, first);
  const before = cursor.attempt((c) => {
    const clock = readClock(c);
    return clock && c.skip(',') ? clock : undefined;
  });
  const days = readDays(cursor, hint);
  if (!days) return undefined;
  let last = cursor.at;
  const after = cursor.attempt((c) => {
    c.skip(',', '.', '—', '–', '-', ';', '/');
    c.skip('at', 'about', 'à');
    const clock = readClock(c);
    last = clock ? c.at : last;
    return clock;
  });
  const clock = after ?? before;
  return { start: tokens[first]!.start, end: tokens[last - 1]!.end, last, days, ...(clock && { clock }) };
}

/** Two dates of one day apart by a calendar's lag: `July 20/August 2, 1914`, `July 20 (August 2), 1914`. */
function isDual(text: string, days: Days): boolean {
  if (!days.to || !/[/(]/.test(text) || days.from.day === undefined || days.to.day === undefined) return false;
  const julian = fromJulian(days.from);
  return julian.month === days.to.month && julian.day === days.to.day;
}

/** Series whose numbers look like dates: `NIE 11–4–78`. */
const SERIES = new Set(['no', 'nie', 'snie', 'niam', 'nsc', 'nssm', 'nsdm']);

/** Whether a number is that of a series, or a part of it. */
function isOfSeries(tokens: readonly Token[], at: number): boolean {
  let first = at;
  while (first > 0 && (tokens[first]!.kind === 'number' || /^[\p{Pd}/.]$/u.test(tokens[first]!.text))) first--;
  return tokens[at]!.kind === 'number' && SERIES.has(tokens[first]!.lower);
}

/** The first date, one whose month is named before one in figures alone. */
function readDate(text: string, tokens: readonly Token[], hint: number | undefined): Dateline['date'] {
  let figures: Reading | undefined;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.lower === 'received') break;
    if (token.kind === 'mark' || isOfSeries(tokens, i)) continue;
    const found = readAt(tokens, i, hint);
    if (!found) continue;
    if (/\p{L}{3}/u.test(text.slice(found.start, found.end))) return dateOf(text, found);
    figures ??= found;
    i = found.last - 1;
  }
  return figures && dateOf(text, figures);
}

function dateOf(text: string, found: Reading): Dateline['date'] {
  const inside = text.slice(found.start, found.end);
  const end = closed(text, found.start, found.end);
  const { days, clock } = found;
  const before = text.slice(0, found.start);
  const doubtful = /\?/.test(inside) || ABOUT.test(before) || ASKED.test(text.slice(end));
  const rest = { ...(clock && { clock }), ...(doubtful && { doubtful }) };
  const style = oldStyleLength(text.slice(end));
  if (style > 0) {
    const gregorian = { from: fromJulian(days.from), ...(days.to && { to: fromJulian(days.to) }) };
    return { start: found.start, end: end + style, days: gregorian, calendar: 'julian', ...rest };
  }
  if (isDual(inside, days)) {
    return { start: found.start, end, days: { from: days.to! }, calendar: 'julian gregorian', ...rest };
  }
  const otherWeekday = isOtherWeekday(before, days);
  return { start: found.start, end, days, calendar: 'gregorian', ...rest, ...(otherWeekday && { otherWeekday }) };
}

const bare = (days: Days): boolean => days.from.month === undefined;

/** Read a dateline's text. `hint` is the year where the dateline prints none, `breaks` are the offsets of its line breaks. */
export function readDateline(text: string, hint?: number, breaks: readonly number[] = []): Dateline {
  const tokens = tokenize(text);
  const found = readDate(text, tokens, hint);
  const old = !found || bare(found.days!) ? readOldDate(text) : undefined;
  const undated = found || old ? null : UNDATED.exec(text);
  const date = old
    ? { start: old.start, end: old.end, days: { from: old.day }, calendar: old.calendar }
    : undated
      ? { start: undated.index, end: undated.index + undated[0].length, calendar: 'gregorian' }
      : found;
  const received = /\[?\s*received/i.exec(text);
  const until = received?.index ?? text.length;
  const place = placeBefore(text, date?.start ?? until, breaks) ?? (date && placeAfter(text, date.end, until));
  const unread =
    date && !(date.days && bare(date.days)) ? undefined : numbersIn(text, place?.end ?? 0, date?.start ?? until);
  return { place, date, unread };
}

/** A stretch that holds a number or names a month, less the marks around it. */
function numbersIn(text: string, from: number, to: number): TextRange | undefined {
  const between = text.slice(from, to);
  if (!/\d/.test(between) && !MONTH.test(between)) return undefined;
  const start = from + between.search(/[\p{L}\d]/u);
  return { start, end: from + between.replace(/[^\p{L}\d]+$/u, '').length };
}
