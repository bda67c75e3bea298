import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { validate } from '../src/check/validate.js';

const folder = mkdtempSync(join(tmpdir(), 'teigram-hostile-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = 'what no file may bring into a report';
const secret = join(folder, 'secret.txt');
writeFileSync(secret, SECRET);

const TEI = 'xmlns="http://www.tei-c.org/ns/1.0"';
const DIV = `<div ${TEI} type="document" xml:id="d1"><head>1. Telegram</head><p>`;
const END = '</p></div>';

const laughs = `<!DOCTYPE div [<!ENTITY l0 "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('')}]>${DIV}&l9;${END}`;
const quadratic = `<!DOCTYPE div [<!ENTITY a "${'a'.repeat(100_000)}">]>${DIV}${'&a;'.repeat(20_000)}${END}`;
const inAttribute = `<!DOCTYPE div [<!ENTITY a "${'a'.repeat(100_000)}">]>${DIV.replace('type=', `n="${'&a;'.repeat(5000)}" type=`)}${END}`;
const external = `<!DOCTYPE div [<!ENTITY e SYSTEM "file://${secret}">]>${DIV}&e;${END}`;
const externalDtd = `<!DOCTYPE div SYSTEM "file://${secret}">${DIV}x${END}`;
const parameter = `<!DOCTYPE div [<!ENTITY % e SYSTEM "file://${secret}"> %e;]>${DIV}x${END}`;

const DOCTYPES: [string, string][] = [
  ['billion laughs', laughs],
  ['quadratic blow-up', quadratic],
  ['blow-up in an attribute', inAttribute],
  ['an external entity', external],
  ['an external DTD', externalDtd],
  ['a parameter entity', parameter],
];

describe('a DOCTYPE is refused', () => {
  test.each(DOCTYPES)('with %s', (_, text) => {
    expect(validate(text, { noRules: true })).toMatchObject([
      { rule: 'doctype', severity: 'error', line: 1, column: 1 },
    ]);
  });

  test('behind a declaration, a comment and an instruction, at its place', () => {
    const text = `<?xml version="1.0"?>\n<!-- <!DOCTYPE no> -->\n<?pi x?> <!DOCTYPE div>${DIV}x${END}`;
    expect(validate(text, { noRules: true })).toMatchObject([{ rule: 'doctype', line: 3, column: 10, endColumn: 24 }]);
  });

  test('but not where its name is only text', () => {
    expect(validate(`${DIV}&lt;!DOCTYPE <!-- <!DOCTYPE x> -->${END}`, { noRules: true })).toEqual([]);
  });
});

describe('with a DOCTYPE allowed', () => {
  const allowed = { noRules: true, allowDoctype: true };

  test.each(DOCTYPES.slice(0, 3))('%s meets a limit', (_, text) => {
    expect(validate(text, allowed)).toMatchObject([
      { rule: 'limit', severity: 'error', message: expect.stringContaining('Entities expand') },
    ]);
  });

  test.each(DOCTYPES.slice(3))('%s is not read', (_, text) => {
    const findings = validate(text, allowed);
    expect(findings[0]).toMatchObject({ rule: 'doctype', severity: 'info' });
    expect(JSON.stringify(findings)).not.toContain(SECRET);
  });

  test('entities of its own are expanded and validated', () => {
    const text = `<!DOCTYPE div [<!ENTITY dash "—"><!ENTITY bad "<foo xmlns='${TEI.slice(7, -1)}'/>">]>\n${DIV}a&dash;b`;
    expect(validate(`${text}${END}`, allowed)).toEqual([]);
    expect(validate(`${text}&bad;${END}`, allowed)).toMatchObject([
      { rule: 'schema', message: expect.stringContaining('foo') },
    ]);
  });

  test('entities that hold elements are read in the namespace of the place that refers to them', () => {
    const entities = `<!ENTITY pers "<persName corresp='#p_X1'>Allison</persName>"><!ENTITY both "&pers; and &#60;t:hi rend='italic'>x</t:hi>">`;
    const text = `<!DOCTYPE div [${entities}]>\n${DIV.replace('<div', '<div xmlns:t="http://www.tei-c.org/ns/1.0"')}`;
    expect(validate(`${text}&pers;, &both;<!-- &pers; -->${END}`, allowed)).toEqual([]);
    const wrong = `${text}&pers;<foo/>${END}`;
    expect(validate(wrong, allowed)).toMatchObject([
      { rule: 'schema', message: expect.stringContaining('<foo>'), line: 2, offset: wrong.indexOf('<foo/>') },
    ]);
    const inside = `${text}a &bad; b &pers;${END}`.replace('[', '[<!ENTITY bad "<p><foo/></p>">');
    const at = inside.indexOf('&bad;');
    expect(validate(inside, allowed)[0]).toMatchObject({ rule: 'schema', line: 2, offset: at, endOffset: at + 5 });
  });

  test.each([
    ['is not closed', '<!ENTITY a "<hi>">'],
    ['holds itself', '<!ENTITY a "<hi>&b;</hi>"><!ENTITY b "&a;">'],
  ])('an entity that %s is not well-formed', (_, entities) => {
    const found = validate(`<!DOCTYPE div [${entities}]>${DIV}&a;${END}`, allowed);
    expect(found).toContainEqual(expect.objectContaining({ rule: 'well-formed', severity: 'error' }));
  });

  test('entities that hold elements and multiply meet the limit', () => {
    const levels = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `<!ENTITY e${n} "${`&e${n - 1};`.repeat(10)}">`).join('');
    const text = `<!DOCTYPE div [<!ENTITY e0 "<hi>x</hi>">${levels}]>${DIV}&e8;${END}`;
    expect(validate(text, allowed)).toMatchObject([{ rule: 'limit', severity: 'error' }]);
  });

  test('entities of many elements that are long already meet the limit, each by itself and together', () => {
    const long = `<!ENTITY a "<hi rend='italic'>${'x'.repeat(900_000)}</hi>">`;
    const one = `<!DOCTYPE div [${long}<!ENTITY b "${'&a;'.repeat(1000)}">]>${DIV}&b;${END}`;
    const many = `<!DOCTYPE div [${long}]>${DIV}${'&a;'.repeat(1000)}${END}`;
    for (const text of [one, many])
      expect(validate(text, allowed)).toMatchObject([{ rule: 'limit', severity: 'error' }]);
  });

  test('so are none of an external file in a schema’s place', () => {
    const text = `<?xml-model href="file://${secret}"?>${DIV}x${END}`;
    const findings = validate(text, { noRules: true, file: join(folder, 'd1.xml') });
    expect(JSON.stringify(findings)).not.toContain(SECRET);
    expect(findings).toMatchObject([{ rule: 'xml-model', severity: 'warning' }]);
  });
});

describe('limits', () => {
  test('3,000 deep', () => {
    const text = `${DIV}${'<hi rend="italic">'.repeat(3000)}x${'</hi>'.repeat(3000)}${END}`;
    expect(validate(text)).toMatchObject([
      { rule: 'limit', message: expect.stringContaining('nested more than 256 deep') },
    ]);
  });

  test('100 MB in one line', () => {
    const bytes = Buffer.alloc(100_000_000, 'a');
    bytes.write(DIV, 0);
    bytes.write(END, bytes.length - END.length);
    expect(validate(bytes)).toMatchObject([
      { rule: 'limit', message: expect.stringContaining('100 MB; files of more than 64 MB') },
    ]);
  });

  test('one run of text of 12 MB', () => {
    expect(validate(`${DIV}${'a'.repeat(12_000_000)}${END}`, { noRules: true })).toMatchObject([
      { rule: 'limit', message: expect.stringContaining('more than 10 MB') },
    ]);
  });

  test('lines past 65,535 keep their numbers', () => {
    const text = `${DIV}${'\n'.repeat(70_000)}<hi>x</hi>${END}`;
    expect(validate(text, { noRules: true })).toMatchObject([{ rule: 'schema', line: 70_001, column: 1 }]);
    const broken = `${DIV}${'\n'.repeat(70_000)}<hi>x${END}`;
    expect(validate(broken, { noRules: true }).at(-1)).toMatchObject({ rule: 'well-formed', line: 70_001 });
  });
});

describe('broken files', () => {
  const bytes = (...parts: (string | number[])[]): Uint8Array =>
    Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))));
  const CASES: [string, string | Uint8Array, string, RegExp][] = [
    ['a NUL', `${DIV}a\0b${END}`, 'well-formed', /not allowed in XML/],
    ['a lone surrogate', `${DIV}a&#xD800;b${END}`, 'well-formed', /not allowed|xmlParseCharRef/],
    ['bytes that are no UTF-8', bytes(DIV, [0xe9, 0x20], END), 'encoding', /UTF-8/],
    [
      'UTF-16 declared, UTF-8 written',
      bytes('<?xml version="1.0" encoding="UTF-16"?>', DIV, 'x', END),
      'encoding',
      /UTF-16/,
    ],
    [
      'UTF-8 that declares another encoding',
      bytes('<?xml version="1.0" encoding="ISO-8859-1"?>', DIV, 'the Government’s café', END),
      'encoding',
      /in UTF-8.*ISO-8859-1/,
    ],
    ['an unknown encoding', bytes('<?xml version="1.0" encoding="ebcdic-7"?>', DIV, 'x', END), 'encoding', /ebcdic-7/],
    [
      'windows-1252 with a byte that it lacks',
      bytes('<?xml version="1.0" encoding="windows-1252"?><p>', [0x93, 0x81], '</p>'),
      'encoding',
      /^Byte 0x81 at byte offset 49 is not windows-1252$/,
    ],
    [
      'Shift_JIS in which a character is cut off',
      bytes('<?xml version="1.0" encoding="Shift_JIS"?><p>', [0x82, 0xa0, 0x82], '</p>'),
      'encoding',
      /^Byte 0x82 at byte offset 47 is not Shift_JIS$/,
    ],
    [
      'Shift_JIS cut off',
      bytes('<?xml version="1.0" encoding="Shift_JIS"?><p>', [0x82]),
      'encoding',
      /^Byte 0x82 at byte offset 45 is not Shift_JIS$/,
    ],
    [
      'US-ASCII with other characters',
      bytes('<?xml version="1.0" encoding="US-ASCII"?><p>', 'é', '</p>'),
      'encoding',
      /^Byte 0xC3 at byte offset 44 is not US-ASCII$/,
    ],
    [
      'UTF-8 cut off in a character',
      bytes('<p>ü', [0xe2, 0x80]),
      'encoding',
      /^Byte 0xE2 at byte offset 5 is not UTF-8$/,
    ],
    [
      'half a character of UTF-16',
      Buffer.from('\ufeff<p>a\ud83d</p>', 'utf16le'),
      'encoding',
      /^Byte 0x3D at byte offset 10 is not UTF-16LE$/,
    ],
    ['two byte order marks', bytes('\ufeff\ufeff<p/>'), 'encoding', /two byte order marks/],
    ['two byte order marks in a text', '\ufeff\ufeff<p/>', 'encoding', /two byte order marks/],
    ['a file cut off', `${DIV}text <hi rend="ita`, 'well-formed', /./],
    ['a file cut off between tags', DIV, 'well-formed', /ends before <p> of line 1 is closed/],
    ['an empty file', '', 'well-formed', /empty/],
    ['white space alone', ' \n ', 'well-formed', /./],
    ['text alone', 'Your 2012 and 269.', 'well-formed', /./],
    ['two roots', `${DIV}x${END}<p/>`, 'well-formed', /after the end of the root/],
    ['an undeclared prefix', `${DIV}<x:y/>${END}`, 'well-formed', /prefix x/],
    ['an undeclared entity', `${DIV}&mdash;${END}`, 'well-formed', /mdash/],
  ];
  test.each(CASES)('%s', (_, text, rule, message) => {
    const findings = validate(text);
    const wrong = findings.find((finding) => finding.rule === rule);
    expect(wrong).toMatchObject({ severity: 'error', message: expect.stringMatching(message) });
  });

  test('UTF-16 and windows-1252 that are what they say', () => {
    const text = `<?xml version="1.0" encoding="UTF-16"?>${DIV}é—${END}`;
    expect(validate(Buffer.from(`\ufeff${text}`, 'utf16le'), { noRules: true })).toEqual([]);
    const western = Buffer.from(`<?xml version="1.0" encoding="windows-1252"?>${DIV}\x93q\x94${END}`, 'latin1');
    expect(validate(western, { noRules: true })).toEqual([]);
  });

  test('the replacement character where it stands in the file itself', () => {
    const text = `<?xml version="1.0" encoding="GB18030"?>${DIV}\ufffd 例 \ufffd${END}`;
    for (const name of ['GB18030', 'UTF-8']) {
      expect(validate(iconv.encode(text.replace('GB18030', name), name), { noRules: true })).toEqual([]);
    }
  });
});

