import { describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { convert } from '../src/convert.js';
import { zoneOf } from '../src/places/posts.js';
import { standardOffset } from '../src/places/zones.js';
import { dateAttributes } from '../src/resolve/dates/attributes.js';
import { readDateline } from '../src/resolve/dates/dateline.js';
import { dateRange } from '../src/resolve/dates/docdate.js';
import { datelineMarks } from '../src/resolve/dates/index.js';
import { isLateByList, seriesOf } from '../src/resolve/profile.js';
import { readTzif, standardPeriods } from '../src/train/zones.js';

/** place | date, as the element covers it | attributes but for the Gregorian calendar */
const read = (text: string): string => {
  const { place, date } = readDateline(text);
  const where = place ? text.slice(place.start, place.end) : '';
  if (!date) return `${where} | | `;
  const { calendar, ...rest } = dateAttributes(date, where);
  const attributes = Object.entries(rest).map(([name, value]) => `${name}=${value}`);
  if (calendar !== 'gregorian') attributes.push(`calendar=${calendar}`);
  return `${where} | ${text.slice(date.start, date.end)} | ${attributes.join(' ')}`;
};

describe('datelines', () => {
  test.each([
    ['Oslo, March 2, 1956—7:15 p.m.', 'Oslo | March 2, 1956—7:15 p.m. | when=1956-03-02T19:15:00+01:00'],
    ['Oslo, March 2, 1956--7:15 p.m.', 'Oslo | March 2, 1956--7:15 p.m. | when=1956-03-02T19:15:00+01:00'],
    ['Lima, May 9, 1948—6 p. m.', 'Lima | May 9, 1948—6 p. m. | when=1948-05-09T18:00:00-05:00'],
    ['Washington, July 4, 1961, 12:30 a.m.', 'Washington | July 4, 1961, 12:30 a.m. | when=1961-07-04T00:30:00-05:00'],
    ['Tokyo, June 3, 1971, 1855Z.', 'Tokyo | June 3, 1971, 1855Z | when=1971-06-03T18:55:00+00:00'],
    ['Quito, June 3, 1951—noon.', 'Quito | June 3, 1951—noon | when=1951-06-03T12:00:00-05:00'],
    ['Rome, June 3, 1951, midnight.', 'Rome | June 3, 1951, midnight | when=1951-06-03T00:00:00+01:00'],
    ['Rome, June 3, 1911, 12 m.', 'Rome | June 3, 1911, 12 m. | when=1911-06-03T12:00:00+01:00'],
    ['Rome, June 3, 1951.', 'Rome | June 3, 1951 | when=1951-06-03'],
    ['[Washington,] 3 June 1951.', 'Washington | 3 June 1951 | when=1951-06-03'],
    ['[place not declassified], June 3, 1951.', '[place not declassified] | June 3, 1951 | when=1951-06-03'],
    ['Accra, April 3–5, 1960.', 'Accra | April 3–5, 1960 | from=1960-04-03 to=1960-04-05'],
    ['Accra, April 30–May 2, 1960', 'Accra | April 30–May 2, 1960 | from=1960-04-30 to=1960-05-02'],
    ['Accra, April 3 and 4, 1960', 'Accra | April 3 and 4, 1960 | from=1960-04-03 to=1960-04-04'],
    [
      'Washington, May 1, 1970, 11:30 a.m.–12:15 p.m.',
      'Washington | May 1, 1970, 11:30 a.m.–12:15 p.m. | from=1970-05-01T11:30:00-05:00 to=1970-05-01T12:15:00-05:00',
    ],
    [
      'Washington, May 1, 1970, 2:45–4 p.m.',
      'Washington | May 1, 1970, 2:45–4 p.m. | from=1970-05-01T14:45:00-05:00 to=1970-05-01T16:00:00-05:00',
    ],
    [
      'Bonn, August 1959.',
      'Bonn | August 1959 | when=1959-08 notBefore=1959-08-01 notAfter=1959-08-31 ana=#date_imprecise-inferred-from-date-rules',
    ],
    [
      'Hanoi, February 8, 1950—4 p. m.\n[Received February 9—1:12 a. m.]',
      'Hanoi | February 8, 1950—4 p. m. | when=1950-02-08T16:00:00+07:00',
    ],
    [
      'Cairo, the third day of May, nineteen hundred and fifty-five',
      'Cairo | the third day of May, nineteen hundred and fifty-five | when=1955-05-03',
    ],
    [
      'Cairo, May 3, 1955, half past seven p.m.',
      'Cairo | May 3, 1955, half past seven p.m. | when=1955-05-03T19:30:00+02:00',
    ],
    ['Paris, May 13 [14], 1949—8 p. m.', 'Paris | May 13 [14], 1949—8 p. m. | when=1949-05-14T20:00:00+01:00'],
    ['Newport, Rhode Island, June 1, 1957', 'Newport, Rhode Island | June 1, 1957 | when=1957-06-01'],
    ['Petrograd, July 4 (17), 1917', 'Petrograd | July 4 (17), 1917 | when=1917-07-17 calendar=julian gregorian'],
    ['Washington, undated.', 'Washington | undated | '],
    ['Undated [August 3, 1955].', ' | August 3, 1955 | when=1955-08-03'],
    ['Tokyo, undated [August 3, 1955].', 'Tokyo | August 3, 1955 | when=1955-08-03'],
    ['Washington, [undated].', 'Washington | undated | '],
    ['Paris, n.d.', 'Paris | n.d. | '],
    ['Washington, [July 12, 1954].', 'Washington | July 12, 1954 | when=1954-07-12'],
    ['NIE 11–4–78 Oslo, May 9, 1978.', 'Oslo | May 9, 1978 | when=1978-05-09'],
    ['5/2/56 Oslo, May 9, 1956.', 'Oslo | May 9, 1956 | when=1956-05-09'],
    ['OCI No. 2057 Oslo, May 9, 1956.', 'Oslo | May 9, 1956 | when=1956-05-09'],
    ['Oslo, Saturday, March 2, 1956', 'Oslo | March 2, 1956 | when=1956-03-02'],
    ['Oslo, circa March 2, 1956', 'Oslo | March 2, 1956 | when=1956-03-02'],
    ['Oslo, 2 Mar 56, 1515Z.', 'Oslo | 2 Mar 56, 1515Z | when=1956-03-02T15:15:00+00:00'],
    ['March 2, 1956, 3 p.m., Oslo.', 'Oslo | March 2, 1956, 3 p.m. | when=1956-03-02T15:00:00+01:00'],
    [
      'Tokyo, May 1, 1970, 0310Z–0410Z',
      'Tokyo | May 1, 1970, 0310Z–0410Z | from=1970-05-01T03:10:00+00:00 to=1970-05-01T04:10:00+00:00',
    ],
    ['Ankara, June 5, 1964/1530Z', 'Ankara | June 5, 1964/1530Z | when=1964-06-05T15:30:00+00:00'],
    ['Tehran, 13 Ordibehesht 1345 [May 3, 1966]', 'Tehran | May 3, 1966 | when=1966-05-03'],
    ['Ta’iz, 10 Muharram 1385/May 11, 1965', 'Ta’iz | May 11, 1965 | when=1965-05-11'],
    ['Washington, July 17, 2:30 p.m.', 'Washington | | '],
    ['Tokyo, Showa 30.8.4', 'Tokyo | Showa 30.8.4 | when=1955-08-04 calendar=japanese-nengō'],
    ['St. Petersburg, June 20, 1914 (O.S.)', 'St. Petersburg | June 20, 1914 (O.S.) | when=1914-07-03 calendar=julian'],
    ['Petrograd, June 20/July 3, 1914', 'Petrograd | June 20/July 3, 1914 | when=1914-07-03 calendar=julian gregorian'],
    [
      'February 30, 1955',
      ' | 1955 | when=1955 notBefore=1955-01-01 notAfter=1955-12-31 ana=#date_imprecise-inferred-from-date-rules',
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['Oslo, March 32, 1956.', 'March 32'],
    ['Oslo, March 2, 19562.', 'March 2, 19562'],
    ['Oslo, March 2, 1956.', undefined],
    ['Oslo, undated.', undefined],
  ])('what can’t be read as a date is told: %s', (text, expected) => {
    const { unread } = readDateline(text);
    expect(unread && text.slice(unread.start, unread.end)).toBe(expected);
  });

  test.each([
    ['Foreign Office,⏎London, January 7, 1934.', 'London'],
    ['Department of Commerce and Labor,⏎[Washington,] January 7, 1934.', 'Washington'],
    ['No. 10, Downing Street,⏎London, January 7, 1934.', 'London'],
    ['The White House,⏎January 7, 1934.', 'The White House'],
    ['The White House,⏎Sunday, January 7, 1934.', 'The White House'],
    ['New York,⏎Park Avenue, January 7, 1934.', 'New York, Park Avenue'],
    ['Newport,⏎Rhode Island, January 7, 1934.', 'Newport, Rhode Island'],
  ])('a line of its own above the place is the post’s: %s', (printed, expected) => {
    const text = printed.replace('⏎', ' ');
    const { place } = readDateline(text, undefined, [printed.indexOf('⏎')]);
    expect(place && text.slice(place.start, place.end)).toBe(expected);
  });

  test('an undated document takes the range that is known of it', () => {
    const { date } = readDateline('Washington, undated.');
    const inferred = { from: '1955-01-01', to: '1957-12-31', ground: 'volume-coverage' } as const;
    expect(dateAttributes(date!, 'Washington', inferred)).toMatchObject({
      notBefore: '1955-01-01',
      notAfter: '1957-12-31',
      ana: '#date_undated-inferred-from-volume-coverage',
    });
  });
});

test('the document’s date is written in Washington’s standard time', () => {
  expect(dateRange({ when: '1955-08-04T10:00:00+09:00' })).toEqual({
    min: '1955-08-03T20:00:00-05:00',
    max: '1955-08-03T20:00:00-05:00',
  });
  expect(dateRange({ when: '1956-02' })).toEqual({
    min: '1956-02-01T00:00:00-05:00',
    max: '1956-02-29T23:59:59-05:00',
  });
  expect(dateRange({})).toBeUndefined();
});

test.each([
  ['Washington, May 12, 1921.', '1921-05-12T00:00:00-05:00'],
  ['[Washington, May 12, 1921.]', '1921-05-12T00:00:00-05:00'],
  ['Mexico, D. F., May 12, 1921.\n\n[Received May 14.]', '1921-05-12T00:00:00-05:00'],
  ['The envoys arrived at Strelsau on May 12, 1921.', undefined],
  ['Ratified May 12, 1921.', undefined],
])('a note without a dateline is dated by a last paragraph of place and date: %s', (last, min) => {
  const text = `The Secretary of State to the Ruritanian Minister (Tarlen)

The Secretary of State presents his compliments to the Minister of Ruritania and has the honor to acknowledge the receipt of his note of May 4.

${last}`;
  expect(convert(text, { volume: 'frus1921v02' }).document.date?.min).toBe(min);
});

test.each([
  [
    'Notes of a Meeting Held at Strelsau on Saturday, May 10, 1919',
    'Villa Zenda, Strelsau',
    '1919-05-10T00:00:00-05:00',
  ],
  [
    'Notes of a Meeting Held at Strelsau on Saturday, May 10, 1919',
    'Paul S. Berg\n\nStrelsau',
    '1919-05-10T00:00:00-05:00',
  ],
  ['Draft of a Note, Begun May 10, 1919', 'Villa Zenda, Strelsau', '1919-05-11T00:00:00-05:00'],
])('what a heading records was held on its day, whenever it was written down: %s %s', (head, below, min) => {
  const text = `180.03401/10\n\n${head}\n\nMr. Berg said that it was so.\n\nM. Sapt agreed.\n\n${below}, May 11, 1919.\n`;
  expect(convert(text, { volume: 'frus1919Parisv05' }).document.date?.min).toBe(min);
});

test.each([
  ['[Received March 9, 1918, 4.05 p. m.]', '1918-01-01', '1918-03-09'],
  ['[Received at Washington March 9]', '1918-01-01', '1918-03-09'],
  ['[Received January 9, 1919—3 p. m.]', '1918-01-01', '1918-12-31'],
  ['[Received December 9, 1917—3 p. m.]', '1917-01-01', '1917-12-09'],
  ['[Received later]', '1918-01-01', '1918-12-31'],
])('an undated telegram was written by the day when it came: %s', (received, notBefore, notAfter) => {
  const text = `861.00/1: Telegram\n\nThe Consul at Strelsau (Berg) to the Secretary of State\n\nStrelsau, undated\n${received}\n\n255. All is quiet here.\n\nBerg\n`;
  const { marks } = convert(text, { volume: 'frus1918v01' }).document;
  expect(marks.find(({ type }) => type === 'date')?.attributes).toMatchObject({ notBefore, notAfter });
});

test('what was done on a date is no place', () => {
  expect(readDateline('Approved October 3, 1939').place).toBeUndefined();
});

test.each([
  ['[Washington,] Friday, August 10, 1945—9 a.m.', 'Washington'],
  ['Washington, [about] May 1, 1919.', 'Washington'],
  ['Mexico, D. F., May 3, 1941.', 'Mexico, D. F.'],
  ['Honolulu, T. H., July 28, 1944.', 'Honolulu, T. H.'],
])('the place of %s is %s', (text, expected) => {
  const { place } = readDateline(text);
  expect(text.slice(place!.start, place!.end)).toBe(expected);
});

test.each([
  ['Strelsau, May [June] 3, 1934.', 'May [June] 3, 1934', { year: 1934, month: 6, day: 3 }],
  ['Strelsau, 3 May [June], 1934.', '3 May [June], 1934', { year: 1934, month: 6, day: 3 }],
  ['Strelsau, January 3, 1934 [1935].', 'January 3, 1934 [1935]', { year: 1935, month: 1, day: 3 }],
])('what editors correct in brackets holds: %s', (text, words, from) => {
  const { date } = readDateline(text);
  expect(text.slice(date!.start, date!.end)).toBe(words);
  expect(date!.days).toEqual({ from });
  expect(date!.clock).toBeUndefined();
});

test('the year of an era is no time of day', () => {
  expect(readDateline('Nanking, November 3, 21st year of the Republic.', 1932).date?.clock).toBeUndefined();
});

describe('zones', () => {
  test.each([
    ['Telegram From the Department of State to the Embassy in Ruritania', '1960-07-11T20:07:00-05:00'],
    ['Telegram From the Joint Chiefs of Staff to the Commander in Chief, Pacific', '1960-07-11T20:07:00-05:00'],
    ['Telegram From the Secretary of State to the Department of State', '1960-07-11T20:07:00'],
    ['Telegram From the Embassy in Ruritania to the Department of State', '1960-07-11T20:07:00'],
  ])('a dateline without place has the hour of where its sender sits: %s', (heading, when) => {
    const { output } = convert(`7. ${heading}\n\nJuly 11, 1960, 8:07 p.m.\n\nAll quiet.`);
    expect(output).toContain(`<date when="${when}" calendar="gregorian">July 11, 1960, 8:07 p.m.</date>`);
    expect(output).not.toContain('<placeName>Washington');
  });

  test('standard offsets hold in summer and follow history', () => {
    expect(standardOffset('Washington', '1955-08-01')).toBe('-05:00');
    expect(standardOffset('Seoul', '1955-08-01')).toBe('+08:30');
    expect(standardOffset('Seoul', '1968-01-24')).toBe('+09:00');
    expect(standardOffset('USS Nowhere', '1955-08-01')).toBeUndefined();
  });
  test('the last known part of a name decides', () => {
    expect(zoneOf('Athens, Georgia')).toBe('America/New_York');
    expect(zoneOf('Bonn/Bad Godesberg')).toBe('Europe/Berlin');
    expect(zoneOf('Yaoundé')).toBe(zoneOf('Yaounde'));
  });
  test('transitions in daylight-saving time make no period', () => {
    const periods = standardPeriods([
      { at: Number.NEGATIVE_INFINITY, offset: 3600, dst: false },
      { at: 0, offset: 7200, dst: true },
      { at: 1000, offset: 3600, dst: false },
      { at: 86_400 * 400, offset: 10_800, dst: false },
    ]);
    expect(periods).toEqual([
      ['1850-01-01', '+01:00'],
      ['1971-02-05', '+03:00'],
    ]);
  });
  test('a TZif file of one type', () => {
    const block = (chars: string) => {
      const header = Buffer.alloc(44);
      header.write('TZif2');
      header.writeUInt32BE(1, 36);
      header.writeUInt32BE(chars.length, 40);
      const type = Buffer.alloc(6);
      type.writeInt32BE(-10_800, 0);
      return Buffer.concat([header, type, Buffer.from(chars)]);
    };
    const data = Buffer.concat([block('X\0'), block('X\0')]);
    expect(readTzif(data)).toEqual([{ at: Number.NEGATIVE_INFINITY, offset: -10_800, dst: false }]);
  });
});

test('sub-series by volume, else by year', () => {
  expect(seriesOf('frus1955-57v23p1')).toBe('1955-57');
  expect(seriesOf('frus1949v07p1')).toBe('annual');
  expect(seriesOf('frus1915Supp')).toBe('annual');
  expect(seriesOf('frus1981-88v13')).toBe(seriesOf('frus1977-80v06'));
  expect(seriesOf(undefined, 1963)).toBe('1961-63');
  expect(seriesOf('somewhere')).toBe('unknown');
});

test('a volume’s generation by its list of persons, else by its number', () => {
  expect(isLateByList('frus1969-76v20', [{ id: 'p_KHA_1' }])).toBe(true);
  expect(isLateByList('frus1969-76v28', [{ id: 'p_KHA1' }])).toBe(false);
  expect(isLateByList('frus1969-76v28')).toBe(true);
  expect(isLateByList('frus1955-57v02')).toBe(false);
});

describe('the full stop after a time', () => {
  const text = 'Oslo, March 2, 1956—7:15 p.m.';
  const region = { type: 'dateline', start: 0, end: text.length, text } as const;
  const list = (gap: string, entries = 24) => {
    const items = Array.from({ length: entries }, (_, i) => `<item>${gap}<term xml:id="t_${i}">A${i}</term></item>`);
    return readAuthority([{ name: 'list.xml', text: `<list type="terms">${items.join('')}</list>` }]);
  };
  const [tight, short, spaced] = [list(''), list('', 3), list(' ')];

  test.each([
    ['frus1955-57v99', spaced, 'March 2, 1956—7:15 p.m.'],
    ['frus1955-57v99', short, 'March 2, 1956—7:15 p.m.'],
    ['frus1955-57v99', tight, 'March 2, 1956—7:15 p.m'],
    ['frus1969-76v99', tight, 'March 2, 1956—7:15 p.m.'],
    [undefined, tight, 'March 2, 1956—7:15 p.m.'],
  ])('%s', (volume, authority, words) => {
    const marks = datelineMarks(region, { ...(volume && { volume }), authority: authority! }).map(({ mark }) => mark);
    const date = marks.find(({ type }) => type === 'date')!;
    expect(text.slice(date.start, date.end)).toBe(words);
  });
});

test('a date is as sure as dates of its kind are', () => {
  const model = { dates: { 'half-day': 0.97 }, places: { name: 0.9 } };
  const text = 'Oslo, March 2, 1956—7:15 p.m.';
  const marks = datelineMarks({ type: 'dateline', start: 0, end: text.length, text }, {}, model);
  expect(marks.map(({ kind, mark }) => [kind, mark.decision!.p])).toEqual([
    ['name', 0.9],
    ['half-day', 0.97],
  ]);
});

test.each([
  ['Tokyo, Tuesday, August 1, 1955', 'it fell on another day of the week'],
  ['Tokyo, August 3, 1995', 'the volume is of 1955–1957'],
  ['Tokyo, August 3, 1855', 'the volume is of 1955–1957'],
  ['Tokyo, August 3, 1955 (?)', 'the edition itself doubts this date or gives a bound'],
  ['Tokyo, Monday, August 1, 1955', undefined],
])('what speaks against a date is told: %s', (dateline, why) => {
  const text = `205. Telegram From the Embassy in Japan to the Department of State\n\n${dateline}.\n\nAll quiet here.\n`;
  const { diagnostics } = convert(text, { volume: 'frus1955-57v23p1', doubt: 0.95 });
  const [told] = diagnostics.filter(({ code }) => code === 'date-doubtful');
  expect(told?.message.split('otherwise: ')[1]).toBe(why);
});

test.each([
  'Before August 3, 1955',
  'Tokyo, after August 3, 1955',
  'Tokyo, August 3, 1955 (?)',
  'Tokyo, August 3?, 1955',
])('a bound or a guess is no sure date: %s', (text) => {
  expect(readDateline(text).date).toMatchObject({ days: { from: { year: 1955, month: 8, day: 3 } }, doubtful: true });
});
