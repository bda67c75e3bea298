/** Datelines: place and date of writing as marks, and the document's date. */

import type { Authority } from '../../authority/types.js';
import type { Diagnostic } from '../../diagnostic.js';
import { loadModel } from '../../model.js';
import { mendedHead } from '../../text/cable-head.js';
import type { TextRange } from '../../text-range.js';
import type { Decision, Document, Mark } from '../../tree.js';
import { isBefore1969, parseVolumeId, seriesOf } from '../profile.js';
import { type Region, regionsOf } from '../regions.js';
import { bounds, dateAttributes, type Inferred, isoDay } from './attributes.js';
import { type DateModel, dateKind, placeKind, shareOf } from './confidence.js';
import { readDateline } from './dateline.js';
import { placeBefore } from './dateline-place.js';
import { type Days, MONTH, readDays } from './days.js';
import { documentDate } from './document-date.js';
import { seatOf } from './seat.js';
import { type DatelineSetting, SLIP, slipIn, WHY } from './slips.js';
import { readTimeGroup } from './time-group.js';
import { Cursor, tokenize } from './tokens.js';

const found = (p: number): Decision => ({ state: 'found', alternatives: [], p });

/** The first full date in running text. `hint` is the year where the text prints none. */
function firstDate(text: string, hint?: number): Days | undefined {
  if (!MONTH.test(text)) return undefined;
  const tokens = tokenize(text);
  for (let i = 0; i < tokens.length; i++) {
    if (tokens[i]!.kind === 'mark') continue;
    const days = readDays(new Cursor(tokens, i), hint);
    if (days?.from.month !== undefined) return days;
  }
  return undefined;
}

const span = (days: Days): [string, string] => [bounds(isoDay(days.from))[0], bounds(isoDay(days.to ?? days.from))[1]];

const headOf = (regions: readonly Region[]): Region | undefined =>
  regions.find((region) => region.type === 'head' && !region.attached);

/** What is known of an undated document: its heading's date, else the years that its volume covers. */
function inferDate(regions: readonly Region[], volume: string | undefined): Inferred | undefined {
  const head = headOf(regions);
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

const earlier = (a: string, b: string): string => [a, b].sort()[0]!;

const RECEIVED = /\breceived\b/i;

/** What is known of an undated document that says when it came: it was written by then. */
function byReceipt(known: Inferred | undefined, text: string, hint: number | undefined): Inferred | undefined {
  const at = text.search(RECEIVED);
  const days = known?.ground === 'volume-coverage' && at >= 0 ? firstDate(text.slice(at), hint) : undefined;
  if (!known || days?.from.day === undefined) return known;
  const day = isoDay(days.from);
  return { ...known, from: earlier(known.from, `${day.slice(0, 4)}-01-01`), to: earlier(known.to, day) };
}

/** A date-time group can't be read in two ways; it may be garbled. */
const GROUP = 0.999;

/**
 * Volumes before 1969 whose lists were encoded without white space between the elements come of another hand, which left the
 * full stop of a final `p.m.` to the dateline: 178 of 178 datelines in two volumes, 19 of 4,200 in the 39 others.
 */
const leavesStop = ({ volume, authority }: DatelineSetting): boolean =>
  authority?.tight === true && isBefore1969(seriesOf(volume));

interface KindOfMark {
  readonly mark: Mark;
  readonly kind: string;
}

/** What one dateline tells: its marks, and what looks like a date and isn't one. */
interface Told {
  readonly marks: readonly KindOfMark[];
  readonly unread?: TextRange | undefined;
}

type Counts = Pick<DateModel, 'dates' | 'places'>;

function placeMark({ text, start: base }: Region, place: TextRange, dated: boolean, model: Counts): KindOfMark {
  const kind = placeKind(text.slice(place.start, place.end), dated);
  const decision = found(shareOf(model.places, kind));
  const [start, end] = [base + place.start, base + place.end];
  return { kind, mark: { type: 'placeName', start, end, attributes: {}, decision } };
}

/** The marks of one dateline: `placeName`, then `date`; with the kinds that their probabilities are counted by. */
export const datelineMarks = (region: Region, setting: DatelineSetting, model?: Counts): readonly KindOfMark[] =>
  toldBy(region, setting, model).marks;

function toldBy(region: Region, setting: DatelineSetting, model: Counts = loadModel<DateModel>('dates')): Told {
  const { text } = region;
  const at = (offset: number): number => region.start + offset;
  const group = readTimeGroup(mendedHead(text));
  if (group) {
    const attributes = { when: group.when, calendar: 'gregorian' };
    const decision = found(GROUP);
    const date = { type: 'date', start: at(group.start), end: at(group.end), attributes, decision } as const;
    const where = placeBefore(text, group.start);
    // In a cable the precedence stands there, in capitals or, like all else, in small letters.
    const named = where && /\p{Lu}.*\p{Ll}/u.test(text.slice(where.start, where.end));
    return { marks: [...(named ? [placeMark(region, where, true, model)] : []), { kind: 'group', mark: date }] };
  }
  const breaks = region.breaks?.map((offset) => offset - region.start);
  const hint = yearHint(setting.volume);
  const { place, date, unread } = readDateline(text, hint, breaks);
  const marks: KindOfMark[] = [];
  const printed = place ? text.slice(place.start, place.end) : '';
  if (place) marks.push(placeMark(region, place, date !== undefined, model));
  if (date) {
    const attributes = dateAttributes(
      date,
      place ? printed : (setting.seat ?? ''),
      date.days ? undefined : byReceipt(setting.inferred?.(), text, hint),
    );
    const stop = leavesStop(setting) && /[ap]\.\s?m\.$/.test(text.slice(date.start, date.end));
    const kind = dateKind(date, text.slice(date.start, date.end), stop);
    const end = at(date.end) - (stop ? 1 : 0);
    const slip = slipIn(date, setting);
    const share = shareOf(model.dates, kind);
    const p = slip ? Math.min(share, SLIP) : share;
    const decision: Decision = { state: 'found', alternatives: [], p, why: slip ?? WHY[kind] ?? WHY.other! };
    marks.push({ kind, mark: { type: 'date', start: at(date.start), end, attributes, decision } });
  }
  return { marks, unread };
}

const unreadDate = ({ text, start }: Region, unread: TextRange): Diagnostic => ({
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
  const diagnostics = [...document.diagnostics];
  const marksOf = (region: Region, more: DatelineSetting): Mark[] => {
    const { marks, unread } = toldBy(region, more);
    if (unread) diagnostics.push(unreadDate(region, unread));
    return marks.map(({ mark }) => mark);
  };
  const seat = seatOf(headOf(regions)?.text ?? '');
  const marks = own.flatMap((region) => marksOf(region, { volume, authority, seat, inferred }));
  const all = [...marks, ...attached.flatMap((region) => marksOf(region, { volume, authority, inferred: undefined }))];
  const date = documentDate(marks, regions, document.genre, inferred);
  return { ...document, marks: [...document.marks, ...all], diagnostics, date };
}
