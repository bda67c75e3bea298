import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { attributePlace, outline, placeOf } from '../src/check/schema/outline.js';
import { datatype, type Param, XSD_DATATYPES } from '../src/check/schema/rng/datatypes.js';
import { readGrammar } from '../src/check/schema/rng/grammar.js';
import { xsdRegex } from '../src/check/schema/rng/regex.js';
import { validator } from '../src/check/schema/rng/validate.js';
import { validate } from '../src/check/validate.js';
import { agreement } from '../src/fuzz/agreement.js';
import { jingInstalled } from '../src/fuzz/jing.js';
import { parseXml } from '../src/xml/parse.js';

const folder = mkdtempSync(join(tmpdir(), 'teigram-engine-'));
afterAll(() => rmSync(folder, { recursive: true }));
mkdirSync(join(folder, 'parts'));

const write = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
let count = 0;
const RNG = 'xmlns="http://relaxng.org/ns/structure/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"';
const grammar = (content: string): string => write(`g${count++}.rng`, content.replace(/^<([\w]+)/, `<$1 ${RNG}`));
const check = (schema: string, text: string) => validate(text, { schema: [schema], noRules: true });
const messages = (schema: string, text: string) =>
  check(schema, text).map(({ line, message }) => `${line}: ${message}`);

