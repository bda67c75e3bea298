import { describe, expect, test } from 'vitest';
import { monthOf } from '../src/authority/period.js';
import { readAuthority } from '../src/authority/read.js';
import { convert } from '../src/convert.js';
import type { Alternative } from '../src/diagnostic.js';
import { clustersOf } from '../src/resolve/persons/candidates.js';
import { findPersons } from '../src/resolve/persons/index.js';
import { nameIndex } from '../src/resolve/persons/names.js';
import { byOffice } from '../src/resolve/persons/office.js';
import type { Region } from '../src/resolve/regions.js';
import { tokensOf } from '../src/resolve/tokens.js';

const LIST = `id,name,description,aliases
p_HJ1,"Harker, General Jonas Q.","Ambassador in Ruritania until June 1956"
p_MO1,"Morrow, Olive T.","Secretary of State from January 1953"
p_VB1,"von Brandis, Ulrich","Ruritanian Foreign Minister"
p_TM1,"Tan Mei-ling","Premier of Cathay"
p_RI1,"Rice, Walter","Consul in Strelsau"
p_YH1,"York, Hester",Political Officer
p_DR1,Dravo,see Ngai Minh Dravo
p_NMD1,Ngai Minh Dravo,President of Annam
p_TK1,Tan Kei-shu,President of Cathay,Gizmo
p_TK2,"Tan Kei-shu, Madame",wife of the President
p_SA1,"Sabri, Anwar",President of Araby,ASB
p_MML1,"Muñoz Marín, Luis",Governor of Hentzau
p_BH1,"Brandau, Heinrich von",Ruritanian State Secretary
p_ZP1,"Zerbst, Philip F. de",Private Secretary
`;
const authority = readAuthority([{ name: 'lists.csv', text: LIST }]);
const regions = (text: string): Region[] => [{ type: 'p', start: 0, end: text.length, text }];

/** The text with each mark in brackets: `[Harker=p_HJ1]`. */
function shown(text: string): string {
  let out = '';
  let at = 0;
  for (const { start, end, attributes } of findPersons(text, regions(text), authority)) {
    out += `${text.slice(at, start)}[${text.slice(start, end)}=${attributes.corresp ?? '?'}]`;
    at = end;
  }
  return out + text.slice(at);
}

