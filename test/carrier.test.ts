/** What mail, listings and web pages add to a text: it reads as if they had not, and what they added is told. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';
import { runs } from './properties.js';

const TEXT = `38. Telegram From the Embassy in Ruritania (Sapt) to the Department of State1

Strelsau, May 9, 1956, 7 p.m.

214. The Minister of Finance told me [Page 81] that the loan will be made without delay.2

  * a loan
  * a boat

Sapt

  1. Source: Department of State, Central Files, 751.00/5–956. Confidential.
  2. Not printed.
`;

const edition = (text: string): string =>
  convert(text, { volume: 'frus1955-57v99', doc: 'd38' }).output.replaceAll('\u00ad', '');

/** What was left out, by why, and what is told of it. */
function leftOut(text: string): { skips: string[]; told: string[] } {
  const { ledger, diagnostics } = convert(text);
  const skips = ledger.flatMap((entry) =>
    entry.kind === 'skip' && ['line-prefix', 'unseen'].includes(entry.reason)
      ? [`${entry.reason} ${JSON.stringify(text.slice(entry.start, entry.end))}`]
      : [],
  );
  return { skips, told: diagnostics.filter(({ code }) => code === 'carrier').map(({ message }) => message) };
}

const numbered = (text: string, before: (n: number) => string, from = 1): string =>
  text.replace(/^/gm, (_, at: number) =>
    at < text.length ? before(from + text.slice(0, at).split('\n').length - 1) : '',
  );

describe('reads as the plain text does', () => {
  test.each([
    ['quoted mail', TEXT.replace(/^/gm, '> ')],
    ['quoted mail without blanks after empty lines', TEXT.trimEnd().replace(/^/gm, '> ').replace(/ $/gm, '')],
    ['quoted mail whose heading is in bold', TEXT.replace(/^.*$/m, '**$&**').replace(/^/gm, '> ')],
    ['mail quoted twice, with CRLF', TEXT.trimEnd().replace(/^/gm, '>> ').replaceAll('\n', '\r\n')],
    ['numbered lines', numbered(TEXT, (n) => `${String(n).padStart(4)}  `)],
    ['lines numbered with a tab', numbered(TEXT, (n) => `${n}\t`, 120)],
    ['lines that NEL ends', TEXT.replaceAll('\n', '\u0085')],
    ['lines and paragraphs that have their own ends', TEXT.replaceAll('\n\n', '\u2029').replaceAll('\n', '\u2028')],
    [
      'soft hyphens',
      TEXT.replace('Telegram', 'Tele\u00adgram').replace('Sapt', 'Sa\u00adpt').replace('Stre', 'Stre\u00ad'),
    ],
    ['blanks without width', TEXT.replace('May ', 'May \u200b').replace('  1. ', '  1. \u200b').replace(/^/, '\u200b')],
  ])('%s', (_, text) => expect(edition(text)).toBe(edition(TEXT)));
});

test.each(['\u00a0', '\u2009', '\u202f', '\u3000'])(
  'blanks such as %j are read as plain ones, and stay in the output',
  (blank) => {
    for (const text of [TEXT.replaceAll(' ', blank), TEXT.replace(/(?<=[a-z.] ?) (?=[A-Z0-9])/g, blank)]) {
      const output = edition(text);
      expect(output.replaceAll(blank, ' ')).toBe(edition(TEXT));
      expect(output).toContain(`Telegram${blank}From`);
    }
  },
);

test('what was added is a skip of its own, and told once', () => {
  const [quoted] = leftOut(TEXT.trimEnd().replace(/^/gm, '> ')).skips;
  expect(quoted).toBe('line-prefix ">"');
  expect(leftOut(TEXT.replace(/^/gm, '> ')).told).toEqual(['“>” and its like before 14 lines are left out']);
  const { skips, told } = leftOut(TEXT.replace('Minister', 'Min\u00adis\u00adter'));
  expect(skips).toEqual(['unseen "\u00ad"', 'unseen "\u00ad"']);
  expect(told).toEqual(['2 characters that nobody sees are left out, the first of them U+00AD']);
});

/** A text of fifteen lines, a number before those that `has` names by their place from 1; empty lines don't count. */
function counted(has: (n: number) => boolean, indent = '      '): { plain: string; numbered: string } {
  const plain = TEXT.replace('  * a boat', Array.from({ length: 9 }, (_, i) => `  * boat ${i}`).join('\n')).trimEnd();
  const set = indent === '' ? plain.replace(/^ +\* /gm, '— ') : plain;
  let n = 0;
  const line = (one: string): string => {
    if (one === '') return one;
    n++;
    return has(n) ? `${String(n).padStart(4)}  ${one}` : indent + one;
  };
  return { plain: set, numbered: set.split('\n').map(line).join('\n') };
}

test.each([
  ['set off by blanks', '      '],
  ['before lines at the margin', ''],
])('numbers of every fifth line, %s', (_, indent) => {
  const { plain, numbered: text } = counted((n) => n % 5 === 0, indent);
  expect(edition(text)).toBe(edition(plain));
  expect(leftOut(text).told).toEqual(['“5” and its like before 3 lines are left out']);
});

test('numbers that don’t stand before every fifth line are text', () => {
  expect(leftOut(counted((n) => n === 5 || n === 10, '').numbered)).toEqual({ skips: [], told: [] });
  expect(leftOut(`${TEXT}\n5  cows\n10  sheep\n15  hens\n`)).toEqual({ skips: [], told: [] });
});