describe('grammars', () => {
  test('in compact syntax say how to derive the other', () => {
    expect(() => check('some/where.rnc', '<x/>')).toThrow('trang some/where.rnc some/where.rng');
  });

  test('of other kinds, missing or broken are an error of the run', () => {
    expect(() => check('schema.dtd', '<x/>')).toThrow('file.rng');
    expect(() => check('https://example.org/tei_all.rng', '<x/>')).toThrow('from disk only');
    expect(() => check(join(folder, 'none.rng'), '<x/>')).toThrow(/none\.rng: .*ENOENT/);
    expect(() => check(write('broken.rng', '<element>'), '<x/>')).toThrow(/broken\.rng/);
    expect(() => check(write('text.rng', '<x/>'), '<x/>')).toThrow(/text\.rng: it is no RELAX NG grammar$/);
    expect(() => check(grammar('<element name="a"><ref name="b"/></element>'), '<a/>')).toThrow(/\.rng: .*/);
    expect(() =>
      check(
        write('broken.xsd', '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:bogus/></xs:schema>'),
        '<x/>',
      ),
    ).toThrow(/broken\.xsd/);
  });

  test('of several files are read from disk', () => {
    write(
      'parts/base.rng',
      `<grammar ${RNG}><start><ref name="a"/></start><define name="a"><element name="a"><ref name="inner"/></element></define><define name="inner"><text/></define></grammar>`,
    );
    write('parts/b.rng', `<element name="b" ${RNG}><data type="integer"/></element>`);
    const schema = grammar(
      '<grammar><include href="parts/base.rng"><define name="inner"><oneOrMore><externalRef href="parts/b.rng"/></oneOrMore></define></include></grammar>',
    );
    expect(check(schema, '<a><b>1</b></a>')).toEqual([]);
    expect(messages(schema, '<a>\n<b>1</b>\n<b>one</b></a>')).toEqual([
      '3: the text "one" of <b> is not allowed; expected integer.',
    ]);
  });

  test('of several files are read whatever characters their paths have', () => {
    mkdirSync(join(folder, 'my schemäs 100%/sp ace'), { recursive: true });
    const inFolder = (name: string, content: string) => write(`my schemäs 100%/${name}`, content);
    inFolder('base.rng', `<grammar ${RNG}><start><element name="a"><ref name="b"/></element></start></grammar>`);
    inFolder('sp ace/é.rng', `<element name="b" ${RNG}><attribute name="n"/></element>`);
    const grammarWith = (href: string): string =>
      `<grammar ${RNG}><include href="base.rng"/><define name="b"><externalRef href="${href}"/></define>
      <!-- <include href="gone.rng"/> --></grammar>`;
    const rng = inFolder('main.rng', grammarWith('sp%20ace/%C3%A9.rng'));
    expect(messages(rng, '<a>\n<b n="1"/></a>')).toEqual([]);
    expect(messages(rng, '<a>\n<b/></a>')).toEqual(['2: <b> lacks the attribute @n.']);
    expect(() => check(inFolder('raw.rng', grammarWith('sp ace/é.rng')), '<a/>')).toThrow('sp%20ace/%C3%A9.rng');

    const XSD = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';
    inFolder('sp ace/part.xsd', `<xs:schema ${XSD}><xs:element name="a" type="xs:integer"/></xs:schema>`);
    const xsd = inFolder('main.xsd', `<xs:schema ${XSD}><xs:include schemaLocation="sp%20ace/part.xsd"/></xs:schema>`);
    expect(check(xsd, '<a>1</a>')).toEqual([]);
    expect(check(xsd, '<a>one</a>')).toHaveLength(1);
  });

  test('of several namespaces tell which of them a name is of, where it is not that of the element', () => {
    const XSD = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';
    write('note.xsd', `<xs:schema ${XSD} targetNamespace="urn:n"><xs:element name="note"/></xs:schema>`);
    const xsd = write(
      'letter.xsd',
      `<xs:schema ${XSD} targetNamespace="urn:l" xmlns:n="urn:n" elementFormDefault="qualified"><xs:import namespace="urn:n" schemaLocation="note.xsd"/>
<xs:element name="letter"><xs:complexType><xs:sequence><xs:element ref="n:note"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
    );
    expect(messages(xsd, '<letter xmlns="urn:l" xmlns:o="urn:o" o:by="x"><note/></letter>')).toEqual([
      "1: Element 'letter', attribute '{urn:o}by': The attribute '{urn:o}by' is not allowed.",
      "1: Element 'note': This element is not expected. Expected is ( {urn:n}note ).",
    ]);
    expect(messages(xsd, '<letter xmlns="urn:l"><note xmlns=""/></letter>')).toEqual([
      "1: Element 'note': This element is not expected. Expected is ( {urn:n}note ).",
    ]);
  });

  test('know the elements of TEI beside those of Foreign Relations', () => {
    const TEI = 'http://www.tei-c.org/ns/1.0';
    const FRUS = 'http://history.state.gov/frus/ns/1.0';
    const XSD = `xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:tei="${TEI}" elementFormDefault="qualified"`;
    write('tei.xsd', `<xs:schema ${XSD} targetNamespace="${TEI}"><xs:element name="p"/></xs:schema>`);
    const xsd = write(
      'frus.xsd',
      `<xs:schema ${XSD} targetNamespace="${FRUS}"><xs:import namespace="${TEI}" schemaLocation="tei.xsd"/>
<xs:element name="attachment"><xs:complexType><xs:sequence><xs:element ref="tei:p"/></xs:sequence></xs:complexType></xs:element></xs:schema>`,
    );
    expect(messages(xsd, `<frus:attachment xmlns:frus="${FRUS}"/>`)).toEqual([
      "1: Element 'frus:attachment': Missing child element(s). Expected is ( p ).",
    ]);
    const within = (child: string) => messages(xsd, `<frus:attachment xmlns:frus="${FRUS}">${child}</frus:attachment>`);
    expect([...within('<p/>'), ...within('<o:p xmlns:o="urn:o"/>'), ...within(`<q xmlns="${TEI}"/>`)]).toEqual([
      "1: Element 'p' of no namespace: This element is not expected. Expected is ( p ).",
      "1: Element '{urn:o}p': This element is not expected. Expected is ( p ).",
      "1: Element 'q': This element is not expected. Expected is ( p ).",
    ]);
  });

  test('tell attributes of prefixes that nobody knows as they are written', () => {
    const rng = grammar('<element name="a"><text/></element>');
    expect(messages(rng, '<a xmlns:o="urn:o" o:by="x" xml:lang="de">t</a>')).toEqual([
      '1: attribute o:by is not allowed on <a>.',
      '1: attribute xml:lang is not allowed on <a>.',
    ]);
  });

  test('several at once each say their part', () => {
    const a = grammar('<element name="x"><attribute name="a"/></element>');
    const b = grammar('<element name="x"><optional><attribute name="b"/></optional></element>');
    expect(validate('<x b="1"/>', { schema: [a, b], noRules: true }).map(({ message }) => message)).toEqual([
      '<x> lacks the attribute @a.',
      'attribute b is not allowed on <x>; expected @a.',
    ]);
  });

  test('in XML Schema give the engine’s words, at the place', () => {
    const schema = write(
      'a.xsd',
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a"><xs:complexType><xs:sequence><xs:element name="b" maxOccurs="2"/></xs:sequence>
      <xs:attribute name="n" type="xs:integer"/></xs:complexType></xs:element></xs:schema>`,
    );
    expect(check(schema, '<a n="1"><b/></a>')).toEqual([]);
    const text = '<a\n n="x">\n<b/> text <b/><b/>\n</a>';
    expect(check(schema, text)).toMatchObject([
      { line: 2, column: 2, message: expect.stringContaining("'x' is not a valid value") },
      { line: 3, column: 6, message: expect.stringContaining('Character content') },
      { line: 3, column: 15, message: expect.stringContaining("Element 'b': This element is not expected") },
    ]);
    expect(check(schema, '<a>\n</a>')).toMatchObject([
      { line: 2, column: 1, message: expect.stringContaining('Missing child') },
    ]);
  });

  test('with IDREF have their links judged', () => {
    const schema = grammar(
      '<element name="a"><zeroOrMore><element name="b"><optional><attribute name="id"><data type="ID"/></attribute></optional><optional><attribute name="to"><data type="IDREFS"/></attribute></optional></element></zeroOrMore></element>',
    );
    expect(check(schema, '<a><b to="y x"/><b id="x"/><b id="y"/></a>')).toEqual([]);
    expect(messages(schema, '<a>\n<b to="x z"/>\n<b id="x"/></a>')).toEqual([
      '2: attribute to refers to "z", which is no id of this document.',
    ]);
    expect(messages(schema, '<a>\n<b id="x"/>\n<b id="x"/></a>')).toEqual([
      '3: the id "x" is already used in this document.',
    ]);
  });

  test('with IDREF that our own reader can’t read have the engine’s verdict', () => {
    const schema = grammar(
      `<element name="doc"><optional><attribute name="ref"><data type="IDREF"/></attribute></optional>
      <optional><attribute name="l"><data type="string"><param name="pattern">\\p{IsTagalog}+</param></data></attribute></optional></element>`,
    );
    expect(messages(schema, '<wrong/>')).toEqual([
      expect.stringMatching(/^1: References between ids .* not checked/),
      expect.stringContaining('element'),
    ]);
    expect(check(schema, '<doc l="ᜀ"/>').map(({ severity }) => severity)).toEqual(['info']);
  });

  test('with IDREF: so have documents with entities, which our own reader can’t expand', () => {
    const schema = grammar(
      '<element name="doc"><optional><attribute name="ref"><data type="IDREF"/></attribute></optional></element>',
    );
    const errors = validate('<!DOCTYPE doc [<!ENTITY e "x">]><doc wrong="&e;"/>', {
      schema: [schema],
      noRules: true,
      allowDoctype: true,
    }).filter(({ severity }) => severity === 'error');
    expect(errors).toHaveLength(1);
  });
});

