/** Datelines: place and date of writing as marks, and the document's date. */

import type { Authority } from '../../authority/types.js';
import type { Diagnostic } from '../../diagnostic.js';
import { loadModel } from '../../model.js';
import type { Document, Mark } from '../../tree.js';
import { parseVolumeId } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';
import { bounds, dateAttributes, type Inferred, isoDay } from './attributes.js';
import { type DateModel, dateKind, placeKind, shareOf } from './confidence.js';
import { readDateline, type Stretch } from './dateline.js';
import { placeBefore } from './dateline-place.js';
import { type Days, MONTH, readDays } from './days.js';
import { dateRange, type Range } from './docdate.js';
import { type DatelineSetting, SLIP, slipIn, WHY } from './slips.js';
import { readTimeGroup } from './time-group.js';
import { Cursor, tokenize } from './tokens.js';

const FOUND = { state: 'found', alternatives: [] } as const;

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

/** A date-time group can't be read in two ways; it may be garbled. */
const GROUP = 0.999;

/**
 * Volumes before 1969 whose lists were encoded without white space between the elements come of another hand, which left the
 * full stop of a final `p.m.` to the dateline: 178 of 178 datelines in two volumes, 19 of 4,200 in the 39 others.
 */
const leavesStop = ({ volume, authority }: DatelineSetting): boolean =>
  authority?.tight === true && (parseVolumeId(volume ?? '')?.from ?? 1969) < 1969;

interface KindOfMark {
  readonly mark: Mark;
  readonly kind: string;
}

/** What one dateline tells: its marks, and what looks like a date and isn't one. */
interface Told {
  readonly marks: readonly KindOfMark[];
  readonly unread?: Stretch;
}

type Counts = Pick<DateModel, 'dates' | 'places'>;

function placeMark({ text, start: base }: Region, place: Stretch, dated: boolean, model: Counts): KindOfMark {
  const kind = placeKind(text.slice(place.start, place.end), dated);
  const decision = { ...FOUND, p: shareOf(model.places, kind) };
  const [start, end] = [base + place.start, base + place.end];
  return { kind, mark: { type: 'placeName', start, end, attributes: {}, decision } };
}

/** The marks of one dateline: `placeName`, then `date`; with the kinds that their probabilities are counted by. */
export const datelineMarks = (region: Region, setting: DatelineSetting, model?: Counts): readonly KindOfMark[] =>
  toldBy(region, setting, model).marks;

function toldBy(region: Region, setting: DatelineSetting, model: Counts = loadModel<DateModel>('dates')): Told {
  const { text } = region;
  const at = (offset: number): number => region.start + offset;
  const group = readTimeGroup(text);
  if (group) {
    const attributes = { when: group.when, calendar: 'gregorian' };
    const decision = { ...FOUND, p: GROUP };
    const date = { type: 'date', start: at(group.start), end: at(group.end), attributes, decision } as const;
    const where = placeBefore(text, group.start);
    // In a cable the precedence stands there, in capitals.
    const named = where && /\p{Ll}/u.test(text.slice(where.start, where.end));
    return { marks: [...(named ? [placeMark(region, where, true, model)] : []), { kind: 'group', mark: date }] };
  }
  const { place, date, unread } = readDateline(text, yearHint(setting.volume));
  const marks: KindOfMark[] = [];
  const printed = place ? text.slice(place.start, place.end) : '';
  if (place) marks.push(placeMark(region, place, date !== undefined, model));
  if (date) {
    const attributes = dateAttributes(date, printed, date.days ? undefined : setting.inferred?.());
    const stop = leavesStop(setting) && /[ap]\.\s?m\.$/.test(text.slice(date.start, date.end));
    const kind = dateKind(date, text.slice(date.start, date.end), stop);
    const end = at(date.end) - (stop ? 1 : 0);
    const slip = slipIn(date, setting);
    const share = shareOf(model.dates, kind);
    const decision = { ...FOUND, p: slip ? Math.min(share, SLIP) : share, why: slip ?? WHY[kind] ?? WHY.other! };
    marks.push({ kind, mark: { type: 'date', start: at(date.start), end, attributes, decision } });
  }
  return { marks, ...(unread && { unread }) };
}

/** Words that are written as names, no sentence. */
const PLACE = /^\p{Lu}[\p{L}.’'-]*(?:,? (?:\p{Lu}[\p{L}.’'-]*|de|la|of))*$/u;
/** A longer paragraph says more than where and when. */
const SHORT = 80;

/** The date below a note that was exchanged: a last paragraph of place and date alone, which editions leave a paragraph. */
function dateAtEnd(regions: readonly Region[]): Range | undefined {
  const last = regions.findLast(({ note, attached, type }) => note === undefined && !attached && type !== 'signed');
  if (last?.type !== 'p' || last.text.length > SHORT) return undefined;
  const { place, date } = readDateline(last.text);
  if (!place || !date) return undefined;
  const parts = [last.text.slice(0, place.end), last.text.slice(place.end, date.start), last.text.slice(date.end)];
  const whole = PLACE.test(parts[0]!) && /^\s*,\s*$/.test(parts[1]!) && /^[\s.]*$/.test(parts[2]!);
  return whole && date.days?.from.day !== undefined ? dateRange(dateAttributes(date, '', undefined)) : undefined;
}

/** The document's date: its first dateline's; without one, that at its end, or the date in its heading. */
function documentDate(
  marks: readonly Mark[],
  regions: readonly Region[],
  inferred: () => Inferred | undefined,
): Range | undefined {
  const date = marks.find((mark) => mark.type === 'date');
  if (date) return dateRange(date.attributes);
  const end = dateAtEnd(regions);
  if (end) return end;
  const known = inferred();
  return known?.ground === 'document-head' ? dateRange({ from: known.from, to: known.to }) : undefined;
}

const unreadDate = ({ text, start }: Region, unread: Stretch): Diagnostic => ({
  code: 'date-unread',
  severity: 'warning',
  message: `“${text.slice(unread.start, unread.end)}” can’t be read as a date`,
  start: start + unread.start,
  end: start + unread.end,
  hint: 'look whether day, month and year are printed so in the source',
});

/** Mark places and dates of all datelines, and set the document's date. */
export function dates(document: Document, { authority }: { readonly authority?: Authority }): Document {
  const regions = regionsOf(document);
  const { volume } = document.context;
  const inferred = () => inferDate(regions, volume);
  const own = regions.filter((region) => region.type === 'dateline' && !region.attached);
  const attached = regions.filter((region) => region.type === 'dateline' && region.attached);
  const setting = { ...(volume && { volume }), ...(authority && { authority }) };
  const diagnostics = [...document.diagnostics];
  const marksOf = (region: Region, more: DatelineSetting): Mark[] => {
    const { marks, unread } = toldBy(region, more);
    if (unread) diagnostics.push(unreadDate(region, unread));
    return marks.map(({ mark }) => mark);
  };
  const marks = own.flatMap((region) => marksOf(region, { ...setting, inferred }));
  const all = [...marks, ...attached.flatMap((region) => marksOf(region, setting))];
  const date = documentDate(marks, regions, inferred);
  return { ...document, marks: [...document.marks, ...all], diagnostics, ...(date && { date }) };
}
