import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { schemaFindings } from '../src/check/output.js';
import { BUILTIN_SCHEMA } from '../src/check/schema/folder.js';
import { validate } from '../src/check/validate.js';
import type { LedgerEntry } from '../src/ledger.js';
import { source } from '../src/source.js';

/** By the grammar alone. */
const grammarFindings = (xml: string) => validate(xml, { noRules: true });

const SEED = '../shared/seed/telegram.gold.xml';

const DIV = '<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="d1" n="1">';

/** A document of the series in small. */
const DOCUMENT = `${DIV}
<head>1. Telegram From the <gloss type="from">Embassy in Ruritania</gloss> to the <gloss type="to">Department of
State</gloss><note n="1" xml:id="d1fn1" type="source">Source: Central Files, 123.45/6–755. Secret.</note></head>
<opener><dateline rendition="#right"><hi rend="italic"><placeName>Strelsau</placeName>, <date when="1955-06-07T19:00:00+01:00"
calendar="gregorian">June 7, 1955—7 p.m.</date></hi></dateline></opener>
<p>12. Your 34.<note n="2" xml:id="d1fn2">See <ref target="#d2">Document 2</ref>.</note> Text goes <pb n="2" xml:id="pg_2"/> on.</p>
<closer><signed><persName><hi rend="strong">Hentzau</hi></persName></signed></closer>
</div>`;

const HEADER = `<teiHeader><fileDesc><titleStmt><title type="complete">Ruritania</title></titleStmt>
<publicationStmt><publisher>Office</publisher><date type="publication-date" when="1988">1988</date><idno type="frus">frus1955-57v99</idno></publicationStmt>
<sourceDesc><p>Text</p></sourceDesc></fileDesc>
<encodingDesc><appInfo><application ident="teigram" version="0.1.0"><label>teigram</label></application></appInfo>
<tagsDecl><rendition xml:id="right" scheme="css">text-align: right</rendition></tagsDecl></encodingDesc>
<profileDesc><creation><date when="1955-06-07">June 7</date></creation><langUsage><language ident="en">English</language></langUsage>
<textClass><keywords><term>telegram</term></keywords></textClass>
<correspDesc><correspAction type="sent"><orgName>Embassy in Ruritania</orgName><placeName>Strelsau</placeName><date when="1955-06-07">June 7</date></correspAction>
<correspAction type="received"><orgName>Department of State</orgName></correspAction></correspDesc></profileDesc>
<revisionDesc><change when="2026-01-01">made</change></revisionDesc></teiHeader>`;

describe('the built-in schema takes', () => {
  test('a lone document', () => {
    expect(grammarFindings(DOCUMENT)).toEqual([]);
  });

  test('a whole TEI document with front, body and back', () => {
    const inner = DOCUMENT.replace(' xmlns="http://www.tei-c.org/ns/1.0"', '');
    const chapter = `<div type="chapter" xml:id="ch1"><head>Chapter</head>${inner}</div>`;
    const persons = `<div type="section" xml:id="persons"><head>Persons</head><list type="names"><item><hi rend="strong"><persName xml:id="p_HR1">Hentzau, Rupert</persName></hi>, Ambassador</item></list></div>`;
    const tei = `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1955-57v99">${HEADER}<text><front>${persons}</front><body>${chapter}</body><back/></text></TEI>`;
    expect(grammarFindings(tei)).toEqual([]);
  });

  test('attachments in the namespace of the series, and its dates', () => {
    const frus = DOCUMENT.replace(
      '<div ',
      '<div xmlns:frus="http://history.state.gov/frus/ns/1.0" frus:doc-dateTime-min="1955-06-07T13:00:00-05:00" ',
    ).replace('</closer>', '</closer><frus:attachment><head>Paper</head><p>Text.</p></frus:attachment>');
    expect(grammarFindings(frus)).toEqual([]);
  });

  test.runIf(existsSync(SEED))('the worked example (skipped without ../shared)', () => {
    expect(grammarFindings(readFileSync(SEED, 'utf8'))).toEqual([]);
  });
});

