import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';
import { readHeading } from '../src/resolve/parties/head.js';
import { partiesIn, partyMarks } from '../src/resolve/parties/index.js';

const weights = {
  gloss: -1,
  'g.cut=': 2,
  'g.first=embassy|in': -1,
  bracket: 1,
  'n.before=Minister': 6,
  name: -2,
};

/** element@role: text, for each mark, with a model of a few weights */
const tagged = (text: string): string[] =>
  partyMarks({ type: 'head', start: 100, end: 100 + text.length, text }, false, {
    trainedOn: { corpus: '', volumes: [], documents: 0 },
    weights,
  }).map((mark) => `${mark.type}@${mark.attributes.type}: ${text.slice(mark.start - 100, mark.end - 100)}`);

describe('headings', () => {
  test.each([
    [
      '7. Telegram From the Embassy in Norway to the Department of State',
      'telegram',
      ['Embassy in Norway', 'Department of State'],
    ],
    [
      'No. 4\nThe Chargé in Peru (Hill) to the Department of State',
      '',
      ['Chargé in Peru (Hill)', 'Department of State'],
    ],
    ...['740.11 EW/6–1445: Telegram', 'Reade Papers'].map((found): [string, string, string[]] => [
      `No. 4  ${found}  The Chargé in Peru (Hill) to the Department of State`,
      '',
      ['Chargé in Peru (Hill)', 'Department of State'],
    ]),
    [
      '7. TELEGRAM FROM THE EMBASSY IN NORWAY TO THE DEPARTMENT OF STATE',
      'telegram',
      ['EMBASSY IN NORWAY', 'DEPARTMENT OF STATE'],
    ],
    ['THE MINISTER IN PERU (HILL) TO THE SECRETARY OF STATE', '', ['MINISTER IN PERU (HILL)', 'SECRETARY OF STATE']],
    ['Mr. Harlow to Mr. Winslow.', '', ['Mr. Harlow', 'Mr. Winslow']],
    ['President Marsh to the Secretary of State', '', ['President Marsh', 'Secretary of State']],
    ['President Marsh’s Report to the Congress', 'congress', []],
    [
      '8. Telegram From the Mission to the United Nations to the Embassy in Norway',
      'telegram',
      ['Mission to the United Nations', 'Embassy in Norway'],
    ],
    [
      '9. Letter From the Ambassador to Peru (Hill) to Prime Minister Berg',
      'letter',
      ['Ambassador to Peru (Hill)', 'Prime Minister Berg'],
    ],
    ['10. Memorandum of a Conversation Between the President and Mr. Berg', 'conversation', ['President', 'Mr. Berg']],
    [
      'The Commission to Negotiate Peace to the Acting Secretary of State',
      '',
      ['Commission to Negotiate Peace', 'Acting Secretary of State'],
    ],
    ['13. Address by President Berg Before the Congress', 'address', ['President Berg']],
    ['11. Editorial Note', 'note', []],
    [
      '12. Memorandum From the Chief (A) and the Deputy Chief (B) to the President',
      'memorandum',
      ['Chief (A)', 'Deputy Chief (B)', 'President'],
    ],
    ['Sir H. Rumbold (Berlin) to Sir J. Simon (Received May 1, 5.10 p.m.)', '', ['Sir H. Rumbold', 'Sir J. Simon']],
    ['Viscount Halifax to Sir N. Henderson (Berlin)', '', ['Viscount Halifax', 'Sir N. Henderson']],
    [
      '12. Telegram from Frank Aiken (New York) to Con Cremin (Dublin) (No. 234) (Personal)',
      'telegram',
      ['Frank Aiken', 'Con Cremin'],
    ],
    [
      'Report from Michael MacWhite to the Department of External Affairs (S.Gen. 1/1)',
      'report',
      ['Michael MacWhite', 'Department of External Affairs'],
    ],
    [
      'Memorandum From the Assistant Secretary of State (Cleveland) to Consul General (Austin)',
      'memorandum',
      ['Assistant Secretary of State (Cleveland)', 'Consul General (Austin)'],
    ],
    ['Memorandum From the Deputy Secretary of Defense (Rush)', 'memorandum', ['Deputy Secretary of Defense (Rush)']],
    ['145. BURTON TO EVATT', '', ['BURTON', 'EVATT']],
    ['12. MESSAGE TO CONGRESS', 'congress', []],
    ['12. A REPLY TO JAPAN', 'japan', []],
    ['12. THE TREATY TO DATE', 'date', []],
    ['The Ambassador in Peru (Austin) to Sir J. Simon', '', ['Ambassador in Peru (Austin)', 'Sir J. Simon']],
    ['Treaty Between the United States and the Kingdom of Norway, Signed at Oslo, May 1, 1929', 'treaty', []],
    [
      'Memorandum of Conversation About the Treaty Between President Kennedy and Chancellor Adenauer',
      'treaty',
      ['President Kennedy', 'Chancellor Adenauer'],
    ],
    ['Address Delivered by the Secretary of State Before the Pan American Union', 'delivered', ['Secretary of State']],
  ])('%s', (text, kind, parties) => {
    const heading = readHeading(text);
    expect(heading.kind).toBe(kind);
    expect(heading.parties.map((party) => text.slice(party.start, party.end))).toEqual(parties);
  });
});

