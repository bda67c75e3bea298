/** Every report is read back by its own ecosystem's tool or schema. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { parse as parseJunit, type TestSuites } from 'junit2json';
import { Parser as TapParser } from 'tap-parser';
import { describe, expect, it } from 'vitest';
import { baselineOf, parseBaseline, withoutKnown } from '../src/check/report/baseline.js';
import { FORMATS, type Format } from '../src/check/report/index.js';
import type { Report } from '../src/check/report/report.js';
import type { KeyedFinding } from '../src/check/settings.js';
import { validate } from '../src/check/validate.js';

const require = createRequire(import.meta.url);
const MarkdownIt = require('markdown-it') as new () => { render(text: string): string };

const NASTY = 'a "b" <c> & %d, e:f|g `h` \u0001 ]]> ::error:: --- ...';
const TEXT = `<p>in 1952-1954, <hi rend="italics">sic</hi></p>\n<p>${'long '.repeat(60)}16-19 ${'tail '.repeat(40)}</p>\n`;

const finding = (more: Partial<KeyedFinding>): KeyedFinding => ({
  rule: 'hyphen-range',
  severity: 'warning',
  message: 'A hyphen',
  line: 1,
  column: 11,
  endLine: 1,
  endColumn: 12,
  offset: 10,
  endOffset: 11,
  key: '0123456789abcdef',
  ...more,
});

const FILES = [
  {
    path: 'vol/a b#1.xml',
    findings: [
      finding({ fix: [{ start: 10, end: 11, text: '–' }] }),
      finding({
        rule: 'rend-value',
        severity: 'error',
        message: NASTY,
        hint: 'Write “italic”.',
        column: 22,
        endColumn: 36,
      }),
      finding({
        rule: 'schema',
        severity: 'error',
        message: 'Two\nlines',
        expected: ['<p>', 'text'],
        line: 2,
        endLine: 3,
        column: 308,
      }),
      finding({ rule: 'italic-expected', severity: 'info' }),
    ],
  },
  { path: 'vol/clean.xml', findings: [] },
  { path: 'vol/warned.xml', findings: [finding({})] },
];

const report = (more: Partial<Report> = {}): Report => ({
  files: FILES,
  limit: Number.POSITIVE_INFINITY,
  known: 0,
  unasked: 0,
  version: '1.2.3',
  textOf: () => TEXT,
  colour: false,
  ...more,
});

const render = async (format: Format, more: Partial<Report> = {}): Promise<string> =>
  (await FORMATS[format]())(report(more));

describe('json', () => {
  it('holds every finding and the counts', async () => {
    const read = JSON.parse(await render('json'));
    expect(read.summary).toMatchObject({ files: 3, clean: 1, findings: 5, error: 2, warning: 2, info: 1, mendable: 1 });
    expect(read.summary.byRule).toEqual({ 'hyphen-range': 2, 'italic-expected': 1, 'rend-value': 1, schema: 1 });
    expect(read.findings).toEqual(
      FILES.flatMap(({ path, findings }) => findings.map((each) => ({ ...each, file: path }))),
    );
  });
});

describe('sarif', () => {
  const schema = JSON.parse(
    readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
  );
  const ajv = addFormats.default(new Ajv04.default({ strict: false, allErrors: true, unicodeRegExp: false }));
  const valid = ajv.compile(schema);

  it.each([
    ['all', {}],
    ['nothing', { files: [] }],
    ['no findings', { files: [FILES[1]!] }],
  ])('is valid against the schema: %s', async (_, more) => {
    valid(JSON.parse(await render('sarif', more)));
    expect(valid.errors).toBeNull();
  });

  it('is not valid with anything else', () => {
    expect(valid({ version: '2.1.0', runs: [{ tool: {} }] })).toBe(false);
  });

  it('points at every place, with level, fingerprint and fix', async () => {
    const [run] = JSON.parse(await render('sarif')).runs;
    expect(run.results).toHaveLength(5);
    expect(run.tool.driver).toMatchObject({ name: 'teigram', version: '1.2.3' });
    const [first, second] = run.results;
    expect(first).toMatchObject({
      ruleId: 'hyphen-range',
      level: 'warning',
      partialFingerprints: { 'teigram/v1': '0123456789abcdef' },
    });
    expect(first.locations[0].physicalLocation.artifactLocation.uri).toBe('vol/a%20b%231.xml');
    expect(first.locations[0].physicalLocation.region).toMatchObject({
      startLine: 1,
      startColumn: 11,
      endLine: 1,
      endColumn: 12,
    });
    expect(first.fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('–');
    expect(second.message.text).toBe(`${NASTY} Write “italic”.`);
    expect(run.results[2].properties).toEqual({ expected: ['<p>', 'text'] });
    for (const { ruleId } of run.results)
      expect(run.tool.driver.rules.map(({ id }: { id: string }) => id)).toContain(ruleId);
  });

  it('says why of every rule, a layer’s too', async () => {
    const files = [{ path: 'a.xml', findings: [...FILES[0]!.findings, finding({ rule: 'own-test' })] }];
    const [run] = JSON.parse(await render('sarif', { files })).runs;
    const help = Object.fromEntries(
      run.tool.driver.rules.map(({ id, help }: { id: string; help: { text: string; markdown?: string } }) => [
        id,
        help,
      ]),
    );
    expect(help['hyphen-range'].markdown).toContain('```xml\n<!-- wrong -->');
    expect(help.schema.text).toContain('The grammar says');
    expect(help['own-test'].text).toContain('own-test');
  });
});

describe('junit', () => {
  it('is read by a JUnit parser, errors as failures', async () => {
    const read = (await parseJunit(await render('junit'))) as TestSuites;
    expect(read).toMatchObject({ name: 'teigram', tests: 6, failures: 2 });
    const suites = read.testsuite ?? [];
    expect(suites.map(({ name }) => name)).toEqual(FILES.map(({ path }) => path));
    const failed = suites[0]?.testcase?.find(({ name }) => name === 'rend-value')?.failure?.[0];
    expect(failed?.message).toBe(NASTY.replace('\u0001', '\ufffd'));
    expect(failed?.inner).toContain('vol/a b#1.xml:1:22');
    expect(suites[1]?.testcase).toHaveLength(1);
    expect(suites[2]?.testcase?.[0]?.['system-out']?.[0]).toContain('vol/warned.xml:1:11 A hyphen');
  });

  it.each([0, 1])('fails the same with %i findings shown', async (limit) => {
    const read = (await parseJunit(await render('junit', { limit }))) as TestSuites;
    expect(read).toMatchObject({ tests: 6, failures: 2 });
    const schema = read.testsuite?.[0]?.testcase?.find(({ name }) => name === 'schema')?.failure?.[0];
    expect(schema).toMatchObject({ message: '1 left out by --max-findings' });
  });
});

describe('tap', () => {
  it('is read by a TAP parser', async () => {
    const parser = new TapParser();
    const asserts: { ok: boolean; name: string; diag: { findings: { message: string; line: number }[] } | null }[] = [];
    parser.on('assert', (result) => asserts.push(result));
    const done = new Promise<{ count: number; fail: number; failures: unknown[] }>((resolve) =>
      parser.on('complete', resolve),
    );
    parser.end(await render('tap'));
    expect(await done).toMatchObject({ count: 3, fail: 1 });
    expect(asserts.map(({ ok }) => ok)).toEqual([false, true, true]);
    expect(asserts.map(({ name }) => name)).toEqual(FILES.map(({ path }) => path));
    expect(asserts[0]?.diag?.findings.map(({ message }) => message)).toEqual(
      FILES[0]!.findings.map(({ message }) => message),
    );
  });
});

describe('markdown', () => {
  it('is read as tables, nothing in it as markup', async () => {
    const html = new MarkdownIt().render(await render('markdown'));
    expect(html.match(/<table>/g)).toHaveLength(3);
    expect(html.match(/<h3>/g)).toHaveLength(2);
    const cells = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => cell);
    expect(cells.join('')).not.toMatch(/<(code|em|strong|a|c)\b/);
    expect(cells).toContain('2:308');
    expect(html).toContain('a &quot;b&quot; &lt;c&gt; &amp; %d, e:f|g `h`');
  });
});

describe('github', () => {
  /** The runner's reading of a workflow command (actions/runner, ActionCommand). */
  function command(line: string) {
    const [, name, properties, data] = line.match(/^::([a-z]+) (.*?)::(.*)$/)!;
    const plain = (text: string): string => text.replace(/%0D/g, '\r').replace(/%0A/g, '\n').replace(/%25/g, '%');
    const read = properties!.split(',').map((each): [string, string] => {
      const cut = each.indexOf('=');
      return [
        each.slice(0, cut),
        plain(
          each
            .slice(cut + 1)
            .replace(/%3A/g, ':')
            .replace(/%2C/g, ','),
        ),
      ];
    });
    return { name, data: plain(data!), ...Object.fromEntries(read) };
  }

  it('is read as annotations, one a finding', async () => {
    const lines = (await render('github')).trimEnd().split('\n');
    const read = lines.slice(0, -1).map(command);
    expect(read.map(({ name }) => name)).toEqual(['warning', 'error', 'error', 'notice', 'warning']);
    expect(read[1]).toMatchObject({
      file: 'vol/a b#1.xml',
      line: '1',
      col: '22',
      endColumn: '36',
      title: 'rend-value',
      data: `${NASTY} Write “italic”.`,
    });
    expect(read[2]).toMatchObject({ line: '2', endLine: '3', data: 'Two\nlines' });
    expect(read[0]).toMatchObject({ data: 'A hyphen. --fix mends it.' });
    expect(lines.at(-1)).toBe('3 files, 1 clean: 2 errors, 2 warnings, 1 remark; 1 mendable by --fix');
  });
});

