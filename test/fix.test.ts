/** Fixes: what they change, and all that they leave alone. */

import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeXml, encodeXml } from '../src/check/encoding.js';
import type { Finding } from '../src/check/finding.js';
import { applyEdits } from '../src/check/fix/edits.js';
import { fixText } from '../src/check/fix/fix.js';
import { fixFile } from '../src/check/fix/fix-file.js';
import { runs } from './properties.js';

const SETTINGS = { noSchema: true, profile: 'frus' } as const;
const mend = (text: string) => fixFile(Buffer.from(text), undefined, SETTINGS);

describe('a fix', () => {
  it('changes its own characters and no others', () => {
    const text = `<body >\r\n\t<p   rend='center' >in 1952-1954 &amp; &#x31;&#50;-3  <hi  rend="italics">Ibid.</hi><!-- 1-2 --></p>\r\n</body>`;
    const { after, fixed } = mend(text);
    expect(fixed).toBe(3);
    expect(after).toBe(text.replace('1952-1954', '1952–1954').replace(';-3', ';–3').replace('italics', 'italic'));
  });

  it('moves a break out of all the elements whose edge it stands at', () => {
    const text = '<body><p><hi rend="italic"><pb n="81" xml:id="pg_81"/> Ibid.</hi> is meant.</p></body>';
    expect(mend(text).after).toBe(
      '<body><pb n="81" xml:id="pg_81"/> <p><hi rend="italic">Ibid.</hi> is meant.</p></body>',
    );
  });

  it('is not made for what stands in another’s way, until the next round', () => {
    const one: Finding = {
      rule: 'a',
      severity: 'error',
      message: '',
      line: 1,
      column: 1,
      fix: [{ start: 1, end: 3, text: 'X' }],
    };
    const two: Finding = { ...one, rule: 'b', fix: [{ start: 2, end: 4, text: 'Y' }] };
    const behind: Finding = { ...one, rule: 'c', fix: [{ start: 3, end: 3, text: '!' }] };
    expect(applyEdits('01234', [one, two, behind])).toMatchObject({ text: '0X!34', left: [two], fixed: [one, behind] });
  });

  it('moves no break out of a note or a document, nor to where it would stand at an edge again', () => {
    const volume = (body: string) => `<body><div type="chapter">${body}</div><div type="chapter"><p>x</p></div></body>`;
    const note = '<p>Text.<note n="1" xml:id="d1fn1"><p>a</p><p>b <pb n="82" xml:id="pg_82"/></p></note></p>';
    const last = '<p>Text.</p><p>More. <pb n="82" xml:id="pg_82"/></p>';
    for (const body of [note, last]) {
      const text = volume(`<div type="document" xml:id="d1">${body}</div>`);
      expect(mend(text)).toMatchObject({ fixed: 0, after: text, leftOut: [] });
    }
    expect(mend(volume(`<div type="document"><p>a</p><quote><p>b <pb n="82"/></p></quote><p>c</p></div>`)).after).toBe(
      volume(`<div type="document"><p>a</p><quote><p>b</p></quote> <pb n="82"/><p>c</p></div>`),
    );
  });

  it.each([
    '<div type="document" xml:id="d1"><head><pb n="81"/>1. Letter</head><p>in 1952-1954</p></div>',
    '<div type="document" xml:id="d1"><pb n="81"/><p>in 1952-1954</p></div>',
    '<div type="document" xml:id="d1"><p>in 1952-1954</p><pb n="82"/></div>',
    '<p><pb n="81"/>in 1952-1954</p>',
  ])('is made where another finding has no fix: %s', (text) => {
    expect(mend(text)).toMatchObject({ fixed: 1, after: text.replace('1952-', '1952–'), leftOut: [] });
  });

  const finding = (rule: string, start: number, end: number, text: string): Finding => ({
    ...{ rule, severity: 'error', message: '', line: 1, column: start + 1, offset: start },
    fix: [{ start, end, text }],
  });
  const once = (given: string, findings: Finding[]) => (text: string) => (text === given ? findings : []);

  it('is left out alone where it would do harm, and the reason is told', () => {
    const text = '<p>one two<pb n="1"/> three</p>';
    const breaks = text.indexOf('<pb');
    const moved = { ...finding('move', 3, 3, '<pb n="1"/>') };
    const findings = [
      { ...moved, fix: [...moved.fix!, { start: breaks, end: breaks + 11, text: '' }] },
      finding('good', breaks + 11, breaks + 12, '\n'),
      finding('eat', breaks + 12, breaks + 17, 'four'),
      finding('cut', text.length - 4, text.length, ''),
    ];
    // The good fix makes another text, of which the others are found again.
    const check = (now: string) => (now === text ? findings : findings.filter(({ rule }) => rule !== 'good'));
    const fixed = fixText(text, check);
    expect(fixed).toMatchObject({ text: text.replace(' three', '\nthree'), fixed: 1 });
    expect(fixed.leftOut.map(({ finding: { rule }, reason }) => [rule, reason])).toEqual([
      ['move', 'the words would change, or a page break would move among them'],
      ['eat', 'the words would change, or a page break would move among them'],
      ['cut', 'the file would no longer be well-formed'],
    ]);
  });

  it('is left out where the grammar would not take it', () => {
    const text = '<p>one two</p>';
    const check = once(text, [finding('tag', 6, 7, '<lb/>'), finding('space', 14, 14, '\n')]);
    const lacksBreaks = (xml: string) => (xml.includes('<lb/>') ? 1 : 0);
    expect(fixText(text, check, lacksBreaks)).toMatchObject({ text: `${text}\n`, fixed: 1 });
  });

  /** Dashes of `1-2` can be mended, those of `x-y` can't. */
  const dashes = (text: string): Finding[] =>
    Array.from(text.matchAll(/([1x])-/g), ({ index, 1: before }) =>
      finding(before!, index + 1, index + 2, before === 'x' ? '+' : ' – '),
    );

  it('is made among many that would do harm', () => {
    const text = `<p>${`x-y ${'1-2 '.repeat(9)}`.repeat(100)}</p>`;
    const mended = fixText(text, dashes);
    expect(mended.fixed).toBe(900);
    expect(mended.text).toBe(text.replaceAll('1-2', '1 – 2'));
    expect(mended.leftOut).toHaveLength(100);
    expect(mended.leftOut[99]).toMatchObject({ finding: { rule: 'x', offset: mended.text.lastIndexOf('x-') + 1 } });
    expect(new Set(mended.leftOut.map(({ reason }) => reason))).toEqual(new Set([expect.stringContaining('words')]));
  });

  it('is kept where there are too many others to try', () => {
    const text = `<p>1-2 ${'x-y '.repeat(2500)}</p>`;
    const mended = fixText(text, dashes);
    expect(mended.fixed).toBe(1);
    expect(mended.text).toBe(text.replace('1-2', '1 – 2'));
    expect(mended.leftOut).toHaveLength(2500);
    expect(mended.leftOut[2499]!.reason).toContain('too many to try');
  });

  it('is refused where two rules would go on for ever', () => {
    const grow = (text: string): Finding[] => [finding('x', text.length, text.length, ' ')];
    expect(fixText('<p>a</p>', grow)).toMatchObject({ text: '<p>a</p>', fixed: 0, refused: expect.any(String) });
  });
});

