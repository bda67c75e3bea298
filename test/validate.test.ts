/** The checker as a library and as a command: links across files, threads, exit codes, git, standard input. */

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { checkFiles } from '../src/check/check-files.js';
import { isolated, survived } from '../src/check/isolate.js';
import { judgeLinks, readKnown } from '../src/check/links.js';
import { GrammarError } from '../src/check/schema/engine.js';
import { validate } from '../src/check/validate.js';

const root = mkdtempSync(join(tmpdir(), 'teigram-validate-'));
afterAll(() => rmSync(root, { recursive: true }));
let folder = '';
let n = 0;
beforeEach(() => {
  folder = join(root, String(n++));
  mkdirSync(folder);
});

function put(name: string, text: string): string {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
}

const volume = (id: string, body: string): string =>
  `<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="${id}"><text><body>${body}</body></text></TEI>`;
const see = (...targets: string[]): string =>
  `<p>See ${targets.map((t) => `<ref target="${t}">it</ref>`).join(', ')}.</p>`;
const document = (id: string, body: string): string =>
  `<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="${id}" n="${id.slice(1)}"><head>${id.slice(1)}. Letter</head>${body}</div>`;

async function dangling(paths: readonly string[], known: readonly string[] = []): Promise<string[]> {
  const files = await checkFiles(paths, { settings: { noSchema: true }, known: readKnown(known) });
  return files.flatMap(({ findings }) =>
    findings.flatMap(({ rule, message }) => (rule === 'dangling-link' ? (message.match(/“(.*)”/)?.[1] ?? '?') : [])),
  );
}

describe('links', () => {
  it('inside a volume must lead somewhere', async () => {
    const path = put(
      'frus1955-57v01.xml',
      volume('frus1955-57v01', see('#d1', '#d2', 'frus1955-57v01#d3', '#', ' ') + document('d1', '<p/>')),
    );
    expect(await dangling([path])).toEqual(['#d2', 'frus1955-57v01#d3', '#', 'ref']);
  });

  it('to another volume are judged when it is among the files', async () => {
    const one = put(
      'frus1955-57v01.xml',
      volume('frus1955-57v01', see('frus1955-57v02#d1', 'frus1955-57v02#d9', 'frus1955-57v03#d1')),
    );
    const two = put('frus1955-57v02.xml', volume('frus1955-57v02', document('d1', '<p/>')));
    expect(await dangling([one])).toEqual([]);
    expect(await dangling([one, two])).toEqual(['frus1955-57v02#d9']);
  });

  it('are judged by lists of what is known', async () => {
    const path = put(
      'frus1955-57v01.xml',
      volume(
        'frus1955-57v01',
        see('frus1955-57v02', 'frus1955-57v02#d9', 'frus1955-57v03', 'frus1955-57v04#d1', 'frus1955-57v04#d2'),
      ),
    );
    const list = put('known.txt', '// volumes\r\nfrus1955-57v02\nfrus1955-57v04#d1 // Tokyo\n\n');
    expect(await dangling([path], [list])).toEqual(['frus1955-57v03', 'frus1955-57v04#d2']);
  });

  it('of documents in files of their own are judged by the folder, and by lists of persons', async () => {
    const body = see('#d2', '#d3', '#d2fn1', '#d1fn9', '#p_AJM1', '#p_XX1');
    const one = put('v/d1.xml', document('d1', body));
    const two = put('v/d2.xml', document('d2', '<p>Text.<note n="1" xml:id="d2fn1">x</note></p>'));
    const other = put('w/d3.xml', document('d3', '<p>Text.</p>'));
    const lists = put('lists.xml', '<list><item><persName xml:id="p_AJM1">Allison</persName></item></list>');
    expect(await dangling([one])).toEqual(['#d1fn9']);
    expect(await dangling([one, two, other])).toEqual(['#d3', '#d1fn9']);
    expect(await dangling([one, two], [lists])).toEqual(['#d3', '#d1fn9', '#p_XX1']);
    expect(await dangling([one], [lists])).toEqual(['#d1fn9', '#p_XX1']);
    const named = put('x/d1.xml', document('d1', '<p><persName corresp="#pers2">A</persName></p>'));
    const beside = put(
      'x/d2.xml',
      document('d2', '<p><gloss target="#nato">NATO</gloss> <term ref="#seato">SEATO</term></p>'),
    );
    expect(await dangling([named, beside])).toEqual([]);
    const ids = put('ids.xml', '<list><item><persName xml:id="pers1">Allison</persName></item></list>');
    expect(await dangling([named, beside], [ids])).toEqual(['#pers2']);
    const neighbours = put('neighbours.txt', '#d2\n#d4\n');
    expect(await dangling([one], [neighbours])).toEqual(['#d3', '#d1fn9']);
  });

  it('to files must find them on the disk; addresses of the network are never asked for', async () => {
    const path = put(
      'a.xml',
      volume('a', see('b.xml', 'b.xml#x', 'b.xml#y', 'c.xml', 'https://example.org/d.xml#e', 'mailto:a@b.c')),
    );
    const other = put('b.xml', volume('x', ''));
    expect(await dangling([path, other])).toEqual(['b.xml#y', 'c.xml']);
    const third = put('v/müller two.xml', volume('y', '<p xml:id="x"/>'));
    const to = put('v/d.xml', volume('z', see('m%C3%BCller%20two.xml#x', 'm%C3%BCller%20two.xml#none', '100%.xml')));
    expect(await dangling([to, third])).toEqual(['m%C3%BCller%20two.xml#none', '100%.xml']);
    expect(await dangling([to])).toEqual(['100%.xml']);
  });

  it('carry the severity of the rule', () => {
    const pending = {
      file: 'frus1v1',
      id: '',
      start: 0,
      end: 1,
      element: 'ref',
      attribute: 'target',
      value: 'frus1v1',
    };
    const facts = [
      {
        file: undefined,
        volume: undefined,
        ids: '',
        pending: [{ ...pending, severity: 'info' as const, line: 1, column: 1 }],
      },
    ];
    const known = { volumes: new Map([['frus2v2', undefined]]), local: new Set<string>() };
    expect(judgeLinks(facts, known)[0]?.[0]).toMatchObject({ rule: 'dangling-link', severity: 'info' });
  });
});