describe('pretty', () => {
  it('shows characters that a terminal would obey', async () => {
    const text = '<p>\u001b]0;x\u0007\u009b1m</p>';
    const finding = { rule: 'x', severity: 'error', message: 'no \u001b', line: 1, column: 4, hint: '\u007f' } as const;
    const shown = await render('pretty', { files: [{ path: 'a\r.xml', findings: [finding] }], textOf: () => text });
    for (const part of ['a␍.xml:1:4 ', 'no ␛', '<p>␛]0;x␇\ufffd1m</p>', '␡']) expect(shown).toContain(part);
  });

  it('shows the place under its line, long lines cut around it', async () => {
    const text = '<p>in 1952-1954</p>';
    const [first] = validate(text, { noSchema: true, profile: 'frus' });
    const shown = await render('pretty', { files: [{ path: 'a.xml', findings: [first!] }], textOf: () => text });
    expect(shown).toContain('> 1 | <p>in 1952-1954</p>\n      |           ^');
    const [far] = validate(`<div>${TEXT}</div>`, { noSchema: true, profile: 'frus' }).slice(-1);
    const cut = await render('pretty', {
      files: [{ path: 'a.xml', findings: [far!] }],
      textOf: () => `<div>${TEXT}</div>`,
    });
    const [line, marker] = cut
      .split('\n')
      .slice(2, 4)
      .map((each) => each.slice(each.indexOf('|') + 2));
    expect(line!.length).toBeLessThan(110);
    expect(line!.slice(marker!.indexOf('^') - 2, marker!.indexOf('^') + 3)).toBe('16-19');
  });

  it('tells what it leaves out', async () => {
    const shown = await render('pretty', { limit: 2 });
    expect(shown).toContain('and 3 more, 1 file not shown at all');
    expect(shown).toMatch(/1 {2}error {4}schema\n {2}2 {2}warning {2}hyphen-range\n/);
    expect(shown).toContain('3 files, 1 clean: 2 errors, 2 warnings, 1 remark; 1 mendable by --fix');
  });

  it('marks what --fix mends', async () => {
    const shown = await render('pretty');
    expect(shown.match(/\[hyphen-range\] \(--fix\)/g)).toHaveLength(1);
    expect(shown).not.toContain('[schema] (--fix)');
  });
});

