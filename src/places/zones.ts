/** The standard offset of a place on a day. */

import { zoneOf } from './posts.js';
import { STANDARD_OFFSETS } from './standard-offsets.js';

const parsed = new Map<string, readonly (readonly [string, string])[]>();

function periods(zone: string): readonly (readonly [string, string])[] {
  let found = parsed.get(zone);
  if (!found) {
    found = (STANDARD_OFFSETS[zone] ?? '')
      .split('; ')
      .map((period) => period.split(' ') as [string, string])
      .filter((period) => period.length === 2);
    parsed.set(zone, found);
  }
  return found;
}

/**
 * The standard offset from UTC (`-05:00`) of a place on a day (`1955-08-01`), whatever the season: the editors' convention.
 * Undefined for places that the table doesn't know.
 */
export function standardOffset(place: string, day: string): string | undefined {
  const zone = zoneOf(place);
  if (!zone) return undefined;
  let offset: string | undefined;
  for (const [from, text] of periods(zone)) if (offset === undefined || day >= from) offset = text;
  return offset;
}
