/** TEI's attributes of a date: `when`, or `from` and `to`, or `notBefore` and `notAfter` with the ground in `ana`. */

import { standardOffset } from '../../places/zones.js';
import type { Clock } from './clock.js';
import type { Dateline } from './dateline.js';
import type { Day } from './days.js';

export type DateAttributes = Readonly<Record<string, string>>;

/** Where the range of an undated document comes from. */
export type Ground = 'document-head' | 'document-content' | 'volume-coverage';

/** A range of days, `1955-01-01`, and its ground. */
export interface Inferred {
  readonly from: string;
  readonly to: string;
  readonly ground: Ground;
}

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** `1955`, `1955-08` or `1955-08-01`. */
export function isoDay({ year, month, day }: Day): string {
  const parts = [pad(year, 4), month, day].filter((part) => part !== undefined);
  return parts.map((part) => (typeof part === 'number' ? pad(part) : part)).join('-');
}

/** The first and last day of a year or month; twice the day itself of a day. */
export function bounds(iso: string): [string, string] {
  if (iso.length === 4) return [`${iso}-01-01`, `${iso}-12-31`];
  if (iso.length > 7) return [iso, iso];
  const last = new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), 0)).getUTCDate();
  return [`${iso}-01`, `${iso}-${pad(last)}`];
}

function moment(day: string, time: string, place: string, clock: Clock): string {
  return `${day}T${time}:00${clock.offset ?? standardOffset(place, day) ?? ''}`;
}

/** The attributes of a dateline's date. `place` is its text; `inferred` what is known of an undated one. */
export function dateAttributes(
  date: NonNullable<Dateline['date']>,
  place: string,
  inferred?: Inferred,
): DateAttributes {
  const calendar = { calendar: date.calendar };
  const { days, clock } = date;
  if (!days) {
    if (!inferred) return calendar;
    const { from, to, ground } = inferred;
    const ana = `#date_undated-inferred-from-${ground}`;
    return from === to ? { when: from, ...calendar, ana } : { notBefore: from, notAfter: to, ...calendar, ana };
  }
  const from = isoDay(days.from);
  const to = days.to ? isoDay(days.to) : undefined;
  const exact = from.length > 7;
  if (to !== undefined && to !== from) {
    if (from > to) return { when: from, ...calendar };
    return { from, to, ...calendar };
  }
  if (!exact) {
    const [notBefore, notAfter] = bounds(from);
    return { when: from, notBefore, notAfter, ...calendar, ana: '#date_imprecise-inferred-from-date-rules' };
  }
  if (!clock) return { when: from, ...calendar };
  const first = moment(from, clock.from, place, clock);
  if (clock.to === undefined) return { when: first, ...calendar };
  const last = moment(from, clock.to, place, clock);
  return first <= last ? { from: first, to: last, ...calendar } : { when: first, ...calendar };
}