describe('validate', () => {
  it('finds by grammar and by rules, in order of place', () => {
    const found = validate(document('d1', '<p rend="flushleft">1952-1954 <bogus/></p><p/>'));
    expect(found.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['hyphen-range', 'schema', 'empty-paragraph']),
    );
    const offsets = found.map(({ offset }) => offset!);
    expect(offsets).toEqual([...offsets].sort((a, b) => a - b));
  });

  it.each<[object, RegExp]>([
    [{ maxBytes: Number.NaN }, /maxBytes is NaN; it must be a number above 0/],
    [{ maxBytes: -1 }, /maxBytes is -1; it must be a number above 0/],
    [{ file: Object.create(null) }, /file is .*; it must be a string/],
    [{ profile: 'bad' }, /profile is 'bad'; it must be one of frus, tei/],
    [{ rules: { 'no-such': 'off' } }, /no rule “no-such”/],
    [{ rules: { 'straight-quotes': 'loud' } }, /“straight-quotes” is 'loud'; it must be one of off, on, error,/],
    [{ schema: 'x.rng' }, /schema is 'x.rng'; it must be a list of file names/],
    [{ known: ['x'] }, /known is .*; it must be what readKnown gives/],
    [{ noRules: 'yes' }, /noRules is 'yes'; it must be true or false/],
    [{ phase: 'one' }, /phase/],
    [{ rulez: {} }, /no option rulez: there are .*rules/],
  ])('refuses the options %o', (options, message) => {
    const call = () => validate('<p/>', options);
    expect(call).toThrow(TypeError);
    expect(call).toThrow(message);
  });

  it('takes options that are undefined, and refuses what is no document', () => {
    expect(validate('<p>x</p>', { profile: undefined, noSchema: true } as object)).toEqual([]);
    expect(() => validate(undefined as unknown as string)).toThrow(TypeError);
  });

  it('tells where the id is that another has again', () => {
    const twice = document('d1', '<p xml:id="a"/>\n<p xml:id="a"/>\n<p xml:id="a"/>');
    const hints = (options: object) =>
      validate(twice, options).flatMap(({ rule, line, hint }) => (rule === 'duplicate-id' ? `${line} ${hint}` : []));
    for (const options of [{}, { noSchema: true }, { noRules: true }])
      expect(hints(options)).toEqual(['2 <p> of line 1 has it.', '3 <p> of line 1 has it.']);
  });

  it('tells a duplicate id once', () => {
    const found = validate(document('d1', '<p xml:id="a">x</p><p xml:id="a">y</p>')).filter(({ message }) =>
      /“a”|'a'/.test(message),
    );
    expect(found).toHaveLength(1);
  });

  it.each([
    ['truncated', '<p>a', 'well-formed'],
    ['not XML', 'plain text', 'well-formed'],
    ['empty', '', 'well-formed'],
    ['of another encoding', Buffer.from([0x3c, 0x70, 0x3e, 0xe9, 0x3c, 0x2f, 0x70, 0x3e]), 'encoding'],
    ['with a DOCTYPE', '<!DOCTYPE p [<!ENTITY a "b">]><p>&a; 1-2</p>', 'doctype'],
  ])('a file %s is one finding', (_, xml, rule) => {
    expect(validate(xml, { noSchema: true }).map((finding) => finding.rule)).toEqual([rule]);
  });

  it('reads UTF-16 and a byte order mark', () => {
    const text = '\ufeff<?xml version="1.0" encoding="UTF-16"?><p>1952-1954</p>';
    const [finding] = validate(Buffer.from(text, 'utf16le'), { noSchema: true, profile: 'frus' });
    expect(finding).toMatchObject({ rule: 'hyphen-range', line: 1, column: text.indexOf('-1954') });
  });
});

