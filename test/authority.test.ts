import { describe, expect, test } from 'vitest';
import { parseName } from '../src/authority/name.js';
import { during, monthOf, periodsOf } from '../src/authority/period.js';
import { readAuthority } from '../src/authority/read.js';
import { isOfBracket, termForms } from '../src/authority/term-forms.js';

const TEI = `<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><front>
<div type="section" xml:id="persons"><head>Persons</head><list type="names">
<item><hi rend="strong"><persName xml:id="p_HJQ1">Harker, General Jonas Q., Jr.</persName>,</hi> Ambassador in Ruritania until June 1956; thereafter Counselor of the Department</item>
<item><persName xml:id="p_RIC1">Rice</persName>, see <persName corresp="#p_RM1" type="alt">Rice-Morton</persName></item>
<item><hi rend="strong"><persName xml:id="p_RM1">Rice-Morton, Ada</persName>,</hi> Member of Parliament</item>
<item>Editor</item>
</list></div>
<div type="section" xml:id="terms"><list type="terms">
<item><term xml:id="t_NATO1">NAT(O)</term>, North Atlantic Treaty (Organization)</item>
<item><term xml:id="t_AT1">at</term>, airborne troops &amp; tanks</item>
</list></div></front></text></TEI>`;

describe('names', () => {
  test.each([
    [
      'Harker, General Jonas Q., Jr.',
      { surname: ['Harker'], given: ['Jonas', 'Q.'], titles: ['General'], suffix: 'Jr.' },
    ],
    ['Velde de Groot, Maarten', { surname: ['Velde', 'de', 'Groot'], given: ['Maarten'] }],
    ['Tan Mei-ling', { surname: [], given: [], whole: ['Tan', 'Mei-ling'] }],
    ['Rurik II', { whole: ['Rurik'] }],
    ['Harun Colonel Samir Abdel', { surname: ['Harun'], given: ['Samir', 'Abdel'], titles: ['Colonel'] }],
    ['Doe, John, Deputy Under Secretary of State', { surname: ['Doe'], given: ['John'], titles: [] }],
  ])('%s', (printed, parts) => {
    expect(parseName(printed)).toMatchObject(parts);
  });

  test('what stands in brackets is another name, unless it is a remark', () => {
    expect(parseName('Zarov (also Zarow), Ivan').others).toMatchObject([{ surname: ['Zarow'], given: ['Ivan'] }]);
    expect(parseName('Hunter, E. Miles (Walter C. Tick)').others).toMatchObject([
      { surname: ['Tick'], given: ['Walter', 'C.'] },
      { surname: ['Hunter'] },
    ]);
  });

  test('names before and after marriage', () => {
    expect(parseName('Harlan, Mary (née Stone)').others).toMatchObject([{ surname: ['Stone'], given: ['Mary'] }]);
    expect(parseName('Lorne, Clara (Mrs. Henry R.)').others).toMatchObject([
      { surname: ['Lorne'], given: ['Henry', 'R.'] },
    ]);
    expect(parseName('Marek, Golde (formerly Golde Myers)').others[0]).toMatchObject({
      surname: ['Myers'],
      given: ['Golde'],
    });
  });

  test('remarks are no names', () => {
    expect(parseName('Winter, Colonel Abel (retired)').others).toEqual([]);
    expect(parseName('Winter, Abel (later Colonel)').others).toEqual([]);
  });
});

describe('periods', () => {
  test('until, from, and what comes thereafter', () => {
    const periods = periodsOf('Ambassador in Ruritania until June 1956; thereafter Counselor; Consul, 1950–1951');
    expect(periods.map(({ from, to }) => [from, to])).toEqual([
      [Number.NEGATIVE_INFINITY, monthOf(1956, 5)],
      [monthOf(1956, 5), Number.POSITIVE_INFINITY],
      [monthOf(1950, 0), monthOf(1951, 11)],
    ]);
  });

  test('a month lies inside, outside, or nothing is known', () => {
    const periods = periodsOf('Minister from March 3, 1957');
    expect(during(periods, monthOf(1957, 2))).toBe('inside');
    expect(during(periods, monthOf(1957, 1))).toBe('outside');
    expect(during([], monthOf(1957, 1))).toBe('unknown');
  });
});

test.each([
  ['NAT(O)', ['NAT', 'NATO', 'NAT(O)']],
  ['POW (PW)', ['POW', 'PW', 'POW (PW)']],
  ['PM, PRIMIN', ['PM', 'PRIMIN']],
  ['WEO or WEOG', ['WEO', 'WEOG']],
  ['AC&W', ['AC&W']],
])('forms of %s', (printed, forms) => {
  expect(termForms(printed)).toEqual(forms);
});

