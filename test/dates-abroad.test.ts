/** Datelines as editions of other countries print them. */

import { expect, test } from 'vitest';
import { convert } from '../src/convert.js';

/** place | date → attributes of the dateline that a document has; undefined where none was read */
function dateline(line: string): string | undefined {
  const text = `12. Telegram From the Embassy in Ruritania\n\n${line}\n\nThe Minister told me that the loan will be made.\n`;
  const { output } = convert(text, { volume: 'frus1955-57v99', format: 'div' });
  const [, place, attributes, date] =
    /<dateline[^>]*>.*?<placeName>(.*?)<\/placeName>.*?<date (.*?) calendar="gregorian"[^>]*>(.*?)<\/date>/.exec(
      output,
    ) ?? [];
  return place && `${place} | ${date} → ${attributes}`;
}

test.each([
  ['London, 3rd August, 1955.', 'London | 3rd August, 1955 → when="1955-08-03"'],
  ['London, 3rd August, 1955, 9.15 hrs.', 'London | 3rd August, 1955, 9.15 hrs → when="1955-08-03T09:15:00+00:00"'],
  ['Paris, 3 August 1955, 19.15 hrs.', 'Paris | 3 August 1955, 19.15 hrs → when="1955-08-03T19:15:00+01:00"'],
  ['Paris, le 1er août 1955', 'Paris | 1er août 1955 → when="1955-08-01"'],
  ['Paris, 3 août 1955, 21 h. 30.', 'Paris | 3 août 1955, 21 h. 30 → when="1955-08-03T21:30:00+01:00"'],
  ['Paris, 3 août 1955 à 21h30', 'Paris | 3 août 1955 à 21h30 → when="1955-08-03T21:30:00+01:00"'],
  ['Paris, 3 août 1955, 9 heures', 'Paris | 3 août 1955, 9 heures → when="1955-08-03T09:00:00+01:00"'],
  ['Paris, 3 août 1955, 24 h.', 'Paris | 3 août 1955, 24 h → when="1955-08-03T24:00:00+01:00"'],
  // No time: nothing comes after the day's end.
  ['Paris, 3 août 1955, 24 h. 30', 'Paris | 3 août 1955 → when="1955-08-03"'],
  ['Paris, August 3, 1955, 24:30 hours', 'Paris | August 3, 1955 → when="1955-08-03"'],
  ['Paris, August 3, 1955, 2430Z', 'Paris | August 3, 1955 → when="1955-08-03"'],
  ['Paris, August 3, 1955, half past twenty-four hours', 'Paris | August 3, 1955 → when="1955-08-03"'],
  [
    'FOREIGN OFFICE, August 3, 1955, 7.30 p.m.',
    'FOREIGN OFFICE | August 3, 1955, 7.30 p.m. → when="1955-08-03T19:30:00+00:00"',
  ],
  ['Memorandum, Canberra, 3 August 1955', 'Canberra | 3 August 1955 → when="1955-08-03"'],
  ['Bonn, den 3. August 1955', 'Bonn | 3. August 1955 → when="1955-08-03"'],
  ['Wien, 3. Jänner 1955, 9.15 Uhr', 'Wien | 3. Jänner 1955, 9.15 Uhr → when="1955-01-03T09:15:00"'],
  ['Roma, 3 agosto 1955', 'Roma | 3 agosto 1955 → when="1955-08-03"'],
  ['Madrid, 3 de agosto de 1955', 'Madrid | 3 de agosto de 1955 → when="1955-08-03"'],
])('%s', (line, read) => expect(dateline(line)).toBe(read));