describe('encodings', () => {
  const TEXT = '<?xml version="1.0" encoding="ENC"?>\r\n<p>in 1952-1954, café</p>\r\n';
  const fixedBytes = (bytes: Uint8Array) => Buffer.from(fixFile(bytes, undefined, SETTINGS).bytes);

  it.each([
    ['utf-8', false],
    ['utf-8', true],
    ['utf-16le', true],
    ['utf-16be', true],
    ['windows-1252', false],
  ])('%s, byte order mark %s: kept', (encoding, bom) => {
    const text = TEXT.replace('ENC', encoding.replace(/[lb]e$/, ''));
    const bytes = (of: string) => iconv.encode(of, encoding, { addBOM: bom });
    expect(fixedBytes(bytes(text))).toEqual(bytes(text.replace('1952-1954', '1952–1954')));
  });

  it('that lack the character get a reference', () => {
    const text = TEXT.replace('ENC', 'iso-8859-1');
    const expected = iconv.encode(text.replace('1952-1954', '1952&#8211;1954'), 'iso-8859-1');
    expect(fixedBytes(iconv.encode(text, 'iso-8859-1'))).toEqual(expected);
  });

  it('that lack the character: none is written where a reference isn’t read', () => {
    const text = (dash: string) => `<?xml version="1.0" encoding="US-ASCII"?>
<p>1952${dash}1954<!-- 1-2 -->${dash}3 <![CDATA[7-9 it's]]> and 10${dash}12 <![CDATA[]]></p>`;
    expect(fixedBytes(Buffer.from(text('-'))).toString('latin1')).toBe(text('&#8211;'));
    const utf8 = Buffer.from(text('-').replace('US-ASCII', 'UTF-8'));
    expect(fixedBytes(utf8).toString()).toContain('<![CDATA[7–9 it’s]]>');
  });

  it('in doubt: nothing is touched', () => {
    const bytes = iconv.encode(TEXT.replace('ENC', 'utf-8'), 'windows-1252');
    expect(fixFile(bytes, undefined, SETTINGS)).toMatchObject({ fixed: 0, bytes, refused: expect.any(String) });
  });

  it('go round, byte for byte', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.constantFrom('utf-8', 'utf-16le', 'utf-16be'),
        (text, encoding) => {
          const given = `<p>${text}</p>`;
          const bytes = encodeXml(given, { encoding, bom: true });
          expect(decodeXml(bytes)).toEqual({ text: given, encoding, bom: true });
        },
      ),
    );
  });
});

describe('any document', () => {
  const WORDS = fc.constantFrom(
    '1952-1954',
    ' 7-9',
    "Suslov's",
    ' , ',
    ' . ',
    'a',
    ' ',
    '\n',
    '&amp;',
    '“x”',
    '[',
    ']',
  );
  const leaf = fc.array(WORDS, { maxLength: 4 }).map((words) => words.join(''));
  const { node } = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      fc
        .tuple(
          fc.constantFrom(
            ...[
              'p',
              'hi rend="italic"',
              'hi rend="italics"',
              'note n="1" type="source"',
              'persName',
              'ref corresp="#d1"',
            ],
            ...['item', 'note n="2"', 'gloss', 'head', 'date when="1955-01-01"'],
          ),
          fc.array(fc.oneof(tie('node'), fc.constantFrom('<pb n="1" xml:id="pg_1"/>', '<lb/>')), { maxLength: 4 }),
        )
        .map(([tag, inner]) => `<${tag}>${inner.join('')}</${tag.split(' ')[0]}>`),
    ),
  }));

  it('keeps its words, settles, and is not touched where nothing is to mend', () => {
    fc.assert(
      fc.property(node, (inner) => {
        const text = `<body>${inner}</body>`;
        const first = mend(text);
        expect(first.refused).toBeUndefined();
        expect(first.leftOut).toEqual([]);
        const words = (xml: string) =>
          xml
            .replace(/<[^>]*>|\s/g, '')
            .replace(/–/g, '-')
            .replace(/’/g, "'");
        expect(words(first.after)).toBe(words(text));
        expect(mend(first.after)).toMatchObject({ fixed: 0, after: first.after });
      }),
      { numRuns: runs(300) },
    );
  });
});