describe('our own RELAX NG', () => {
  const own = (content: string, text: string) =>
    validator(readGrammar(grammar(content)))
      .validate(parseXml(text), text)
      ?.map(({ message }) => message);

  test('interleaves', () => {
    const schema =
      '<element name="a"><interleave><element name="b"><empty/></element><optional><element name="c"><empty/></element></optional><group><element name="d"><empty/></element><element name="e"><empty/></element></group></interleave></element>';
    for (const valid of ['<a><d/><b/><e/></a>', '<a><c/><b/><d/><e/></a>', '<a><d/><e/><c/><b/></a>'])
      expect(own(schema, valid)).toEqual([]);
    expect(own(schema, '<a><e/><b/></a>')).toEqual(['<e> is not allowed here; expected <b>, <c> or <d>.']);
    expect(own(schema, '<a><d/><b/></a>')).toEqual(['<a> is incomplete; expected <c> or <e>.']);
  });

  test('knows lists, values, exceptions and classes of names', () => {
    const schema = `<element name="a"><attribute name="v"><list><oneOrMore><choice><value>x</value><value type="integer">1</value></choice></oneOrMore></list></attribute>
      <zeroOrMore><attribute><anyName><except><nsName ns=""/></except></anyName></attribute></zeroOrMore>
      <data type="token"><except><value>no</value></except></data></element>`;
    expect(own(schema, '<a v=" x 01 x " xml:lang="en">yes</a>')).toEqual([]);
    expect(own(schema, '<a v="x 2">yes</a>')).toEqual([
      'the value "x 2" of attribute v on <a> is not allowed; expected "x" or "1".',
    ]);
    expect(own(schema, '<a v="x" w="">yes</a>')).toEqual(['attribute w is not allowed on <a>; expected @any name.']);
    expect(own(schema, '<a v="x">no</a>')).toEqual(['the text "no" of <a> is not allowed; expected token.']);
    expect(own(schema, '<a>yes</a>')).toEqual(['<a> lacks the attribute @v.']);
  });

  test('goes on after an error without echoes', () => {
    const schema =
      '<element name="a"><element name="b"><text/></element><oneOrMore><element name="c"><attribute name="n"/><text/></element></oneOrMore><optional><element name="d"><text/></element></optional></element>';
    expect(own(schema, '<a><c n="1"/><c/><x><y/></x>text<d/></a>')).toEqual([
      '<c> is not allowed here; expected <b>.',
      '<c> lacks the attribute @n.',
      '<x> is not allowed here; expected <c>, <d> or the end of <a>.',
      'text is not allowed here in <a>; expected <c>, <d> or the end of <a>.',
    ]);
  });

  test('finds the same whatever documents came before', () => {
    const schema = grammar(
      `<grammar><start><element name="a"><zeroOrMore><choice><ref name="b"/><element name="d"><ref name="x"/></element></choice></zeroOrMore></element></start>
      <define name="b"><element name="b"><element name="c"><ref name="x"/></element></element></define>
      <define name="x"><element name="x"><attribute name="n"/></element></define></grammar>`,
    );
    const texts = ['<a><x/></a>', '<a><b><c><x n="1"/></c></b></a>', '<a><c><y/></c></a>', '<a><d/><b/></a>'];
    const used = validator(readGrammar(schema));
    for (const text of [...texts, ...texts]) {
      const fresh = validator(readGrammar(schema));
      expect(used.validate(parseXml(text), text)).toEqual(fresh.validate(parseXml(text), text));
    }
  });

  test('names the namespace where only that is wrong', () => {
    const schema = '<element name="a" ns="http://example.org/"><empty/></element>';
    expect(own(schema, '<a/>')).toEqual(['<a> in no namespace is not allowed here; expected <a>.']);
    expect(own(schema, '<q:a xmlns:q="http://example.org/"/>')).toEqual([]);
  });

  test('takes combined definitions and nested grammars', () => {
    const schema = `<grammar><start combine="choice"><ref name="a"/></start><start combine="choice"><element name="z"><empty/></element></start>
      <define name="att" combine="interleave"><optional><attribute name="p"/></optional></define><define name="att" combine="interleave"><optional><attribute name="q"/></optional></define>
      <define name="a"><element name="a"><ref name="att"/><grammar><start><choice><element name="in"><parentRef name="att"/></element><empty/></choice></start></grammar></element></define></grammar>`;
    for (const valid of ['<z/>', '<a p="1" q="2"><in q="1"/></a>', '<a/>']) expect(own(schema, valid)).toEqual([]);
    expect(own(schema, '<y/>')).toEqual(['<y> is not allowed here; expected <a> or <z>.']);
  });
});

