/** The grammar of a dateline: places, then the date of writing, then its time; the rest ("[Received …]") is left alone. */

import { fromJulian, oldStyleLength, readOldDate } from './calendars.js';
import { type Clock, readClock } from './clock.js';
import { type Days, readDays } from './days.js';
import { Cursor, type Token, tokenize } from './tokens.js';

/** A stretch of the dateline's text. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export interface Dateline {
  readonly place?: Stretch;
  readonly date?: Stretch & {
    /** Undefined where the text says "undated". */
    readonly days?: Days;
    readonly clock?: Clock;
    /** TEI's `@calendar`. */
    readonly calendar: string;
    /** The editor doubts it: `August 27?`. */
    readonly doubtful?: boolean;
  };
}

const UNDATED = /\b(?:undated|not dated|date not declassified|no date)\b/i;

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

type Reading = Stretch & { days: Days; clock?: Clock; last: number };

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
    c.skip(',', '.', '—', '–', '-', ';');
    c.skip('at', 'about');
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

function readDate(text: string, tokens: readonly Token[], hint: number | undefined): Dateline['date'] {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token.lower === 'received') break;
    if (token.kind === 'mark' || (token.kind === 'number' && tokens[i - 1]?.lower === 'no')) continue;
    const found = readAt(tokens, i, hint);
    if (!found) continue;
    const inside = text.slice(found.start, found.end);
    const end = closed(text, found.start, found.end);
    const { days, clock } = found;
    const rest = { ...(clock && { clock }), ...(/\?/.test(inside) && { doubtful: true }) };
    const style = oldStyleLength(text.slice(end));
    if (style > 0) {
      const gregorian = { from: fromJulian(days.from), ...(days.to && { to: fromJulian(days.to) }) };
      return { start: found.start, end: end + style, days: gregorian, calendar: 'julian', ...rest };
    }
    if (isDual(inside, days)) {
      return { start: found.start, end, days: { from: days.to! }, calendar: 'julian gregorian', ...rest };
    }
    return { start: found.start, end, days, calendar: 'gregorian', ...rest };
  }
  return undefined;
}

const bare = (days: Days): boolean => days.from.month === undefined;

/** The post's own line above the place: `American Legation,`. */
const POST =
  /^[^,\d]{0,60}\b(?:Legation|Embassy|Consulate(?: General)?|Mission|Commission|Department of State)\b[^,\d]{0,40},\s+(?=\p{Lu}[^,]*,)/u;

/** Where the place ends: before the separators and brackets that part it from the date. */
function placeBefore(text: string, until: number): Stretch | undefined {
  const before = text.slice(0, until);
  const code = /^.*\d\S*\s+(?=\p{Lu})/u.exec(before) ?? POST.exec(before);
  let start = code ? code[0].length : 0;
  let end = before.replace(/[\s,.;:—–-]+$/u, '').length;
  while (/[\s[]/.test(text[start] ?? '') && start < end) {
    // "[place not declassified]" is the place, brackets and all; "[Washington,]" is a place in brackets.
    if (text[start] === '[' && /^\[[^\]]*not declassified\]/i.test(text.slice(start))) break;
    start++;
  }
  const opened = text.slice(start, end).includes('[');
  if (!opened) end = start + text.slice(start, end).replace(/[\s,\]]+$/u, '').length;
  return end > start && /\p{L}/u.test(text.slice(start, end)) ? { start, end } : undefined;
}

/** Read a dateline's text. `hint` is the year where the dateline prints none. */
export function readDateline(text: string, hint?: number): Dateline {
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
  const place = placeBefore(text, date?.start ?? received?.index ?? text.length);
  return { ...(place && { place }), ...(date && { date }) };
}
