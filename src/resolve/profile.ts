/**
 * Sub-series of the edition: what editors tagged, italicised and linked changed with them. A document's sub-series is known
 * from its volume's identifier (`frus1955-57v23p1`), else from the year of its date, else unknown.
 */

import { latest } from '../latest.js';
import type { Document } from '../tree.js';

/**
 * First year of each sub-series that habits are told apart by. Volumes before 1952 are annual and of one kind here: no model has met
 * any of before 1948. Nor has one met a volume of after 1980; those are most like the last that it has.
 */
const SERIES = [
  { key: 'annual', from: 1861 },
  { key: '1952-54', from: 1952 },
  { key: '1955-57', from: 1955 },
  { key: '1958-60', from: 1958 },
  { key: '1961-63', from: 1961 },
  { key: '1964-68', from: 1964 },
  { key: '1969-76', from: 1969 },
  { key: '1977-92', from: 1977 },
] as const;

export type Series = (typeof SERIES)[number]['key'] | 'unknown';

/** What an identifier of a volume says: `frus1969-76ve05p2` is sub-series 1969-76, volume e05, part 2. */
export interface VolumeId {
  readonly years: string;
  readonly from: number;
  readonly to: number;
  /** What follows the years, `v23p1`. */
  readonly rest: string;
}

const fullYear = (from: number, short: string): number =>
  short.length === 4 ? Number(short) : Math.floor(from / 100) * 100 + Number(short);

export function parseVolumeId(volume: string): VolumeId | undefined {
  const match = /^frus(\d{4})(?:-(\d{4}|\d{2}))?(.*)$/.exec(volume);
  if (!match) return undefined;
  const from = Number(match[1]);
  const to = match[2] ? fullYear(from, match[2]) : from;
  return { years: match[2] ? `${match[1]}-${match[2]}` : match[1]!, from, to, rest: match[3]! };
}

/** The sub-series of a year's documents. */
function seriesOfYear(year: number): Series {
  let found: Series = 'unknown';
  for (const { key, from } of SERIES) if (year >= from) found = key;
  return found;
}

/** The sub-series of a volume; of a year where no volume is known; else `unknown`. */
export function seriesOf(volume: string | undefined, year?: number): Series {
  const id = volume === undefined ? undefined : parseVolumeId(volume);
  if (id) return seriesOfYear(id.from);
  return year === undefined ? 'unknown' : seriesOfYear(year);
}

/** Whether a sub-series ends before 1969; not so where it is unknown. */
export const isBefore1969 = (series: string): boolean => SERIES.some(({ key, from }) => key === series && from < 1969);

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const DATED = new RegExp(`(?:${MONTHS})\\s+\\d{1,2},\\s*(1[789]\\d\\d)`);

/** The sub-series of a document; without volume or dateline, of the first full date in its opening lines. */
export function seriesOfDocument(document: Document): Series {
  const { volume } = document.context;
  if (volume) return seriesOf(volume);
  const year = document.date?.min.slice(0, 4) ?? DATED.exec(document.source.text.slice(0, 2000))?.[1];
  return seriesOf(undefined, year === undefined ? undefined : Number(year));
}

/**
 * Volumes of 1969–76 that were prepared for the web after 2010, when heads lost their `gloss` and identifiers gained an
 * underscore (`p_KHA_1`); from 1977 on all volumes are.
 */
const LATE_1969_76 = new Set(
  'v13 v15 v16 v19p2 v21 v22 v23 v25 v26 v27 v28 v33 v35 v36 v37 v38p1 v38p2 v41 v42 ve09p1 ve09p2 ve11p1 ve11p2 ve12 ve15p2 ve16'.split(
    ' ',
  ),
);

/** Whether a volume is of the generation encoded after 2010. */
export function isLate(volume: string | undefined): boolean {
  const id = volume === undefined ? undefined : parseVolumeId(volume);
  return id !== undefined && (id.from >= 1977 || (id.from === 1969 && LATE_1969_76.has(id.rest)));
}

/**
 * The same, told by the volume's list of persons where there is one: identifiers gained an underscore (`p_KHA_1`) when
 * headings lost their `gloss`, so that volumes nobody listed here are known as well.
 */
export const isLateByList = (volume: string | undefined, persons: readonly { readonly id: string }[] = []): boolean =>
  persons.length === 0 ? isLate(volume) : mostWithUnderscore(persons);

const mostWithUnderscore = latest(
  (persons: readonly { readonly id: string }[]) =>
    persons.filter(({ id }) => /_\d+$/.test(id)).length > persons.length / 2,
);
