/** Texts made to be slow: they are converted in one go like any other, with nothing lost and valid output. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SHAPES } from '../src/bench/texts.js';
import { validate } from '../src/check/validate.js';
import { convert } from '../src/convert.js';
import { plainText } from '../src/plain-text.js';
import { runs } from './properties.js';

const pieces = fc.array(fc.tuple(fc.constantFrom(...Object.keys(SHAPES)), fc.integer({ min: 10, max: 2000 })), {
  minLength: 1,
  maxLength: 4,
});

/** The source as the ledger tells it, in the order of the source. */
function told(text: string): { text: string; findings: number } {
  const { ledger, findings } = convert(text, { doc: 'd38' });
  const spans = ledger.flatMap((entry) => (entry.kind === 'literal' ? [] : [entry]));
  spans.sort((a, b) => a.start - b.start || a.end - b.end);
  return { text: spans.map(({ start, end }) => text.slice(start, end)).join(''), findings: findings.length };
}

describe('texts made to be slow', () => {
  it.each(Object.entries(SHAPES))('%s: nothing is lost', (_, make) => {
    const text = make(12_000);
    expect(told(text)).toEqual({ text, findings: 0 });
  });

  it.each([
    ['letters', 'a'],
    ['digits', '7'],
  ])('nothing is lost of a word of 300,000 %s', (_, one) => {
    const text = `1. Memorandum\n\nSee ${one.repeat(300_000)} for it.\n`;
    expect(told(text)).toEqual({ text, findings: 0 });
  });

  it.each([
    ['characters that XML forbids', `1. Memorandum\n\n${'a\u0001'.repeat(150_000)}\n`],
    ['lines of few letters below a note', `1. Memorandum\n\n1. Note\n${'ab\n'.repeat(60_000)}`],
    ['numbers of pages', `1. Memorandum\n\nText of it.\n\n${'- 2 -\n\n'.repeat(130_000)}More.\n`],
    ['parties in a heading', `The Minister to ${'the Board, '.repeat(20_000)}\n\nText of it.\n`],
    ['signs of an address above quoted mail', `${'@'.repeat(200_000)}\n> 1. Memorandum\n> \n> Text of it.\n`],
  ])('nothing is lost of a hundred thousand %s', (_, text) => {
    expect(told(text)).toEqual({ text, findings: 0 });
  });

  it('a collection with many lots is read, whatever the line ends in', () => {
    const text = `Central Files,${' Lot'.repeat(60)}!\n\nThe Minister to the Secretary of State\n\nAll is well.\n`;
    expect(convert(text, { volume: 'frus1934v01' }).output).toContain('All is well.');
  });

  it('blanks in a page or in a heading of an edition are as good as one', async () => {
    const blanks = ' '.repeat(200_000);
    const page = new TextEncoder().encode(`<p>All is${blanks}well.</p>`);
    expect(await plainText(page, 'page.html')).toMatchObject({ text: expect.stringContaining('All is well.') });
    const head = (title: string): string =>
      `<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="d1" n="1"><head>${title}</head><p>x</p></div>`;
    const rules = (xml: string): string[] => validate(xml, { profile: 'frus' }).map(({ rule }) => rule);
    expect(rules(head(`1.${blanks}Editorial Note`))).not.toContain('source-note-missing');
    expect(rules(head(`1.${blanks}Letter`))).toContain('source-note-missing');
  });

  it('nothing is lost of mixtures either', () => {
    fc.assert(
      fc.property(pieces, fc.constantFrom('', '\n\n', ' '), (parts, between) => {
        const text = parts.map(([shape, size]) => SHAPES[shape]!(size)).join(between);
        expect(told(text)).toEqual({ text, findings: 0 });
      }),
      { numRuns: runs(15) },
    );
  });
});