test.each([
  ['NAT(O)', 'NAT', true],
  ['NAT(O)', 'NATO', true],
  ['NP(W)G', 'NPG', true],
  ['NAT(O)', 'NAT(O)', false],
  ['MPIWG, MP(IWG)', 'MPIWG', false],
  ['LST(s)', 'LSTs', false],
  ['POW (PW)', 'POW', false],
  ['AC&W', 'AC&W', false],
])('whether a bracket inside %s makes %s: %s', (printed, form, made) => {
  expect(isOfBracket(form, printed)).toBe(made);
});

describe('lists', () => {
  test('TEI', () => {
    const { persons, terms, findings } = readAuthority([{ name: 'lists.xml', text: TEI }]);
    expect(persons.map(({ id, see }) => [id, see])).toEqual([
      ['p_HJQ1', undefined],
      ['p_RIC1', 'p_RM1'],
      ['p_RM1', undefined],
    ]);
    expect(persons[0]!.description).toBe(
      'Ambassador in Ruritania until June 1956; thereafter Counselor of the Department',
    );
    expect(terms.map(({ id, forms, expansion }) => [id, forms[1] ?? forms[0], expansion])).toEqual([
      ['t_NATO1', 'NATO', 'North Atlantic Treaty (Organization)'],
      ['t_AT1', 'at', 'airborne troops & tanks'],
    ]);
    expect(findings.map(({ diagnostic: { code } }) => code)).toEqual([
      'list-entry-without-id',
      'list-common-word',
      'list-common-word',
    ]);
  });

  test('CSV, with quotes, aliases and a column that is not known', () => {
    const text =
      'id;name;description;aliases;shelf\np_A1;"Harker, Jonas";"said ""no""";Jo Harker;7\n\nt_B1;BRT;budget report\n';
    const { persons, terms } = readAuthority([{ name: 'lists.csv', text }]);
    expect(persons).toMatchObject([{ id: 'p_A1', description: 'said "no"', parts: { surname: ['Harker'] } }]);
    expect(persons[0]!.parts.others).toMatchObject([{ whole: ['Jo', 'Harker'] }]);
    expect(terms).toMatchObject([{ id: 't_B1', forms: ['BRT'], expansion: 'budget report' }]);
  });

  test('TEI, a person of several names', () => {
    const text = `<standOff><listPerson>
      <person xml:id="molotov"><persName type="alt">Scriabin</persName><persName type="main"><surname>Molotov</surname>, <forename>V. M.</forename></persName>
        <birth>1890</birth><occupation>Foreign Minister until June 1956</occupation><note>writer of notes</note></person>
      <person xml:id="bohlen"><persName>Bohlen, Charles</persName>, Ambassador in <placeName>Moscow</placeName></person>
      <person><persName xml:id="p_R1">Rice</persName>, see <persName corresp="#molotov" type="alt">Molotov</persName></person>
      </listPerson><listOrg><org xml:id="un"><orgName>United Nations</orgName></org><org xml:id="eu"/></listOrg></standOff>`;
    const { persons, findings } = readAuthority([{ name: 'lists.xml', text }]);
    expect(persons.map(({ id, name, aliases, description, see }) => [id, name, aliases, description, see])).toEqual([
      ['molotov', 'Molotov, V. M.', ['Scriabin'], 'Foreign Minister until June 1956; writer of notes', undefined],
      ['bohlen', 'Bohlen, Charles', undefined, 'Ambassador in Moscow', undefined],
      ['p_R1', 'Rice', undefined, 'see Molotov', 'molotov'],
    ]);
    expect(persons[0]!.periods.map(({ to }) => to)).toEqual([monthOf(1956, 5)]);
    const told = findings.filter(({ diagnostic: { code } }) => code !== 'list-common-word');
    expect(told.map(({ diagnostic: { message } }) => message)).toEqual([
      '2 “org” of the list are left out, but for persons and terms inside',
    ]);
  });

  test('CSV with the line in which Excel names what parts the cells', () => {
    for (const line of ['sep=;', '"sep=;"']) {
      const text = `\ufeff${line}\r\nkind;id;name\r\nperson;p_MH1;Müller, Hans\r\nterm;p_MH1;x\r\n`;
      const { persons, findings } = readAuthority([{ name: 'lists.csv', text }]);
      expect(persons.map(({ name }) => name)).toEqual(['Müller, Hans']);
      const taken = findings.find(({ diagnostic: { code } }) => code === 'list-duplicate-id')!;
      expect(text.slice(taken.diagnostic.start)).toBe('term;p_MH1;x\r\n');
    }
    const { terms } = readAuthority([{ name: 'l.csv', text: 'sep=|\nkind|id|name\nterm|t_A1|a,b;c\n' }]);
    expect(terms.map(({ name }) => name)).toEqual(['a,b;c']);
  });

  test('a list without ids: the columns that it has and those that are needed', () => {
    const [found] = readAuthority([
      { name: 'l.csv', text: 'sep=,\nName,Role,Wikidata\nMolotov,Minister,Q1\n' },
    ]).findings;
    expect(found!.diagnostic.message).toBe('the list has no “id”, but “Name”, “Role”, “Wikidata”');
    expect(found!.diagnostic).toMatchObject({ start: 6, hint: expect.stringContaining('needed are id') });
    const json = readAuthority([{ name: 'l.json', text: '[{"label": "Molotov", "wikidata": "Q1"}]' }]).findings;
    expect(json.map(({ diagnostic: { message } }) => message)).toEqual([
      'the list has no “id”, but “label”, “wikidata”',
    ]);
    for (const text of ['Id,Name\n,Molotov\n,Rusk\n', '[{"id": "", "name": "Molotov"}]']) {
      const { persons, findings } = readAuthority([{ name: 'l', text }]);
      expect(persons).toEqual([]);
      expect(findings.map(({ diagnostic: { message } }) => message)).toEqual(['no entry of the list has an “id”']);
    }
  });

  test('JSON, with name parts', () => {
    const text = JSON.stringify({
      persons: [{ id: '#p_A1', surname: 'Harker', given: 'Jonas', title: 'General', suffix: 'Jr.' }],
      terms: [{ id: 't_B1', forms: ['BRT', 'BuRep'], expansion: 'budget report' }],
    });
    const { persons, terms } = readAuthority([{ name: 'lists.json', text }]);
    expect(persons).toMatchObject([{ id: 'p_A1', name: 'Harker, General Jonas, Jr.', parts: { titles: ['General'] } }]);
    expect(terms).toMatchObject([{ id: 't_B1', forms: ['BRT', 'BuRep'] }]);
  });

  test('what is wrong is reported where it stands, and the first of two entries counts', () => {
    const text = 'id,name,description\np_A1,"Harker, Jonas",consul\np_A1,"Harker, Ida",consul\np_B1,,\n,Quorl,x\n';
    const { persons, findings } = readAuthority([{ name: 'lists.csv', text }]);
    expect(persons.map(({ name }) => name)).toEqual(['Harker, Jonas']);
    const found = findings.map(({ diagnostic: { code, start } }) => `${code} ${text.slice(start).split(',')[0]}`);
    expect(found).toEqual(['list-duplicate-id p_A1', 'list-entry-empty p_B1', 'list-entry-without-id ']);
  });

  test('cells beyond the columns, kinds that are none and entries that are no records are told', () => {
    const codes = (text: string): string[] =>
      readAuthority([{ name: 'l', text }]).findings.map(({ diagnostic: { code } }) => code);
    expect(codes('kind,id,name\nperson,p_A1,Hentzau, Rupert\n')).toContain('list-row-too-long');
    expect(codes('kind,id,name\nthing,p_A1,"Hentzau, Rupert",\n')).toContain('list-kind-unknown');
    expect(codes('kind,id,name\nperson,p_A1,"Hentzau, Rupert",\n')).toEqual(['list-entry-without-description']);
    expect(codes('[null, "x", {"id": "p_A1", "name": "Hentzau, Rupert", "description": "count"}]')).toEqual([
      'list-entry-not-read',
      'list-entry-not-read',
    ]);
  });

  test('an id that nothing can point to is left out, and that is said', () => {
    const { terms, findings } = readAuthority([
      { name: 'l.csv', text: 'kind,id,name\nterm,t C,NATO\nterm,t²,NATO\nterm,t_C,BRT\n' },
    ]);
    expect(terms.map(({ id }) => id)).toEqual(['t_C']);
    expect(findings.map(({ diagnostic: { code } }) => code)).toContain('list-id-invalid');
  });

  test.each([
    'id,name\np_A1,"Harker, Jonas\np_B1,x\n',
    '<TEI><item>',
    '{"persons": [',
    'name\nx\n',
    '<!DOCTYPE a><a/>',
    '',
  ])('%j is not readable, and that is said', (text) => {
    const { persons, findings } = readAuthority([{ name: 'x', text }]);
    expect(persons).toEqual([]);
    expect(findings.map(({ diagnostic: { code } }) => code)).toEqual(['list-not-readable']);
  });
});
