/** Dates as TEI's attributes write them (W3C: year, month, date or dateTime). */

import { ownText } from '../../own-text.js';

export interface Moment {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
  readonly hour: number | undefined;
  /** Given where the hour is. */
  readonly minute: number | undefined;
  /** `+09:00`, `Z`, or undefined where none is given. */
  readonly zone: string | undefined;
  /** Why it can't be, if it can't. */
  readonly wrong: string | undefined;
}

const FORM = /^(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?)?)?)?(Z|[+-]\d\d:\d\d)?$/;

/** The days of a month; 0 for a month that there isn't. */
function daysOf(year: number, month: number): number {
  return month >= 1 && month <= 12 ? new Date(Date.UTC(year, month, 0)).getUTCDate() : 0;
}

/** Values that were read last: several rules ask for each. */
const known = new Map<string, Moment | undefined>();
const MOST_KNOWN = 1000;

/** Read a value; undefined where it has another form. */
export function moment(value: string): Moment | undefined {
  let found = known.get(value);
  if (found === undefined && !known.has(value)) {
    if (known.size === MOST_KNOWN) known.clear();
    found = read(value);
    known.set(ownText(value), found);
  }
  return found;
}

function read(value: string): Moment | undefined {
  const match = FORM.exec(value);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = numberOf(match[2]);
  const day = numberOf(match[3]);
  const hour = numberOf(match[4]);
  const minute = numberOf(match[5]);
  const wrong =
    month !== undefined && (month < 1 || month > 12)
      ? `there is no month ${month}`
      : day !== undefined && (day < 1 || day > daysOf(year, month!))
        ? `the month has no day ${day}`
        : hour !== undefined &&
            (hour > 24 || minute! > 59 || Number(match[6] ?? 0) > 59 || (hour === 24 && minute! > 0))
          ? 'there is no such time of day'
          : undefined;
  return { year, month, day, hour, minute, zone: match[7], wrong };
}

const numberOf = (digits: string | undefined): number | undefined =>
  digits === undefined ? undefined : Number(digits);

/** Minutes that a zone is ahead of universal time; 0 for `Z` and where none is given. */
export function minutesOf(zone = 'Z'): number {
  if (zone === 'Z') return 0;
  return (zone[0] === '-' ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6)));
}

/** Milliseconds of its first (or `last`) instant, zone +00:00 where none is given. */
export function instant(value: string, last = false): number | undefined {
  const m = moment(value);
  if (!m || m.wrong) return undefined;
  const month = m.month ?? (last ? 12 : 1);
  const day = m.day ?? (last ? daysOf(m.year, month) : 1);
  const hour = m.hour ?? (last ? 23 : 0);
  const minute = m.minute ?? (last ? 59 : 0);
  return Date.UTC(m.year, month - 1, day, hour, minute) - minutesOf(m.zone) * 60_000;
}

/** TEI's attributes that hold such a value. */
export const MOMENTS = ['when', 'from', 'to', 'notBefore', 'notAfter'] as const;