describe('a check that goes wrong itself', () => {
  const fine = (path: string) => ({
    path,
    findings: [],
    links: { file: path, volume: undefined, ids: '', pending: [] },
  });
  const bug = (): never => {
    throw new RangeError('no such thing');
  };
  const told = (path: string, message: string) => ({
    path,
    failure: { code: undefined, message: expect.stringContaining(message) },
  });

  it('is told of its file', async () => {
    expect(isolated(bug)('a.xml')).toEqual(told('a.xml', 'please report it'));
    expect(await isolated(async () => bug())('a.xml')).toEqual(told('a.xml', 'RangeError: no such thing'));
    expect(isolated(fine)('a.xml')).toEqual(fine('a.xml'));
  });

  it('is an error of the run where a grammar is at fault', () => {
    const check = isolated(() => {
      throw new GrammarError('a.rng', 'not a grammar');
    });
    expect(() => check('a.xml')).toThrow('not a grammar');
  });

  it('leaves the other files of a thread that died their results', async () => {
    const run = async (paths: readonly string[]) => (paths.includes('b.xml') ? bug() : paths.map(fine));
    expect(await survived(['a.xml', 'b.xml', 'c.xml'], run)).toEqual([
      fine('a.xml'),
      told('b.xml', 'no such thing'),
      fine('c.xml'),
    ]);
  });
});

const MAIN = join(import.meta.dirname, '../dist/cli/main.js');
const run = (args: readonly string[], input = '') => runIn(folder, args, input);
const runIn = (cwd: string, args: readonly string[], input = '') => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, 'validate', ...args], {
    cwd,
    encoding: 'utf8',
    input,
  });
  return { stdout, stderr, status };
};
const rulesOf = (stdout: string): string[] => JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule);
const WARNED = '<p xmlns="http://www.tei-c.org/ns/1.0">1952-1954</p>';
const WRONG = WARNED.replace('<p', '<p rend="centre"');
const ONLY_RULES = ['--no-schema', '--profile', 'frus', '--format', 'json'];

