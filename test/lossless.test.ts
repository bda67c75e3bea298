/** What must hold for any text at all: nothing lost, doubled or invented; the output well-formed XML. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convert } from '../src/convert.js';
import { audit, formatLedger, type LedgerEntry } from '../src/ledger.js';
import { source } from '../src/source.js';
import { parseXml, type XmlElement } from '../src/xml/parse.js';
import { runs } from './properties.js';

/** Pieces that documents are made of, and pieces that break careless programs. */
const pieces = fc.constantFrom(
  ...[
    '38. Telegram From the Embassy in Atlantis to the Department of State1',
    'Atlantis City, August 1, 1955—7:15 p.m.',
  ],
  ...['\n\n', '\n', '\r\n', '\r', ' ', '\t', '\u00a0', '[Page 81]', '[Page', '  * an item', 'Subject:', 'a | b | c'],
  ...['  1. Source: Files. Secret.', '  2. See footnote 1, supra.', '     A further paragraph of a note.'],
  ...['  *. A note by symbol.', '[1] A note in brackets', '¹² superscripts', '↩', '†', 'Your 2012 and 269.3', 'Dulles'],
  ...[
    '12345678901234567890',
    '\ufeff',
    '\f',
    '\u0000',
    '\u0008',
    '\ud800',
    '\udc00',
    '😀',
    '\ufffe',
    '\u00ad',
    '\u200b',
    '\u2028',
    '\u0085',
    '> ',
  ],
  ...['<p>&amp;</p>', ']]>', '<!--', '&#0;'],
);

/** What documents of annual volumes open and close with. */
const annual = fc.constantFrom(
  ...[
    '711.93/57: Telegram',
    'The Minister in Ruritania (Sapt) to the Secretary of State',
    'London, May 3, 1934.',
    'No. 201',
  ],
  ...[
    'American Legation,',
    'Strelsau, April 3, 1934—7 p. m.',
    '[Received May 4.]',
    'Sir: I have the honor to report so.',
  ],
  ...['Article I', 'I have, etc.', 'Rudolf Sapt', '[Enclosure]', 'P. S. The text has come.', 'secret', '\n', '\n\n'],
);

/** Editions have habits of their time. */
const volumes = fc.constantFrom(undefined, 'frus1934v01', 'frus1955-57v99', 'frus1977-80v99');

const texts = fc.oneof(
  fc.array(fc.oneof(annual, pieces), { maxLength: 16 }).map((parts) => parts.join('\n\n')),
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('\n\n')),
  fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('\n').replace(/^/gm, '> ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

function textContent(element: XmlElement): string {
  return element.children.map((child) => (child.type === 'text' ? child.value : textContent(child))).join('');
}

const solid = (text: string): string => text.replace(/\s/g, '');

function find(element: XmlElement, name: string): XmlElement | undefined {
  if (element.name === name) return element;
  for (const child of element.children) {
    const found = child.type === 'element' ? find(child, name) : undefined;
    if (found) return found;
  }
  return undefined;
}

describe('any text', () => {
  it('converts without loss', () => {
    fc.assert(
      fc.property(texts, volumes, (text, volume) => {
        const { output, ledger } = convert(text, { validate: false, ...(volume && { volume }) });
        const div = find(parseXml(output), 'div')!;
        // What the XML says is what the ledger says, as an XML parser reads it …
        const told = ledger.map((e) =>
          e.kind === 'text' ? text.slice(e.start, e.end) : e.kind === 'literal' ? e.text : '',
        );
        expect(solid(textContent(div))).toBe(solid(told.join('')));
        // … and the ledger has each character of the source exactly once.
        const fates = new Array<number>(text.length).fill(0);
        for (const e of ledger) if (e.kind !== 'literal') for (let i = e.start; i < e.end; i++) fates[i]!++;
        expect(fates.every((count) => count === 1)).toBe(true);
      }),
      { numRuns: runs(600) },
    );
  });

  it('drops letters and digits only as marks and labels of notes', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const e of convert(text, { validate: false }).ledger) {
          if (e.kind !== 'skip' || ['note-mark', 'note-label'].includes(e.reason)) continue;
          expect(text.slice(e.start, e.end)).not.toMatch(/[\p{L}\p{N}]/u);
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('gives valid TEI', () => {
    fc.assert(
      fc.property(texts, volumes, (text, volume) => {
        expect(convert(text, volume ? { volume } : {}).findings.map((f) => f.message)).toEqual([]);
      }),
      { numRuns: runs(300) },
    );
  });

  it('gives the same bytes each time', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(convert(text, { validate: false }).output).toBe(convert(text, { validate: false }).output);
      }),
      { numRuns: runs(50) },
    );
  });
});

describe('the ledger', () => {
  const of = source('ab c');
  const text = (start: number, end: number): LedgerEntry => ({ kind: 'text', start, end, at: 0 });
  const skip: LedgerEntry = { kind: 'skip', start: 2, end: 3, at: 0, reason: 'blank' };

  it('accepts texts and skips that tile the source in any order of writing', () => {
    expect(() => audit(of, [text(3, 4), skip, text(0, 2)], 3)).not.toThrow();
  });

  it('refuses lost, doubled and invented characters', () => {
    expect(() => audit(of, [text(0, 3)], 3)).toThrow(/3–4 are lost/);
    expect(() => audit(of, [text(0, 2), text(3, 4)], 3)).toThrow(/2–3 are lost/);
    expect(() => audit(of, [text(0, 4), text(2, 3)], 5)).toThrow(/doubled/);
    expect(() => audit(of, [text(0, 4)], 5)).toThrow(/other text/);
  });

  it('prints as a table', () => {
    const table = formatLedger(of, [text(0, 2), skip, { kind: 'literal', text: '.', at: 0, why: 'test' }]);
    expect(table.split('\n')).toEqual([
      'kind\tstart\tend\tfate\ttext',
      'text\t0\t2\t\t"ab"',
      'skip\t2\t3\tblank\t" "',
      'literal\t\t\ttest\t"."',
      '',
    ]);
  });
});
