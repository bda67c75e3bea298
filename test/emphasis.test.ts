import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { remember } from '../src/memory.js';
import { apart } from '../src/resolve/apart.js';
import { candidates } from '../src/resolve/emphasis/candidates.js';
import type { EmphasisModel } from '../src/resolve/emphasis/decide.js';
import { habitOf, timeHabit } from '../src/resolve/emphasis/habit.js';
import { italics } from '../src/resolve/emphasis/index.js';
import { Lexicon } from '../src/resolve/emphasis/lexicon.js';
import { NO_SHIPS, shipNames, shipsAt } from '../src/resolve/emphasis/ships.js';
import type { Region } from '../src/resolve/regions.js';
import { mannerOf, typographyOf } from '../src/text/typography.js';
import type { FlowType } from '../src/tree.js';

const region = (text: string, type: FlowType = 'p', note?: string): Region => ({
  type,
  start: 10,
  end: 10 + text.length,
  text,
  ...(note && { note }),
});

const habit = habitOf({ series: '1955-57', late: false, time: 'dash', layout: 'spaced', manner: '’–…' });
const lexicon = new Lexicon(['Ibid', 'New York Times', 'Current Documents, 0', 'de facto', 'post'], ['Gazette']);

/** The first extent of each candidate that isn't ruled out. */
const found = (text: string, type?: FlowType, note?: string): string[] =>
  candidates(region(text, type, note), '1955-57', lexicon, NO_SHIPS)
    .filter(({ ruledOut }) => !ruledOut)
    .map((c) => text.slice(c.start, c.end));

describe('what could be in italics', () => {
  test.each([
    ['He left [2 lines not declassified] and spoke.', 'p', ['2 lines not declassified']],
    ['Comment: we agree.', 'p', ['Comment']],
    ['(a) Requests. We agree.', 'p', ['Requests']],
    ['See the New York Times, May 3.', 'p', ['New York Times']],
    ['a de facto rule; the de factory', 'p', ['de facto']],
    ['See Current Documents, 1958, p. 3.', 'p', ['Current Documents, 1958']],
    [
      'The Consul at Peru (Hill) to the Secretary',
      'head',
      ['The Consul at Peru (Hill) to the Secretary', 'The Consul at Peru', 'Hill', 'to the Secretary'],
    ],
    ['Lima, May 3, 1955—4 p.m.', 'dateline', ['Lima, May 3, 1955—4 p.m.']],
    ['a.', 'label', ['a']],
    ['He agreed. Comment: We do not.', 'p', ['Comment']],
    ['“II. For Lima, Quito: You should wait.', 'p', ['For Lima, Quito']],
    ['C. Fisheries Off the Coast', 'p', ['Fisheries Off the Coast']],
    ['Begin text. Sir: I wait. End text.', 'p', ['Begin text', 'End text']],
    ['as the Lima Evening Gazette said', 'p', ['Lima Evening Gazette']],
    ['a letter from [the?] Minister', 'p', ['the?']],
  ] as const)('%s', (text, type, expected) => {
    expect(found(text, type)).toEqual(expect.arrayContaining([...expected]));
  });
});

test.each([
  ['1. The Government agrees in principle.', false],
  ['(b) Ruritania should be consulted.\u0001', false],
  ['1. Joint defense of the coast.', true],
  ['1. The plan is approved. We shall go on with it.', true],
])('a paragraph of one sentence has no label: %s', (text, labelled) => {
  expect(found(text).length > 0).toBe(labelled);
});

test('post is a pointer before what it points to only', () => {
  expect(found('See post, pp. 12–14.', 'p', '3')).toContain('post');
  expect(found('He left the post, and his post p. m. Monday.')).not.toContain('post');
});

test('titles of books are looked for in notes', () => {
  expect(found('For text, see Sand, The Long Strait, p. 12.', 'p', '3')).toContain('The Long Strait');
  expect(found('For text, see Sand, The Long Strait, p. 12.', 'p')).not.toContain('The Long Strait');
});

test.each([
  [['don’t go … on pp. 3–4', "can't", 'won’t'], '’–…'],
  [["can't", 'pp. 3-4, 5-6, 7–8', 'so . . . on'], "'-."],
  [['nothing'], '???'],
])('how texts are set: %j', (texts, manner) => {
  expect(mannerOf(texts.map(typographyOf))).toBe(manner);
});

test('ships are known by how they are introduced', () => {
  expect(shipNames('The U.S.S. Gannet sailed; H.M.S. Sea Lark did not.')).toEqual(['Gannet', 'Sea Lark']);
  const spaced = 'The U. S. S. Gannet, the U. S. S. Abel P. Berg and H. M. S. Sea Lark sailed.';
  expect(shipNames(spaced)).toEqual(['Gannet', 'Abel P. Berg', 'Sea Lark']);
  expect(shipNames('Sir S. S. Harlow, Mr. J. S. S. Berg and the S. S. Petrel.')).toEqual(['Petrel']);
});

