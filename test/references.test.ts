import { describe, expect, test } from 'vitest';
import { remember } from '../src/memory.js';
import { candidates } from '../src/resolve/references/candidates.js';
import { readCitations } from '../src/resolve/references/grammar.js';
import { referenceMarks } from '../src/resolve/references/index.js';
import { citedNotesIn, noteShift } from '../src/resolve/references/numbering.js';
import { Follower, neighbour, type Origin } from '../src/resolve/references/targets.js';
import { dangles, volumeIndex } from '../src/resolve/references/volume.js';
import { romanValue } from '../src/text/roman.js';

const origin: Origin = { volume: 'frus1955-57v23p1', id: 'd38' };

/** text→target of each candidate */
const links = (text: string, from = origin): string[] => {
  const follower = new Follower(from);
  return readCitations(text).flatMap((citation) =>
    candidates(text, citation, follower, { series: '1955-57', late: false, place: 'note', shift: 0 }).map(
      (c) => `${text.slice(c.start, c.end)}→${c.target}`,
    ),
  );
};

describe('what a citation can link to', () => {
  test.each([
    ['See Document 28.', ['Document 28→#d28']],
    ['See Documents 13, 21, and 22.', ['Documents 13→#d13', '21→#d21', '22→#d22']],
    ['See footnote 2, supra.', ['footnote 2→#d37fn2', 'footnote 2, supra→#d37fn2', 'supra→#d37']],
    ['See footnote 3, infra.', ['footnote 3→#d39fn3', 'infra→#d39']],
    ['See footnote 4 above.', ['footnote 4→#d38fn4']],
    ['See footnote 2, Document 9.', ['footnote 2, Document 9→#d9fn2', 'Document 9→#d9']],
    [
      'See Document 9 and footnote 2 thereto.',
      ['Document 9 and footnote 2→#d9fn2', 'Document 9→#d9', 'footnote 2→#d9fn2'],
    ],
    ['Infra.', ['Infra→#d39']],
    ['See pp. 802–810.', ['pp. 802→#pg_802', '810→#pg_810']],
    [
      'Foreign Relations, 1952–1954, vol. XIV, Part 2, pp. 1714–1716',
      [
        'Foreign Relations, 1952–1954, vol. XIV, Part 2→frus1952-54v14p2',
        'Foreign Relations, 1952–1954, vol. XIV, Part 2, pp. 1714→frus1952-54v14p2#pg_1714',
        '1716→frus1952-54v14p2#pg_1716',
      ],
    ],
    [
      'Foreign Relations, 1948, vol. iii, p. 237, and ibid., vol. ii, pp. 1 ff.',
      ['Foreign Relations, 1948, vol. iii, p. 237→frus1948v03#pg_237', 'ibid., vol. ii, pp. 1→frus1948v02#pg_1'],
    ],
    ['see vol. IX, Document 7', ['vol. IX→frus1955-57v09', 'vol. IX, Document 7→frus1955-57v09#d7']],
    ['see Part 2, Document 7', ['Part 2→frus1955-57v23p2', 'Part 2, Document 7→frus1955-57v23p2#d7']],
    [
      'Foreign Relations, 1969–1976, volume E–9, Part 1, Documents on Peru, 1969–1976, Document 12',
      [
        'Foreign Relations, 1969–1976, volume E–9, Part 1, Documents on Peru, 1969–1976, Document 12→frus1969-76ve09p1#d12',
      ],
    ],
    [
      'Foreign Relations, 1955–1957, volumes XIV and XV.',
      ['Foreign Relations, 1955–1957, volumes XIV→frus1955-57v14', 'XV→frus1955-57v15'],
    ],
    ['Foreign Relations, 1955–1957, vol. XXIII, Part 1, Document 3', ['Document 3→#d3']],
  ])('%s', (text, expected) => {
    expect(links(text)).toEqual(expect.arrayContaining(expected));
  });

  test.each([
    [
      'See Foreign Relations, 1964–1968, vol. XVI, Document 54, and vol. XVIII, Document 13.',
      'vol. XVIII, Document 13→frus1964-68v18#d13',
    ],
    [
      'Foreign Relations, 1969–1976, volume E–13, Document 5, and volume E–15, Part 2, Document 9',
      'volume E–15, Part 2, Document 9→frus1969-76ve15p2#d9',
    ],
    ['Foreign Relations, 1952–1954, vol. XII, Part 1, p. 9, and Part 2, p. 7', 'Part 2, p. 7→frus1952-54v12p2#pg_7'],
    ['Foreign Relations, 1946, vol. VIII, p. 12; 1947, vol. VI, p. 13', 'vol. VI, p. 13→frus1947v06#pg_13'],
    ['Foreign Relations, 1948, vol. III, p. 1 ff. See vol. IX, Document 7', 'vol. IX, Document 7→frus1955-57v09#d7'],
    ['see vol. IX, Document 7, and Part 2 of this volume, Document 3', 'Part 2 of this volume→frus1955-57v23p2'],
  ])('what a volume leaves out is that of the one before it in the sentence: %s', (text, expected) => {
    expect(links(text)).toContain(expected);
  });

  test.each([
    ['Foreign Relations, 1917, Supplement 2, vol. i, p. 100', 'frus1917Supp02v01#pg_100'],
    ['Foreign Relations, 1917, Supplement 1, p. 7', 'frus1917Supp01v01#pg_7'],
    ['Foreign Relations, 1918, Russia, vol. ii, p. 44', 'frus1918Russiav02#pg_44'],
    ['Foreign Relations, 1919, The Paris Peace Conference, vol. XIII, p. 5', 'frus1919Parisv13#pg_5'],
    [
      'Foreign Relations, Paris Peace Conference, 1919, vol. V, p. 3, and ibid., vol. VI, p. 4',
      'frus1919Parisv06#pg_4',
    ],
    [
      'Foreign Relations, The Conference of Berlin (The Potsdam Conference), 1945, vol. II, p. 9',
      'frus1945Berlinv02#pg_9',
    ],
    ['Foreign Relations, Japan, 1931–1941, vol. II, p. 4', 'frus1931-41v02#pg_4'],
    ['Foreign Relations, The Conferences at Malta and Yalta, 1945, p. 5', 'frus1945Malta#pg_5'],
  ])('a collection has its name in the identifier: %s', (text, expected) => {
    const targets = links(text, { volume: 'frus1919Parisv05', id: 'd3' }).map((link) => link.split('→')[1]);
    expect(targets).toContain(expected);
  });

  test.each([
    ['frus1919Parisv05', 'frus1919Parisv01#pg_412'],
    ['frus1917Supp01v02', 'frus1917Supp01v01#pg_412'],
    ['frus1918Russiav02', 'frus1918Russiav01#pg_412'],
    ['frus1945Berlinv02', 'frus1945Berlinv01#pg_412'],
    ['frus1945Malta', undefined],
  ])('a bare volume is of the collection of %s', (volume, expected) => {
    expect(links('See vol. i, p. 412.', { volume, id: 'd3' }).at(-1)?.split('→')[1]).toBe(expected);
  });

  test('a series that is not known hides whose a volume after it is', () => {
    expect(links('Foreign Relations, The Near East, 1933, vol. I, p. 4, and vol. II, p. 5')).toEqual([]);
  });

  test.each(['the documents were signed', 'page after page', 'in May 1955, part of the plan', 'Ibid.'])(
    'nothing: %s',
    (text) => {
      expect(links(text)).toEqual([]);
    },
  );
});

