/** The header is put together as text: a library that builds XML as a tree must read it and write the same (references in a text aside, which it lets stand). */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { create } from 'xmlbuilder2';
import { readText } from '../src/convert.js';
import type { CorrespondenceParty } from '../src/tree.js';
import { header } from '../src/write/tei/header.js';
import { runs } from './properties.js';

const words = fc.oneof(
  fc.constantFrom('A & B', '<p>', ']]>', '"quoted"', 'Ho Chi Minh', 'Atlantis'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).filter((text) => !/[\r\n\t]|&[\w#]+;/.test(text)),
);

const party: fc.Arbitrary<CorrespondenceParty> = fc.record(
  {
    organisation: words,
    person: words,
    corresp: fc.constant('#p_AB1'),
    place: words,
    date: fc.constantFrom({ when: '1955-08-01' }, { notBefore: '1955-01-01', notAfter: '1955-12-31' }),
  },
  { requiredKeys: [] },
);

describe('the header', () => {
  it('is what an XML builder writes, whatever the names', () => {
    fc.assert(
      fc.property(words, words, fc.boolean(), party, party, (name, heading, listed, sent, received) => {
        const document = readText(`1. ${heading}\n\nText.`, { name, ...(listed && { volume: 'frus1955-57v99' }) });
        const xml = header({ ...document, correspondence: { sent, received } }, { version: '1.0.0' });
        expect(create({ skipWhitespaceOnlyText: false }, xml).end({ headless: true })).toBe(xml);
      }),
      { numRuns: runs(200) },
    );
  });

  it('names the file of a text without volume, wherever its folder lies', () => {
    const written = ['/home/sapt/texts/d38.txt', '../texts/d38.txt', 'd38.txt'].map((name) =>
      header(readText('Text.', { name }), { version: '1.0.0' }),
    );
    expect(new Set(written).size).toBe(1);
    expect(written[0]).toContain('<bibl>d38.txt</bibl>');
  });
});
