import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readAuthority } from '../src/authority/read.js';
import { validate } from '../src/check/validate.js';
import { convert, factsOfText } from '../src/convert.js';
import { risingPages, spanOf } from '../src/volume/check.js';
import { joinFrame, outline, parseManifest, plainManifest, prepareVolume, splitVolume } from '../src/volume/index.js';
import { missingEntries } from '../src/volume/links.js';
import { byNumber } from '../src/volume/order.js';
import { missingPages } from '../src/volume/pages.js';
import { cutElements } from '../src/xml/cut.js';
import { parseXml } from '../src/xml/parse.js';

const MANIFEST = `
volume: frus1955-57v99
title: { series: Foreign Relations of the United States, sub-series: 1955–1957, volume-number: Volume XCIX, volume: Ruritania & Zenda }
editors: [{ name: Antonia Mauban, role: primary }]
published: 1991
content: { from: 1955, to: 1957 }
lists: [lists.csv]
contents:
  - page: 1
  - compilation: Ruritania
    contents:
      - chapter: Strelsau
        contents: [d1.xml, d2.xml]
      - chapter: Zenda
        id: zenda
        contents: ["*.xml"]
`;
const text = (n: number, body: string): string =>
  `${n}. Telegram From the Embassy in Ruritania to the Department of State\n\nStrelsau, March ${n}, 1956—6 p.m.\n\n${body}\n`;
const TEXTS: Readonly<Record<string, string>> = {
  'd1.xml': text(1, 'All quiet.'),
  'd2.xml': text(2, 'All quiet, said Sapt. [Page 3] Still.'),
  'd3.xml': text(3, 'See it. [Page 5] End.'),
  'd10.xml': text(4, 'Done.'),
};
const FILES = Object.fromEntries(
  Object.entries(TEXTS).map(([name, body]) => [name, convert(body, { validate: false }).output]),
);
const LISTS = readAuthority([
  { name: 'lists.csv', text: 'kind,id,name,description\nperson,p_SA1,"Sapt, Anton",Minister & Colonel\n' },
]);

function build(files: Readonly<Record<string, string>> = FILES, manifest = MANIFEST) {
  const parsed = parseManifest(manifest, 'volume.yaml');
  expect(parsed.problems).toEqual([]);
  const { parts, problems } = outline(parsed.manifest!.contents, 'volume.yaml', (pattern) =>
    pattern === '*.xml' ? Object.keys(files).sort(byNumber) : pattern in files ? [pattern] : [],
  );
  expect(problems).toEqual([]);
  const prepared = prepareVolume({
    ...{ manifest: parsed.manifest!, manifestFile: 'volume.yaml', parts, lists: LISTS, version: '0' },
    read: (file) => files[file]!,
  });
  let xml = '';
  const more = prepared.write?.((piece) => {
    xml += piece;
  });
  return { xml, problems: [...prepared.problems, ...(more ?? [])] };
}