test('footnotes "thereto" and "ibid." belong to the document last mentioned', () => {
  const follower = new Follower(origin);
  const all = ['See Document 17.', 'See footnote 3, ibid.'].flatMap((text) =>
    readCitations(text).flatMap((c) =>
      candidates(text, c, follower, { series: '1955-57', late: false, place: 'note', shift: 0 }),
    ),
  );
  expect(all.map((c) => c.target)).toContain('#d17fn3');
});

const facts = (id: string, pages: string[] = [], notes: string[] = []) => ({ id, pages, notes });

test('neighbours come from the volume where it is at hand', () => {
  const index = volumeIndex(remember([facts('d38'), facts('d37A'), facts('d37')]));
  expect(neighbour({ ...origin, index }, -1)).toBe('d37A');
  expect(neighbour(origin, -1)).toBe('d37');
  expect(neighbour({ id: 'd1' }, -1)).toBeUndefined();
});

test('a gap in the documents at hand hides no neighbour', () => {
  const index = volumeIndex(remember([facts('d35'), facts('d38'), facts('d40')]));
  expect(neighbour({ ...origin, index }, -1)).toBe('d37');
  expect(neighbour({ ...origin, index }, 1)).toBe('d39');
});

test('links are checked against a volume that is complete', () => {
  const whole = volumeIndex(remember([facts('d1', ['3']), facts('d2', ['4', '5'], ['1'])]));
  const targets = ['#d2', '#d10', '#pg_4', '#pg_9', '#d2fn1', '#d2fn2', '#d1fn1'];
  expect(targets.filter((target) => dangles(target, whole))).toEqual(['#d10', '#pg_9', '#d2fn2', '#d1fn1']);
});

