/** What holds for all rules together: profiles, settings, silencing, places. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import v8 from 'node:v8';
import vm from 'node:vm';
import { afterAll, describe, expect, it } from 'vitest';
import { activeRules } from '../src/check/active.js';
import { ConfigError, readConfig } from '../src/check/config.js';
import { RULES } from '../src/check/rules/index.js';
import { profileOf } from '../src/check/rules/profile.js';
import { runRules } from '../src/check/rules/run.js';
import { validate } from '../src/check/validate.js';
import { scanXml } from '../src/xml/scan.js';

const folder = mkdtempSync(join(tmpdir(), 'teigram-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ids = (xml: string, options: Parameters<typeof validate>[1] = {}): string[] =>
  validate(xml, { noSchema: true, profile: 'frus', ...options }).map(({ rule }) => rule);

const TEXT = '<p>in 1952-1954, <hi rend="italics">sic</hi>, pages 16-19</p>';

it('straight quotation marks are found and left to a person; apostrophes in words are mended', () => {
  const found = validate('<p>the "Congress", it\'s</p>', { noSchema: true, profile: 'frus' });
  expect(found.map(({ fix }) => fix?.[0]?.text)).toEqual([undefined, undefined, '’']);
});

it('texts are not held on to', () => {
  v8.setFlagsFromString('--expose-gc');
  const collect = vm.runInNewContext('gc') as () => void;
  const held = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const text = (i: number) =>
    Buffer.from(
      `<div type="document" xml:id="d1"><opener><dateline><date when="1955-08-01T19:15:00.${i}-05:00">x</date></dateline></opener><p>${'abcdefg '.repeat(1e5)}</p></div>`,
    ).toString();
  ids(text(0));
  const before = held();
  for (let i = 1; i <= 30; i++) ids(text(i));
  expect(held() - before).toBeLessThan(8e6);
});

describe('settings', () => {
  it('turn rules off and give them other severities', () => {
    expect(ids(TEXT)).toEqual(['hyphen-range', 'rend-value', 'hyphen-range']);
    expect(ids(TEXT, { rules: { 'hyphen-range': 'off' } })).toEqual(['rend-value']);
    const [first] = validate(TEXT, { noSchema: true, profile: 'frus', rules: { 'hyphen-range': 'error' } });
    expect(first).toMatchObject({ rule: 'hyphen-range', severity: 'error' });
  });

  it('leave out frus rules under the profile tei, unless one is named', () => {
    expect(ids(TEXT, { profile: 'tei' })).toEqual([]);
    expect(ids(TEXT, { profile: 'tei', rules: { 'rend-value': 'on' } })).toEqual(['rend-value']);
    expect(activeRules('frus')).toHaveLength(RULES.length);
  });

  it('leave out all rules under noRules', () => {
    expect(ids(TEXT, { noRules: true })).toEqual([]);
  });

  it('hold for what the grammar and the parser find, an id that is there twice among it', () => {
    const twice = '<p xmlns="http://www.tei-c.org/ns/1.0"><hi xml:id="a">x</hi><hi xml:id="a">y</hi></p>';
    const of = (options: Parameters<typeof validate>[1]) =>
      validate(twice, { profile: 'frus', ...options }).map(({ rule, severity }) => `${rule} ${severity}`);
    expect(of({})).toEqual(['schema error', 'duplicate-id error']);
    expect(of({ noRules: true })).toEqual(['schema error', 'duplicate-id error']);
    expect(of({ rules: { schema: 'off', 'duplicate-id': 'warning' } })).toEqual(['duplicate-id warning']);
    expect(of({ rules: { schema: 'info', 'duplicate-id': 'off' } })).toEqual(['schema info']);
    const silent = twice.replace('<hi', '<?teigram-disable duplicate-id -- as printed?><hi');
    expect(ids(silent, { noSchema: true })).toEqual([]);
    expect(() => validate(twice, { rules: { 'well-formed': 'off' } })).toThrow(/“well-formed” can't be set/);
  });

  it('hold for Schematron tests by their ids', async () => {
    const file = join(folder, 'weighed.sch');
    const rules =
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="p"><assert id="closer" test="closer">x</assert></rule></pattern></schema>';
    writeFileSync(file, rules);
    const of = (setting: 'off' | 'info') =>
      validate(TEXT, { noSchema: true, noRules: true, schematron: [file], rules: { closer: setting } });
    expect(of('off')).toEqual([]);
    expect(of('info')).toMatchObject([{ rule: 'closer', severity: 'info' }]);
    expect(() => validate(TEXT, { rules: { closer: 'off' } })).toThrow(/no Schematron test of that id/);
    const config = join(folder, 'own.json');
    writeFileSync(config, '{"rules":{"closer":"off"},"schematron":"weighed.sch"}');
    expect((await readConfig(folder, config)).config.rules).toEqual({ closer: 'off' });
    writeFileSync(config, '{"rules":{"closer":"off"}}');
    expect((await readConfig(folder, config, { schematron: [file] })).config.rules).toEqual({ closer: 'off' });
    await expect(readConfig(folder, config)).rejects.toThrow('closer');
    const document = (model: string) => {
      const path = join(folder, 'named.xml');
      writeFileSync(path, `${model}<TEI/>`);
      return () => Promise.resolve([path]);
    };
    const names = document('<?xml-model href="weighed.sch"?>');
    expect((await readConfig(folder, config, {}, names)).config).toEqual({ rules: { closer: 'off' } });
    const namesNone = document('');
    expect((await readConfig(folder, config, {}, namesNone)).config).toEqual({
      rules: { closer: 'off' },
      unheard: ['closer'],
    });
    writeFileSync(config, '{"rules":{"rend-valeu":"off"}}');
    await expect(readConfig(folder, config, {}, namesNone)).rejects.toThrow('did you mean “rend-value”?');
    writeFileSync(config, '{"rules":{"closer":"off"},"schematron":"none.sch"}');
    await expect(readConfig(folder, config)).rejects.toThrow(/none\.sch.*ENOENT/);
  });

  it('are read from a file and from package.json', async () => {
    writeFileSync(join(folder, 'package.json'), '{"teigram":{"profile":"tei"}}');
    expect((await readConfig(folder)).config).toEqual({ profile: 'tei' });
    writeFileSync(join(folder, 'teigram.config.json'), '{"rules":{"rend-value":"off"},"known":"list.txt"}');
    expect((await readConfig(folder)).config).toEqual({
      rules: { 'rend-value': 'off' },
      known: [join(folder, 'list.txt')],
    });
  });

  it.each([
    ['{"rules":{"no-such-rule":"off"}}', 'no-such-rule'],
    ['{"rules":{"rend-value":"loud"}}', 'rend-value'],
    ['{"rules":[]}', 'is an object'],
    ['{"colour":"red"}', 'colour'],
    ['{"profile":"teh"}', 'profile'],
    ['{"known":[1]}', 'known'],
    ['{"rules":', 'JSON'],
  ])('that make no sense are told: %s', async (text, word) => {
    writeFileSync(join(folder, 'teigram.config.json'), text);
    await expect(readConfig(folder)).rejects.toThrow(ConfigError);
    await expect(readConfig(folder)).rejects.toThrow(word);
  });

  it.each([
    ['{\n  "profile": "frus",\n}', 'line 3, column 1: “}”'],
    ['{"rules":', 'line 1, column 10: it ends too early'],
    ['{"known": "a\\"', 'line 1, column 15: it ends too early'],
    ['{"known": "\\x"}', 'line 1, column 12: “\\x"}”'],
    ['{"known": "a\nb"}', 'line 1, column 13: a string goes on over a bare line end'],
    ['{"profile": tei}', 'line 1, column 13: “tei}”'],
    ["{'profile': 1}", 'line 1, column 2'],
    ['{"known": ["a" "b"]}', 'line 1, column 16'],
    ['{"known": [1.5e3, -0, null, {}, [], "\\u00e9"] 7}', 'line 1, column 47'],
    ['{"known": 01}', 'line 1, column 11'],
    ['{} x', 'line 1, column 4'],
  ])('that are not JSON are told with file and place: %s', async (text, place) => {
    const file = join(folder, 'teigram.config.json');
    writeFileSync(file, text);
    await expect(readConfig(folder)).rejects.toThrow(`${file}: not JSON: ${place}`);
  });
});

describe('the profile of a file', () => {
  it.each([
    ['<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="frus1955-57v23p1"/>', 'frus'],
    ['<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="d38" n="38"/>', 'frus'],
    ['<div xmlns="http://www.tei-c.org/ns/1.0" xml:id="d38" n="38" type="document"/>', 'frus'],
    ['<t:div xmlns:t="http://www.tei-c.org/ns/1.0" type="document" xml:id="d38"/>', 'frus'],
    [
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><div n="1" xml:id="d1"\n type = "document"/></text></TEI>',
      'frus',
    ],
    ['<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letters"><text/></TEI>', 'tei'],
    ['<div xmlns="http://www.tei-c.org/ns/1.0"><!-- <div type="document" xml:id="d1"/> --></div>', 'tei'],
  ])('%s', (xml, profile) => {
    expect(profileOf(scanXml(xml))).toBe(profile);
  });
});

describe('silencing', () => {
  const between = (instruction: string) =>
    `<body><p>1952-1954</p><?${instruction}?><p>1955-1957</p><?teigram-enable hyphen-range?><p>1958-1960</p></body>`;

  it('holds from one instruction to the next', () => {
    const found = validate(between('teigram-disable hyphen-range -- as in the original'), {
      noSchema: true,
      profile: 'frus',
    });
    expect(found.map(({ message }) => message.match(/\d{4}/)?.[0])).toEqual(['1952', '1958']);
  });

  it('without names holds for every rule', () => {
    expect(ids(between('teigram-disable -- a facsimile'))).toEqual(['hyphen-range', 'hyphen-range']);
  });

  it('wants a reason', () => {
    expect(ids(between('teigram-disable hyphen-range'))).toContain('disable-without-reason');
    expect(ids(between('teigram-disable hyphen-range --'))).toHaveLength(4);
  });

  it('wants a rule that there is', () => {
    const xml = between('teigram-disable hyphen-rage -- typo');
    expect(validate(xml, { noSchema: true, profile: 'frus' })[1]?.message).toContain('hyphen-rage');
  });

  it('wants a rule that there is for its end, too', () => {
    const xml = '<body><?teigram-disable hyphen-range -- why?><p/><?teigram-enable hyphen-rage?></body>';
    expect(validate(xml, { noSchema: true, profile: 'frus' })).toContainEqual(
      expect.objectContaining({ rule: 'disable-without-reason', message: 'There is no rule “hyphen-rage” to enable' }),
    );
  });

  it.each([
    [
      'a rule that was never silent',
      'teigram-disable hyphen-range -- why',
      'teigram-enable hyphen-range straight-quotes',
      ['straight-quotes', 'hyphen-range', 'straight-quotes'],
    ],
    [
      'one of two',
      'teigram-disable hyphen-range straight-quotes -- why',
      'teigram-enable hyphen-range',
      ['hyphen-range'],
    ],
    ['one of all', 'teigram-disable -- why', 'teigram-enable hyphen-range', ['hyphen-range']],
    [
      'all',
      'teigram-disable straight-quotes -- why',
      'teigram-enable',
      ['hyphen-range', 'hyphen-range', 'straight-quotes'],
    ],
  ])('ends for the rules that its end names: %s', (_, from, to, found) => {
    const text = "<p>1952-1954, it's</p>";
    expect(ids(`<body><?${from}?>${text}<?${to}?>${text}</body>`)).toEqual(found);
  });

  it('knows the rules of a Schematron that the document names', () => {
    writeFileSync(
      join(folder, 'own.sch'),
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="p"><assert id="no-two" test="false()">never</assert></rule></pattern></schema>',
    );
    const file = join(folder, 'd1.xml');
    const model = '<?xml-model href="own.sch" schematypens="http://purl.oclc.org/dsdl/schematron"?>';
    const xml = `${model}<body><?teigram-disable no-two -- why?><p>a</p><?teigram-enable no-two?><p>b</p></body>`;
    const found = validate(xml, { file, profile: 'tei' }).filter(({ rule }) => /^no-two|^disable/.test(rule));
    expect(found.map(({ rule, offset }) => [rule, offset])).toEqual([['no-two', xml.indexOf('<p>b')]]);
  });

  it('is found among many', () => {
    const one = "<?teigram-disable hyphen-range -- why?><p>1952-1954</p><?teigram-enable?><p>it's</p>";
    const { findings } = runRules(`<body>${one.repeat(20_000)}</body>`, {
      profile: 'tei',
      rules: activeRules('frus').filter(({ rule }) => /^(?:hyphen-range|straight-quotes)$/.test(rule.id)),
      known: () => true,
    });
    expect(findings).toHaveLength(20_000);
  });

  it('silences the grammar too', () => {
    const wrong = '<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="d1" n="1"><bogus/></div>';
    const rules = (xml: string) => validate(xml, { noRules: true }).map(({ rule }) => rule);
    expect(rules(wrong)).toContain('schema');
    expect(rules(wrong.replace('<bogus/>', '<?teigram-disable schema -- to come?><bogus/>'))).toEqual([]);
  });
});

describe('places', () => {
  it('are right behind references, CDATA, comments, tags and line ends', () => {
    const xml =
      '<?xml version="1.0"?>\r\n<!DOCTYPE p [<!ENTITY x "1-2">]>\r\n<p xmlns="http://www.tei-c.org/ns/1.0">a &amp; b &#x2013;\r\n<!-- 1-2 --><hi>19</hi>52-1954 <![CDATA[5-6]]></p>';
    const { findings } = runRules(xml, { profile: 'frus', rules: activeRules('frus'), known: () => true });
    const ranges = findings.filter(({ rule }) => rule === 'hyphen-range');
    expect(ranges.map(({ offset }) => xml.slice(offset! - 2, offset! + 3))).toEqual(['52-19', '[5-6]']);
    expect(ranges[0]).toMatchObject({ line: 4, endLine: 4 });
  });

  it('see prefixes for what they are', () => {
    const xml = '<tei:p xmlns:tei="http://www.tei-c.org/ns/1.0"><tei:hi rend="italics">a</tei:hi></tei:p>';
    expect(ids(xml)).toEqual(['rend-value']);
    expect(ids('<p xmlns="http://www.w3.org/1999/xhtml"><hi rend="italics">a</hi></p>')).not.toContain(
      'empty-paragraph',
    );
  });
});

describe('the scan', () => {
  it.each([
    '',
    '<p',
    '<p>',
    '<p></q>',
    '</p>',
    '<p a=b/>',
    '<p a="1/>',
    '<!-- ',
    '<![CDATA[',
    '<?x',
    '<p/><p/>',
    '<!DOCTYPE [',
    '<',
    '< p/>',
  ])('says where %j can not be read on', (xml) => {
    const { problem } = scanXml(xml);
    expect(problem?.message).toBeTruthy();
    expect(problem?.offset).toBeLessThanOrEqual(xml.length);
  });

  it('stops at a depth', () => {
    expect(scanXml('<p>'.repeat(50), 20).problem?.message).toContain('20');
  });
});