describe('persons of a list', () => {
  test.each([
    ['I saw General Harker this morning.', 'I saw General [Harker=#p_HJ1] this morning.'],
    [
      'Ambassador Harker’s talk with Secretary Morrow',
      'Ambassador [Harker=#p_HJ1]’s talk with Secretary [Morrow=#p_MO1]',
    ],
    ['Jonas Harker and O.T. Morrow agreed.', '[Jonas Harker=#p_HJ1] and [O.T. Morrow=#p_MO1] agreed.'],
    ['Foreign Minister von Brandis objected.', 'Foreign Minister [von Brandis=#p_VB1] objected.'],
    ['Premier Tan Mei-ling said no.', 'Premier [Tan Mei-ling=#p_TM1] said no.'],
  ])('%s', (text, marked) => {
    expect(shown(text)).toBe(marked);
  });

  test('a word that is a name only sometimes is decided by context', () => {
    expect(shown('Shipments of rice fell.')).toBe('Shipments of rice fell.');
    expect(shown('I discussed it with Mr. Rice yesterday.')).toContain('[Rice=#p_RI1]');
  });

  test('a name in the name of a place is no person', () => {
    expect(shown('The Mission in New York heard from Miss York.')).toBe(
      'The Mission in New York heard from Miss [York=#p_YH1].',
    );
  });

  test('what an entry that sees another is called is linked to that entry, the full name to the other', () => {
    const text = 'I saw President Dravo yesterday. President Ngai Minh Dravo agreed, and Dravo left.';
    expect(shown(text)).toBe(
      'I saw President [Dravo=#p_DR1] yesterday. President [Ngai Minh Dravo=#p_NMD1] agreed, and [Dravo=#p_DR1] left.',
    );
  });

  test('a wife who is called by her husband’s name is told by her title', () => {
    expect(shown('President Tan Kei-shu left. Madame Tan Kei-shu stayed.')).toBe(
      'President [Tan Kei-shu=#p_TK1] left. Madame [Tan Kei-shu=#p_TK2] stayed.',
    );
  });

  test('a title that is not hers excludes a wife, also where another name stands between her title and it', () => {
    const text = 'President Tan spoke. Madame Tan agreed. President Tan left.';
    expect(shown(text).match(/p_TK2/g) ?? []).toHaveLength(shown(text).includes('Madame [') ? 1 : 0);
    expect(shown(text)).not.toMatch(/President \[Tan=#p_TK2/);
  });

  test('a sentence that begins with the forename is no part of the name', () => {
    expect(shown('Governor Muñoz Marín. Luis Quintero agreed.')).toContain('[Muñoz Marín=#p_MML1]. Luis');
  });

  test('further names that the list gives are known as they are spelt', () => {
    expect(shown('The Gizmo spoke of ASB, not of gizmos.')).toBe(
      'The [Gizmo=#p_TK1] spoke of [ASB=#p_SA1], not of gizmos.',
    );
  });

  test('an article that the list leaves out belongs to the name', () => {
    expect(shown('I called on Anwar el-Sabri.')).toBe('I called on [Anwar el-Sabri=#p_SA1].');
  });

  test.each([
    ['Minister Heinrich von Brandau left.', 'Minister [Heinrich von Brandau=#p_BH1] left.'],
    ['I told Philip F. de Zerbst so.', 'I told [Philip F. de Zerbst=#p_ZP1] so.'],
    ['Later Mr. von Brandau left.', 'Later Mr. von [Brandau=#p_BH1] left.'],
  ])('a particle that the list prints last stands before the surname: %s', (text, marked) => {
    expect(shown(text)).toBe(marked);
  });

  test('a name that is there already is linked in its own extent', () => {
    const text = 'Telegram From the Ambassador in Ruritania (Harker)';
    const start = text.indexOf('Harker');
    const given = [{ type: 'persName', start, end: start + 6, attributes: { type: 'from' } }] as const;
    expect(findPersons(text, regions(text), authority, given)).toMatchObject([
      { start, end: start + 6, attributes: { type: 'from', corresp: '#p_HJ1' } },
    ]);
  });

  test('every decision says how sure it is', () => {
    for (const { decision } of findPersons('General Harker left.', regions('General Harker left.'), authority)) {
      expect(decision!.p).toBeGreaterThan(0.5);
      expect(decision!.p).toBeLessThanOrEqual(1);
    }
  });
});

describe('what is told of persons', () => {
  const list = readAuthority([
    {
      name: 'l.csv',
      text: `id,name,description
p_KJF1,"Kennedy, John F.",President
p_KRF1,"Kennedy, Robert F.",Attorney General
p_SWC1,"Sherman, William C.",Embassy officer
p_NM1,"Ngo Dinh Nhu, Madame",wife of the Counselor
`,
    },
  ]);
  const told = (text: string) =>
    convert(text, { volume: 'frus1961-63v06', authority: list }).diagnostics.filter(({ code }) =>
      /^p(?:erson|arty)-/.test(code),
    );

  const whole = (alternatives: readonly Alternative[] = []) => alternatives.reduce((sum, { p }) => sum + p, 0);

  test('a name that is left untagged but may be of the list is told with its candidates', () => {
    const [doubt] = told('1. Memorandum of Conversation\n\nWashington, May 1, 1962.\n\nI saw Madame Nhu today.\n');
    expect(doubt).toMatchObject({ code: 'person-untagged', severity: 'info' });
    expect(doubt!.message).toContain('“Nhu”');
    expect(doubt!.alternatives![0]!.choice).toBe('#p_NM1 (Ngo Dinh Nhu, Madame)');
    expect(doubt!.p! + whole(doubt!.alternatives)).toBeLessThanOrEqual(1);
  });

  test('an open name is as sure as it is that nobody is linked: a part of one whole with its candidates', () => {
    const found = told('1. Letter From Kennedy to Khrushchev\n\nWashington, May 1, 1962.\n\nI saw Kennedy today.\n');
    const open = found.filter(({ code }) => code === 'person-open');
    expect(open.length).toBeGreaterThan(0);
    for (const { p, alternatives } of open) {
      expect(p).toBeGreaterThan(0.1);
      expect(p! + whole(alternatives)).toBeLessThanOrEqual(1);
      // Doubtful it is: sorted by probability, it comes before what is nearly sure.
      expect(p).toBeLessThan(0.9);
    }
  });

  test('a link is told where somebody else may be meant, not where the edition may only have left the name untagged', () => {
    const text = '1. Memorandum of Conversation\n\nWashington, May 1, 1962.\n\nI saw Mr. Sherman today.\n';
    const { document, diagnostics } = convert(text, { volume: 'frus1961-63v06', authority: list });
    const link = document.marks.find(({ attributes }) => attributes.corresp === '#p_SWC1');
    expect(link!.decision!.p).toBeLessThan(0.99);
    expect(diagnostics.filter(({ code }) => code === 'person-doubtful')).toEqual([]);
    const two = told(text.replace('Mr. Sherman', 'Bob Kennedy'));
    expect(two.map(({ code }) => code)).toContain('person-doubtful');
  });

  test('a library that is called by a name is no question', () => {
    const text =
      '1. Memorandum of Conversation1\n\nWashington, May 1, 1962.\n\nAll well.\n\n  1. Source: Sherman Library, Kennedy Papers. Secret.\n';
    expect(told(text)).toEqual([]);
  });

  test('a forename shared is no question', () => {
    const text =
      '1. Letter From Senator William F. Knowland to the Secretary of State\n\nWashington, May 1, 1962.\n\nAll well.\n';
    expect(told(text).filter(({ code }) => code.startsWith('person-'))).toEqual([]);
  });
});

describe('a family name that others of the list bear', () => {
  const list = readAuthority([
    {
      name: 'l.csv',
      text: 'id,name,description\np_TK1,Tan Kei-shu,President of Cathay\np_TM1,Tan Mei-ling,Minister of Cathay\n',
    },
  ]);

  test('is left open, and the likeliest bearer is told', () => {
    const text =
      '12. Telegram From the Embassy in Cathay to the Department of State1\n\nPort Lin, May 4, 1956—5 p.m.\n\n' +
      '205. President Tan agreed. Tan Kei-shu is his own master.\n\nHarlow\n\n  1. Source: Department of State. Secret.\n';
    const { output, diagnostics } = convert(text, { volume: 'frus1955-57v20', authority: list, format: 'div' });
    expect(output).toContain('205. President <persName>Tan</persName> agreed. <persName corresp="#p_TK1">Tan Kei-shu');
    const open = diagnostics.find(({ code }) => code === 'person-open');
    expect(open?.alternatives?.map(({ choice }) => choice)).toEqual(['#p_TK1 (Tan Kei-shu)']);
  });

  test('is linked in volumes of 1977 and after, to a President before all others', () => {
    const authority = readAuthority([
      {
        name: 'l.csv',
        text: `id,name,description
p_HHA_1,"Harlow, Hatton",Assistant Secretary of State for Public Affairs
p_HJ_1,"Harlow, Jonas",Governor of Georgia until 1975; President of the United States from January 1977
p_MV_1,"Harlow, Rose",First Lady of the United States
p_HB_1,"Harlow, Bert",Special Assistant to the President of the United States
`,
      },
    ]);
    const text =
      '12. Memorandum From the Secretary of State to the President1\n\nWashington, May 4, 1978\n\n' +
      'The Prime Minister asked what Harlow had said in Strelsau.\n\n  1. Source: Harlow Library, Staff Files. Sent to Harlow on May 5.\n';
    const linkedIn = (volume: string) =>
      convert(text, { volume, authority, format: 'div' }).output.match(/<persName[^>]*>Harlow</g);
    expect(linkedIn('frus1977-80v20')).toEqual(Array(2).fill('<persName corresp="#p_HJ_1">Harlow<'));
    expect(linkedIn('frus1964-68v20')?.every((name) => name === '<persName>Harlow<') ?? true).toBe(true);
  });

  test.each([
    ['', 'frus1955-57v99', '<persName corresp="#p_HJ1">Harlow<'],
    ['', 'frus1969-76v99', '<persName>Harlow<'],
    [' ', 'frus1955-57v99', '<persName>Harlow<'],
  ])('is linked before 1969 if the list has no white space between its elements: “%s”, %s', (space, volume, name) => {
    const entries = [
      'p_HA1">Harlow, Adam,</persName> Director of Central Intelligence',
      'p_HJ1">Harlow, Jonas,</persName> Secretary of State',
      ...Array.from({ length: 20 }, (_, i) => `p_Z${i}">Zapt${'abcdefghijklmnopqrst'[i]}, Max,</persName> Officer`),
    ];
    const items = entries.map((entry) => `<item>${space}<persName xml:id="${entry}</item>`).join('');
    const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front><div type="section" xml:id="persons"><list type="persons">${items}</list></div></front></text></TEI>`;
    const authority = readAuthority([{ name: 'l.xml', text: tei }]);
    const text =
      '12. Telegram From the Embassy in Ruritania to the Department of State1\n\nStrelsau, May 4, 1956—5 p.m.\n\n' +
      '205. The Prime Minister asked what Harlow had said.\n\nBriggs\n\n  1. Source: Department of State. Secret.\n';
    expect(convert(text, { volume, authority, format: 'div' }).output.match(/<persName[^>]*>Harlow</g)).toEqual([name]);
  });
});

describe('the office beside a name', () => {
  const list = readAuthority([
    {
      name: 'l.csv',
      text: `id,name,description
p_BD1,"Bartram, Dean",Secretary of State from January 1961 until June 1968
p_BH1,"Bartram, Howard",Assistant Secretary of State for Public Affairs
p_HM1,"Harker, McGeorge","President's Special Assistant for National Security Affairs"
p_HW1,"Harker, William P.",Assistant Secretary of State for Far Eastern Affairs
p_JH1,"Jessop, Howard P.","Ambassador to Ruritania until May 24, 1965"
p_JJ1,"Jessop, Jim R.",Assistant to the President
p_FJ1,"Fulham, J. William",Democratic Senator
p_FA1,"Fulham, Arthur",Consultant to the Ambassador and former Senator
p_AC1,"Anstey, Clinton P.",Democratic Senator
`,
    },
  ]);
  const index = nameIndex(list.persons);

  /** Who of the namesakes of the text's last name is told by the office beside it, all being as probable. */
  function told(text: string, month = monthOf(1965, 2)): string | undefined {
    const tokens = tokensOf(text, regions(text));
    const { candidates } = clustersOf(tokens, index).at(-1)!;
    const scores = [...candidates.map(() => 0.3), 0];
    const holder = byOffice(candidates, tokens, text, month, scores);
    return holder === undefined ? undefined : candidates[holder]!.person.id;
  }

  test('in full before it, or before its brackets, tells who of namesakes is linked', () => {
    const text =
      '1. Memorandum From Secretary of State Bartram to the President’s Special Assistant for National Security Affairs (Harker)1\n\n' +
      'Washington, March 8, 1965.\n\nAll well.\n\n  1. Source: Department of State. Secret.\n';
    const { output } = convert(text, { volume: 'frus1964-68v03', authority: list, format: 'div' });
    expect(output).toContain('<persName type="from" corresp="#p_BD1">Bartram</persName>');
    expect(output).toContain('<persName type="to" corresp="#p_HM1">Harker</persName>');
  });

  test.each([
    ['I saw Secretary of State Bartram', 'p_BD1'],
    ['I saw Assistant Secretary of State Bartram', 'p_BH1'],
    ['I saw Deputy Secretary of State Bartram', undefined],
    ['Dean Rusk told the Assistant Secretary of State for Far Eastern Affairs (Harker)', 'p_HW1'],
    ['I saw former Ambassador Jessop', undefined],
    ['The letter of Senators Anstey and Fulham', 'p_FJ1'],
    ['The letter of Senator Anstey and Fulham', undefined],
    ['I saw President Fulham', undefined],
  ])('%s', (text, id) => {
    expect(told(text)).toBe(id);
  });

  test('tells nobody who held it at another time', () => {
    expect(told('I saw Ambassador Jessop', monthOf(1965, 2))).toBe('p_JH1');
    expect(told('I saw Ambassador Jessop', monthOf(1967, 2))).toBeUndefined();
  });
});
