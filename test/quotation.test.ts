import { expect, test } from 'vitest';
import { linesOf } from '../src/read/lines/chunks.js';
import { quotations } from '../src/read/lines/quotation.js';
import { source } from '../src/source.js';

const states = (text: string): string[] =>
  quotations(text, linesOf(source(text))).map(({ before, opens, after }) =>
    [before && 'in', opens && 'mark', after && 'goes on'].filter(Boolean).join(', '),
  );

test('the mark before each paragraph of a long quotation opens no other one', () => {
  expect(states('He said:\n\n“First.\n\n“Second.\n\n“Third.”\n\nI agreed.')).toEqual([
    '',
    'mark, goes on',
    'in, mark, goes on',
    'in, mark',
    '',
  ]);
});

test('a quotation of one mark goes on until it is closed', () => {
  expect(states('“First.\n\nSecond, “so called”.\n\nThird.”\n\nI agreed.')).toEqual([
    'mark, goes on',
    'in, goes on',
    'in',
    '',
  ]);
});
