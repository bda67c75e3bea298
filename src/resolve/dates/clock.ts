/** Times of day as telegrams print them: `7:15 p.m.`, `7 p. m.`, `noon`, `midnight`, `1855Z`, `9:45–10 a.m.`, `21 h. 30`. */

import { numberWord } from './days.js';
import type { Cursor } from './tokens.js';

/** A time of day, `HH:MM`, with the offset from UTC where the text gives one. */
export interface Clock {
  readonly from: string;
  readonly to?: string;
  readonly offset?: string;
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** Zones that datelines name beside the time; `Z` is Greenwich. */
const NAMED: Readonly<Record<string, string>> = {
  z: '+00:00',
  gmt: '+00:00',
  utc: '+00:00',
  est: '-05:00',
  edt: '-04:00',
  cst: '-06:00',
  cdt: '-05:00',
  mst: '-07:00',
  mdt: '-06:00',
  pst: '-08:00',
  pdt: '-07:00',
};

/**
 * `midnight` is written 00:00 of the day that the dateline names, as the edition does (34 of its 35 in the corpus), though
 * what is meant is the end of that day.
 */
const WORDS: Readonly<Record<string, string>> = { noon: '12:00', midnight: '00:00', midday: '12:00' };

type Half = 'a' | 'p';

/** `a.m.`, `p. m.`, `PM`: the full stop belongs to it. */
function half(cursor: Cursor): Half | undefined {
  return cursor.attempt((c) => {
    const word = c.take()?.lower ?? '';
    if (word === 'am' || word === 'pm') return word[0] as Half;
    if (word !== 'a' && word !== 'p') return undefined;
    c.skip('.');
    if (!c.skip('m')) return undefined;
    c.skip('.');
    return word;
  });
}

/** `12 m.`: noon, before 1920. */
const meridian = (cursor: Cursor): true | undefined =>
  cursor.attempt((c) => (c.take()?.lower === 'm' && c.skip('.') ? true : undefined));

function offset(cursor: Cursor): string | undefined {
  return cursor.attempt((c) => NAMED[c.take()?.lower ?? '']);
}

interface Moment {
  readonly hour: number;
  readonly minute: number;
  /** It needs a.m. or p.m. to be known. */
  readonly half?: Half | undefined;
  readonly word?: string;
  readonly military?: boolean;
  /** Hours are counted from midnight to midnight: `9.15 hrs`. */
  readonly ofDay?: boolean;
}

/** `24:00` is the day's end; nothing comes after it. */
const isTime = (hour: number, minute: number): boolean => minute < 60 && (hour < 24 || (hour === 24 && minute === 0));

/** `h. 30`, `h30`, `heures`: French editions write hours so, with minutes or without. */
function minutesOfHours(cursor: Cursor): number | undefined {
  return cursor.attempt((c) => {
    if (!c.skip('h', 'heure', 'heures')) return undefined;
    const minute = c.attempt((inner) => {
      inner.skip('.');
      const digits = inner.take();
      return digits?.kind === 'number' && digits.text.length === 2 ? Number(digits.text) : undefined;
    });
    return minute ?? 0;
  });
}

const ORDINAL = new Set(['st', 'nd', 'rd', 'th']);

function moment(cursor: Cursor): Moment | undefined {
  return cursor.attempt((c) => {
    const word = WORDS[c.peek()?.lower ?? ''];
    if (word) {
      c.take();
      return { hour: 0, minute: 0, word };
    }
    const token = c.peek();
    if (token?.kind === 'number' && token.text.length === 4) {
      c.take();
      const hour = Number(token.text.slice(0, 2));
      const minute = Number(token.text.slice(2));
      return isTime(hour, minute) ? { hour, minute, military: true } : undefined;
    }
    let hour: number | undefined;
    if (token?.kind === 'number') {
      c.take();
      // `21st year of the Republic`
      if (c.peek()?.start === token.end && ORDINAL.has(c.peek()!.lower)) return undefined;
      hour = Number(token.text);
    } else {
      const past = c.attempt((inner) => (inner.skip('half') && inner.skip('past') ? true : undefined));
      hour = numberWord(c);
      if (past && hour !== undefined) return isTime(hour, 30) ? { hour, minute: 30, half: half(c) } : undefined;
    }
    if (hour === undefined) return undefined;
    const past = minutesOfHours(c);
    if (past !== undefined) return isTime(hour, past) ? { hour, minute: past, ofDay: true } : undefined;
    const minute = c.attempt((inner) => {
      if (!inner.skip(':', '.')) return undefined;
      const digits = inner.take();
      return digits?.kind === 'number' && digits.text.length === 2 ? Number(digits.text) : undefined;
    });
    c.attempt((inner) => (inner.skip('o’clock', "o'clock") ? true : undefined));
    const noon = c.attempt((inner) => WORDS[inner.take()?.lower ?? '']);
    if (noon && hour === 12) return { hour, minute: 0, word: noon };
    if (hour === 12 && !minute && meridian(c)) return { hour, minute: 0, word: WORDS.noon! };
    return isTime(hour, minute ?? 0) ? { hour, minute: minute ?? 0, half: half(c) } : undefined;
  });
}

function text(m: Moment, ofDay: boolean, inherited: Half | undefined): string | undefined {
  if (m.word) return m.word;
  if (m.military) return `${pad(m.hour)}:${pad(m.minute)}`;
  const which = m.half ?? inherited;
  if (ofDay && which === undefined) return `${pad(m.hour)}:${pad(m.minute)}`;
  if (which === undefined) return m.hour > 12 && m.hour < 24 ? `${pad(m.hour)}:${pad(m.minute)}` : undefined;
  if (m.hour > 12) return `${pad(m.hour % 24)}:${pad(m.minute)}`;
  return `${pad((m.hour % 12) + (which === 'p' ? 12 : 0))}:${pad(m.minute)}`;
}

/** The half of the day of a range's first time: the last one's, unless that would turn the range round. */
function firstHalf(first: Moment, last: Moment): Half | undefined {
  if (first.half || first.word || !last.half) return first.half;
  const turned = (first.hour % 12) * 60 + first.minute > (last.hour % 12) * 60 + last.minute;
  return turned && last.half === 'p' ? 'a' : last.half;
}

/** Read a time of day, or a range of two, at the cursor. */
export function readClock(cursor: Cursor): Clock | undefined {
  return cursor.attempt((c) => {
    const first = moment(c);
    if (!first) return undefined;
    const early = offset(c);
    const last = c.attempt((inner) => (inner.skip('–', '-', '—', 'to', 'and') ? moment(inner) : undefined));
    const ofDay = c.skip('hours', 'hrs', 'uhr') !== undefined || first.ofDay || last?.ofDay || false;
    const zone = offset(c) ?? early;
    if ((first.military || last?.military) && zone === undefined && !last && first.military) {
      if (c.peek() && c.peek()!.kind === 'word' && !c.skip('local')) return undefined;
    }
    c.attempt((inner) => (inner.skip('local') && inner.skip('time') ? true : undefined));
    const from = text(first, ofDay, last ? firstHalf(first, last) : undefined);
    if (from === undefined) return undefined;
    const to = last ? text(last, ofDay, first.half) : undefined;
    if (last && to === undefined) return undefined;
    return { from, ...(to !== undefined && { to }), ...(zone && { offset: zone }) };
  });
}