describe('the built-in schema refuses', () => {
  const cases: [what: string, from: string, to: string, message: RegExp, at: string][] = [
    ['a rend that is not on the list', '<hi rend="strong">', '<hi rend="bold">', /value "bold"/, 'rend="bold"'],
    [
      'a note in a note',
      '<ref target="#d2">Document 2</ref>',
      '<note>x</note>',
      /<note> is not allowed here/,
      '<note>x',
    ],
    ['ref/@corresp', 'ref target=', 'ref corresp="#d3" target=', /corresp/, 'corresp="#d3"'],
    ['a page without an id', ' xml:id="pg_2"', '', /xml:id/, '<pb n="2"'],
    ['a Z for +00:00', '19:00:00+01:00', '19:00:00Z', /when/, 'when="1955-06-07T19:00:00Z"'],
    ['the thirtieth of February', '1955-06-07T19:00:00+01:00', '1955-02-30', /when/, 'when="1955-02-30"'],
    ['an unknown calendar', '"gregorian"', '"lunar"', /calendar/, 'calendar="lunar"'],
    ['a person without #', '<persName>', '<persName corresp="p_H1">', /corresp/, 'corresp="p_H1"'],
    ['a paragraph after the closing', '</closer>', '</closer><p>x</p>', /<p> is not allowed here/, '<p>x</p>'],
    ['text between blocks', '<closer>', 'stray <closer>', /text|[Cc]haracter/, 'stray'],
    ['an id used twice', 'xml:id="d1fn2"', 'xml:id="d1fn1"', /already used/, 'xml:id="d1fn1">See'],
    ['an id with a colon', 'xml:id="d1fn2"', 'xml:id="d1:fn2"', /not a name/, 'xml:id="d1:fn2"'],
  ];
  test.each(cases)('%s, at its place', (_, from, to, message, at) => {
    expect(DOCUMENT).toContain(from);
    const text = DOCUMENT.replace(from, to);
    const [finding, ...rest] = grammarFindings(text);
    expect(rest).toEqual([]);
    expect(finding?.message).toMatch(message);
    const offset = text.indexOf(at);
    const before = text.slice(0, offset).split('\n');
    expect(finding).toMatchObject({ offset, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 });
  });

  test('several things at once, in order', () => {
    const text = DOCUMENT.replace('rend="italic"', 'rend="italics"')
      .replace(' xml:id="pg_2"', '')
      .replace('<closer>', '<closer n="1">');
    expect(grammarFindings(text).map(({ line }) => line)).toEqual([4, 6, 7]);
  });

  test('a lost end tag, where the next element cannot stand and where the parser gives up', () => {
    const text = DOCUMENT.replace('</p>', '');
    expect(grammarFindings(text)).toMatchObject([
      { rule: 'schema', line: 7, message: expect.stringContaining('<closer> is not allowed here') },
      { rule: 'well-formed', line: 8, message: '</div> stands where <p> of line 6 should be closed.' },
    ]);
  });

  test('a name of one slip, and which was meant', () => {
    const hints = (from: string, to: string) => grammarFindings(DOCUMENT.replaceAll(from, to)).map(({ hint }) => hint);
    expect(hints('persName', 'persname')).toEqual(['Did you mean <persName>?']);
    expect(hints('target=', 'targte=')).toContain('Did you mean @target?');
    expect(hints('"strong"', '"stong"')).toEqual(['Did you mean "strong"?']);
    // An element that there is, in a wrong place, or a name near to none, is no slip.
    expect(hints('</closer>', '</closer><p>x</p>').join()).not.toContain('Did you mean');
    expect(hints('persName', 'who')).toEqual([undefined]);
  });

  test('all that might stand at a place, where the message has only some of it', () => {
    const [finding] = grammarFindings(DOCUMENT.replaceAll('persName', 'persname'));
    const [, shown, more] = /expected one of (.*) and (\d+) more\.$/.exec(finding?.message ?? '') ?? [];
    expect(shown).not.toContain('<title>');
    expect(finding?.expected).toContain('<title>');
    expect(finding?.expected).toHaveLength((shown?.split(', ').length ?? 0) + Number(more));
    expect(grammarFindings(DOCUMENT.replace('type="from"', 'type="frm"'))[0]).not.toHaveProperty('expected');
  });

  test('a list without items, at its end tag', () => {
    const text = `${DIV}<head>A</head>\n<list>\n</list></div>`;
    expect(grammarFindings(text)).toMatchObject([{ line: 3, column: 1 }]);
  });
});

describe('an output of our own that breaks it', () => {
  const text = source('Alpha.\n\nBeta.', 'a.txt');
  const wrapped = (inner: string): [string, LedgerEntry[]] => {
    const output = `${DIV}\n<head>Alpha.</head>\n${inner}</div>`;
    const entry = (words: string): LedgerEntry => {
      const start = text.text.indexOf(words);
      return { kind: 'text', start, end: start + words.length, at: output.indexOf(words) };
    };
    return [output, [entry('Alpha.'), entry('Beta.')]];
  };

  test('is told at the place in the text', () => {
    expect(schemaFindings(...wrapped('<p>Beta.</p>'), text)).toEqual([]);
    expect(schemaFindings(...wrapped('<para>Beta.</para>'), text)).toMatchObject([
      {
        file: 'a.txt',
        line: 3,
        column: 1,
        endColumn: 6,
        message: expect.stringContaining('<para> is not allowed here'),
      },
    ]);
  });

  test('so much that it is no XML, too', () => {
    const [finding, ...rest] = schemaFindings(...wrapped('<p>Beta.</para>'), text);
    expect(finding).toMatchObject({ rule: 'well-formed', line: 3, hint: expect.stringContaining('a bug of teigram') });
    expect(rest).toEqual([]);
  });
});

test('the derived schemas are up to date', () => {
  const { status, stdout, stderr } = spawnSync('node', [join(BUILTIN_SCHEMA, '../derive.js'), '--check'], {
    encoding: 'utf8',
  });
  expect(stdout + stderr).toMatch(/up to date|trang is not installed/);
  expect(status).toBe(0);
});