describe('building', () => {
  const { xml, problems } = build();

  test('gives a valid volume', () => {
    expect(problems).toEqual([]);
    expect(validate(xml, { noRules: true })).toEqual([]);
  });

  test('has divisions with heads, dates and identifiers', () => {
    expect(xml).toContain(
      '<title type="complete">Foreign Relations of the United States, 1955–1957, Volume XCIX, Ruritania &amp; Zenda</title>',
    );
    expect(xml).toContain(
      '<div type="compilation" xml:id="comp1" frus:doc-dateTime-min="1956-03-01T18:00:00-05:00" frus:doc-dateTime-max="1956-03-04T18:00:00-05:00">\n<head>Ruritania</head>',
    );
    expect(xml).toMatch(/<div type="chapter" xml:id="ch1" [^>]*>\n<head>Strelsau<\/head>/);
    expect(xml).toMatch(/<div type="chapter" xml:id="zenda" [^>]*>\n<head>Zenda<\/head>/);
    expect(xml.match(/xmlns/g)).toHaveLength(2);
  });

  test('tells in its header who wrote to whom, by document', () => {
    expect(xml).toContain(
      '<correspDesc corresp="#d1"><correspAction type="sent"><orgName>Embassy in Ruritania</orgName>',
    );
    const undated = FILES['d3.xml']!.replace(
      'calendar="gregorian"',
      'ana="#date_undated-inferred-from-volume-coverage"',
    );
    const built = build({
      ...FILES,
      'd3.xml': undated.replace('<orgName>', '<persName corresp="#p_X1">X</persName><orgName>'),
    });
    expect(built.xml).toContain('<category xml:id="date_undated-inferred-from-volume-coverage">');
    expect(built.xml).toContain('<persName>X</persName>');
    expect(validate(built.xml, { noRules: true })).toEqual([]);
  });

  test('lists persons in the front', () => {
    expect(xml).toContain(
      '<item><hi rend="strong"><persName xml:id="p_SA1">Sapt, Anton</persName></hi>, Minister &amp; Colonel</item>',
    );
  });

  test('puts missing page breaks where a document must have begun them', () => {
    expect(xml.match(/<pb n="\d"/g)).toEqual(['<pb n="1"', '<pb n="2"', '<pb n="3"', '<pb n="4"', '<pb n="5"']);
    // Page 4 begins with the chapter that begins with document 3.
    expect(xml).toMatch(/<\/div>\n<pb n="4" xml:id="pg_4"\/>\n<div type="chapter" xml:id="zenda"/);
  });

  test('takes documents that stand close to what holds them', () => {
    const close = (xml: string): string => xml.replace(/<\/div>\s*<\/body>/, '</div></body>');
    const files = Object.fromEntries(Object.entries(FILES).map(([name, body]) => [name, close(body)]));
    expect(files['d1.xml']).not.toBe(FILES['d1.xml']);
    expect(build(files).xml).toBe(xml);
  });

  test('moves page breaks at the edge of a document out of it', () => {
    const div =
      '<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="d1" n="1"><pb n="2" xml:id="pg_2"/>\n<head>1. Note</head><p>Yes.</p><pb n="3" xml:id="pg_3"/> </div>';
    const built = build({ ...FILES, 'd1.xml': div, 'd2.xml': FILES['d2.xml']!.replaceAll('3', '4') }).xml;
    expect(built).toContain(
      '<pb n="2" xml:id="pg_2"/>\n<div type="document" xml:id="d1" n="1">\n<head>1. Note</head><p>Yes.</p>\n</div>\n<pb n="3" xml:id="pg_3"/>\n<div',
    );
  });

  const withRefs = (refs: string): Record<string, string> => ({
    ...FILES,
    'd2.xml': FILES['d2.xml']!.replace('All quiet', refs),
  });

  test('settles links across documents', () => {
    const built = build(
      withRefs(
        '<ref target="#d9fn1">footnote 1</ref>, <ref target="#d9"><hi rend="italic">supra</hi></ref> <ref target="#d3"><hi>infra</hi></ref> <ref target="frus1955-57v99#pg_4">page 4</ref> <ref target="frus1955-57v21#d4">there</ref>',
      ),
    );
    expect(built.xml).toContain(
      '<ref target="#d1"><hi rend="italic">supra</hi></ref> <ref target="#d3"><hi>infra</hi></ref>',
    );
    expect(built.xml).toContain('<ref target="#pg_4">page 4</ref> <ref target="frus1955-57v21#d4">there</ref>');
    // Document 1 has no note: the link goes, its words stay.
    expect(built.xml).toContain('footnote 1, <ref');
    expect(built.problems.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'link-to-nowhere: “footnote 1” points to #d1fn1, which is not in the volume: the link is left out',
    ]);
  });

  test('settles links of front and back matter', () => {
    const preface =
      '<div xmlns="http://www.tei-c.org/ns/1.0" type="section" xml:id="preface">\n<head>Preface</head>\n<p>See <ref target="#d2">Document 2</ref>, <ref target="#d77">Document 77</ref> and <persName corresp="#p_X1">X</persName>.</p>\n</div>';
    const index =
      '<div type="section" xml:id="index"><head>Index</head><list><item>Sapt, <ref target="#pg_3">3</ref>, <ref target="#pg_99">99</ref></item></list></div>';
    const files = { ...FILES, 'preface.xml': preface, 'index.xml': index };
    const manifest = `${MANIFEST.replace('"*.xml"', 'd3.xml, d10.xml')}front: [preface.xml]\nback: [index.xml]\n`;
    const built = build(files, manifest);
    expect(built.xml).toContain(
      '<p>See <ref target="#d2">Document 2</ref>, Document 77 and <persName>X</persName>.</p>\n</div>\n',
    );
    expect(built.xml).toContain('<item>Sapt, <ref target="#pg_3">3</ref>, 99</item>');
    expect(built.problems.map(({ file, line, code }) => [file, line, code])).toEqual([
      ['preface.xml', 3, 'link-to-nowhere'],
      ['index.xml', 1, 'link-to-nowhere'],
      ['volume.yaml', undefined, 'no-entry'],
    ]);
  });

  test('missing pages are errors, as the house rules have it; the volume is written', () => {
    const { xml, problems } = build({ ...FILES, 'd3.xml': convert(text(3, 'See it. [Page 50] End.')).output });
    expect(problems).toMatchObject([{ code: 'pages-missing', severity: 'error' }]);
    expect(validate(xml).map(({ rule }) => rule)).toContain('page-sequence');
  });

  test('takes out links of names that are in no list', () => {
    const built = build(withRefs('<persName corresp="#p_X1">X</persName> <persName corresp="#p_SA1">Sapt</persName>'));
    expect(built.xml).toContain('<persName>X</persName> <persName corresp="#p_SA1">Sapt</persName>');
    expect(built.problems.map(({ message }) => message)).toEqual(['#p_X1 is in no list: 1 link left out']);
    expect(missingEntries(['#p_A1', '#p_A1', '#t_B1'], 'm', false)).toMatchObject([
      { code: 'no-entry', message: 'left out: 3 links of names to 2 persons and terms, for the volume has no lists' },
    ]);
  });

  test('the pages of cables are their own', () => {
    const cable = (n: number): string => {
      const text = `CONFIDENTIAL\n\nPAGE 01 STRELS 0432${n} 141011Z\n\nR 141000Z MAR 56\nFM AMEMBASSY STRELSAU\nTO SECSTATE WASHDC\nC O N F I D E N T I A L STRELSAU 432${n}\nTAGS: PFOR\nSUBJ: TALKS\n1. ALL QUIET.\n\nCONFIDENTIAL\n\nPAGE 02 STRELS 0432${n} 141011Z\n\n2. STILL.\n`;
      return convert(text, { doc: `d${n}`, validate: false }).output;
    };
    const files = { ...FILES, 'd2.xml': cable(2), 'd3.xml': cable(3) };
    const { xml, problems } = build({ ...files, 'd10.xml': convert(text(4, 'Done. [Page 2] Now.')).output });
    expect(problems).toEqual([]);
    expect(xml).toContain('xml:id="d2pg_1"');
    expect(xml).toContain('xml:id="d3pg_1"');
    expect(validate(xml).map(({ rule }) => rule)).not.toContain('page-sequence');
  });

  test('a document without an identifier has no pages of its own', () => {
    for (const [id, prefix] of [
      ['', 'undefined'],
      [' xml:id=""', ''],
    ]) {
      const page = (n: number) => `<pb n="${n}" xml:id="${prefix}pg_${n}"/>`;
      const xml = `<div type="document"${id}><p>One ${page(81)} two ${page(83)} three.</p></div>`;
      const rules = validate(xml, { profile: 'frus', noSchema: true }).map(({ rule }) => rule);
      expect(rules).toContain('page-sequence');
    }
  });

  test('refuses what cannot be one volume', () => {
    const twice = build({ ...FILES, 'd2.xml': FILES['d1.xml']! });
    expect(twice.xml).toBe('');
    expect(twice.problems.map(({ code }) => code)).toEqual([
      'duplicate-id',
      'number-not-consecutive',
      'number-not-consecutive',
      'pages-missing',
    ]);
    expect(build({ ...FILES, 'd2.xml': '<div' }).problems[0]).toMatchObject({
      file: 'd2.xml',
      code: 'not-well-formed',
    });
    expect(build({ ...FILES, 'd2.xml': '<p/>' }).problems[0]).toMatchObject({ file: 'd2.xml', code: 'no-document' });
  });
});

