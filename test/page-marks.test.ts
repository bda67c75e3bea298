/** Marks of pages in other forms than `[Page 81]`: they become `pb`, and nothing else does. */

import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';

const TEXT = `38. Telegram From the Embassy in Ruritania (Sapt) to the Department of State1

Strelsau, May 9, 1956, 7 p.m.

214. The Minister of Finance told me [Page 81] that the loan will be made without delay.2

[Page 82]

He has left since.

Sapt

  1. Source: Department of State, Central Files, 751.00/5–956. Confidential.
  2. Not printed.
`;

const converted = (text: string) => convert(text, { volume: 'frus1955-57v99', doc: 'd38', format: 'div' });
const set = (mark: (n: string) => string): string => TEXT.replace(/\[Page (\d+)\]/g, (_, n: string) => mark(n));
const pages = (text: string): number => converted(text).output.match(/<pb /g)?.length ?? 0;

describe('read as marks of pages', () => {
  test.each<[string, (n: string) => string]>([
    ['[p. 81]', (n) => `[p. ${n}]`],
    ['[pg.81]', (n) => `[pg.${n}]`],
    ['{Page 81}', (n) => `{Page ${n}}`],
    ['{81}', (n) => `{${n}}`],
    ['[81]', (n) => `[${n}]`],
    ['<pb n="81"/>', (n) => `<pb n="${n}"/>`],
  ])('are %s, and told', (_, mark) => {
    const text = set(mark);
    const { output, diagnostics, document } = converted(text);
    expect(output).toBe(converted(TEXT).output);
    const [told] = diagnostics.filter(({ code }) => code === 'page-marks');
    expect(text.slice(told!.start, told!.end)).toBe(mark('81'));
    // Places are those of the text as it stands.
    const date = document.marks.find(({ type }) => type === 'date')!;
    expect(text.slice(date.start, date.end)).toBe('May 9, 1956, 7 p.m.');
  });
});

test.each([
  ['a year that an editor corrects', set(() => '').replace('1956,', '1955 [1956],')],
  [
    'marks of notes',
    set(() => '')
      .replace('State1', 'State{1}')
      .replace('delay.2', 'delay.{2}'),
  ],
  [
    'labels of notes',
    set(() => '')
      .replace('  1.', '[1]')
      .replace('  2.', '[2]'),
  ],
  [
    'labels of a chapter’s notes',
    set(() => '')
      .replace('  1.', '[41]')
      .replace('  2.', '[42]'),
  ],
  ['numbers that do not count up', set((n) => (n === '81' ? '[81]' : '[12]'))],
])('%s are no pages', (_, text) => expect(pages(text)).toBe(0));

test('beside [Page 81] nothing else is one', () => {
  expect(pages(TEXT.replace('since', 'since [p. 83]'))).toBe(2);
});

describe('a lone number in brackets', () => {
  const told = (text: string): string[] =>
    converted(text).diagnostics.flatMap(({ code, message }) => (code === 'page-mark-damaged' ? [message] : []));
  const lone = (mark: string): string => TEXT.replace('[Page 81]', mark).replace('[Page 82]\n\n', '');

  test('stays as it is between words, and is told', () => {
    expect(told(lone('[81]'))).toEqual(['“[81]” is left as text; it may be the mark of page 81']);
    expect(pages(lone('[81]'))).toBe(0);
  });

  test.each(['[21]', '[1956]', 'in 85 [81]', '[81].'])('%s is none', (mark) => expect(told(lone(mark))).toEqual([]));
});