describe('ids', () => {
  const found = (xml: string) =>
    validate(xml, { noRules: true }).map(({ rule, line, column, message }) => [
      rule,
      `${line}:${column}`,
      /^xml:id '.*?' is (already used|not a name)/.exec(message)?.[1],
    ]);
  const body = (...ids: string[]) =>
    `<div ${TEI} type="document" xml:id="d1" n="1"><head>1. Letter</head>\n${ids.map((id) => `<p><pb n="1" xml:id="${id}"/></p>`).join('\n')}</div>`;

  test('that are used again are told at each place', () => {
    expect(found(body('pg_1', 'pg_1', 'pg_2', 'pg_1', 'pg_1'))).toEqual([
      ['duplicate-id', '3:14', 'already used'],
      ['duplicate-id', '5:14', 'already used'],
      ['duplicate-id', '6:14', 'already used'],
    ]);
  });

  test('that are no names are told at each place', () => {
    expect(found(body('1 a', 'pg_1', '1 a', 'a:b'))).toEqual([
      ['xml-id', '2:14', 'not a name'],
      ['xml-id', '4:14', 'not a name'],
      ['xml-id', '5:14', 'not a name'],
    ]);
  });

  test('however many', () => {
    const repeats = found(body(...Array.from({ length: 20_000 }, () => 'pg_1')));
    expect(repeats.filter(([rule, , what]) => rule === 'duplicate-id' && what === 'already used')).toHaveLength(19_999);
  });

  test('by a DTD are told where the engine saw them', () => {
    const xml = `<!DOCTYPE div [<!ATTLIST p n ID #IMPLIED>]>\n<div ${TEI}>\n<p n="a"/>\n<p n="a"/></div>`;
    const findings = validate(xml, { noRules: true, noSchema: true, allowDoctype: true });
    expect(findings).toMatchObject([
      { rule: 'duplicate-id', line: 4, message: "xml:id 'a' is already used in this document." },
    ]);
  });
});