test('pages that are missing between documents', () => {
  const stretch = (id: string, ...pages: string[]) => ({ id, file: id, pages, size: 100, lead: 10, tail: 10 });
  const place = (...of: ReturnType<typeof stretch>[]) => missingPages(of);
  expect([...place(stretch('d1', '1'), stretch('d2', '3')).before]).toEqual([['d2', ['2']]]);
  const estimated = place(stretch('d1', '1'), stretch('d2'), stretch('d3', '3'));
  expect([...estimated.before]).toEqual([['d2', ['2']]]);
  expect(estimated.problems).toMatchObject([{ code: 'page-estimated', file: 'd2' }]);
  expect(place(stretch('d1', '1'), stretch('d2', '9')).problems).toMatchObject([{ code: 'pages-missing' }]);
  expect(place(stretch('d1', 'IV'), stretch('d2', '9')).before.size).toBe(0);
  expect(
    risingPages([
      { file: 'a', n: '4' },
      { file: 'b', n: '4' },
    ]),
  ).toMatchObject([{ file: 'b', code: 'page-out-of-order' }]);
});

test('pages of a facsimile, which begin with 1 in a later document, are its own', () => {
  const text = (n: number): string => `${n}. Memorandum\n\n[Page 1]\n\nAll is quiet [Page 2] here.`;
  const pages = (n: number): string[] => convert(text(n)).output.match(/(?<=<pb [^>]*xml:id=")[^"]*/g) ?? [];
  expect([pages(189), pages(1)]).toEqual([
    ['d189-01', 'd189-02'],
    ['pg_1', 'pg_2'],
  ]);
  expect([factsOfText(text(189)).pages, factsOfText(text(1)).pages]).toEqual([[], ['1', '2']]);
});

