import { zoneOf } from '../../places/posts.js';
import { standardOffset } from '../../places/zones.js';
import { oneLine } from '../../text/one-line.js';
import type { Scan, ScanElement } from '../../xml/scan.js';
import { MOMENTS, minutesOf, moment } from './moment.js';
import type { Rule } from './rule.js';
import { around, attribute, descendants, textIn } from './tree.js';

export const dateZone: Rule = {
  id: 'date-zone',
  severity: 'warning',
  profile: 'frus',
  why: 'A dateTime has the zone’s standard offset (Washington −05:00, Tokyo +09:00): without it the hours of two capitals can’t be compared.',
  wrong: '<dateline><date when="1955-08-01T19:15:00">August 1, 1955—7:15 p.m.</date></dateline>',
  right: '<dateline><date when="1955-08-01T19:15:00-05:00">August 1, 1955—7:15 p.m.</date></dateline>',
  visitor: ({ report, of }) => {
    const places = new Map<ScanElement, string | undefined>();
    /** The one place of a date's dateline, looked up once a dateline. */
    const placeOf = (date: ScanElement): string | undefined => {
      const dateline = around(date, 'dateline');
      if (dateline && !places.has(dateline)) places.set(dateline, placeIn(of.scan, dateline));
      return dateline && places.get(dateline);
    };
    return {
      elements: {
        date(date) {
          for (const name of MOMENTS) {
            const given = attribute(date, name);
            const read = given && moment(given.value);
            if (!given || read?.hour === undefined) continue;
            const universal = UNIVERSAL.test(textIn(of.scan, date, 'note'));
            if (!read.zone) {
              const hint = universal
                ? 'The time is printed as universal: +00:00.'
                : placed(placeOf(date), given.value.slice(0, 10));
              report(given, `“${given.value}” has no zone`, hint ? { hint } : {});
            } else if (!universal) {
              const other = otherZone(placeOf(date), given.value.slice(0, 10), read.zone);
              if (other)
                report(given, `“${given.value}” has the zone ${read.zone}; ${other.place} has ${other.offset}`);
            }
          }
        },
      },
      forget: () => places.clear(),
    };
  },
};

/** Times of cables that are printed in universal time. */
const UNIVERSAL = /\d ?Z\b|\bG\.?M\.?T\b/;

/** Minutes that summer time and what tables of zones differ in come to. */
const SEASON = 60;

function placeIn(scan: Scan, dateline: ScanElement): string | undefined {
  const [placeName, ...others] = descendants(scan, dateline, 'placeName', 'note');
  return placeName && others.length === 0 ? oneLine(textIn(scan, placeName, 'note')) : undefined;
}

/** What a place's zone is that day, where that is known. */
function placed(place: string | undefined, day: string): string | undefined {
  const offset = place === undefined ? undefined : standardOffset(place, day);
  return offset && `${place} has ${offset}.`;
}

/** The place and its offset that day, where that is another; the zone of a capital's clock but one is in some doubt. */
function otherZone(place: string | undefined, day: string, zone: string) {
  if (place === undefined) return undefined;
  const offset = standardOffset(place, day);
  if (offset === undefined) return undefined;
  const apart = Math.abs(minutesOf(zone) - minutesOf(offset));
  return apart > (zoneOf(place) === 'America/New_York' ? 0 : SEASON) ? { place, offset } : undefined;
}