describe('the limit', () => {
  it('leaves room to errors first, and of what weighs the same to each file', async () => {
    const many = (rule: string, severity: 'error' | 'warning', n: number) =>
      Array.from({ length: n }, (_, i) => finding({ rule, severity, line: i + 1 }));
    const files = [
      { path: 'a.xml', findings: [...many('w', 'warning', 9), ...many('e', 'error', 5)] },
      { path: 'b.xml', findings: [...many('e', 'error', 1), ...many('w', 'warning', 2)] },
      { path: 'c.xml', findings: many('w', 'warning', 2) },
    ];
    const shown = async (limit: number) =>
      (JSON.parse(await render('json', { files, limit })).findings as { file: string; rule: string; line: number }[])
        .map(({ file, rule, line }) => `${file[0]}${rule}${line}`)
        .join(' ');
    expect(await shown(0)).toBe('');
    expect(await shown(3)).toBe('ae1 ae2 be1');
    expect(await shown(9)).toBe('aw1 ae1 ae2 ae3 ae4 ae5 be1 bw1 cw1');
    expect(await shown(12)).toBe('aw1 aw2 ae1 ae2 ae3 ae4 ae5 be1 bw1 bw2 cw1 cw2');
  });

  it.each(['json', 'sarif', 'junit', 'github', 'markdown', 'tap'] as const)(
    'holds in %s, counts do not',
    async (format) => {
      const some = await render(format, { limit: 1 });
      expect(await render(format)).toContain('A hyphen');
      expect(some).not.toContain('A hyphen');
      if (format === 'tap') expect(some).toContain('not ok 1');
      if (format === 'json') expect(JSON.parse(some).summary.findings).toBe(5);
    },
  );
});