test('the span of documents goes by instant, not by letter', () => {
  const facts = (min: string) => ({ file: '', id: '', n: undefined, ids: [], min, max: min });
  const [tokyo, washington] = ['1955-08-01T05:00:00+09:00', '1955-07-31T20:00:00-05:00'];
  expect(spanOf([facts(washington), facts(tokyo)])).toEqual({ min: tokyo, max: washington });
  expect(spanOf([])).toEqual({});
});

describe('manifests', () => {
  const wrong = (yaml: string): string[] =>
    parseManifest(yaml, 'm.yaml').problems.map(({ line, message }) => `${line}: ${message}`);

  test('what is wrong is all told, by line', () => {
    expect(wrong('volume: [')).toHaveLength(1);
    expect(
      wrong(
        'volume: Frus 1\ntitle: { series: A, sub-series: B, volume-number: C, volume: D }\ncontents:\n  - chapters: X\n  - page: y\n',
      ),
    ).toEqual([
      '1: volume: should be an identifier such as frus1955-57v23p1',
      '4: contents.0.chapters: unknown; known are compilation, chapter, subchapter, section, page, facs, id, contents',
      '4: contents.0: neither a document, a page nor one of compilation, chapter, subchapter, section',
      '5: contents.1.page: should be a page number',
    ]);
  });

  test('a day is one that there is', () => {
    const dated = (published: string): string[] =>
      wrong(
        `volume: v\ntitle: { series: A, sub-series: B, volume-number: C, volume: D }\npublished: ${published}\ncontents: []\n`,
      );
    for (const day of ['1991', '1991-12', '1992-02-29']) expect(dated(day)).toEqual([]);
    for (const day of ['1991-13', '1991-02-29', '1991-06-31', '91'])
      expect(dated(day)).toEqual(['3: published: should be a year or a date']);
  });

  test('an entry of contents is one thing', () => {
    const title = 'volume: v\ntitle: { series: A, sub-series: B, volume-number: C, volume: D }\n';
    const entries =
      '  - chapter: X\n    section: Y\n    contents: [a.xml]\n  - page: 1\n    contents: [b.xml]\n  - chapter: Z\n';
    expect(wrong(`${title}contents:\n${entries}`)).toEqual([
      '4: contents.0: is both chapter and section: give each an entry of its own',
      '8: contents.1.contents: a page has none',
      '9: contents.2.contents: is missing: a list',
    ]);
  });

  test('JSON will do', () => {
    const json = JSON.stringify({ ...plainManifest('frus1955-57v23p1'), contents: ['d1.xml'] });
    expect(parseManifest(json, 'm.json').manifest?.title['sub-series']).toBe('1955–57');
  });

  test('a folder without one is told by its name', () => {
    expect(plainManifest('frus1955-57v23p1')).toMatchObject({
      title: { complete: 'Foreign Relations of the United States, 1955–57, Volume 23, Part 1, frus1955-57v23p1' },
      content: { from: '1955', to: '1957' },
    });
    expect(plainManifest('frus1969-76ve05p2').title['volume-number']).toBe('Volume E–5, Part 2');
    expect(plainManifest('volume').title.complete).toBe('Foreign Relations of the United States, volume');
    expect(plainManifest('frus1914Supp').content).toEqual({ from: '1914', to: '1914' });
  });
});

