/** Electronic cables: the samples and what convert makes of them, what is recognised as one, and cables that were garbled. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { validate } from '../src/check/validate.js';
import { convert } from '../src/convert.js';
import { compareTexts, renderText } from '../src/render/index.js';
import { readTimeGroup } from '../src/resolve/dates/time-group.js';
import { corpusFolder, corpusVolumes, readVolume } from '../src/train/gold.js';
import { VERSION } from '../src/version.js';
import { parseXml } from '../src/xml/parse.js';

const SAMPLES = join(import.meta.dirname, '../samples/cables');
const cables = readdirSync(SAMPLES).filter((file) => file.endsWith('.txt'));
const read = (name: string): string => readFileSync(join(SAMPLES, name), 'utf8');
const steady = (xml: string): string => xml.replace(`version="${VERSION}"`, 'version="…"');
const genreOf = (text: string): string => convert(text, { format: 'json' }).document.genre;

describe('samples', () => {
  for (const name of cables) {
    test(name, () => {
      const { output, findings } = convert(read(name), { name });
      expect(findings).toEqual([]);
      const target = join(SAMPLES, name.replace('.txt', '.xml'));
      if (process.env.UPDATE) writeFileSync(target, output);
      else expect(steady(output)).toBe(steady(readFileSync(target, 'utf8')));
      expect(compareTexts(read(name), renderText(parseXml(output))).outcome).toBe('layout');
    });
  }
});

describe('what a cable tells', () => {
  const { document } = convert(read('border-talks.txt'));
  it('is its genre, its subjects and its correspondents', () => {
    expect(document.genre).toBe('cable');
    expect(document.subjects).toEqual(['PFOR', 'PBOR', 'FD', 'RT']);
    expect(document.correspondence?.sent).toEqual({
      organisation: 'AMEMBASSY BEAULIEU',
      date: { when: '1976-03-14T10:15:00+00:00' },
    });
    expect(document.correspondence?.copied).toContain('USMISSION GENEVA');
  });
  it('is in its own text a cable again', () => {
    const again = renderText(parseXml(convert(read('border-talks.txt')).output));
    expect(genreOf(again)).toBe('cable');
  });
});

describe('recognition', () => {
  it('takes a form feed and CRLF', () => {
    expect(genreOf(read('harbor-loan.txt').replaceAll('\n', '\r\n').replace('PAGE', '\fPAGE'))).toBe('cable');
  });
  it('leaves edited telegrams alone', () => {
    const edited =
      '38. Telegram From the Embassy in Ruritania1\n\nStrelsau, August 1, 1975, 1830Z.\n\n1234. Subject: Loan.\n';
    expect(genreOf(edited)).toBe('telegram');
  });
  it.skipIf(!existsSync(corpusFolder()))('leaves the edition alone (skipped where the corpus is missing)', () => {
    const volumes = corpusVolumes(corpusFolder()).filter((_, i) => i % 8 === 1);
    for (const volume of volumes) {
      for (const { id, text } of readVolume(corpusFolder(), volume)) {
        if (/^FM |\d{6}Z [A-Z]{3} \d\d/m.test(text)) expect([volume, id, genreOf(text)]).not.toContain('cable');
      }
    }
  });
});

test('date-time groups', () => {
  expect(readTimeGroup('P R 092248Z SEP 77 ZFF4')).toEqual({ start: 4, end: 18, when: '1977-09-09T22:48:00+00:00' });
  expect(readTimeGroup('O 312400Z JUN 75')).toBeUndefined();
  expect(readTimeGroup('O 011200Z XXX 75')).toBeUndefined();
});

it('loses nothing of a garbled cable, and stays valid', () => {
  const text = fc.constantFrom(...cables.map(read));
  const harm = fc.array(
    fc.tuple(fc.nat(4000), fc.nat(40), fc.constantFrom('', '\n', '\n\n', '#####', 'PAGE 02', 'SECRET')),
    {
      maxLength: 6,
    },
  );
  const garbled = fc
    .tuple(text, harm)
    .map(([whole, wounds]) =>
      wounds.reduce((t, [at, length, put]) => t.slice(0, at) + put + t.slice(at + length), whole),
    );
  fc.assert(
    fc.property(garbled, (t) => {
      const { output, findings } = convert(t, { format: 'div' });
      return findings.length === 0 && compareTexts(t, renderText(parseXml(output))).outcome !== 'lost';
    }),
    { numRuns: 150 },
  );
});

describe('house rules', () => {
  for (const name of cables) {
    test(`leave ${name} as it was sent`, () => {
      const { output } = convert(read(name), { name });
      expect(validate(output, { profile: 'frus' })).toEqual([]);
      // The same text in a document that editors prepared.
      const edited = output.replaceAll(/ type="(?:from|tags)"/g, '');
      expect(validate(edited, { profile: 'frus' }).map(({ rule }) => rule)).toContain('document-id');
    });
  }
});
