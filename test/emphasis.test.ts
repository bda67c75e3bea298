import { describe, expect, test } from 'vitest';
import { candidates, shipNames, timeHabit } from '../src/resolve/emphasis/candidates.js';
import { type EmphasisModel, italics } from '../src/resolve/emphasis/index.js';
import { Lexicon } from '../src/resolve/emphasis/lexicon.js';
import type { Region } from '../src/resolve/regions.js';
import type { FlowType } from '../src/tree.js';

const region = (text: string, type: FlowType = 'p', note?: string): Region => ({
  type,
  start: 10,
  end: 10 + text.length,
  text,
  ...(note && { note }),
});

const habit = { series: '1955-57', late: false, time: 'dash' } as const;
const lexicon = new Lexicon(['Ibid', 'New York Times', 'Current Documents, 0', 'de facto']);

/** The first extent of each candidate. */
const found = (text: string, type?: FlowType): string[] =>
  candidates(region(text, type), habit, lexicon, []).map((c) => text.slice(c.start, c.end));

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
  ] as const)('%s', (text, type, expected) => {
    expect(found(text, type)).toEqual(expect.arrayContaining([...expected]));
  });
});

test('ships are known by how they are introduced', () => {
  expect(shipNames('The U.S.S. Gannet sailed; H.M.S. Sea Lark did not.')).toEqual(['Gannet', 'Sea Lark']);
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
  };
  const text = '(Ibid., 790.00)';
  const [mark] = italics([region(text, 'p', '3')], habit, model);
  expect(text.slice(mark!.start - 10, mark!.end - 10)).toBe('Ibid.,');
  expect(mark?.attributes).toEqual({ rend: 'italic' });
  expect(mark?.decision?.alternatives.map(({ choice }) => choice)).toEqual(['Ibid', 'Ibid.', 'roman']);
});
