/** Which date is the document's: its dateline's, that of a meeting in its heading, that below its text. */

import type { Mark } from '../../tree.js';
import type { Region } from '../regions.js';
import { dateAttributes, type Inferred } from './attributes.js';
import { readDateline } from './dateline.js';
import { dateRange, type Range } from './docdate.js';

/** Words that are written as names, no sentence. */
const PLACE = /^\[?\p{Lu}[\p{L}.’'-]*(?:,? (?:\p{Lu}[\p{L}.’'-]*|de|la|of))*$/u;
/** A longer paragraph says more than where and when. */
const SHORT = 80;

/** When it came, below that. */
const RECEIVED = /^[[(]received\b/i;

/** The date below a note that was exchanged: a last paragraph of place and date alone, which editions leave a paragraph. */
function dateAtEnd(regions: readonly Region[]): Range | undefined {
  const last = regions.findLast(
    ({ note, attached, type, text }) => note === undefined && !attached && type !== 'signed' && !RECEIVED.test(text),
  );
  if (last?.type !== 'p' || last.text.length > SHORT) return undefined;
  const { place, date } = readDateline(last.text);
  if (!place || !date) return undefined;
  const parts = [last.text.slice(0, place.end), last.text.slice(place.end, date.start), last.text.slice(date.end)];
  const whole = PLACE.test(parts[0]!) && /^(?=.*,)\.?,?\]?,?\s*$/.test(parts[1]!) && /^[\s.\]]*$/.test(parts[2]!);
  return whole && date.days?.from.day !== undefined ? dateRange(dateAttributes(date, '', undefined)) : undefined;
}

const HELD = /\bheld\b/i;

/** Whether the heading tells when what the document records was held; a date below is that of the writing. */
const isOfMeeting = (genre: string | undefined, regions: readonly Region[]): boolean =>
  genre === 'minutes' ||
  genre === 'conversation' ||
  HELD.test(regions.find(({ type, attached }) => type === 'head' && !attached)?.text ?? '');

const isBelow = ({ start }: Mark, regions: readonly Region[]): boolean =>
  regions.some((region) => region.within === 'closer' && region.start <= start && start < region.end);

/** The document's date: that of the first of its datelines' `marks`; without one, that at its end, or that in its heading. A meeting's heading goes before what stands below. */
export function documentDate(
  marks: readonly Mark[],
  regions: readonly Region[],
  genre: string | undefined,
  inferred: () => Inferred | undefined,
): Range | undefined {
  const date = marks.find((mark) => mark.type === 'date');
  if (date && !isBelow(date, regions)) return dateRange(date.attributes);
  const end = date ? dateRange(date.attributes) : dateAtEnd(regions);
  const known = inferred();
  const head = known?.ground === 'document-head' ? dateRange({ from: known.from, to: known.to }) : undefined;
  return isOfMeeting(genre, regions) ? (head ?? end) : (end ?? head);
}