test('a few lines that are quoted or numbered are text', () => {
  const text = TEXT.replace('214. ', '> 214. ');
  expect(leftOut(text)).toEqual({ skips: [], told: [] });
  expect(edition(text)).toContain('<p>&gt; 214. ');
  expect(leftOut('1 cow\n2 sheep\n3 hens\n').skips).toEqual([]);
  expect(leftOut(TEXT.replace(/^/gm, '7 ')).skips).toEqual([]);
});

test('a mail’s own head may stand above what it quotes, and is none of the text', () => {
  const quoted = TEXT.replace(/^/gm, '> ');
  const head = 'From: archive@example.org\nSubject: A telegram\n\n';
  expect(leftOut(head + quoted).skips).toHaveLength(leftOut(quoted).skips.length);
  const body = (text: string): string => edition(text).split('<head>')[1]!;
  expect(body(head + quoted)).toBe(body(TEXT));
  // A sentence of the text itself.
  expect(leftOut(`He replied so.\n\n${quoted}`).skips).toEqual([]);
});

test.each([
  ['“wrote”', 'On May 5 A. Berg wrote:\n', ''],
  ['words of the sender’s own', 'Here it is.\n\nOn Tue, 5 May 2020\nA. Berg (berg@example.org) wrote:\n\n', ''],
  ['a signature below', '', '\n--\nA. Berg\nArchivist\n'],
])('%s of a mail is none of the text that it quotes', (_, above, below) => {
  const { output, diagnostics } = convert(above + TEXT.trimEnd().replace(/^/gm, '> ') + below, {
    volume: 'frus1955-57v99',
    doc: 'd38',
  });
  const words = Array.from(output.matchAll(/<fw>([^<]*)<\/fw>/g), ([, one]) => one!);
  expect(words).toEqual((above + below).split('\n').filter((line) => line !== ''));
  const text = (tei: string): string => tei.replace(/<fw>.*?<\/fw>/g, '').replace(/\s+/g, '');
  expect(text(output)).toBe(text(edition(TEXT)));
  expect(diagnostics).toContainEqual(expect.objectContaining({ code: 'carrier', severity: 'warning' }));
});

test('what a heading and a sentence lead up to is no mail', () => {
  const quoted = '> The loan\n> will be made\n> soon.\n';
  expect(leftOut(`Editorial Note\n\nOn May 5 the Minister wrote:\n\n${quoted}`).skips).toEqual([]);
  expect(leftOut(`${quoted}\nSo he wrote.\n`).skips).toEqual([]);
});

test('a line without what all others begin with is text, and told', () => {
  const long = TEXT.replace('214. The', '214.\nThe').replaceAll('. ', '.\n');
  for (const carried of [
    long.replace(/^(?!The)/gm, '> '),
    numbered(long, (n) => `${n}  `).replace(/^\d+ {2}(?=The)/m, ''),
    numbered(long, (n) => `${n}  `).replace(/^\d+ *$/m, ''),
  ]) {
    expect(edition(carried)).toBe(edition(long));
  }
  const { diagnostics } = convert(long.replace(/^(?!The)/gm, '> '));
  const bare = diagnostics.find(({ code, severity }) => code === 'carrier' && severity === 'warning')!;
  expect(long.replace(/^(?!The)/gm, '> ').slice(bare.start)).toMatch(/^The Minister/);
});

test('of quotations inside quoted mail only the outer mark goes, and years are no numbers of lines', () => {
  const mail = '> He wrote:\n> > profits were\n> > > 50 percent\n> of it.';
  expect(convert(mail).output.replace(/<[^>]*>/g, '')).toContain('&gt; profits were');
  const years = Array.from({ length: 9 }, (_, i) => `${1950 + i}  Army ${i}`).join('\n');
  expect(leftOut(years).skips).toEqual([]);
});

test('one that ends the text is left out too', () => {
  expect(edition(`${TEXT.trimEnd()}\u00ad`)).toBe(edition(TEXT));
  expect(leftOut(`${TEXT.trimEnd()}\u00ad`).skips).toEqual(['unseen "\u00ad"']);
});

test('a text of nothing else is kept', () => {
  const { ledger } = convert('\u200b\u00ad\n> \n>');
  expect(ledger.map((entry) => ('start' in entry ? entry.end - entry.start : 0)).reduce((a, b) => a + b)).toBe(7);
});

test('places are those of the text as it stands', () => {
  const before = fc.constantFrom('> ', '>', '> > ');
  const unseen = fc.array(fc.nat(TEXT.length), { maxLength: 6 });
  const lineEnd = fc.constantFrom('\n', '\r\n', '\u0085', '\u2028');
  fc.assert(
    fc.property(before, unseen, lineEnd, (prefix, places, end) => {
      const dotted = [...TEXT].flatMap((letter, i) => (places.includes(i) ? ['\u00ad', letter] : [letter])).join('');
      const text = dotted
        .trimEnd()
        .replace(/^\u00ad?/gm, prefix)
        .replaceAll('\n', end);
      const { document, output } = convert(text, { volume: 'frus1955-57v99', doc: 'd38' });
      expect(output).toBe(edition(TEXT));
      const date = document.marks.find(({ type }) => type === 'date')!;
      expect(text.slice(date.start, date.end).replaceAll('\u00ad', '')).toBe('May 9, 1956, 7 p.m.');
    }),
    { numRuns: runs(40) },
  );
});