test('of a part of a volume only the notes of its documents are checked', () => {
  const part = volumeIndex(remember([facts('d4', ['3']), facts('d9', ['4'], ['1'])]));
  const targets = ['#d2', '#d10', '#pg_9', '#d9fn1', '#d9fn2', '#d5fn1'];
  expect(targets.filter((target) => dangles(target, part))).toEqual(['#d9fn2']);
});

test('a link that dangles is kept and told', () => {
  const index = volumeIndex(remember([facts('d1'), facts('d2')]));
  const text = 'See Document 10.';
  const region = { type: 'p', start: 50, end: 50 + text.length, text, note: '2' } as const;
  const model = {
    trainedOn: { corpus: '', volumes: [], documents: 0 },
    weights: { document: 5 },
    ceilings: { document: 0.98 },
    numbering: { series: {}, evidence: {} },
  };
  const [mark] = referenceMarks([region], { ...origin, index, series: '1955-57', shift: 0 }, model);
  expect(mark).toMatchObject({ start: 54, end: 65, attributes: { target: '#d10' }, decision: { state: 'missing' } });
});

test.each([
  ['See Documents 7 and 8.', { document: 2, 'number:document': -0.5 }, ['Documents 7', '8']],
  ['See Documents 7 and 8.', { document: -5, 'number:document': 0.5 }, []],
  [
    'See footnotes 2 and 4, Document 7.',
    { footnote: -1, 'number:footnote,document': 3 },
    ['footnotes 2', '4, Document 7'],
  ],
])('a list is linked whole or not at all: %s %o', (text, weights, expected) => {
  const region = { type: 'p', start: 0, end: text.length, text, note: '2' } as const;
  const model = {
    trainedOn: { corpus: '', volumes: [], documents: 0 },
    weights: { 'number:document': -9, 'footnote,document': -9, 'number:footnote': -9, document: -9, ...weights },
    ceilings: {},
    numbering: { series: {}, evidence: {} },
  };
  const marks = referenceMarks([region], { ...origin, series: '1955-57', shift: 0 }, model);
  const words = marks.map(({ start, end }) => text.slice(start, end));
  expect(words.sort()).toEqual([...expected].sort());
});

test('the last page of a range of the volume’s own is linked where its first is', () => {
  const text = 'Ante, pp. 14–16; post, pp. 300–312.';
  const region = { type: 'p', note: '3', start: 0, end: text.length, text } as const;
  const marks = referenceMarks([region], { volume: 'frus1942China', id: 'd38', series: 'annual', shift: 0 });
  expect(marks.map(({ start, end }) => text.slice(start, end))).toEqual(['pp. 14', '16', 'pp. 300', '312']);
});

test('printed numbers of notes are shifted where the volume counts from the note after the source note', () => {
  const text = 'See footnote 2, Document 9, and footnotes 3 and 4 above.';
  const follower = new Follower(origin);
  const found = readCitations(text).flatMap((citation) =>
    candidates(text, citation, follower, { series: '1958-60', late: false, place: 'note', shift: 1 }),
  );
  const targets = found.map((c) => `${text.slice(c.start, c.end)}→${c.target}`);
  expect(targets).toEqual(
    expect.arrayContaining(['footnote 2, Document 9→#d9fn3', 'Document 9→#d9', 'footnotes 3→#d38fn4', '4→#d38fn5']),
  );
});

describe('how a volume counts its notes', () => {
  const text = 'See footnote 1, Document 9.4\n\n  1. Source.\n  2. See footnote 3 below.\n  3. See footnote 2 above.';

  test('which notes a text cites', () => {
    expect(citedNotesIn(text, 'd38')).toEqual([
      { document: 'd9', number: 1 },
      { document: 'd38', number: 3, from: 2, below: true },
      { document: 'd38', number: 2, from: 3, below: false },
    ]);
  });

  const model = { series: { a: -1, b: 1 }, evidence: { first: 2, last: -3, 'above next': -2 } };
  const volume = (cited: readonly { document: string; number: number }[]) =>
    remember([
      { id: 'd8', pages: [], notes: [], cited },
      { id: 'd9', pages: [], notes: ['1', '2', '3'] },
    ]);
  test.each([
    ['nothing cited: as the sub-series does', [], 'b', 1],
    ['the last note cited', [{ document: 'd9', number: 3 }], 'b', 0],
    ['the first note cited', [{ document: 'd9', number: 1 }], 'a', 1],
    ['a document that is not at hand', [{ document: 'd10', number: 3 }], 'b', 1],
    ['a sub-series not known', [{ document: 'd9', number: 1 }], 'c', 0],
  ] as const)('%s', (_, cited, series, shift) => {
    expect(noteShift(volume(cited), series, model)).toBe(shift);
  });
});

test('roman numerals', () => {
  expect(['iv', 'IX', 'XXIII', 'xl'].map(romanValue)).toEqual([4, 9, 23, 40]);
});
