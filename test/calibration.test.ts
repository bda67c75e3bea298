import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';
import { outcomesOf } from '../src/train/decisions.js';
import { align } from '../src/train/gold.js';
import { addBands, bandsOf, calibrationError, reliabilityPlot, reliabilityTable } from '../src/train/reliability.js';
import { parseXml } from '../src/xml/parse.js';

const stated = (p: number, right: number, wrong: number) => [
  ...Array.from({ length: right }, () => ({ p, right: true })),
  ...Array.from({ length: wrong }, () => ({ p, right: false })),
];

describe('reliability', () => {
  const bands = bandsOf([...stated(0.75, 3, 1), ...stated(0.999, 10, 0)]);

  test('counts by band', () => {
    expect(bands.filter(({ count }) => count > 0).map(({ from, count, right }) => [from, count, right])).toEqual([
      [0.7, 4, 3],
      [0.999, 10, 10],
    ]);
  });

  test('what is as right as stated has no error but rounding', () => {
    expect(calibrationError(bandsOf(stated(0.75, 30, 10)))).toBeCloseTo(0);
    expect(calibrationError(bandsOf(stated(0.95, 30, 10)))).toBeCloseTo(0.2);
  });

  test('bands of folds add up', () => {
    expect(addBands(bands, bands).map(({ count }) => count)).toEqual(bands.map(({ count }) => 2 * count));
  });

  test('a table and a plot', () => {
    expect(reliabilityTable({ notes: bands })).toContain('| notes |  |  | 0.75 (4) |');
    const plot = parseXml(reliabilityPlot({ notes: bandsOf(stated(0.75, 30, 10)) }));
    expect(plot.name).toBe('svg');
    expect(plot.children.filter((c) => c.type === 'element' && c.name === 'circle')).toMatchObject([
      { attributes: { cx: '94.0', cy: '86.0' } },
    ]);
  });
});

describe('decisions against the edition', () => {
  const text =
    '7. Telegram From the Embassy in Ruritania1\n\nStrelsau, March 14, 1956—6 p.m.\n\n12. He agreed.2\n\n  1. Source: Files.\n\n  2. Not found.';
  const tei = (date: string) =>
    `<div type="document" xml:id="d7" n="7"><head>7. Telegram From the Embassy in Ruritania<note n="1" type="source">Source: Files.</note></head><dateline><placeName>Strelsau</placeName>, ${date}</dateline><p>12. He agreed.<note n="2">Not found.</note></p></div>`;
  const judged = (date: string) => {
    const record = {
      volume: 'frus1955-57v99',
      id: 'd7',
      n: '7',
      genre: 'telegram',
      text,
      dateline: '',
      tei: tei(date),
    } as const;
    return outcomesOf(convert(text, { volume: record.volume }).document, align(record)!);
  };
  const rights = (date: string, kind: string) =>
    judged(date)
      .filter((o) => o.kind === kind)
      .map(({ right }) => right);

  test('what agrees is right', () => {
    const date = '<date when="1956-03-14T18:00:00">March 14, 1956—6 p.m.</date>';
    expect(rights(date, 'notes')).toEqual([true, true]);
    expect(rights(date, 'dates')).toEqual([true]);
    expect(rights(date, 'places')).toEqual([true]);
    expect(rights(date, 'blocks').every((right) => right)).toBe(true);
  });

  test('another value is wrong', () => {
    expect(rights('<date when="1956-03-14T06:00:00">March 14, 1956—6 p.m.</date>', 'dates')).toEqual([false]);
  });

  test('another extent is wrong', () => {
    expect(rights('<date when="1956-03-14T18:00:00">March 14, 1956</date>—6 p.m.', 'dates')).toEqual([false]);
  });
});