describe('datatypes', () => {
  const CASES: [type: string, params: Param[], good: string[], bad: string[]][] = [
    [
      'date',
      [],
      ['1955-08-01', '2000-02-29', '1955-08-01Z', '1955-08-01-05:00', ' 1955-08-01 '],
      ['1955-02-29', '1900-02-29', '1955-13-01', '55-08-01', '1955-8-1', '0000-01-01'],
    ],
    [
      'dateTime',
      [],
      ['1955-08-01T24:00:00', '1955-08-01T19:15:00.5+14:00'],
      ['1955-08-01T24:00:01', '1955-08-01', '1955-08-01T19:15', '1955-08-01T19:15:00+15:00'],
    ],
    ['gYearMonth', [], ['1955-08'], ['1955-00', '1955']],
    ['gMonthDay', [], ['--02-29'], ['--02-30']],
    ['duration', [], ['P1Y', '-P1M2D', 'PT1.5S'], ['P', 'P1YT', '1Y']],
    ['NCName', [], ['a', '_b-1', 'é'], ['1a', 'a:b', '', 'a b']],
    [
      'integer',
      [
        { name: 'minInclusive', value: '2' },
        { name: 'maxExclusive', value: '5' },
      ],
      ['2', '+4', ' 03 '],
      ['1', '5', 'x', '2.0'],
    ],
    ['decimal', [{ name: 'fractionDigits', value: '2' }], ['1.25', '1.250', '-.5'], ['1.255', '1e3']],
    ['string', [{ name: 'length', value: '3' }], ['abc', '𝔘ab'], ['ab', 'abcd']],
    ['token', [{ name: 'pattern', value: '#\\S+( #\\S+)*' }], ['#a', ' #a  #b '], ['a', '#a b']],
    ['boolean', [], ['true', '0'], ['TRUE', 'yes']],
    ['anyURI', [], ['a b', '#x', 'http://x/%20'], ['%zz']],
  ];
  test.each(CASES)('%s %j', (type, params, good, bad) => {
    const { allows } = datatype(XSD_DATATYPES, type, params);
    expect(good.filter((text) => !allows(text))).toEqual([]);
    expect(bad.filter(allows)).toEqual([]);
  });

  test('that are unknown are an error of the grammar', () => {
    expect(() => datatype('http://example.org/', 'date')).toThrow(SyntaxError);
    expect(() => datatype(XSD_DATATYPES, 'datum')).toThrow('datum');
  });

  test('regular expressions of XML Schema', () => {
    const CASES: [string, string[], string[]][] = [
      ['\\i\\c*', ['a1', 'é:x'], ['1a']],
      ['[a-z-[aeiou]]+', ['xyz'], ['xaz']],
      ['\\p{IsGreek}+', ['αβ'], ['ab']],
      ['[^\\s]{2,3}', ['ab'], ['a b', 'abcd']],
      ['a.b', ['a.b', 'axb'], ['a\nb']],
      ['^$', ['^$'], ['']],
      ['\\w+\\d', ['é٣'], ['-1']],
      ['[+\\-]\\p{Lu}', ['-A'], ['-a']],
      ['(\\-?[\\d]+/\\-?[\\d]+)', ['-3/4', '3/-4'], ['3-4', '3\\-4']],
      ['\\[a\\]\\^\\.', ['[a]^.'], ['a^.']],
      ['\\p{IsDevanagari}+', ['नौः'], ['noh']],
      ['[\\p{IsGreek}\\p{IsGreekExtended}]+', ['αἀ'], ['a']],
      ['\\p{IsCJKUnifiedIdeographsExtensionB}', ['𠮷'], ['船']],
    ];
    for (const [pattern, good, bad] of CASES) {
      expect([...good, ...bad].filter((text) => xsdRegex(pattern).test(text))).toEqual(good);
    }
  });
});

