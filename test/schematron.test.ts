import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../src/check/check-files.js';
import { contextPath } from '../src/check/schematron/context.js';
import { hoisted } from '../src/check/schematron/hoist.js';
import { hasPhase, loadRules } from '../src/check/schematron/rules.js';
import { type RunOptions, runRules } from '../src/check/schematron/run.js';
import { validate } from '../src/check/validate.js';
import { source } from '../src/source.js';

const folder = mkdtempSync(join(tmpdir(), 'teigram-schematron-'));
afterAll(() => rmSync(folder, { recursive: true }));

const write = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
let count = 0;
const SCHEMA =
  '<schema xmlns="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt2"><ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/>';
const rulesOf = (content: string) => loadRules(write(`rules${count++}.sch`, `${SCHEMA}${content}</schema>`));

const DOCUMENT = `<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="d1">
  <head>1. Telegram</head>
  <p n="1">One <date when="1955">1955</date>.</p>
  <p
    n="3">Three.</p>
  <!-- <p> --><p><hi rend="italic">Ibid.</hi></p>
</div>`;
const run = (content: string, options?: RunOptions) => runRules(source(DOCUMENT), rulesOf(content), options);

describe('Schematron', () => {
  test('tests nodes and says where they stand, with values in the message', () => {
    const found = run(`<pattern><rule context="tei:p"><let name="no" value="@n"/>
      <assert id="numbered" test="not(@n) or @n = count(preceding-sibling::tei:p) + 1">The <name/> has the <emph>number</emph>
        <value-of select="$no"/>.</assert>
      <report test="tei:hi" role="warning" see="https://example.org/hi">Markup in <name path="parent::*"/>.</report></rule></pattern>`);
    expect(found).toEqual([
      {
        rule: 'numbered',
        severity: 'error',
        message: 'The p has the number 3.',
        line: 4,
        column: 3,
        endLine: 5,
        endColumn: 11,
        offset: DOCUMENT.indexOf('<p\n'),
        endOffset: DOCUMENT.indexOf('Three'),
      },
      expect.objectContaining({
        rule: 'schematron',
        severity: 'warning',
        message: 'Markup in div.',
        hint: 'See https://example.org/hi',
        line: 6,
        column: 15,
      }),
    ]);
  });

  test('points at attributes', () => {
    const [found] = run(
      '<pattern><rule context="@when"><assert test="matches(., \'-\')">A year alone.</assert></rule></pattern>',
    );
    expect(found).toMatchObject({ line: 3, column: 22, endColumn: 33 });
  });

  test('points at comments, instructions and the words of a text', () => {
    const text = `<?xml version="1.0"?>
<!-- before --><div xmlns="http://www.tei-c.org/ns/1.0"><?pi x?>
  <p>a &amp;
    b <hi/><![CDATA[
    TODO]]>
    <!-- c --> and
    TODO again</p>
</div>
<!-- after -->`;
    const rules =
      rulesOf(`<pattern><rule context="comment() | processing-instruction()"><report test="true()"><value-of select="."/></report></rule>
      <rule context="text()[contains(., 'TODO')]"><report test="true()">todo</report></rule></pattern>`);
    expect(
      runRules(source(text), rules).map(({ message, line, offset, endOffset }) => [
        message,
        line,
        text.slice(offset, endOffset),
      ]),
    ).toEqual([
      ['before', 2, '<!-- before -->'],
      ['x', 2, '<?pi x?>'],
      ['todo', 5, 'TODO'],
      ['c', 6, '<!-- c -->'],
      ['todo', 6, 'and\n    TODO again'],
      ['after', 9, '<!-- after -->'],
    ]);
  });

  test('points at each of the many pieces of a text', () => {
    const pieces = 20_000;
    const text = `<p xmlns="http://www.tei-c.org/ns/1.0">${'a<![CDATA[b]]>'.repeat(pieces)}</p>`;
    const rules = rulesOf(
      '<pattern><rule context="tei:p/text()"><report test="not(following-sibling::node())">last</report></rule></pattern>',
    );
    const found = runRules(source(text), rules);
    expect(found).toMatchObject([{ message: 'last', offset: text.lastIndexOf('b') }]);
  });

  test('tells values inside the markup of messages, and diagnostics', () => {
    const found =
      run(`<pattern><rule context="tei:p[1]"><report test="true()" diagnostics="how why">The <emph>no. <value-of select="@n"/></emph>
        of <span class="x"><dir><name/></dir></span>.</report></rule></pattern>
      <diagnostics><diagnostic id="how">Give <emph><value-of select="@n + 1"/></emph>.</diagnostic><diagnostic id="why">So.</diagnostic></diagnostics>`);
    expect(found.map(({ message }) => message)).toEqual(['The no. 1 of p. Give 2. So.']);
    const { problems } = rulesOf(
      '<pattern><rule context="tei:p"><report test="true()" diagnostics="no">x</report></rule></pattern>',
    );
    expect(problems).toMatchObject([{ message: 'There is no diagnostic “no”.' }]);
  });

  test('gives a node to the first rule of a pattern that takes it, and to each pattern', () => {
    const found = run(`<pattern><rule context="tei:p[@n = '1']"><report test="true()">first</report></rule>
      <rule context="tei:p"><report test="true()">other</report></rule></pattern>
      <pattern><rule context="tei:p"><report test="@n = '1'">again</report></rule></pattern>`);
    expect(found.map(({ message }) => message)).toEqual(['first', 'again', 'other', 'other']);
  });

  test('has variables of schema, phase, pattern and rule; nodes stay nodes', () => {
    const found = run(
      `<let name="all" value="//tei:p"/>
      <phase id="late"><active pattern="b"/><let name="limit" value="2"/></phase>
      <pattern id="a"><rule context="tei:head"><report test="true()">a</report></rule></pattern>
      <pattern id="b"><let name="numbers" value="$all/@n"/><rule context="tei:head">
        <report test="count($all) gt $limit and $numbers = '3'"><value-of select="count($numbers)"/> of <value-of select="count($all)"/></report></rule></pattern>`,
      { phase: 'late' },
    );
    expect(found.map(({ message }) => message)).toEqual(['2 of 3']);
  });

  test('runs the default phase unless another is asked for', () => {
    const rules = rulesOf(`<phase id="one"><active pattern="a"/></phase>
      <pattern id="a"><rule context="tei:head"><report test="true()">a</report></rule></pattern>
      <pattern id="b"><rule context="tei:head"><report test="true()">b</report></rule></pattern>`);
    const messages = (phase?: string) =>
      runRules(source(DOCUMENT), rules, phase ? { phase } : {}).map(({ message }) => message);
    expect(messages()).toEqual(['a', 'b']);
    expect(messages('one')).toEqual(['a']);
    expect([hasPhase(rules, 'one'), hasPhase(rules, 'two'), hasPhase(rules, '#ALL')]).toEqual([true, false, true]);
    const preset = loadRules(
      write(
        `preset.sch`,
        `${SCHEMA.replace('queryBinding', 'defaultPhase="one" queryBinding')}<phase id="one"><active pattern="b"/></phase>
      <pattern id="a"><rule context="tei:head"><report test="true()">a</report></rule></pattern>
      <pattern id="b"><rule context="tei:head"><report test="true()">b</report></rule></pattern></schema>`,
      ),
    );
    expect(runRules(source(DOCUMENT), preset).map(({ message }) => message)).toEqual(['b']);
    expect(runRules(source(DOCUMENT), preset, { phase: '#ALL' }).map(({ message }) => message)).toEqual(['a', 'b']);
  });

  test('spells out abstract patterns and rules, and reads includes', () => {
    write(
      'part.sch',
      '<pattern xmlns="http://purl.oclc.org/dsdl/schematron"><rule context="tei:head"><report test="true()">included</report></rule></pattern>',
    );
    const found = run(`<include href="part.sch"/>
      <pattern abstract="true" id="unique"><rule context="$what"><assert test="count($scope//$what) = 1">more than one <name/></assert></rule></pattern>
      <pattern is-a="unique"><param name="what" value="tei:p"/><param name="scope" value="ancestor::tei:div"/></pattern>
      <pattern><rule abstract="true" id="base"><report test="@rend">rendered</report></rule>
        <rule context="tei:hi"><extends rule="base"/></rule></pattern>`);
    expect(found.map(({ message }) => message)).toEqual(['included', ...Array(3).fill('more than one p'), 'rendered']);
  });

  test('reads includes as URI references, those on this disk alone', () => {
    const rule = (message: string) =>
      `<rule xmlns="http://purl.oclc.org/dsdl/schematron" context="tei:head"><report test="true()">${message}</report></rule>`;
    for (const name of ['50%.sch', 'm ü.sch']) write(name, rule(name));
    const hrefs = ['50%.sch', 'm%20%C3%BC.sch', `/${join(folder, '50%.sch')}`, 'https://example.org/x.sch'];
    const rules = rulesOf(hrefs.map((href) => `<pattern><include href="${href}"/></pattern>`).join(''));
    expect(runRules(source(DOCUMENT), rules).map(({ message }) => message)).toEqual(['50%.sch', 'm ü.sch']);
    expect(rules.problems.map(({ message }) => message)).toEqual(
      hrefs.slice(2).map((href) => `${href} can't be included: it is not on this disk.`),
    );
  });

  test('names what the engine cannot run, and runs the rest', () => {
    const rules = rulesOf(`<xsl:function xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="local:f"/>
      <ns prefix="local" uri="http://example.org/f"/>
      <pattern><rule context="tei:head">
        <assert test="local:f(.)">by a function</assert>
        <assert test="collection('lists')//x">by other documents</assert>
        <assert test="tei:p[">not XPath</assert>
        <report test="true()">runs</report></rule></pattern>`);
    expect(
      rules.problems.map(({ severity, message, file, line }) => [
        severity,
        message.replace(/.*left out: /, ''),
        file,
        line,
      ]),
    ).toEqual([
      ['info', "xsl:function local:f isn't supported: tests that call it are left out.", rules.file, 1],
      ['warning', '“local:f(.)” calls f() with 1 argument, which the engine lacks.', rules.file, 4],
      [
        'warning',
        "“collection('lists')//x” calls collection() with 1 argument, which the engine lacks.",
        rules.file,
        5,
      ],
      ['error', "“tei:p[” is not XPath: it can't be read from “[” on.", rules.file, 6],
    ]);
    expect(runRules(source(DOCUMENT), rules).map(({ message }) => message)).toEqual(['runs']);
  });

  test('says what is wrong with expressions that are no XPath, and where it would lead', () => {
    const told = (content: string) =>
      rulesOf(`<pattern>${content}</pattern>`).problems.map(({ severity, message, line, hint }) => [
        `${severity}: ${message}`,
        ...(hint === undefined ? [] : [hint]),
        line,
      ]);
    const rule = (test: string) => `<rule context="tei:head"><assert test="${test}">x</assert></rule>`;
    expect(told(rule('1 +'))).toEqual([
      ["error: This test can't be run and is left out: “1 +” is not XPath: it breaks off.", 1],
    ]);
    expect(told(rule('no:p'))).toEqual([
      [
        "error: This test can't be run and is left out: “no:p” uses the prefix no, which is not declared.",
        'Declare it: <ns prefix="no" uri="…"/>',
        1,
      ],
    ]);
    expect(told(rule(' '))).toEqual([["error: This test can't be run and is left out: “” is empty.", 1]]);
    expect(told(rule('contians(., 1)'))).toEqual([
      [
        "warning: This test can't be run and is left out: “contians(., 1)” calls contians() with 2 arguments, which the engine lacks.",
        'The nearest that it has: contains()',
        1,
      ],
    ]);
    expect(told('\n<rule context="tei:p[">\n<assert test="1">a</assert><assert test="2">b</assert></rule>')).toEqual([
      ["error: This rule can't be run and is left out: “tei:p[” is not XPath: it can't be read from “[” on.", 2],
    ]);
    expect(told('<let name="n" value="1 1"/>')).toEqual([
      ["error: The variable $n can't be computed: “1 1” is not XPath: it can't be read from “1” on.", 1],
    ]);
  });

  test('says which variables no one declares, in tests, contexts, messages and other variables', () => {
    const said = rulesOf(`<let name="most" value="2"/>
<phase id="strict"><let name="least" value="1"/></phase>
<xsl:variable xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="table" select="1"/>
<pattern><let name="all" value="count(//*)"/><rule context="tei:head[$moost]"><assert test="true()">x</assert></rule></pattern>
<pattern><rule context="tei:head"><let name="own" value="$most + $all"/>
<assert test="$most gt $least and (every $one in * satisfies $one = $most)">x</assert>
<assert test="$mots gt 1">x</assert>
<report test="true()">seen <value-of select="$mots"/></report>
<assert test="$own gt 1">x</assert>
<assert test="$table gt 1">x</assert></rule></pattern>`).problems;
    const why = said.map(({ severity, message, line, hint }) => [line, severity, message.replace(/^.*?: /, ''), hint]);
    const undeclared = (what: string, name: string) => [
      'error',
      `“${what}” uses $${name}, which is not declared.`,
      `Declare it: <let name="${name}" value="…"/>`,
    ];
    expect(why.slice(1)).toEqual([
      [4, ...undeclared('tei:head[$moost]', 'moost')],
      [
        5,
        'error',
        '“$most + $all” uses $all, which is declared, but further on or elsewhere.',
        'What a rule or pattern declares is known in it alone, and to what stands behind.',
      ],
      [7, ...undeclared('$mots gt 1', 'mots')],
      [8, ...undeclared('$mots', 'mots')],
      [9, 'warning', "it uses $own, which can't be computed.", undefined],
      [10, 'warning', "it uses $table, which can't be computed.", undefined],
    ]);
    const document = source(DOCUMENT);
    const runs = rulesOf('<pattern><rule context="tei:head"><assert test="$most gt 1">x</assert></rule></pattern>');
    expect(runRules(document, runs)).toEqual([]);
  });

  test('has the places of each file, whatever it includes', () => {
    const rule = (test: string) => `<rule context="tei:head">\n<assert test="${test}">x</assert></rule>`;
    const part = write(
      'some.sch',
      `<pattern xmlns="http://purl.oclc.org/dsdl/schematron">\n\n${rule('1 +')}${rule('true()')}</pattern>`,
    );
    const rules = rulesOf(`\n<include href="some.sch"/>\n<pattern>\n${rule("collection('x')")}</pattern>`);
    expect(rules.problems.map(({ file, line, column }) => [file, line, column])).toEqual([
      [part, 4, 1],
      [rules.file, 5, 1],
    ]);
  });

  test('finds elements by their xml:id', () => {
    const text = `<div xmlns="http://www.tei-c.org/ns/1.0" xml:id="d1"><note xml:id="d1fn1"/><p><ref target="#d1fn1"/>
      <ref target="#d1fn2"/><ref corresp="d1fn1 d1 d1"/></p></div>`;
    const rules = rulesOf(`<pattern><rule context="tei:ref[@target]">
      <assert test="id(substring-after(@target, '#'))">dead: <value-of select="@target"/></assert></rule>
      <rule context="tei:ref"><report test="true()"><value-of select="fn:id(@corresp, /)/name()"/></report></rule></pattern>`);
    expect(runRules(source(text), rules).map(({ message, line }) => [line, message])).toEqual([
      [2, 'dead: #d1fn2'],
      [2, 'div note'],
    ]);
    const { problems } = rulesOf(
      '<pattern><rule context="tei:p"><assert test="idref(@xml:id)">x</assert></rule></pattern>',
    );
    expect(problems).toMatchObject([{ message: expect.stringMatching(/can't be run.*idref\(\) finds nothing/) }]);
  });

  test('looks into other documents on this disk, and says which are not there', () => {
    const persons = write(
      'persons.xml',
      '<?xml version="1.0" encoding="ISO-8859-1"?><list xml:id="all"><person xml:id="p_A"/></list>',
    );
    const found =
      run(`<let name="persons" value="doc('persons.xml')//person/@xml:id"/><let name="places" value="doc('no-such.xml')//place"/>
      <pattern><rule context="tei:p">
        <assert test="$persons = 'p_A' and doc('persons.xml')//person/@xml:id = 'p_A'">not found</assert>
        <report test="@n and document('persons.xml#all')/list/@xml:id = 'all'">list</report>
        <report test="doc-available('no-such.xml') or not(doc-available('persons.xml'))">never</report>
        <report test="$places">never</report></rule></pattern>
      <pattern><rule context="doc('persons.xml')//person"><report test="true()">has no place here</report></rule></pattern>`);
    expect(found.map(({ severity, message }) => [severity, message.replace(folder, '')])).toEqual([
      ['warning', 'The variable $places failed: FODC0002: there is no file /no-such.xml'],
      ['error', 'list'],
      ['error', 'list'],
    ]);
    expect(readFileSync(persons, 'latin1')).toContain('p_A');
  });

  test.each([
    ['a DOCTYPE', '<!DOCTYPE a [<!ENTITY e "e">]><a>&e;</a>', 'a DOCTYPE is not read'],
    ['bad bytes', Buffer.from([0x3c, 0x61, 0xff, 0x2f, 0x3e]), 'is not UTF-8'],
    ['broken XML', '<a>', "can't be read"],
  ])('does not look into documents with %s', (name, content, why) => {
    const file = join(folder, `${name}.xml`);
    writeFileSync(file, content);
    const found = run(
      `<pattern><rule context="tei:head"><assert test="doc('${name}.xml')">x</assert></rule></pattern>`,
    );
    expect(found).toMatchObject([{ severity: 'warning', message: expect.stringContaining(why) }]);
  });

  test('never looks into the network', () => {
    const found = run(
      `<pattern><rule context="tei:head"><assert test="doc('https://example.org/a.xml')">x</assert></rule></pattern>`,
    );
    expect(found).toMatchObject([{ severity: 'warning', message: expect.stringContaining('nothing is fetched') }]);
  });

  test('finds nodes by keys, here and in other documents', () => {
    write('register.xml', '<list><person n="3"/></list>');
    const rules =
      rulesOf(`<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="by-n" match="tei:p[@n]" use="@n"/>
      <xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="by-n" match="person" use="@n"/>
      <pattern><rule context="tei:p[@n]"><report test="key('by-n', @n) is .">here</report>
        <report test="key('by-n', @n, doc('register.xml'))">there: <value-of select="key('by-n', @n)/name()"/></report>
        <assert test="key('by-m', @n)">undeclared</assert></rule></pattern>`);
    expect(rules.problems).toMatchObject([
      { severity: 'error', message: expect.stringContaining('asks for the key by-m, which is not declared') },
    ]);
    expect(runRules(source(DOCUMENT), rules).map(({ message, line }) => [line, message])).toEqual([
      [3, 'here'],
      [4, 'here'],
      [4, 'there: p'],
    ]);
  });

  test('has the node that a rule is run on as current(), inside of paths, too', () => {
    const found = run(`<pattern><rule context="tei:p[@n]"><let name="own" value="current()/@n"/>
      <report test="//tei:p[@n = current()/@n][. is current()] and $own = @n"><value-of select="//tei:p[@n = current()/@n]/@n"/></report>
      </rule></pattern>`);
    expect(found.map(({ message }) => message)).toEqual(['1', '3']);
  });

  test('knows flags of patterns, tokens, forms of Unicode and where a document is', () => {
    const tests = [
      "matches('IBID', '^ibid$', 'i')",
      "matches('a1', '^ \\i \\d $', 'x') and not(matches('a/-1', 'a1', 'i'))",
      "replace('Mr. MR.', 'mr\\.', '$0$0\\$', 'i') = 'Mr.Mr.$ MR.MR.$'",
      "replace('a.b', '.', '$1', 'q') = 'a$1b'",
      "deep-equal(tokenize('a AND b', ' (and) ', 'i'), ('a', 'b'))",
      "contains-token('#a #b', '#b') and not(contains-token('#ab', '#a'))",
      "string-length(normalize-unicode('e&#x301;')) = 1 and string-length(normalize-unicode('&#xe9;', 'NFD')) = 2",
      "tokenize(base-uri(), '/')[last()] = 'letter%201.xml' and document-uri(/) = base-uri(.)",
      "resolve-uri('b.xml', 'http://example.org/a.xml') = 'http://example.org/b.xml'",
    ];
    const rules = rulesOf(
      `<pattern><rule context="tei:head">${tests.map((test) => `<assert test="${test}">${tests.indexOf(test)}</assert>`).join('')}</rule></pattern>`,
    );
    expect(rules.problems).toEqual([]);
    const found = runRules(source(DOCUMENT), rules, { file: '/edition/letter 1.xml' });
    expect(found).toEqual([]);
  });

  test('leaves out what depends on a variable that cannot be computed', () => {
    const rules = rulesOf(`<let name="volumes" value="collection('https://example.org/ids')//id"/>
      <let name="first" value="$volumes[1]"/><let name="ids" value="//@xml:id"/>
      <pattern><rule context="tei:div"><assert test="@xml:id = $volumes">x</assert><report test="@xml:id = $ids"><value-of select="$first"/></report>
        <report test="count($ids) = 1">one</report></rule></pattern>`);
    expect(rules.problems.map(({ message, line }) => [line, message.replace(/(:|,) .*/, '')])).toEqual([
      [1, "The variable $volumes can't be computed"],
      [2, "The variable $first can't be computed"],
      [3, "This test can't be run and is left out"],
      [3, "This test can't be run and is left out"],
    ]);
    expect(runRules(source(DOCUMENT), rules).map(({ message }) => message)).toEqual(['one']);
  });

  test('names a test that fails on a document once', () => {
    const found = run(
      '<pattern><rule context="tei:p"><assert test="xs:integer(string(.)) = 1">x</assert></rule></pattern>',
    );
    expect(found).toMatchObject([
      { rule: 'schematron', severity: 'info', message: expect.stringMatching(/The test .* failed: .*FORG0001/) },
    ]);
  });

  test('takes rules that are embedded in a grammar, and in what it includes', () => {
    write(
      'inner.rng',
      `<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron"><define name="p">
      <element name="p"><sch:rule context="tei:p"><sch:report test="@n = '3'">three</sch:report></sch:rule><text/></element></define></grammar>`,
    );
    const rules = loadRules(
      write(
        'outer.rng',
        `<grammar xmlns="http://relaxng.org/ns/structure/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron">
        <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/><sch:pattern><sch:rule context="tei:head"><sch:report test="true()">head</sch:report></sch:rule></sch:pattern>
        <include href="inner.rng"/><start><ref name="p"/></start></grammar>`,
      ),
    );
    expect(runRules(source(DOCUMENT), rules).map(({ message, line }) => [message, line])).toEqual([
      ['head', 2],
      ['three', 4],
    ]);
  });

  test.each([
    ['substring(@n, 2) = //tei:p/@xml:id', ['//tei:p/@xml:id'], 'substring(@n, 2) = ($0)'],
    ['//tei:p[@n = //tei:q[1]/@n]/@id', ['//tei:q[1]/@n', '//tei:p[@n = ($0)]/@id'], '($1)'],
    ['@n = //a/b union /c/@n', ['//a/b', '/c/@n'], '@n = ($0) union ($1)'],
    ['some $q in //q satisfies $q/@n = //p[. is $q]/@n', ['//q'], 'some $q in ($0) satisfies $q/@n = //p[. is $q]/@n'],
    ['//p/string(@n) = .//p or parent::q/p', [], '//p/string(@n) = .//p or parent::q/p'],
    ["'//p' = text()", [], "'//p' = text()"],
    ['//p[', [], '//p['],
  ])('computes absolute paths once for a document: %s', (expression, paths, rest) => {
    const made = hoisted(expression);
    const names = made.paths.map(({ name }) => name);
    const numbered = (text: string): string => names.reduce((now, name, i) => now.replaceAll(name, String(i)), text);
    expect(made.paths.map((path) => numbered(path.expression))).toEqual(paths);
    expect(numbered(made.expression)).toBe(rest);
  });

  test('gives absolute paths the same value wherever they stand', () => {
    const found =
      run(`<pattern><rule context="tei:p[count(//tei:p) = 3][@n = //tei:p/@n]"><let name="last" value="//tei:p[last()]"/>
      <report test="@n = //tei:p[1]/@n">first of <value-of select="count(//tei:p)"/></report>
      <report test="//tei:p[2]/@n = @n and $last/tei:hi">second</report>
      <report test="false() and //tei:head/xs:integer(.)/.. = 1">never</report>
      <report test="@n = '1' and //tei:head[xs:integer(.) = 1]">fails</report></rule></pattern>`);
    expect(found.map(({ message, line }) => [line, message])).toEqual([
      [3, 'first of 3'],
      [3, expect.stringMatching(/^The test .* failed: FORG0001/)],
      [4, 'second'],
    ]);
  });

  test.each([
    ['tei:p', '//(tei:p)'],
    ['tei:p | tei:head[a | /b]', '//(tei:p | tei:head[a | /b])'],
    ['/tei:TEI//tei:p', '/tei:TEI//tei:p'],
    ["//tei:p[. = '|'] | tei:q|(: '| :) /tei:TEI|id('x')", "//tei:p[. = '|']  |  /tei:TEI | id('x') | //( tei:q)"],
    ['/tei:TEI union tei:p', '//(/tei:TEI union tei:p)'],
  ])('looks for what a context means everywhere only where it is relative: %s', (context, path) => {
    expect(contextPath(context)).toBe(path);
  });

  test('finds the nodes of absolute and relative contexts, each once', () => {
    const found =
      run(`<pattern><rule context="/tei:div/tei:p[tei:hi] | tei:hi | //tei:hi"><report test="true()"><name/></report></rule>
      <rule context="/"><report test="true()">root</report></rule></pattern>`);
    expect(found.map(({ message, line }) => [message, line])).toEqual([
      ['root', 1],
      ['p', 6],
      ['hi', 6],
    ]);
  });

  test('says of a file without rules that it has none', () => {
    expect(() => loadRules(write('not.sch', 'text'))).toThrow(/not\.sch: no Schematron rules/);
    expect(() => loadRules(join(folder, 'missing.sch'))).toThrow(/ENOENT/);
  });

  test('of a pattern that takes too long says that the file was not checked, and runs the others', () => {
    let time = 0;
    const found = run(
      `<pattern id="slow"><rule context="tei:p"><report test="true()">x</report></rule>
        <rule context="tei:head"><report test="true()">late</report></rule></pattern>
      <pattern><rule context="tei:p[1]"><report test="true()">other</report></rule></pattern>`,
      { milliseconds: 6000, now: () => (time += 1000) },
    );
    expect(found.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      [
        'schematron',
        'error',
        expect.stringMatching(/^Pattern “slow” of .*\.sch took more than 3 s .* for “tei:p”: .* 1 more rule are/),
      ],
      ['schematron', 'error', 'x'],
      ['schematron', 'error', 'other'],
      ['schematron', 'error', 'x'],
    ]);
  });

  test('of rules that find too much says what was left', () => {
    const found = run(
      `<pattern><rule context="tei:p"><report test="true()">x</report></rule></pattern>
      <pattern><rule context="tei:p"><report test="true()">y</report></rule></pattern>`,
      { maxFindings: 2 },
    );
    expect(found.map(({ severity, message }) => [severity, message])).toEqual([
      ['error', expect.stringMatching(/^Pattern 1 of .* after 2 findings.* for “tei:p”: .*, 1 more pattern are not/)],
      ['error', 'x'],
      ['error', 'x'],
    ]);
  });
});

describe('the checker', () => {
  test('runs rules beside the grammar, and tells once what of them cannot be run', () => {
    const schematron = [
      write(
        'house.sch',
        `${SCHEMA}<pattern><rule context="tei:head"><report test="true()">head</report><assert test="collection('x')">x</assert></rule></pattern></schema>`,
      ),
    ];
    const text = DOCUMENT.replace('<p n="1">', '<p>').replace(/<p\s+n="3">/, '<p>');
    expect(validate(text, { noRules: true, schematron })).toMatchObject([
      { message: 'head', line: 2 },
      { message: expect.stringContaining("can't be run"), file: schematron[0] },
    ]);
    expect(() => validate(text, { schematron, phase: 'none' })).toThrow(/no phase “none”/);
    const broken = validate(`${text}<`, { noRules: true, schematron });
    expect(broken.filter(({ message }) => message === 'head')).toEqual([]);
  });

  test('follows a model that names rules', () => {
    write(
      'named.sch',
      `${SCHEMA}<pattern><rule context="tei:head"><report test="true()">named</report></rule></pattern></schema>`,
    );
    const text = `<?xml-model href="named.sch" type="application/xml" schematypens="http://purl.oclc.org/dsdl/schematron"?>\n${DOCUMENT}`;
    const found = validate(text, { noRules: true, file: join(folder, 'd1.xml') });
    expect(found.filter(({ rule }) => rule === 'schematron')).toMatchObject([{ message: 'named', line: 3 }]);
  });

  const model = (name: string, more = '') =>
    `<?xml-model href="${name}" schematypens="http://purl.oclc.org/dsdl/schematron"${more}?>\n${DOCUMENT}`;

  test('runs all rules of a model whose phase is not there, and says so', () => {
    const path = write(
      'phases.sch',
      `${SCHEMA}<phase id="one"><active pattern="a"/></phase><pattern id="a"><rule context="tei:head"><report test="true()">a</report></rule></pattern></schema>`,
    );
    const found = validate(model('phases.sch', ' phase="nope"'), { noRules: true, file: join(folder, 'd1.xml') });
    expect(found.filter(({ rule }) => rule !== 'schema')).toMatchObject([
      {
        rule: 'xml-model',
        severity: 'warning',
        message: expect.stringContaining(`${path} has no phase “nope”`),
        line: 1,
      },
      { message: 'a' },
    ]);
  });

  test('tells of wrong tests in the rules that a document names', () => {
    const path = write(
      'wrong.sch',
      `${SCHEMA}\n<pattern><rule context="tei:head"><assert test="1 +">x</assert></rule></pattern></schema>`,
    );
    const found = validate(model('wrong.sch'), { noRules: true, file: join(folder, 'd1.xml') });
    expect(found.filter(({ rule }) => rule === 'xml-model')).toMatchObject([
      { severity: 'warning', message: expect.stringContaining(`${path}:2: This test can't be run`), line: 1 },
    ]);
  });

  const grammar = write(
    'ruled.rng',
    `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0" xmlns:sch="http://purl.oclc.org/dsdl/schematron">
    <sch:ns prefix="tei" uri="http://www.tei-c.org/ns/1.0"/><sch:phase id="no-heads"/><start><ref name="any"/></start>
    <define name="any"><sch:pattern><sch:rule context="tei:head"><sch:report id="heads" test="true()">inside</sch:report></sch:rule></sch:pattern>
      <element><anyName/><zeroOrMore><attribute><anyName/></attribute></zeroOrMore><mixed><zeroOrMore><ref name="any"/></zeroOrMore></mixed></element>
    </define></grammar>`,
  );
  const relaxng = '<?xml-model href="ruled.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>';

  test('runs the rules inside a grammar once, whoever names it', async () => {
    const path = write('d1.xml', DOCUMENT);
    const [{ findings } = { findings: [] }] = await checkFiles([path], {
      settings: { noRules: true, schema: [grammar] },
    });
    expect(findings).toMatchObject([{ message: 'inside', line: 2, file: path }]);
    const inside = (text: string, settings: object): string[] =>
      validate(text, { noRules: true, file: path, ...settings }).map(({ message }) => message);
    expect(inside(`${relaxng}${DOCUMENT}`, {})).toEqual(['inside']);
    expect(inside(`${relaxng}${model('ruled.rng')}`, {})).toEqual(['inside']);
    expect(inside(`${relaxng}${model('ruled.rng', ' phase="no-heads"')}`, {})).toEqual([]);
    expect(inside(DOCUMENT, { schema: [grammar], schematron: [grammar], phase: 'no-heads' })).toEqual([]);
    expect(inside(`${relaxng}${DOCUMENT}`, { noSchema: true })).toEqual([]);
  });

  test('lets a document silence a rule inside the grammar that it names, and tells of names that there are not', () => {
    const silent = (rule: string): string[] =>
      validate(`${relaxng}<?teigram-disable ${rule} -- as printed?>${DOCUMENT}`, {
        profile: 'tei',
        file: join(folder, 'd1.xml'),
      }).map((finding) => finding.rule);
    expect(silent('heads')).toEqual([]);
    expect(silent('heads doubled')).toEqual([]);
    expect(silent('duplicate-id')).toEqual(['heads']);
  });

  test('says that rules inside a grammar can not be read', () => {
    const path = write('doctype.rng', `<!DOCTYPE grammar [<!ENTITY n "any">]>${readFileSync(grammar, 'utf8')}`);
    const told = expect.stringMatching(/inside a grammar are not run: .*doctype\.rng: .* DOCTYPE/);
    expect(validate(DOCUMENT, { noRules: true, schema: [path] })).toMatchObject([
      { severity: 'warning', message: told, file: path },
    ]);
    expect(
      validate(`${relaxng.replace('ruled', 'doctype')}${DOCUMENT}`, { noRules: true, file: join(folder, 'd1.xml') }),
    ).toMatchObject([{ rule: 'xml-model', severity: 'warning', message: told, line: 1 }]);
  });

  test('runs rules alone where grammars are left out', async () => {
    const schematron = [
      write(
        'alone.sch',
        `${SCHEMA}<pattern><rule context="tei:head"><report test="true()">alone</report></rule></pattern></schema>`,
      ),
    ];
    const path = write('d1.xml', DOCUMENT);
    const settings = { noSchema: true, noRules: true, schematron };
    expect((await checkFiles([path], { settings }))[0]?.findings).toMatchObject([{ message: 'alone', line: 2 }]);
  });

  test('runs rules once that both the settings and the document name', () => {
    const path = write(
      'twice.sch',
      `${SCHEMA}<pattern><rule context="tei:head"><report test="true()">once</report></rule></pattern></schema>`,
    );
    const settings = { noRules: true, file: join(folder, 'd1.xml'), schematron: [path] };
    const found = validate(model('twice.sch'), settings);
    expect(found.filter(({ message }) => message === 'once')).toHaveLength(1);
  });
});
