/** The document's date as a range of moments, as `frus:doc-dateTime-min` and `-max` say it. */

import type { DateAttributes } from './attributes.js';
import { bounds } from './attributes.js';

export interface Range {
  readonly min: string;
  readonly max: string;
}

/** The edition writes every one of these in the standard time of Washington. */
const WASHINGTON = '-05:00';

const pad = (n: number, width = 2): string => String(n).padStart(width, '0');

/** A moment as Washington's clock shows it; one without offset is taken as Washington's own. */
function inWashington(iso: string): string {
  const at = /[+-]\d\d:\d\d$/.test(iso) ? new Date(iso) : new Date(`${iso}${WASHINGTON}`);
  if (Number.isNaN(at.getTime())) return `${iso.slice(0, 19)}${WASHINGTON}`;
  const local = new Date(at.getTime() - 5 * 3600_000);
  const day = `${pad(local.getUTCFullYear(), 4)}-${pad(local.getUTCMonth() + 1)}-${pad(local.getUTCDate())}`;
  return `${day}T${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}:${pad(local.getUTCSeconds())}${WASHINGTON}`;
}

const first = (iso: string): string =>
  iso.includes('T') ? inWashington(iso) : `${bounds(iso)[0]}T00:00:00${WASHINGTON}`;
const last = (iso: string): string =>
  iso.includes('T') ? inWashington(iso) : `${bounds(iso)[1]}T23:59:59${WASHINGTON}`;

/** The range that a date's attributes span; undefined where they tell none. A day alone runs from 00:00:00 to 23:59:59. */
export function dateRange(attributes: DateAttributes): Range | undefined {
  const { when, from, to, notBefore, notAfter } = attributes;
  const start = from ?? notBefore ?? when;
  const end = to ?? notAfter ?? when;
  return start === undefined || end === undefined ? undefined : { min: first(start), max: last(end) };
}
