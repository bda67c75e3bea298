/** How often datelines of a kind are read as the edition encodes them: counted, for there is nothing to weigh. */

import type { Provenance } from '../../model.js';
import type { Dateline } from './dateline.js';

/** `src/models/dates.json`: by kind, the share of places and dates that agree with the edition in text and value. */
export interface DateModel {
  readonly trainedOn: Provenance;
  readonly dates: Readonly<Record<string, number>>;
  readonly places: Readonly<Record<string, number>>;
}

type DateRead = NonNullable<Dateline['date']>;

/** The kind of a date: what in it may be encoded in two ways. `stop`: its last full stop was left to the dateline. */
export function dateKind({ days, clock, calendar, doubtful }: DateRead, words: string, stop: boolean): string {
  if (!days) return 'undated';
  if (doubtful) return 'doubtful';
  if (calendar !== 'gregorian') return 'calendar';
  if (/[[(]/.test(words)) return 'brackets';
  if (stop) return 'stop-outside';
  if (days.to) return 'days';
  if (days.from.day === undefined) return 'imprecise';
  if (!clock) return 'day';
  if (clock.to) return 'times';
  if (/^(?:00|12):.*$/.test(clock.from) && /m\.?$/i.test(words)) return 'half-past-twelve';
  if (/[a-z]{4,}$/i.test(words)) return 'noon-or-midnight';
  return /m\.?$/i.test(words) ? 'half-day' : 'clock';
}

/** The kind of a place. */
export function placeKind(words: string, dated: boolean): string {
  if (!dated) return 'no-date';
  if (/[[\]()]/.test(words)) return 'brackets';
  if (/[\d:;]/.test(words)) return 'signs';
  if (words.includes(',')) return 'comma';
  return /^\p{Lu}[\p{L}’'. -]*$/u.test(words) ? 'name' : 'other';
}

/** A kind never met is as doubtful as a guess. */
const UNKNOWN = 0.8;

/** How probable it is that a place or date of a kind is encoded as it was read. */
export const shareOf = (shares: Readonly<Record<string, number>>, kind: string): number => shares[kind] ?? UNKNOWN;
