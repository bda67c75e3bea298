/** What may be wrong with the date of a dateline: by its kind, its weekday, its volume. */

import type { Authority } from '../../authority/types.js';
import { parseVolumeId } from '../profile.js';
import type { Inferred } from './attributes.js';
import type { Dateline } from './dateline.js';

/** What volume a dateline stands in, as far as it is known. */
export interface DatelineSetting {
  readonly volume?: string | undefined;
  readonly authority?: Authority | undefined;
  /** Where a document was written whose dateline names no place, as its heading tells: by it the hour has a zone. */
  readonly seat?: string | undefined;
  /** What is known of an undated document. */
  readonly inferred?: (() => Inferred | undefined) | undefined;
}

/** How probable a date is that is at odds with its weekday or its volume. */
export const SLIP = 0.5;

/** Volumes print documents of some years around their own, but none of so many before or after. */
const FAR = 10;

/** What speaks against a date as it is printed. */
export function slipIn(
  { days, otherWeekday }: NonNullable<Dateline['date']>,
  setting: DatelineSetting,
): string | undefined {
  if (otherWeekday) return 'it fell on another day of the week';
  const id = setting.inferred && setting.volume !== undefined ? parseVolumeId(setting.volume) : undefined;
  const year = days?.from.year;
  if (!id || year === undefined || (year >= id.from - FAR && year <= id.to + FAR)) return undefined;
  return `the volume is of ${id.from === id.to ? id.from : `${id.from}–${id.to}`}`;
}

/** What may be wrong with a date of a kind. */
export const WHY: Readonly<Record<string, string>> = {
  undated: 'the text gives no date',
  doubtful: 'the edition itself doubts this date or gives a bound',
  calendar: 'the date was turned into the Gregorian calendar',
  brackets: 'an editor corrects or adds to the date in brackets',
  imprecise: 'the text gives no day',
  'half-past-twelve': 'half past twelve may be of the day or of the night',
  'noon-or-midnight': 'editors part noon and midnight from the day in more than one way',
  other: 'editors part date, time and full stop in more than one way',
};
