/** The quick way: its verdict is the engine's, wherever it gives one. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { BUILTIN_SCHEMA } from '../src/check/schema/folder.js';
import { readGrammar } from '../src/check/schema/rng/grammar.js';
import { validator } from '../src/check/schema/rng/validate.js';
import { anything } from '../src/check/stream/anything.js';
import { derivedAutomaton } from '../src/check/stream/derived.js';
import { judge } from '../src/check/stream/judge.js';
import { type Table, tableAutomaton } from '../src/check/stream/table.js';
import { tabulate } from '../src/check/stream/tabulate.js';
import { validate } from '../src/check/validate.js';
import { mutate } from '../src/fuzz/mutate.js';
import { seeded } from '../src/train/adagrad.js';
import { parseXml } from '../src/xml/parse.js';
import { runs } from './properties.js';

const RNG = join(BUILTIN_SCHEMA, 'teigram.rng');
const table = JSON.parse(readFileSync(join(BUILTIN_SCHEMA, 'teigram.table.json'), 'utf8')) as Table;
const byTable = judge(() => tableAutomaton(table));
const byGrammar = judge(() => derivedAutomaton(readGrammar(RNG)));
const byNothing = judge(anything);

const verdict = (xml: string | Buffer, by = byTable) => {
  const bytes = Buffer.from(xml);
  return by.judge(Buffer.concat([bytes, Buffer.alloc(1)]), bytes.length);
};

const TEI = 'xmlns="http://www.tei-c.org/ns/1.0"';
const div = (body: string, attributes = ''): string =>
  `<div ${TEI} type="document" xml:id="d1" n="1"${attributes}><head>1. Letter</head>${body}</div>`;
const samples = ['telegram.xml', 'volume.xml'].flatMap((name) => {
  try {
    return [readFileSync(join('samples', name), 'utf8')];
  } catch {
    return [];
  }
});

test('the table is that of the grammar', () => {
  expect(tabulate(readGrammar(RNG))).toEqual(table);
});

describe('documents that are understood', () => {
  test.each([
    ['valid', div('<p>Text</p>')],
    [
      'valid',
      `<?xml version="1.0" encoding="UTF-8"?>\n<!-- c --><?php echo?>\n${div('<p>“Text” &amp; &#x2013; <![CDATA[<x>]]></p>')}\n`,
    ],
    ['valid', div("<p rend='italic'>a<lb/>b</p>")],
    [
      'valid',
      `<t:div xmlns:t="http://www.tei-c.org/ns/1.0" type="document" xml:id="d1" n="1"><t:head>1</t:head><t:p/></t:div>`,
    ],
    ['invalid', div('<p rend="bold">Text</p>')],
    ['invalid', div('<para>Text</para>')],
    ['invalid', div('stray<p>Text</p>')],
    ['invalid', div('<p><pb xml:id="pg_1"/></p>')],
    ['invalid', div('<p/>', ' foo="bar"')],
    ['valid', div('<p><persName xml:id="Q44448" corresp="#bohlen">A</persName> <gloss target="#nato">B</gloss></p>')],
    ['invalid', div('<p><persName corresp="bohlen">A</persName></p>')],
    ['invalid', '<div/>'],
  ])('%s: %s', (expected, xml) => {
    expect(verdict(xml)).toBe(expected);
    expect(verdict(xml, byGrammar)).toBe(expected);
    expect(validate(xml, { noRules: true }).length === 0).toBe(expected === 'valid');
  });
});

describe('documents that are for the full parser', () => {
  test.each([
    ['', 'nothing'],
    ['<p>', 'an end that is missing'],
    ['<p></q>', 'another end'],
    ['<p/><p/>', 'two roots'],
    ['text<p/>', 'text outside'],
    ['<p>a & b</p>', 'a bare ampersand'],
    ['<p>&nbsp;</p>', 'an entity'],
    ['<p>&#0;</p>', 'a reference to no character'],
    ['<p>&#xFFFE;</p>', 'a reference to another'],
    ['<p>\u0001</p>', 'a control character'],
    ['<p>\0</p>', 'NUL'],
    ['<p>\ufffe</p>', 'no character'],
    ['<p>]]></p>', 'the end of a section'],
    ['<p a="1" a="2"/>', 'an attribute twice'],
    ['<p xmlns:a="http://x.org/" xmlns:b="http://x.org/" a:n="1" b:n="2"/>', 'an attribute twice, by namespace'],
    ['<p a="<"/>', 'a tag in a value'],
    ['<p a=1/>', 'no quotes'],
    ['<p a="1"b="2"/>', 'no space'],
    ['<x:p/>', 'a prefix that is not declared'],
    ['<p xmlns:x=""/>', 'a prefix for nothing'],
    ['<p xml:id="a"><q xml:id="a"/></p>', 'an id twice'],
    ['<p xml:id="1a"/>', 'an id that is no name'],
    ['<!DOCTYPE p><p/>', 'a DOCTYPE'],
    ['<!-- a -- b --><p/>', 'a comment with two hyphens'],
    ['<p><?xml version="1.0"?></p>', 'a declaration inside'],
    ['<?xml-model href="a.rng"?><p/>', 'a model'],
    ['<p><?teigram-disable all -- why?></p>', 'an instruction to the checker'],
    ['<?xml version="1.1"?><p/>', 'another version'],
    ['<?xml version="1.0" encoding="latin1"?><p/>', 'another encoding'],
    ['<?xml version="1.0" encoding="US-ASCII"?><p>é</p>', 'bytes that are not in the encoding'],
    ['<é/>', 'a name of other letters'],
    [`${'<p>'.repeat(300)}${'</p>'.repeat(300)}`, 'depth'],
  ])('%j: %s', (xml) => {
    expect(verdict(xml, byNothing)).toBe('unknown');
    expect(verdict(xml)).toBe('unknown');
  });

  test('bytes that are not UTF-8', () => {
    expect(verdict(Buffer.from([0x3c, 0x70, 0x3e, 0xff, 0x3c, 0x2f, 0x70, 0x3e]))).toBe('unknown');
  });
});

test('one judge takes many documents: what was an id in one may be one in the next', () => {
  for (let i = 0; i < 3; i++) expect(verdict(div('<p/>'))).toBe('valid');
});

test('mutated samples: never another verdict than the engine has', () => {
  const random = seeded(5);
  const texts = [...samples, div('<p>One<note n="1" xml:id="d1fn1">Note.</note></p><list><item>x</item></list>')];
  for (let i = 0; i < 400; i++) {
    const { text } = mutate(texts[i % texts.length]!, random);
    const said = verdict(text);
    expect(verdict(text, byGrammar)).toBe(said);
    if (said !== 'unknown')
      expect([said, text]).toEqual([validate(text, { noRules: true }).length === 0 ? 'valid' : 'invalid', text]);
  }
});

describe('attributes that hang on each other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'teigram-stream-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'grammar.rng');
  const inGrammar = (content: string): void =>
    writeFileSync(
      file,
      `<grammar xmlns="http://relaxng.org/ns/structure/1.0"><start><element name="doc">${content}</element></start>
      <define name="e"><element name="e"><optional><attribute name="a"/></optional></element></define></grammar>`,
    );

  test.each([
    ['valid', '<doc when="1950"/>'],
    ['valid', '<doc to="1951" from="1950"/>'],
    ['invalid', '<doc from="1950"/>'],
    ['invalid', '<doc to="1950"/>'],
    ['invalid', '<doc when="1950" to="1951"/>'],
    ['invalid', '<doc/>'],
  ])('%s: %s', (expected, xml) => {
    inGrammar(
      '<choice><attribute name="when"/><group><attribute name="from"/><attribute name="to"/></group></choice><text/>',
    );
    const by = judge(() => derivedAutomaton(readGrammar(file)));
    expect(verdict(xml, by)).toBe(expected);
  });

  /** Patterns by the rules of RELAX NG: no attribute twice in a group. */
  const pattern = (names: readonly string[], depth: number): fc.Arbitrary<string> => {
    const attributes = names.flatMap((name) => [
      `<attribute name="${name}"/>`,
      `<attribute name="${name}"><value>x</value></attribute>`,
    ]);
    const leaf = fc.constantFrom(
      ...attributes,
      ...attributes,
      '<empty/>',
      '<text/>',
      '<optional><ref name="e"/></optional>',
    );
    if (depth === 0) return leaf;
    const inner = pattern(names, depth - 1);
    const both = fc.tuple(fc.constantFrom('group', 'interleave'), fc.subarray([...names])).chain(([kind, some]) => {
      const others = names.filter((name) => !some.includes(name));
      const parts = fc.tuple(pattern(some, depth - 1), pattern(others, depth - 1));
      return parts.map(([a, b]) => `<${kind}>${a}${b}</${kind}>`);
    });
    return fc.oneof(
      leaf,
      inner.map((one) => `<optional>${one}</optional>`),
      fc.tuple(inner, inner).map(([a, b]) => `<choice>${a}${b}</choice>`),
      both,
    );
  };
  const NAMES = ['a', 'b', 'c', 'd'];
  const document = fc
    .tuple(
      fc.shuffledSubarray(NAMES),
      fc.array(fc.constantFrom('x', 'y'), { minLength: 4, maxLength: 4 }),
      fc.constantFrom('', 't', '<e/>', '<e a="x"/>'),
    )
    .map(([names, values, inside]) => `<doc${names.map((n, i) => ` ${n}="${values[i]}"`).join('')}>${inside}</doc>`);

  test('any grammar and document: the verdict is that of our own validator', () => {
    const documents = fc.array(document, { minLength: 30, maxLength: 30 });
    fc.assert(
      fc.property(pattern(NAMES, 3), documents, (content, texts) => {
        inGrammar(content);
        const own = validator(readGrammar(file));
        const by = judge(() => derivedAutomaton(readGrammar(file)));
        for (const text of texts) {
          const isValid = own.validate(parseXml(text), text)?.length === 0;
          expect([content, text, verdict(text, by)]).toEqual([content, text, isValid ? 'valid' : 'invalid']);
        }
      }),
      { numRuns: runs(200) },
    );
  });
});

test('any text whatever: no crash, and no verdict on what is not well-formed', () => {
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<p/>',
    '<',
    '>',
    '&',
    '"',
    ' a="b"',
    ']]>',
    '<!--',
    '-->',
    '<?',
    '?>',
    'x',
    ' ',
    'é',
    '\0',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const xml = parts.join('');
      if (verdict(xml, byNothing) !== 'unknown') expect(validate(xml, { noRules: true, noSchema: true })).toEqual([]);
    }),
  );
});