test('a month after a ship is none of her name', () => {
  expect(shipNames('Met on U.S.S. Gannet February 14, and on U.S.S. Sea Lark.')).toEqual(['Gannet', 'Sea Lark']);
  expect(shipNames('Met on U.S.S. Gannet Feb. 14; the S.S. Cape May left.')).toEqual(['Gannet', 'Cape May']);
});

test('a ship with the name of a land, a person or a common word with a capital is known by what introduces her only', () => {
  const here = region(
    'The USS America and USS Gannet met. America and Mr. Gannet agreed; Gannet and Harlow left. Harker, too.',
  );
  const ships = ['America', 'Roosevelt', 'Independence', 'Harlow', 'Harker'];
  const memory = remember(['d1', 'd2'].map((id) => ({ id, pages: [], notes: [], ships })));
  const name = 'p_HJ1,"Harlow, Jonas",Ambassador';
  const { persons } = readAuthority([{ name: 'l.csv', text: `id,name,description\n${name}\n` }]);
  const known = shipsAt([here], memory, persons);
  expect(known.here).toEqual(['Gannet']);
  expect(known.elsewhere).toEqual(['America', 'Harlow', 'Independence', 'Roosevelt']);
  expect(known.often).toEqual(['Harker']);
  const named = candidates(here, '1964-68', lexicon, known).map(({ start }) => start);
  expect(named.filter((at) => here.text.startsWith('Gannet', at))).toEqual([24, 67]);
});

test('ships that other documents of the volume introduce are known, those of several apart', () => {
  const here = region('The Gannet left; Gannets fly. The U.S.S. Petrel stayed, and so did the Osprey.');
  const memory = remember([
    { id: 'd1', pages: [], notes: [], ships: ['Gannet', 'Osprey', 'Petrel'] },
    { id: 'd2', pages: [], notes: [], ships: ['Osprey', 'Petrel'] },
  ]);
  const ships = shipsAt([here], memory);
  expect(ships).toEqual({ here: ['Petrel'], elsewhere: ['Gannet'], often: ['Osprey'] });
  const named = candidates(here, '1964-68', lexicon, ships).map((c) => here.text.slice(c.start, c.end));
  expect(named).toEqual(['Petrel', 'Gannet', 'Osprey']);
});

test('no label or heading in italics goes on over a line’s end', () => {
  const text = 'British Empire Advisers. A. J. Berg';
  const leads = (breaks: number[]): string[] =>
    candidates({ ...region(text), start: 0, end: text.length, breaks }, '1955-57', lexicon, NO_SHIPS)
      .filter(({ ruledOut }) => !ruledOut)
      .map((c) => text.slice(c.start, c.end));
  expect(leads([])).toContain('British Empire Advisers');
  expect(leads([14])).not.toContain('British Empire Advisers');
});

test('what a Monsieur said is no label', () => {
  expect(found('2. M. Sapt agreed (see Annex).')).not.toContain('Sapt agreed (see Annex)');
  expect(found('The Rt. Hon. D. Berg came.')).not.toContain('The Rt');
  expect(found('2. B. Ships (see Annex).')).toContain('Ships (see Annex)');
});

test('datelines show how a volume parts date and time', () => {
  expect(timeHabit([region('Lima, May 3, 1955—4 p.m.', 'dateline')])).toBe('dash');
  expect(timeHabit([region('Lima, May 3, 1959, 4 p.m.', 'dateline')])).toBe('comma');
  expect(timeHabit([region('Lima, May 3, 1959.', 'dateline')])).toBe('none');
});

test('the extent is chosen apart, and the others are kept', () => {
  const model: EmphasisModel = {
    trainedOn: { corpus: '', volumes: [], documents: 0 },
    phrases: ['Ibid'],
    weights: { 'phrase|t=Ibid': 3 },
    variants: { 'phrase#.,': 2 },
    calibration: [],
  };
  const text = '(Ibid., 790.00)';
  const [mark] = italics([region(text, 'p', '3')], { habit, ships: NO_SHIPS }, model);
  expect(text.slice(mark!.start - 10, mark!.end - 10)).toBe('Ibid.,');
  expect(mark?.attributes).toEqual({ rend: 'italic' });
  expect(mark?.decision?.alternatives.map(({ choice }) => choice)).toEqual(['Ibid', 'Ibid.', 'roman']);
});

test('of stretches that overlap the first one counts, in whatever order they come', () => {
  const stretches = fc.array(
    fc.tuple(fc.nat(40), fc.nat(6)).map(([start, length]) => ({ start, end: start + length })),
  );
  fc.assert(
    fc.property(stretches, (some) => {
      const taken: (typeof some)[number][] = [];
      for (const one of some) if (!taken.some(({ start, end }) => start < one.end && one.start < end)) taken.push(one);
      expect(some.filter(apart())).toEqual(taken);
    }),
  );
});
