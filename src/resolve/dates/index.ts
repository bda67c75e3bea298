/** Datelines: place and date of writing as marks, and the document's date. */

import type { Document, Mark } from '../../tree.js';
import { parseVolumeId } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';
import { bounds, dateAttributes, type Inferred, isoDay } from './attributes.js';
import { readDateline } from './dateline.js';
import type { Days } from './days.js';
import { readDays } from './days.js';
import { dateRange, type Range } from './docdate.js';
import { Cursor, tokenize } from './tokens.js';

const FOUND = { state: 'found', alternatives: [] } as const;

const MONTH = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/;

/** The first full date in running text. */
function firstDate(text: string): Days | undefined {
  if (!MONTH.test(text)) return undefined;
  const tokens = tokenize(text);
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'mark') continue;
    const days = readDays(new Cursor(tokens, i));
    if (days?.from.month !== undefined) return days;
  }
  return undefined;
}

const span = (days: Days): [string, string] => [bounds(isoDay(days.from))[0], bounds(isoDay(days.to ?? days.from))[1]];

/** What is known of an undated document: its heading's date, else the years that its volume covers. */
function inferDate(regions: readonly Region[], volume: string | undefined): Inferred | undefined {
  const head = regions.find((region) => region.type === 'head' && !region.attached);
  const days = head && firstDate(head.text);
  if (days) {
    const [from, to] = span(days);
    return { from, to, ground: 'document-head' };
  }
  const id = volume === undefined ? undefined : parseVolumeId(volume);
  return id && { from: `${id.from}-01-01`, to: `${id.to}-12-31`, ground: 'volume-coverage' };
}

/** A year for datelines that print none: the volume's, where it covers but one. */
function yearHint(volume: string | undefined): number | undefined {
  const id = volume === undefined ? undefined : parseVolumeId(volume);
  return id && id.from === id.to ? id.from : undefined;
}

/** The marks of one dateline: `placeName`, then `date`. */
function datelineMarks(region: Region, volume?: string, inferred?: () => Inferred | undefined): Mark[] {
  const { place, date } = readDateline(region.text, yearHint(volume));
  const at = (offset: number): number => region.start + offset;
  const marks: Mark[] = [];
  if (place) {
    const decision = { ...FOUND, p: date ? 0.998 : 0.9 };
    marks.push({ type: 'placeName', start: at(place.start), end: at(place.end), attributes: {}, decision });
  }
  if (date) {
    const printed = place ? region.text.slice(place.start, place.end) : '';
    const attributes = dateAttributes(date, printed, date.days ? undefined : inferred?.());
    const p = date.doubtful ? 0.8 : !date.days ? 0.9 : date.calendar === 'gregorian' ? 0.999 : 0.9;
    const decision = { ...FOUND, p, ...(date.doubtful && { why: 'the edition itself doubts this date' }) };
    marks.push({ type: 'date', start: at(date.start), end: at(date.end), attributes, decision });
  }
  return marks;
}

/** The document's date: its first dateline's; without one, the date in its heading. */
function documentDate(marks: readonly Mark[], inferred: () => Inferred | undefined): Range | undefined {
  const date = marks.find((mark) => mark.type === 'date');
  if (date) return dateRange(date.attributes);
  const known = inferred();
  return known?.ground === 'document-head' ? dateRange({ from: known.from, to: known.to }) : undefined;
}

/** Mark places and dates of all datelines, and set the document's date. */
export function dates(document: Document): Document {
  const regions = regionsOf(document);
  const { volume } = document.context;
  const inferred = () => inferDate(regions, volume);
  const own = regions.filter((region) => region.type === 'dateline' && !region.attached);
  const attached = regions.filter((region) => region.type === 'dateline' && region.attached);
  const marks = own.flatMap((region) => datelineMarks(region, volume, inferred));
  const all = [...marks, ...attached.flatMap((region) => datelineMarks(region, volume))];
  const date = documentDate(marks, inferred);
  return { ...document, marks: [...document.marks, ...all], ...(date && { date }) };
}
