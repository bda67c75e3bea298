/** Documents that include others, on disk as projects have them. */

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { checkFiles } from '../src/check/check-files.js';
import { validate } from '../src/check/validate.js';

const folder = mkdtempSync(join(tmpdir(), 'teigram-xinclude-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, text);
  return path;
};

const TEI = 'xmlns="http://www.tei-c.org/ns/1.0"';
const XI = 'xmlns:xi="http://www.w3.org/2001/XInclude"';

put(
  'letter.rng',
  `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.tei-c.org/ns/1.0" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><choice><element name="TEI"><ref name="id"/><element name="text"><zeroOrMore><ref name="div"/></zeroOrMore></element></element><ref name="div"/></choice></start>
  <define name="id"><optional><attribute name="xml:id"><data type="NCName"/></attribute></optional></define>
  <define name="div"><element name="div"><ref name="id"/><oneOrMore><choice><ref name="div"/><element name="p"><ref name="id"/><mixed><zeroOrMore><element name="ref"><attribute name="target"/><text/></element></zeroOrMore></mixed></element></choice></oneOrMore></element></define>
  </grammar>`,
);
const MODEL = '<?xml-model href="letter.rng" schematypens="http://relaxng.org/ns/structure/1.0"?>';
const master = (content: string): string =>
  `${MODEL}\n<TEI ${TEI} ${XI} xml:id="all">\n<text>\n${content}\n</text></TEI>`;
const told = (text: string, settings: object = {}): string[] =>
  validate(text, { profile: 'tei', file: join(folder, 'master.xml'), ...settings }).map(
    ({ rule, severity, line, message }) => `${line} ${severity} ${rule}: ${message}`,
  );

put(
  'letters/1.xml',
  `<TEI ${TEI} xml:id="l1">\n<text>\n<div xml:id="l1-d"><p xml:id="l1-p">One.</p></div></text></TEI>`,
);
put('letters/2.xml', `<div ${TEI} ${XI} xml:id="l2-d"><xi:include href="3.xml"/></div>`);
put('letters/3.xml', `<div ${TEI} xml:id="l3-d">\n<p>Three.</p></div>`);
put('letters/wrong.xml', `<div ${TEI} ${XI}>\n<p>x</p>\n<note>y</note><xi:include href="worse.xml"/></div>`);
put('letters/worse.xml', `<div ${TEI}><p>x</p>\n\n<q/></div>`);
const see = (...ids: string[]): string =>
  `<div><p>${ids.map((id) => `<ref target="#${id}">x</ref>`).join(' ')}</p></div>`;

describe('XInclude', () => {
  test('brings what the grammar wants, and the ids that pointers lead to', () => {
    const includes = '<xi:include href="letters/1.xml" xpointer="l1-d"/>\n<xi:include href="letters/2.xml"/>';
    expect(told(master(`${includes}\n${see('l1-d', 'l1-p', 'l3-d')}`))).toEqual([]);
    expect(told(master(`${includes}\n${see('l1', 'l4')}`))).toEqual([
      '6 error dangling-link: ref/@target leads to “#l1”, which is not there',
      '6 error dangling-link: ref/@target leads to “#l4”, which is not there',
    ]);
  });

  test('takes along the namespaces around what is included', () => {
    put(
      'prefixed.xml',
      `<t:TEI xmlns:t="http://www.tei-c.org/ns/1.0"><t:text><t:div xml:id="pre"><t:p>x</t:p></t:div></t:text></t:TEI>`,
    );
    expect(told(master('<xi:include href="prefixed.xml" xpointer="xpointer(id(\'pre\'))"/>'))).toEqual([]);
  });

  test('that brings what is wrong says in which file and line', () => {
    expect(told(master('<xi:include href="letters/wrong.xml"/>\n<p>x</p>'), { noRules: true })).toEqual([
      '4 error schema: letters/wrong.xml:3:1: <note> is not allowed here; expected <div>, <p> or the end of <div>.',
      '4 error schema: letters/worse.xml:3:1: <q> is not allowed here; expected <div>, <p> or the end of <div>.',
      '5 error schema: <p> is not allowed here; expected <div> or the end of <text>.',
    ]);
  });

  test('of what is not there is an error, once', () => {
    expect(told(master('<xi:include href="none.xml"/>'))).toEqual([
      '4 error xinclude: none.xml is to be included, but there is no such file.',
    ]);
    expect(told(master('<xi:include href="letters/1.xml" xpointer="l9"/>'))).toEqual([
      '4 error xinclude: letters/1.xml has no element with the id “l9” to include.',
    ]);
    const fallback = '<xi:include href="none.xml"><xi:fallback><div><p>Lost.</p></div></xi:fallback></xi:include>';
    expect(told(master(fallback))).toEqual([]);
  });

  test('in a circle is an error', () => {
    put('circle.xml', `<div ${TEI} ${XI}><p>x</p><xi:include href="circle.xml"/></div>`);
    expect(told(master('<xi:include href="circle.xml"/>'))).toContain(
      '4 error xinclude: In circle.xml: circle.xml includes itself.',
    );
  });

  test('of what would grow without bound ends', () => {
    for (let n = 0; n < 12; n++) {
      const include = `<xi:include href="bomb${n + 1}.xml"/>`.repeat(n === 11 ? 0 : 10);
      put(`bomb${n}.xml`, `<div ${TEI} ${XI}><p>x</p>${include}</div>`);
    }
    const found = told(master('<xi:include href="bomb0.xml"/>'), { noRules: true });
    expect(found.join()).toMatch(/xinclude: .*bomb\d+\.xml is not included: there is too much to include\./);
  });

  test('that is not followed is named, and pointers that may lead there are left alone', () => {
    const text = master(`<xi:include href="https://example.org/1.xml"/>${see('l1')}`);
    const why = 'the include is not resolved, and what it would bring is not checked.';
    expect(told(text)).toEqual([`4 info xinclude: https://example.org/1.xml can't be read from here: ${why}`]);
    expect(told(master(`<xi:include href="letters/1.xml" xpointer="element(/1/2)"/>`))).toEqual([
      '4 info xinclude: The xpointer “element(/1/2)” is not followed: only ids are, and what it would bring is not checked.',
    ]);
  });

  test('reads no file for a document that names none of its own', () => {
    const secret = put('secret.xml', `<div ${TEI}><p>secret <b>words</b></p></div>`);
    for (const href of [`file://${secret}`, 'secret.xml']) {
      const found = told(master(`<xi:include href="${href}"/>`), { noModels: true });
      expect(found.join()).toContain("can't be read from here");
      expect(found.join()).not.toContain('<b>');
    }
  });

  test('is followed by the check of files, whatever the grammar', async () => {
    const path = put(
      'master.xml',
      master(`<xi:include href="letters/2.xml"/>\n<xi:include href="none.xml"/>${see('l3-d')}`),
    );
    for (const settings of [{}, { noSchema: true }]) {
      const [file] = await checkFiles([path], { settings: { profile: 'tei', ...settings } });
      expect(file).toMatchObject({ findings: [{ rule: 'xinclude', line: 5 }] });
    }
  });
});