describe('splitting', () => {
  const pieces = (xml: string, size: number): string[] => xml.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];

  function split(xml: string, size = 1 << 16) {
    const files = new Map<string, string>();
    let frame = '';
    const documents = splitVolume(pieces(xml, size), {
      document: (name, document) => files.set(name, document),
      frame: (piece) => {
        frame += piece;
      },
    });
    return { files, frame, documents };
  }
  function rejoined({ files, frame }: ReturnType<typeof split>): string {
    let xml = '';
    const { refused } = joinFrame(frame, {
      read: (name) => files.get(name)!,
      write: (piece) => {
        xml += piece;
      },
    });
    expect(refused).toEqual([]);
    return xml;
  }

  test('is undone by joining, to the byte, however the volume is read', () => {
    const { xml } = build();
    for (const size of [1, 7, 64, 1 << 16]) {
      const parts = split(xml, size);
      expect([...parts.files.keys()]).toEqual(['d1.xml', 'd2.xml', 'd3.xml', 'd4.xml']);
      expect(rejoined(parts)).toBe(xml);
    }
  });

  test('gives documents that stand alone', () => {
    for (const document of split(build().xml).files.values()) expect(validate(document, { noRules: true })).toEqual([]);
  });

  test('gives no document the name of the frame', () => {
    const xml = '<TEI><div type="document" xml:id="volume"/><div type="document" xml:id="Volume"/></TEI>';
    const parts = split(xml);
    expect([...parts.files.keys()]).toEqual(['volume-2.xml', 'Volume-3.xml']);
    expect(rejoined(parts)).toBe(xml);
  });

  test('keeps what others write', () => {
    const xml =
      '\ufeff<?xml version="1.0"?>\r\n<!-- <div type="document"> --><TEI xmlns="http://www.tei-c.org/ns/1.0" xmlns:x="urn:x"><![CDATA[<div type="document">]]>\r\n😀<div  type = \'document\' xml:id="d1">a<x:y/><div type="document" xml:id="d2"/>é😀</div ><div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="d1"/><?pi <div?>&amp;</TEI>\r\n';
    for (const size of [1, 2, 3, 5, 1000]) {
      const parts = split(xml, size);
      expect([...parts.files.keys()]).toEqual(['d1.xml', 'd1-2.xml']);
      for (const document of parts.files.values()) parseXml(document);
      expect(rejoined(parts)).toBe(xml);
    }
  });

  test('names of files stay in the folder', () => {
    const { files } = split('<a><div type="document" xml:id="../../etc/d1"/><div type="document"/></a>');
    expect([...files.keys()]).toEqual(['document-1.xml', 'document-2.xml']);
    const frame = '<a><xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="../d1.xml"/></a>';
    expect(joinFrame(frame, { read: () => 'secret', write: () => {} })).toEqual({
      documents: 0,
      refused: ['../d1.xml'],
    });
  });

  test('cutting gives all of the text, in order, for any text', () => {
    const tree = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('a', ' < '.replace('<', '&lt;'), '\n', '😀', '<!-- <b> -->', '<b/>'),
        fc
          .tuple(fc.constantFrom('b', 'c', 'bb'), fc.array(tie('node'), { maxLength: 4 }))
          .map(([name, children]) => `<${name} x=">">${children.join('')}</${name}>`),
      ),
    })).node;
    fc.assert(
      fc.property(fc.array(tree), fc.integer({ min: 1, max: 9 }), (nodes, size) => {
        const xml = `<r>${nodes.join('')}</r>`;
        let [all, rest] = ['', ''];
        cutElements(pieces(xml, size), {
          choose: ({ name }) => name === 'b',
          element: (each) => {
            expect(each).toMatch(/^<b[ />]/);
            parseXml(each);
            all += each;
          },
          rest: (each) => {
            rest += each;
            all += each;
          },
        });
        expect(all).toBe(xml);
        expect(rest.replace(/<!--.*?-->/g, '')).not.toMatch(/<b[ />]/);
      }),
    );
  });
});
