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
  ['Charles Francis Berg, Esq., &c., &c.', ['Charles Francis Berg']],
  ['Subinclosure', []],
  ['France', []],
  ['French Indo-China and French Morocco were mentioned; the French Government and Costa Rica, too.', []],
  ['Mr. French saw Secretary Holland. Holland agrees with French.', ['French', 'Holland', 'Holland', 'French']],
  ['He left New York for Camp David by Air France.', []],
  ['The Monroe Doctrine was not mentioned to Mr. Monroe.', ['Monroe']],
  ['Messrs. Harlow and Company, Ltd., and the steamship Corinna were heard.', []],
  ['The U.S.S. Gannet and the U. S. S. Aaron Berg left; USS Harlow and H.M.S. Sea Lark did not.', []],
  ['Steamship Corinna was lost; the crew was saved by S. S. Petrel.', []],
  ['Admiral S. S. Harlow and Sir S. S. Berg agreed.', ['S. S. Harlow', 'S. S. Berg']],
  ['Hello, hello.', []],
  ['Annexure', []],
  ['ReEmbs 899, July 30; the summary follows.', []],
  ['Subenclosure', []],
  ['P.S. Dillon sends his best. P.P.S. Merchant, too.', ['Dillon', 'Merchant']],
])('%s', (text, expected) => {
  expect(names(text)).toEqual(expected);
});

test.each([
  [
    'Je vous serais obligé de faire savoir que la France accepte. Priorité absolue. Le texte du projet est dans les dossiers. M. Alphand part.',
    ['Alphand'],
  ],
  [
    'Tengo el honor de dirigirme a usted por la nota del 3 de abril. Reitero las seguridades. Hugo B. Margáin',
    ['Hugo B. Margáin'],
  ],
  ['Corinna smiled, for that is the way of the world.', ['Corinna']],
])('in text that is not English a capital that opens a sentence is no name by itself: %s', (text, expected) => {
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