describe('<?xml-model?>', () => {
  const file = join(folder, 'd2.xml');
  writeFileSync(
    join(folder, 'only.rng'),
    '<element name="only" xmlns="http://relaxng.org/ns/structure/1.0"><attribute name="n"/></element>',
  );

  const none = (why: string) => ({
    rule: 'xml-model',
    severity: 'warning',
    line: 1,
    message: expect.stringMatching(`^No grammar was checked: .*${why}`),
    hint: expect.stringMatching('--schema.*--no-schema'),
  });

  test('on the network is not followed, and it says so; no other grammar judges in its place', () => {
    const text = `<?xml-model href="https://example.org/tei_all.rng"?>\n${DIV}<choice/>${END}`;
    expect(validate(text, { noRules: true, file })).toMatchObject([none('nothing is fetched')]);
  });

  test.each(['https://history.example.org/frus.rng', '../schema/frus.rnc', 'missing/teigram.rng'])(
    'that the built-in grammar stands for is that: %s',
    (href) => {
      expect(validate(`<?xml-model href="${href}"?>\n${DIV}<choice/>${END}`, { noRules: true, file })).toMatchObject([
        { rule: 'xml-model', severity: 'info' },
        { rule: 'schema', severity: 'error', message: expect.stringContaining('<choice>') },
      ]);
    },
  );

  test('that is no grammar, or none at all in TEI of another project, leaves the grammar unchecked', () => {
    writeFileSync(
      join(folder, 'broken.rng'),
      '<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start/></grammar>',
    );
    const text =
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p rend="indent"><choice/></p></body></text></TEI>';
    expect(validate(`<?xml-model href="broken.rng"?>\n${text}`, { noRules: true, file })).toMatchObject([
      none('broken.rng'),
    ]);
    expect(validate(`\n${text}`, { noRules: true, file })).toMatchObject([
      { ...none('names none'), severity: 'info', line: 2 },
    ]);
    expect(validate(text, { noRules: true, profile: 'frus' })).toContainEqual(
      expect.objectContaining({ rule: 'schema' }),
    );
    expect(validate('<text/>', { noRules: true })).toMatchObject([{ rule: 'schema' }]);
    expect(validate(text.replace('</body>', ''), { noRules: true }).map(({ rule }) => rule)).toEqual(['well-formed']);
  });

  test('beside a document without a path is not looked for, and it says why', () => {
    expect(validate(`<?xml-model href="only.rng"?>\n${DIV}x${END}`, { noRules: true })).toMatchObject([
      none('without a path'),
    ]);
  });

  test('on this disk takes the place of the built-in schema', () => {
    const text = '<?xml-model href="only.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>\n<only/>';
    expect(validate(text, { noRules: true, file })).toMatchObject([
      { rule: 'schema', line: 2, message: '<only> lacks the attribute @n.' },
    ]);
  });

  test('and the lack of one have the whole of their place in lines and columns', () => {
    const root = '<TEI xmlns="http://www.tei-c.org/ns/1.0">';
    const texts = [
      [`<!-- a -->\n${root}<text/></TEI>`, root],
      [`<!-- a --> <?xml-model href="https://example.org/x.rng"?>\n${root}</TEI>`, 0],
      [`<!-- a --> <?xml-model href="missing.rng"?>\n${root}</TEI>`, 0],
    ] as const;
    for (const [text, place] of texts) {
      const [found] = validate(text, { noRules: true, file });
      const { rule, line = 0, column = 0, endLine, endColumn } = found ?? {};
      const shown = text.split('\n')[line - 1]?.slice(column - 1, (endColumn ?? 0) - 1);
      expect([rule, endLine]).toEqual(['xml-model', line]);
      expect(shown).toBe(place === 0 ? text.match(/<\?.*\?>/)?.[0] : place);
      expect(text.slice(found?.offset, found?.endOffset)).toBe(shown);
    }
  });

  test('in a comment or in a DOCTYPE is none', () => {
    const model = '<?xml-model href="only.rng"?>';
    for (const prolog of [`<!-- ${model} -->`, `<!DOCTYPE div [${model}]>`, `<?other <?xml-model href="only.rng"?>`]) {
      const settings = { noRules: true, allowDoctype: true };
      expect(validate(`${prolog}${DIV}x${END}`, { file, ...settings })).toEqual([]);
    }
    expect(validate(`<!-- ${model} -->\n${model}<only/>`, { noRules: true, file })).toMatchObject([{ line: 2 }]);
  });

  test('yields to grammars that are given', () => {
    const text = `<?xml-model href="only.rng"?>\n${DIV}x${END}`;
    expect(validate(text, { noRules: true, file, schema: ['schemas/teigram/teigram.rng'] })).toEqual([]);
  });

  test('in compact syntax, or missing, is said to be so', () => {
    const text = `<?xml-model href="a.rnc"?><?xml-model href="missing.rng"?>${DIV}x${END}`;
    expect(validate(text, { noRules: true, file })).toMatchObject([
      none('compact syntax'),
      { message: expect.stringContaining('not found'), hint: expect.stringContaining('--schema') },
    ]);
  });
});