describe('the command', () => {
  it('runs Schematron without the house rules, whichever is named first', () => {
    const rules = put(
      'r.sch',
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="p"><assert test="false()">never</assert></rule></pattern></schema>',
    );
    const path = put('a.xml', '<p>in 1952-1954</p>');
    for (const flags of [
      ['--no-rules', '--rules', rules],
      ['--rules', rules, '--no-rules'],
    ]) {
      const { findings } = JSON.parse(run([path, '--format', 'json', '--profile', 'frus', ...flags]).stdout);
      const found = findings.map(({ rule }: { rule: string }) => rule);
      expect(found).toContain('schematron');
      expect(found).not.toContain('hyphen-range');
    }
  });

  it('runs Schematron without a grammar where it is asked for, none that is only configured', () => {
    const rules =
      '<schema xmlns="http://purl.oclc.org/dsdl/schematron"><pattern><rule context="p"><assert test="false()">never</assert></rule></pattern></schema>';
    put('r.sch', rules);
    put('a.xml', '<p>a</p>');
    put('teigram.config.json', '{"schematron":"r.sch"}');
    expect(run(['a.xml', '--no-schema']).status).toBe(0);
    for (const flags of [[], ['--phase', '#ALL'], ['--fix']]) {
      const { stdout, status } = run(['a.xml', '--no-schema', '--rules', 'r.sch', '--format', 'json', ...flags]);
      expect([rulesOf(stdout), status]).toEqual([['schematron'], 1]);
    }
  });

  it('exits with 0 for warnings, 1 for errors, 2 for wrong use and what can not be read', () => {
    put('warned.xml', WARNED);
    put('wrong.xml', WRONG);
    expect(run(['warned.xml', ...ONLY_RULES]).status).toBe(0);
    expect(run(['wrong.xml', ...ONLY_RULES]).status).toBe(1);
    expect(run(['none.xml', ...ONLY_RULES])).toMatchObject({ status: 2, stderr: expect.stringContaining('none.xml') });
    expect(run(['wrong.xml', '--format', 'xls']).status).toBe(2);
    for (const [option, file] of [
      ['--schema', 'none.rng'],
      ['--rules', 'none.sch'],
    ] as const) {
      expect(run(['wrong.xml', option, file])).toMatchObject({
        status: 2,
        stderr: expect.stringMatching(`${file}: no such file or folder\n  hint: check the spelling`),
      });
    }
    expect(run(['wrong.xml', '--baseline', 'none.json']).status).toBe(2);
    expect(run(['wrong.xml', '--threads', '0']).status).toBe(2);
  });

  it.each([
    ['--dry-run', ['--dry-run'], '--fix'],
    ['--phase', ['--phase', 'one'], '--rules'],
    ['--engine', ['--engine', 'libxmljs2', '--schema', 'any.rng'], 'XSD'],
  ])('refuses %s where it would do nothing', (option, flags, says) => {
    put('a.xml', WARNED);
    put('any.rng', '<element name="p" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>');
    const { status, stderr } = run(['a.xml', '--format', 'json', ...flags]);
    expect(status).toBe(2);
    expect(stderr).toContain(option);
    expect(stderr).toContain(says);
  });

  it('reads standard input', () => {
    const { stdout, status } = run(['-', ...ONLY_RULES], WRONG);
    expect(JSON.parse(stdout).findings[0]).toMatchObject({ file: '<stdin>', rule: 'rend-value' });
    expect(status).toBe(1);
  });

  it('takes its settings from a file', () => {
    put('a.xml', WRONG);
    put('teigram.config.json', '{"rules":{"rend-value":"off"}}');
    expect(rulesOf(run(['a.xml', ...ONLY_RULES]).stdout)).toEqual(['hyphen-range']);
    expect(rulesOf(run(['a.xml', '--no-config', ...ONLY_RULES]).stdout)).toEqual(['rend-value', 'hyphen-range']);
    put('teigram.config.json', '{"rules":{"rend-valeu":"off"}}');
    expect(run(['a.xml', ...ONLY_RULES])).toMatchObject({ status: 2, stderr: expect.stringContaining('rend-value') });
    // Rules that other documents name may have a test of that id.
    put('teigram.config.json', '{"rules":{"of-another":"off"}}');
    expect(run(['a.xml', ...ONLY_RULES])).toMatchObject({ status: 1, stderr: expect.stringContaining('of-another') });
  });

  it('tells once what is wrong with many siblings, and what they can not follow; to programs each', () => {
    const closed = '<closer>Rassendyll</closer>\n<p>One.</p>\n<p>Two.</p>\n<p>Three.</p>';
    put('a.xml', document('d1', closed));
    const found = JSON.parse(run(['a.xml', '--no-rules', '--format', 'json']).stdout).findings;
    expect(found.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4]);
    const { stdout, status } = run(['a.xml', '--no-rules', '--format', 'tap']);
    expect(status).toBe(1);
    expect(stdout.match(/<p> is not allowed here/g)).toHaveLength(1);
    expect(stdout).toContain("It can't come behind the closer of line 1. The same holds for 2 more behind it.");

    put(
      'a.xml',
      document(
        'd1',
        closed
          .replace('</closer>', '</closer><?teigram-disable schema -- why?>')
          .replace('</p>', '</p><?teigram-enable schema?>'),
      ),
    );
    const left = run(['a.xml', '--no-rules', '--format', 'tap']).stdout;
    expect(left).toMatch(/The same holds for 1 more behind it\."\n\s+line: 3\n/);
  });

  it('tells once what is wrong with a tag, in plain words, and what to write', () => {
    for (const value of ['”strong”', 'strong']) {
      const xml = `<div xmlns="http://www.tei-c.org/ns/1.0">\n<p rend=${value}>a</p></div>`;
      expect(validate(xml, { noSchema: true })).toMatchObject([
        { rule: 'well-formed', line: 2, message: expect.stringMatching(/^the value .* is not in straight quotes/) },
      ]);
    }
    expect(validate('<p a="1" a="2">&nbsp;&hellip;&none;</p>', { noSchema: true })).toMatchObject([
      { message: 'the attribute a stands twice in one tag.' },
      { message: 'the entity &nbsp; is not defined.', hint: 'Write &#160;.' },
      { message: 'the entity &hellip; is not defined.', hint: 'Write … itself, or &#8230;.' },
      { message: 'the entity &none; is not defined.', hint: expect.stringContaining('only &amp;') },
    ]);
  });

  it('tells of an empty link once', () => {
    const rules = (options: object) =>
      validate(document('d1', '<p>See <ref target="">it</ref>.</p>'), {
        profile: 'tei',
        schema: ['schemas/teigram/teigram.rng'],
        ...options,
      }).map(({ rule }) => rule);
    expect(rules({})).toEqual(['schema']);
    expect(rules({ noSchema: true })).toEqual(['dangling-link']);
    expect(rules({ rules: { schema: 'off' } })).toEqual(['dangling-link']);
  });

  it('judges TEI of other projects by no grammar that isn’t theirs, and says so', () => {
    put('letter.xml', volume('letter', '<div type="letter"><p rend="indent"><choice><sic>a</sic></choice></p></div>'));
    put('d1.xml', document('d1', '<choice/>'));
    const said = (...args: string[]) => {
      const { status, stdout } = run([...args, '--format', 'json']);
      const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
      return [status, ...findings.map(({ rule, message }) => `${rule}: ${message}`)];
    };
    for (const more of [[], ['--no-rules']]) {
      expect(said('letter.xml', ...more)).toEqual([0, expect.stringMatching('xml-model: No grammar was checked')]);
      expect(said('letter.xml', '--profile', 'frus', ...more)).toContainEqual(expect.stringMatching('schema: '));
      expect(said('d1.xml', ...more)).toContainEqual(expect.stringMatching('schema: <choice>'));
    }
    put('part.xml', document('d1', '<p>Text.</p>').replace('type="document"', 'type="documnt"'));
    expect(said('part.xml')).toContainEqual(expect.stringMatching('schema: .*documnt'));
    put('far.xml', `<?xml-model href="https://example.org/x.rng"?>${document('d1', '<choice/>')}`);
    expect(said('far.xml', '--no-rules')).toEqual([0, expect.stringMatching('xml-model: No grammar was checked')]);
    expect(said('far.xml', '--profile', 'frus')).toContainEqual(expect.stringMatching('schema: <choice>'));
  });

  it('reports and mends what is asked for alone, and says that there is more', () => {
    const path = put('a.xml', document('d1', '<p rend="centre">It\'s 1952-1954.</p>'));
    const found = (...args: string[]) => {
      const { status, stdout } = run(['a.xml', '--format', 'json', ...args]);
      return [status, JSON.parse(stdout).summary.unasked > 0, ...new Set(rulesOf(stdout))];
    };
    expect(found('--only', 'hyphen-range', '--only', 'straight-quotes')).toEqual([
      0,
      true,
      'straight-quotes',
      'hyphen-range',
    ]);
    const errors = run(['a.xml', '--format', 'json', '--min-severity', 'error']);
    expect(errors.status).toBe(1);
    expect(errors.stdout).not.toContain('"warning",');
    expect(run(['a.xml', '--only', 'hyphen-range']).stdout).toMatch(/findings not asked for\n$/);
    expect(run(['a.xml', '--only', 'hypen-range']).status).toBe(2);
    run(['a.xml', '--only', 'hyphen-range', '--fix']);
    expect(readFileSync(path, 'utf8')).toContain("It's 1952–1954.");
  });

  it('tells of a file that can’t be read, whatever is asked for', () => {
    put('bad.xml', '<p>x</body>');
    const { status, stdout } = run(['bad.xml', '--format', 'json', '--only', 'hyphen-range']);
    expect([status, rulesOf(stdout)]).toEqual([1, ['well-formed']]);
  });

  it('explains rules', () => {
    expect(run(['--explain', 'hyphen-range'])).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(
        /^hyphen-range: warning, profile frus, mended by --fix\n[\s\S]*wrong:\n {2}<p>in 1952-1954/,
      ),
    });
    expect(run(['--explain', 'schema']).stdout).toContain('The grammar');
    expect(run(['--explain']).stdout).toMatch(/^duplicate-id +An xml:id[\s\S]*^schema +The grammar/m);
    expect(run(['--explain', 'schemas'])).toMatchObject({ status: 2, stderr: expect.stringContaining('no rule') });
  });

  it('leaves out files by settings and arguments', () => {
    for (const name of ['v/a.xml', 'v/old/b.xml', 'v/drafts/c.xml']) put(name, WRONG);
    put('teigram.config.json', '{"ignore":"v/drafts"}');
    const files = (...args: string[]): string[] => {
      const found: { file: string }[] = JSON.parse(run([...args, ...ONLY_RULES]).stdout).findings;
      return [...new Set(found.map(({ file }) => file))];
    };
    expect(files('v')).toEqual(['v/a.xml', 'v/old/b.xml']);
    expect(files('v/**/*.xml', '!v/old/**')).toEqual(['v/a.xml']);
    expect(files('v/drafts/c.xml')).toEqual(['v/drafts/c.xml']);
    expect(run(['v', '!v/**'])).toMatchObject({ status: 2, stderr: expect.stringContaining('left out') });
  });

  it('keeps a baseline', () => {
    put('a.xml', WRONG);
    expect(run(['a.xml', ...ONLY_RULES, '--write-baseline', 'known.json'])).toMatchObject({ status: 0, stdout: '' });
    const again = run(['a.xml', ...ONLY_RULES, '--baseline', 'known.json']);
    expect(JSON.parse(again.stdout).summary).toMatchObject({ findings: 0, known: 2 });
    expect(again.status).toBe(0);
    put('a.xml', `<body xmlns="http://www.tei-c.org/ns/1.0">\n${WRONG}\n<p rend="centred">a</p></body>`);
    const more = run(['a.xml', ...ONLY_RULES, '--baseline', 'known.json']);
    expect(rulesOf(more.stdout)).toEqual(['rend-value']);
    expect(more.status).toBe(1);
  });

  it('keeps a baseline of all findings, whichever are asked for', () => {
    put('a.xml', WRONG);
    expect(run(['a.xml', ...ONLY_RULES, '--only', 'rend-value', '--write-baseline', 'known.json']).status).toBe(0);
    const summary = (...args: string[]) => {
      const { stdout, stderr } = run(['a.xml', ...ONLY_RULES, '--baseline', 'known.json', ...args]);
      expect(stderr).toBe('');
      return JSON.parse(stdout).summary;
    };
    expect(summary()).toMatchObject({ findings: 0, known: 2 });
    expect(summary('--only', 'page-id')).toMatchObject({ findings: 0, known: 2 });
  });

  it('knows files by where they are from the baseline, whatever they are called and from where', () => {
    put('gl/v/a.xml', WRONG);
    expect(run(['./gl/v', ...ONLY_RULES, '--write-baseline', 'gl/known.json']).status).toBe(0);
    expect(Object.keys(JSON.parse(readFileSync(join(folder, 'gl/known.json'), 'utf8')).files)).toEqual(['v/a.xml']);
    const known = (args: readonly string[], cwd: string) => {
      const { stdout, stderr, status } = runIn(cwd, [...args, ...ONLY_RULES]);
      return [JSON.parse(stdout).summary.known, stderr, status];
    };
    const whole = join(folder, 'gl/v/a.xml');
    expect(known(['gl/v/a.xml', '--baseline', 'gl/known.json'], folder)).toEqual([2, '', 0]);
    expect(known(['../gl/v', '--baseline', '../gl/known.json'], join(folder, 'gl'))).toEqual([2, '', 0]);
    expect(known([whole, '--baseline', join(folder, 'gl/known.json')], tmpdir())).toEqual([2, '', 0]);

    // As they were written once, by paths from the folder of the command.
    const old = readFileSync(join(folder, 'gl/known.json'), 'utf8').replace(
      '"teigramBaseline": 2',
      '"teigramBaseline": 1',
    );
    put('old.json', old.replace('"v/a.xml"', '"gl/v/a.xml"'));
    expect(known([whole, '--baseline', 'old.json'], folder)).toEqual([2, '', 0]);
    expect(known([whole, '--baseline', '../old.json'], join(folder, 'gl'))).toEqual([
      0,
      expect.stringMatching(/warning: \.\.\/old\.json knows other files/),
      1,
    ]);
  });

  it('reads baselines and lists before it mends anything', () => {
    put('a.xml', WRONG);
    for (const flags of [
      ['--baseline', 'none.json'],
      ['--known', '.'],
    ]) {
      const { status, stderr } = run(['a.xml', ...ONLY_RULES, '--fix', ...flags]);
      expect([status, stderr.split('\n')[0]]).toEqual([2, expect.stringContaining(`error: ${flags[1]}: `)]);
      expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe(WRONG);
    }
  });

  it('checks what differs from a commit', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder, stdio: 'pipe' });
    git('init', '-q');
    put('old.xml', WRONG);
    put('changed.xml', WRONG);
    git('add', '.');
    git('commit', '-qm', 'first');
    put('changed.xml', `${WRONG}\n`);
    put('new ü.xml', WRONG);
    const files = JSON.parse(run(['.', ...ONLY_RULES, '--since', 'HEAD']).stdout).findings.map(
      ({ file }: { file: string }) => file,
    );
    expect([...new Set(files)]).toEqual(['changed.xml', 'new ü.xml']);
    expect(run([...ONLY_RULES, '--since', 'HEAD'], '').stdout).toBe(
      run(['.', ...ONLY_RULES, '--since', 'HEAD']).stdout,
    );
    expect(run(['.', ...ONLY_RULES, '--since', 'no-such-branch'])).toMatchObject({ status: 2, stdout: '' });
  });

  describe('before a commit', () => {
    const git = (...args: string[]) =>
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: folder, stdio: 'pipe' });
    const staged = (...args: string[]) => {
      const { stdout, stderr, status } = run([...args, ...ONLY_RULES, '--staged']);
      if (stdout === '') return { status, stderr };
      const { findings } = JSON.parse(stdout) as { findings: { file: string }[] };
      return { status, files: [...new Set(findings.map(({ file }) => file))] };
    };
    const FINE = WARNED.replace('-1', '–1');
    beforeEach(() => {
      git('init', '-q');
    });

    it('sees the index, not the disk, and the first commit too', () => {
      put('v/a.xml', WRONG);
      put('v/b.xml', FINE);
      put('v/untracked.xml', WRONG);
      expect(staged('v')).toEqual({ status: 0, files: [] });
      git('add', 'v/a.xml', 'v/b.xml');
      put('v/a.xml', FINE);
      put('v/b.xml', '<wrong');
      expect(staged('v')).toEqual({ status: 1, files: ['v/a.xml'] });
      expect(staged()).toEqual({ status: 1, files: ['v/a.xml'] });
      expect(run(['v', '--no-schema', '--profile', 'frus', '--staged']).stdout).toContain('rend="centre"');
      git('add', 'v/a.xml');
      git('commit', '-qm', 'first');
      expect(staged('v')).toEqual({ status: 0, files: [] });
      git('add', 'v/b.xml');
      expect(staged('v')).toEqual({ status: 1, files: ['v/b.xml'] });
    });

    it('sees what the disk has no more, and the links to it', () => {
      put('v/d1.xml', document('d1', see('#d2', '#d9')));
      put('v/d2.xml', document('d2', '<p rend="blue">x</p>'));
      git('add', '.');
      rmSync(join(folder, 'v'), { recursive: true });
      expect(staged('v')).toEqual({ status: 1, files: ['v/d1.xml', 'v/d2.xml'] });
      const { findings } = JSON.parse(run(['.', ...ONLY_RULES, '--staged']).stdout);
      const links = findings.filter(({ rule }: { rule: string }) => rule === 'dangling-link');
      expect(links.map(({ message }: { message: string }) => /“(.*?)”/.exec(message)?.[1])).toEqual(['#d9']);
    });

    it('is clean where nothing is left to check, not where a name is wrong', () => {
      put('v/a.xml', WRONG);
      git('add', '.');
      git('commit', '-qm', 'first');
      git('rm', '-q', 'v/a.xml');
      expect(staged('v')).toEqual({ status: 0, files: [] });
      expect(run(['v', ...ONLY_RULES, '--since', 'HEAD']).status).toBe(0);
      mkdirSync(join(folder, 'v'), { recursive: true });
      expect(staged('v')).toEqual({ status: 0, files: [] });
      expect(run(['v', ...ONLY_RULES, '--since', 'HEAD']).status).toBe(0);
      expect(run(['v', ...ONLY_RULES]).status).toBe(2);
      expect(staged('w').status).toBe(2);
      expect(run(['v', '--staged', '--fix']).status).toBe(2);
    });

    it('is what a hook asks for, whatever is committed and from where', () => {
      put(
        '.git/hooks/pre-commit',
        `#!/bin/sh\nexec "${process.execPath}" "${MAIN}" validate volumes/ --staged --no-schema --profile frus`,
      );
      chmodSync(join(folder, '.git/hooks/pre-commit'), 0o755);
      put('volumes/a.xml', FINE);
      git('add', '.');
      git('commit', '-qm', 'first');
      put('volumes/a.xml', WRONG);
      expect(() => git('commit', '-qam', 'all')).toThrow(/rend-value/);
      expect(() => git('-C', 'volumes', 'commit', '-qm', 'one', 'a.xml')).toThrow(/rend-value/);
      git('worktree', 'add', '-q', 'other');
      put('other/volumes/a.xml', WRONG);
      expect(() => git('-C', 'other', 'commit', '-qam', 'all')).toThrow(/rend-value/);
      git('rm', '-qf', 'volumes/a.xml');
      git('commit', '-qm', 'last');
    });
  });

  it('mends files, or shows how, and a patch of it applies', () => {
    put('a.xml', `${WRONG}\r\n`);
    const shown = run(['a.xml', ...ONLY_RULES, '--fix', '--dry-run']);
    expect(shown.stdout).toContain('\n+<p rend="center"');
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe(`${WRONG}\r\n`);
    execFileSync('git', ['apply', '--check', '-'], { cwd: folder, input: shown.stdout });
    const done = run(['a.xml', ...ONLY_RULES, '--fix']);
    expect(done.status).toBe(0);
    expect(rulesOf(done.stdout)).toEqual([]);
    expect(readFileSync(join(folder, 'a.xml'), 'utf8')).toBe(
      `${WRONG.replace('centre', 'center').replace('-1', '–1')}\r\n`,
    );
    expect(run(['-', ...ONLY_RULES, '--fix'], WARNED).stdout).toBe(WARNED.replace('-1', '–1'));
  });

  it('mends standard input, and reports what is left to standard error or a file', () => {
    const args = ['-', '--fix', '--no-schema', '--profile', 'frus'];
    const left = run(args, WARNED.replace('<p', '<p rend="blue"'));
    expect(left).toMatchObject({ status: 1, stderr: expect.stringContaining('rend-value') });
    expect(left.stdout).toContain('1952–1954');
    expect(run(args, '<bad')).toMatchObject({
      status: 1,
      stdout: '<bad',
      stderr: expect.stringContaining('<stdin>:1'),
    });
    expect(run([...args, '--format', 'json', '-o', 'left.json'], '<bad')).toMatchObject({ status: 1, stdout: '<bad' });
    expect(rulesOf(readFileSync(join(folder, 'left.json'), 'utf8'))).toEqual(['well-formed']);
  });

  it('says the same on one thread and on many, in the order of the files', () => {
    for (let i = 0; i < 150; i++)
      put(`v/d${i}.xml`, document(`d${i}`, i % 7 === 0 ? '<p>1952-1954</p>' : see(`#d${i + 1}`)));
    const one = run(['v', ...ONLY_RULES, '--threads', '1']);
    const two = run(['v', ...ONLY_RULES, '--threads', '2']);
    expect(two).toEqual(one);
    expect(JSON.parse(one.stdout).summary.byRule).toMatchObject({ 'hyphen-range': 22, 'dangling-link': 1 });
  });

  it('writes no report or baseline over a file that it reads', () => {
    const input = put('a.xml', WRONG);
    symlinkSync(input, join(folder, 'link.xml'));
    const grammar = put('own.rng', '<element name="p" xmlns="http://relaxng.org/ns/structure/1.0"><text/></element>');
    for (const args of [
      ['-o', 'a.xml'],
      ['-o', './link.xml'],
      ['--write-baseline', 'a.xml'],
      ['--schema', 'own.rng', '-o', 'own.rng'],
    ]) {
      expect(run(['a.xml', ...args])).toMatchObject({ status: 2, stderr: expect.stringContaining('not overwritten') });
    }
    expect(readFileSync(input, 'utf8')).toBe(WRONG);
    expect(readFileSync(grammar, 'utf8')).toContain('<element');
    run(['a.xml', '--write-baseline', 'known.json']);
    expect(run(['a.xml', '--baseline', 'known.json', '--write-baseline', 'known.json']).status).toBe(0);
  });

  it('writes a report to a file', () => {
    put('a.xml', WRONG);
    expect(run(['a.xml', '--no-schema', '--format', 'sarif', '-o', 'out.sarif'])).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs).toHaveLength(1);
  });
});