test('a conversation that a memorandum tells of has parties of its own', () => {
  const head = 'Memorandum by the Chief of the Division (Berg) of a Conversation With the Counselor of Embassy (Dale)';
  expect(readHeading(head).parties.map(({ start, end }) => head.slice(start, end))).toEqual([
    'Chief of the Division (Berg)',
  ]);
});

describe('sender and recipient', () => {
  test.each([
    ['The Belgian Ambassador (de Berg) to the Secretary of State', 'persName@from: de Berg'],
    ['The Secretary of State to the Minister of Norway (van der Dale)', 'persName@to: van der Dale'],
  ])('a name in brackets may begin with a small word: %s', (text, expected) => {
    expect(tagged(text)).toContain(expected);
  });
  test('institutions and persons in brackets', () => {
    expect(tagged('7. Telegram From the Ambassador in Peru (Hill) to the Department of State\u0001')).toEqual([
      'persName@from: Hill',
      'gloss@to: Department of State',
    ]);
  });
  test('a name after its office', () => {
    expect(tagged('9. Letter From the Embassy in Norway to Prime Minister Berg')).toContain('persName@to: Berg');
  });
  test('other readings are kept', () => {
    const text = '7. Telegram From the Embassy in Norway to the Department of State';
    const [mark] = partyMarks({ type: 'head', start: 0, end: text.length, text }, false, {
      trainedOn: { corpus: '', volumes: [], documents: 0 },
      weights: { 'g.cut=': 2, 'g.cut=in': 1 },
    });
    expect(mark?.decision?.alternatives[0]?.choice).toBe('gloss: Embassy');
  });
});

test('with the model that ships, an institution needs no article, and a title makes a name', () => {
  const shipped = (text: string): string[] =>
    partiesIn({ type: 'head', start: 0, end: text.length, text }).map(
      ({ type, start, end, attributes }) => `${type}@${attributes.type}: ${text.slice(start, end)}`,
    );
  expect(shipped('7. Telegram From Operation GANNET Headquarters in Ruritania to the Department of State')).toEqual([
    'gloss@from: Operation GANNET Headquarters in Ruritania',
    'gloss@to: Department of State',
  ]);
  expect(shipped('12. Telegram from Frank Aiken (New York) to Con Cremin (Dublin)')).toEqual([
    'persName@from: Frank Aiken',
    'persName@to: Con Cremin',
  ]);
  expect(shipped('28 COMMONWEALTH GOVERNMENT TO CRANBORNE')).toEqual([
    'gloss@from: COMMONWEALTH GOVERNMENT',
    'persName@to: CRANBORNE',
  ]);
  expect(shipped('Count Tarlen to Mr. Harlow.')).toEqual(['persName@from: Tarlen', 'persName@to: Harlow']);
});

test('a treaty is nobody’s letter to anybody', () => {
  const sent = (kind: string): string =>
    convert(`7. ${kind} the United States and the Kingdom of Norway, Signed at Oslo, May 1, 1929\n\nThis is agreed.\n`)
      .output;
  for (const kind of ['Treaty Between', 'TREATY BETWEEN']) expect(sent(kind)).not.toContain('correspDesc');
  expect(sent('Outline of Proposed Basis for Agreement Between')).not.toContain('correspDesc');
  expect(sent('Memorandum of Conversation Between')).toContain('<orgName>Kingdom of Norway</orgName>');
});
