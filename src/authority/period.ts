/** When an office was held: the dates in descriptions such as “Ambassador in Japan until June 1956”. */

import { ENGLISH_MONTHS } from '../text/months.js';

/** Months counted from year 0 (`year * 12 + month`, January = 0), both ends included; open ends are ∓Infinity. */
export interface Period {
  readonly from: number;
  readonly to: number;
  /** The part of the description that the dates belong to. */
  readonly what: string;
}

/** A month of a year as one number. */
export const monthOf = (year: number, month: number): number => year * 12 + month;

const DATE = new RegExp(
  `(?:(${ENGLISH_MONTHS.map((m) => `${m}|${m.slice(0, 3)}\\.?`).join('|')})\\s*(?:\\d{1,2},?)?,?\\s*)?\\b(1[89]\\d\\d)\\b`,
  'gi',
);

interface Found {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
}

function datesOf(text: string): Found[] {
  const found: Found[] = [];
  for (const match of text.matchAll(DATE)) {
    const year = Number(match[2]);
    const name = match[1]?.toLowerCase().slice(0, 3);
    const month = name ? ENGLISH_MONTHS.findIndex((m) => m.startsWith(name)) : -1;
    const [start, end] = [match.index, match.index + match[0].length];
    if (month >= 0) found.push({ first: monthOf(year, month), last: monthOf(year, month), start, end });
    else found.push({ first: monthOf(year, 0), last: monthOf(year, 11), start, end });
  }
  return found;
}

/** One period for each part (by semicolons) that names a date: until/to X, from/after/since X, X–Y, or X alone. */
export function periodsOf(description: string): Period[] {
  const periods: Period[] = [];
  let previousEnd = Number.NEGATIVE_INFINITY;
  for (const what of description.split(/;/)) {
    const dates = datesOf(what);
    const first = dates[0];
    const last = dates.at(-1);
    if (!first || !last) {
      if (/\bthereafter\b|\bafterwards?\b/i.test(what) && previousEnd > 0) {
        periods.push({ from: previousEnd, to: Number.POSITIVE_INFINITY, what });
      }
      continue;
    }
    const before = what.slice(0, first.start);
    let from = first.first;
    let to = last.last;
    if (dates.length === 1) {
      if (/\b(until|through|thru|to|till|before)\s*$/i.test(before)) from = Number.NEGATIVE_INFINITY;
      else if (/\b(from|after|since|beginning|as of|effective|following)\s*$/i.test(before))
        to = Number.POSITIVE_INFINITY;
    }
    if (/\b(until|through)\s*$/i.test(before) && dates.length === 1) from = Number.NEGATIVE_INFINITY;
    periods.push({ from, to, what });
    previousEnd = last.last;
  }
  return periods;
}

/** How a month lies to the periods: inside one, outside all of them, or nothing is known. */
export function during(periods: readonly Period[], month: number): 'inside' | 'outside' | 'unknown' {
  if (periods.length === 0) return 'unknown';
  return periods.some((p) => month >= p.from && month <= p.to) ? 'inside' : 'outside';
}