describe('places', () => {
  const text =
    '<?xml version="1.0"?><!-- <a> --><r><![CDATA[<b>]]><t:b x=">" xmlns:t="u">x</t:b><b/><c a=\'"\'>\n</c><b/></r>';
  test.each([
    ['/*', '<r>'],
    ['/r/b[2]', '<b/>'],
    ['/*/*[3]', '<c'],
    ['/*/t:b', '<t:b'],
    ['/r/c/text()', '<c'],
  ])('%s', (xpath, start) => {
    const place = placeOf(outline(text), xpath);
    expect(text.slice(place?.start).startsWith(start)).toBe(true);
  });
});

describe('the place of an attribute', () => {
  const placeIn = (tag: string, name: string): string | undefined => {
    const place = attributePlace(`<r>${tag}`, { start: 3, tagEnd: tag.length + 3 }, name);
    return place && `<r>${tag}`.slice(...place);
  };
  test.each([
    ['<p data-x="1">', 'data-x', 'data-x="1"'],
    ['<p a.b=\'1\' aXb="2">', 'a.b', "a.b='1'"],
    ['<p a="x" ab="y" b = "z"/>', 'b', 'b = "z"'],
    [`<p title=" n='1' > "\n n='2'>`, 'n', "n='2'"],
    ['<n n="1">', 'n', 'n="1"'],
  ])('%s', (tag, name, written) => {
    expect(placeIn(tag, name)).toBe(written);
    expect(placeIn(tag, 'none')).toBeUndefined();
  });

  test('that a grammar refuses, whatever characters its name has', () => {
    const schema = grammar('<element name="p"><text/></element>');
    const text = '<p\n data-x.y·z="1">x</p>';
    expect(check(schema, text)).toMatchObject([
      { line: 2, column: 2, message: 'attribute data-x.y·z is not allowed on <p>.' },
    ]);
  });
});

test.runIf(jingInstalled())(
  'verdicts and places are jing’s (skipped without jing)',
  () => {
    const text = `<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="d1" n="1">
<head>1. Telegram<note n="1" xml:id="d1fn1" type="source">Source: none.</note></head>
<opener><dateline rendition="#right"><hi rend="italic"><placeName>Strelsau</placeName>, <date when="1955-06-07">June 7</date></hi></dateline></opener>
<p>12. Text <pb n="2" xml:id="pg_2"/> and <gloss target="#t_A1">A</gloss>.</p>
<list type="subject"><head>SUBJECT</head>
<item>One</item>
<item>Two<note n="2" xml:id="d1fn2">See <ref target="#d2">Document 2</ref>.</note></item></list>
<table rows="1" cols="2"><row><cell>a</cell>
<cell>b</cell></row></table>
<closer><signed><persName><hi rend="strong">Hentzau</hi></persName></signed></closer>
</div>`;
    const validateText = (mutated: string) => validate(mutated, { noRules: true });
    const result = agreement([text], 30, 3, 'schemas/teigram/teigram.rng', validateText, join(folder, 'mutants'));
    expect(result.invalid).toBeGreaterThan(10);
    expect(result.verdicts).toEqual([]);
    expect(result.places).toEqual([]);
  },
  120_000,
);
