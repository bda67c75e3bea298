/** Notes that lack or were swapped are told. All texts are invented. */

import { expect, test } from 'vitest';
import { convert } from '../src/convert.js';

const HEAD = '38. Telegram From the Embassy in Ruritania to the Department of State1';
const body = (marked: string): string => `${HEAD}\n\nStrelsau, March 14, 1956.\n\n${marked}\n\n`;
const SOURCE = '  1. Source: Department of State, Central Files, 611.88/3–1456. Secret.\n';
const told = (text: string): string[] =>
  convert(text).diagnostics.flatMap(({ code, start, end, message, severity }) =>
    severity === 'warning' && /^(?:note-|mark-)/.test(code)
      ? [`${code} ${JSON.stringify(text.slice(start, end))} ${message}`]
      : [],
  );
const QUIET = body('212. All is quiet here.2 The King has gone to Zenda.3 He hunts there.');

test('notes in order are not told', () => {
  expect(told(`${QUIET}${SOURCE}  2. Not printed.\n  3. On March 12.\n`)).toEqual([]);
});

test('a note that lacks between two', () => {
  expect(told(`${QUIET}${SOURCE}  3. On March 12.\n`)).toEqual([
    'note-sequence "  3. " note 3 follows note 1',
    expect.stringContaining('mark-without-note "2"'),
  ]);
});

test('notes that were swapped', () => {
  const swapped = told(`${QUIET}  2. Not printed.\n${SOURCE}  3. On March 12.\n`);
  expect(swapped).toContain(
    'note-sequence "2" the line above note 1 begins with 2 as a note does, and is read as text',
  );
  expect(swapped).toContain('note-sequence "  3. " note 3 follows note 1');
});

test.each([
  ['capitals', '212. All is quiet with the JCS,2 says the King.'],
  ['a quotation', '212. He read the “Declaration of the 16.”2 All is quiet.'],
])('the last note, its mark behind %s', (_, marked) => {
  expect(told(body(marked) + SOURCE)).toEqual([expect.stringContaining('mark-without-note "2"')]);
});

test('not a list at the end that is set in further, nor one in a block of its own', () => {
  const list = '212. All is quiet. Two points:\n\n  1. Coal is dear.\n\n  2. Customs are late.';
  expect(told(`${body(list)}${SOURCE}`).filter((one) => one.startsWith('note-sequence'))).toEqual([]);
});
