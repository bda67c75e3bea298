/**
 * Dates in other calendars, brought to the Gregorian one: exactly where the calendar runs beside it (Japanese and Chinese
 * republican years, Thai years, Old Style), else as the year in which the day falls.
 */

import type { Day } from './days.js';

/** A date in another calendar: `start…end` in the text, TEI's `@calendar`, the Gregorian day. */
export interface OldDate {
  readonly start: number;
  readonly end: number;
  readonly calendar: string;
  readonly day: Day;
}

interface Era {
  readonly names: string;
  readonly calendar: string;
  /** Added to the era's year to give the Gregorian one. */
  readonly add: number;
  /** Months and days agree with the Gregorian ones. */
  readonly solar: boolean;
}

const ERAS: readonly Era[] = [
  { names: 'meiji', calendar: 'japanese-nengō', add: 1867, solar: true },
  { names: 'taish[oō]', calendar: 'japanese-nengō', add: 1911, solar: true },
  { names: 'sh[oō]wa', calendar: 'japanese-nengō', add: 1925, solar: true },
  {
    names: '(?:chinese )?republic of china|chinese republic|min-?kuo|chung-?hua min-?kuo',
    calendar: 'chinese-republic',
    add: 1911,
    solar: true,
  },
  { names: 'tao[- ]?kuang', calendar: 'chinese-era', add: 1820, solar: false },
  { names: 'hsien[- ]?feng', calendar: 'chinese-era', add: 1850, solar: false },
  { names: "t[’']?ung[- ]?chih?", calendar: 'chinese-era', add: 1861, solar: false },
  { names: 'kuang[- ]?hs[uü]', calendar: 'chinese-era', add: 1874, solar: false },
  { names: "hs[uü]an[- ]?t[’']?ung", calendar: 'chinese-era', add: 1908, solar: false },
  { names: 'buddhist era|b\\. ?e\\.', calendar: 'thai-era', add: -543, solar: true },
  { names: "tan[’']?gun", calendar: 'korean-era', add: -2333, solar: true },
];

const ORDINAL = '(\\d{1,4})(?:st|nd|rd|th|d)?';
const ANY = ERAS.map((era) => era.names).join('|');
const LONG = new RegExp(
  `(?:the )?${ORDINAL} day of the ${ORDINAL} (?:month|moon) of the ${ORDINAL} year of (?:the )?(?:reign of )?(${ANY})`,
  'iu',
);
const YEAR = new RegExp(`(?:the )?${ORDINAL} year of (?:the )?(?:reign of )?(${ANY})`, 'iu');
const SHORT = new RegExp(`\\b(${ANY})[ ,]*(\\d{1,4})(?:[-./](\\d{1,2})[-./](\\d{1,2}))?`, 'iu');

const HIJRI_MONTHS = [
  'muharram',
  'safar',
  'rabi.{0,5}(?:awwal|thani|i|ii)',
  'jumada.{0,5}(?:ula|awwal|thani|akhira|i|ii)',
  'rajab',
  'sha.?ban',
  'ramadan',
  'shawwal',
  '(?:dh|z)ul?.{0,4}qa.?dah?',
  '(?:dh|z)ul?.{0,4}hij+ah?',
];
const HIJRI = new RegExp(`(\\d{1,2}) (${HIJRI_MONTHS.join('|')}),? (1[0-4]\\d\\d)`, 'iu');

const eraOf = (name: string): Era => ERAS.find((era) => new RegExp(`^(?:${era.names})$`, 'iu').test(name))!;

function dayIn(era: Era, year: number, month?: number, day?: number): Day | undefined {
  const gregorian = { year: year + era.add };
  if (gregorian.year < 1600 || gregorian.year > 2100) return undefined;
  if (!era.solar || month === undefined || day === undefined) return gregorian;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { ...gregorian, month, day } : undefined;
}

function eraDate(text: string): OldDate | undefined {
  const long = LONG.exec(text);
  const year = long ? null : YEAR.exec(text);
  const short = long || year ? null : SHORT.exec(text);
  const match = long ?? year ?? short;
  if (!match) return undefined;
  const era = eraOf((long ? match[4] : year ? match[2] : match[1])!);
  const day = long
    ? dayIn(era, Number(match[3]), Number(match[2]), Number(match[1]))
    : year
      ? dayIn(era, Number(match[1]))
      : dayIn(era, Number(match[2]), match[3] ? Number(match[3]) : undefined, match[4] ? Number(match[4]) : undefined);
  return day && { start: match.index, end: match.index + match[0].length, calendar: era.calendar, day };
}

/** The lunar year is eleven days short: year H of the Hijra begins about 0.970224 H + 621.57. */
function hijriDate(text: string): OldDate | undefined {
  const match = HIJRI.exec(text);
  if (!match) return undefined;
  const day = { year: Math.floor(Number(match[3]) * 0.970224 + 621.57) };
  return { start: match.index, end: match.index + match[0].length, calendar: 'hijri', day };
}

/** A date in another calendar, if the text holds one. */
export function readOldDate(text: string): OldDate | undefined {
  return eraDate(text) ?? hijriDate(text);
}

const OLD_STYLE = /^\s*[,(]?\s*(?:o\. ?s\.|old style|julian)\)?/i;

/** The text after a date that calls it Old Style, if it does: its length. */
export function oldStyleLength(after: string): number {
  return OLD_STYLE.exec(after)?.[0].length ?? 0;
}

/** A Julian day as a Gregorian one. Source: Meeus, Astronomical Algorithms, chapter 7. */
export function fromJulian(day: Day): Day {
  if (day.month === undefined || day.day === undefined) return day;
  const { year, month } = day;
  const y = month <= 2 ? year - 1 : year;
  const shift = Math.floor(y / 100) - Math.floor(y / 400) - 2;
  const date = new Date(Date.UTC(year, month - 1, day.day + shift));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
