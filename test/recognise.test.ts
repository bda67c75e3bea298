import { expect, test } from 'vitest';
import { recogniseNames } from '../src/resolve/persons/recognise.js';
import type { Region } from '../src/resolve/regions.js';
import { tokensOf } from '../src/resolve/tokens.js';

/** The names that are found where no list is at hand. */
function names(text: string): string[] {
  const region: Region = { type: 'p', start: 0, end: text.length, text };
  return recogniseNames(text, tokensOf(text, [region])).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['I saw President Chiang Kai-shek today.', ['Chiang Kai-shek']],
  ['Mr. Anwar as-Sadat replied to Mr. Kim Jong-pil.', ['Anwar as-Sadat', 'Kim Jong-pil']],
  ['The Eden-Dulles talks went on.', ['Eden', 'Dulles']],
  ['[Inclosure.]', []],
  ['Subinclosure', []],
  ['France', []],
])('%s', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test('a name ends with a line that the output keeps', () => {
  const text = 'Secretary Rusk\nWalt Rostow\nGeneral Wheeler\nGeorge Christian';
  const region: Region = { type: 'p', start: 0, end: text.length, text: text.replaceAll('\n', ' ') };
  const ends = new Set([...text].flatMap((sign, at) => (sign === '\n' ? [at] : [])));
  const found = recogniseNames(text, tokensOf(text, [region]), ends);
  expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([
    'Rusk',
    'Walt Rostow',
    'Wheeler',
    'George Christian',
  ]);
});