describe('a baseline', () => {
  const text = '<body><p>in 1952-1954</p><p>and 1955-1957</p></body>';
  const keyed = (xml: string) => [
    { path: './a.xml', findings: validate(xml, { noSchema: true, profile: 'frus', keys: true }) },
  ];

  it('knows what it was made of, wherever it has moved', () => {
    const baseline = parseBaseline(JSON.stringify(baselineOf(keyed(text), '.')));
    expect(withoutKnown(keyed(text), baseline, '.')).toMatchObject({ known: 2, files: [{ findings: [] }] });
    const moved = text.replace('<body>', '<body>\n\n<p>A new paragraph, long enough to be no neighbour.</p>\n');
    expect(withoutKnown(keyed(moved), baseline, '.')).toMatchObject({ known: 2, files: [{ findings: [] }] });
  });

  it('does not know a new finding, nor the same once more', () => {
    const baseline = baselineOf(keyed(text), '.');
    const more = text.replace('</body>', '<p>but 1958-1960</p></body>');
    const { files, known } = withoutKnown(keyed(more), baseline, '.');
    expect(known).toBe(2);
    expect(files[0]?.findings).toHaveLength(1);
    const twice = '<body><p>in 1952-1954 of 1952-1954 of 1952-1954 of 1952-1954 of 1952-1954</p></body>';
    const once = { ...baselineOf(keyed(twice), '.') };
    const [[key] = []] = Object.values(once.files).map((counts) => Object.keys(counts));
    expect(withoutKnown(keyed(twice), { teigramBaseline: 1, files: { 'a.xml': { [key!]: 1 } } }, '.').known).toBe(1);
  });

  it.each([
    '',
    '{}',
    '[]',
    '{"teigramBaseline":2}',
    '{"teigramBaseline":3,"files":{}}',
    '{"teigramBaseline":1,"files":null}',
    '{"teigramBaseline":1,"files":[]}',
    '{"teigramBaseline":1,"files":{"a.xml":null}}',
    '{"teigramBaseline":1,"files":{"a.xml":{"0123":"1"}}}',
  ])('is not %j', (wrong) => {
    expect(() => parseBaseline(wrong)).toThrow(SyntaxError);
  });
});
