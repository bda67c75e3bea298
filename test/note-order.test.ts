/** Notes that lack or were swapped are told; labels that programs misread are read. All texts are invented. */

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
const edition = (text: string): string => convert(text, { volume: 'frus1955-57v99', doc: 'd38' }).output;
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

test.each([
  ['l. and I.', '  I. ', '  2. ', '  3. '],
  ['a comma', '  1, ', '  2, ', '  3, '],
  ['at the margin', 'I. ', '2. ', '3. '],
])('labels that programs misread: %s', (_, one, two, three) => {
  const notes = (labels: readonly string[]): string => {
    const texts = [
      'Source: Department of State, Central Files, 611.88/3–1456. Secret.',
      'Not printed.',
      'On March 12.',
    ];
    return QUIET + texts.map((text, i) => labels[i]! + text).join('\n');
  };
  expect(edition(notes([one, two, three]))).toBe(edition(notes(['  1. ', '  2. ', '  3. '])));
});

test('O for 0 and l for 1 in longer numbers', () => {
  const points = Array.from({ length: 12 }, (_, i) => `Coal number ${'abcdefghijkl'[i]} is dear.${i + 1}`).join(' ');
  const notes = Array.from({ length: 12 }, (_, i) => `  ${i + 1}. On coal ${'abcdefghijkl'[i]}.`);
  const misread = notes.map((note) => note.replace('10.', '1O.').replace('11.', 'l1.'));
  const text = (labels: readonly string[]): string =>
    `${HEAD.slice(0, -1)}\n\nStrelsau, March 14, 1956.\n\n${points}\n\n`.concat(labels.join('\n'));
  expect(edition(text(misread))).toBe(edition(text(notes)));
});

test('a list with Roman numbers is no note', () => {
  const text = `${body('212. All is quiet. Two points:')}I. Coal is dear.\n\nII. Customs are late.\n\nSapt`;
  expect(edition(text)).not.toContain('<note');
});
