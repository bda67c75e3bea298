import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';
import { anchorAt } from '../src/decisions/anchor.js';
import type { ReviewDecision } from '../src/decisions/decision.js';
import { readPdf } from '../src/intake/pdf/index.js';
import { preformatted } from '../src/intake/preformatted.js';
import { element, ordinal } from '../src/intake/tree.js';
import { plainText } from '../src/plain-text.js';
import { RENDERINGS } from '../src/render/index.js';
import { parseXml } from '../src/xml/parse.js';
import { docx, odt, type PdfText, pdf, TEXT, WEBSITE } from './intake-samples.js';

async function read(name: string, content: string | Uint8Array): Promise<string> {
  const result = await plainText(typeof content === 'string' ? strToU8(content) : content, name);
  return result === undefined ? 'plain' : 'fault' in result ? `fault: ${result.fault}` : result.text;
}

/** What is told about a file that was read. */
async function told(name: string, content: string | Uint8Array): Promise<string[]> {
  const result = await plainText(typeof content === 'string' ? strToU8(content) : content, name);
  return result && 'text' in result ? result.diagnostics.map((d) => `${d.severity}: ${d.message} [${d.code}]`) : [];
}

test('plain text is left to the reader of plain text', async () => expect(await read('d1.txt', 'x')).toBe('plain'));

/** The beginning of an old Office file that has a part of this name. */
const compound = (part: string): Uint8Array =>
  Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), Buffer.from(part, 'utf16le')]);
const X = strToU8('<a/>');

describe('formats told by what is in them', () => {
  const page = '<!-- saved -->\n<!DOCTYPE html>\n<html><p>All quiet.</p></html>';
  const FILES: Readonly<Record<string, readonly [content: string | Uint8Array, text: string]>> = {
    'a page': [page, 'All quiet.\n'],
    'a page in UTF-16': [Buffer.from(`\ufeff${page}`, 'utf16le'), 'All quiet.\n'],
    XHTML: ['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><p>Yes.</p></html>', 'Yes.\n'],
    'a Word document': [docx(), TEXT],
    'an OpenDocument text': [odt(), TEXT],
    'a PDF': [pdf([[[40, 500, 12, 'All quiet.']]]), 'All quiet.\n'],
    'old files of Office': [compound(''), 'fault: is an old Word document, or another of its kind'],
    'old Word documents': [compound('WordDocument'), 'fault: is an old Word document'],
    'locked Word documents': [compound('EncryptedPackage'), 'fault: is protected by a password'],
    'old spreadsheets': [compound('Workbook'), 'fault: is a table of a spreadsheet'],
    spreadsheets: [zipSync({ 'xl/workbook.xml': strToU8('<a/>') }), 'fault: is a table of a spreadsheet'],
    'OpenDocument spreadsheets': [
      zipSync({
        mimetype: [strToU8('application/vnd.oasis.opendocument.spreadsheet'), { level: 0 }],
        'content.xml': X,
      }),
      'fault: is a table of a spreadsheet',
    ],
    'locked OpenDocument texts': [
      zipSync({ 'content.xml': X, 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }),
      'fault: is protected by a password',
    ],
    'WordPerfect documents': [Uint8Array.of(0xff, 0x57, 0x50, 0x43), 'fault: is a WordPerfect document'],
    'Rich Text Format': ['{\\rtf1 All quiet.}', 'fault: is in Rich Text Format'],
    'other archives': [zipSync({ 'xl/a.xml': strToU8('<a/>') }), 'fault: is an archive, but no .docx and no .odt'],
    'text with a mark in it': ['38. <html> in the text\n', 'plain'],
  };
  for (const [what, [content, text]] of Object.entries(FILES)) {
    test(what, async () => {
      expect(await read('<stdin>', content)).toBe(text);
      expect(await read('d7.txt', content)).toBe(text);
    });
  }

  test('old and locked files under the name of a new one', async () => {
    expect(await read('d7.docx', compound('EncryptedPackage'))).toBe('fault: is protected by a password');
    expect(await read('d7.odt', '{\\rtf1 All quiet.}')).toBe('fault: is in Rich Text Format');
  });
});

describe('HTML', () => {
  test('as the website has it', async () => expect(await read('d7.html', WEBSITE)).toBe(TEXT));

  test('what teigram makes of TEI comes back as it was', async () => {
    const tei = parseXml(convert(TEXT, { validate: false }).output);
    expect(await read('d7.HTM', RENDERINGS.html.render([{ element: tei, depth: 0 }], 'x'))).toBe(TEXT);
  });

  const CASES: Readonly<Record<string, readonly [html: string, text: string]>> = {
    'notes as a word processor saves them': [
      '<p>Yes<a href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a>.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Not printed.</p></div>',
      'Yes1.\n  1. Not printed.\n',
    ],
    'all paragraphs of such a note': [
      '<p>Yes<a href="#sdfootnote2sym" name="sdfootnote2anc"><sup>2</sup></a>.</p><p>Sapt</p><div id="sdfootnote2"><p><a href="#sdfootnote2anc" name="sdfootnote2sym">2</a> Not printed.</p><p>Nor found.</p></div>',
      'Yes2.\n\nSapt\n  2. Not printed.\n     Nor found.\n',
    ],
    'notes that are paragraphs in one place': [
      '<p>Yes<a href="#f1" id="r1">1</a>.</p><div id="notes"><p><a href="#r1" id="f1">1</a> Not printed.</p><p>Set in Zenda.</p></div>',
      'Yes1.\n\nSet in Zenda.\n  1. Not printed.\n',
    ],
    'several notes in a division with a number': [
      '<p>Yes<a href="#f1" id="r1">1</a>, no<a href="#f2" id="r2">2</a>.</p><div id="notes-1894"><p><a href="#r1" id="f1">1</a> Not so.</p><p><a href="#r2" id="f2">2</a> So.</p><p>Set in Zenda.</p></div>',
      'Yes1, no2.\n\nSet in Zenda.\n  1. Not so.\n  2. So.\n',
    ],
    'notes by role, without a way back': [
      '<p>Yes.<a role="doc-noteref" href="#n">*</a></p><aside role="doc-footnote" id="n">No.</aside>',
      'Yes.*\n  *. No.\n',
    ],
    'a link to a paragraph is no note': [
      '<p id="a">Yes.</p><p>See paragraph <a href="#a">1</a>.</p>',
      'Yes.\n\nSee paragraph 1.\n',
    ],
    'a raised number that leads to where the page has its notes, without a way back': [
      '<h1>43. Telegram<sup><a href="#f1">1</a></sup></h1><p>Your 12<a href="#f2"><sup>2</sup></a> came.</p><div class="footnotes"><ol><li id="f1">Secret.</li><li id="f2">Not printed.</li></ol></div>',
      '43. Telegram1\n\nYour 122 came.\n  1. Secret.\n  2. Not printed.\n',
    ],
    'one that leads to a list at the end': [
      '<p>Yes<sup><a href="#f1">1</a></sup>, no<sup><a href="#f2">2</a></sup>.</p><ol><li id="f1">Not so.</li><li id="f2">So.</li></ol><footer>Site</footer>',
      'Yes1, no2.\n  1. Not so.\n  2. So.\n',
    ],
    'one that leads into the text is none': [
      '<ol><li id="a">One</li></ol><p>See point<sup><a href="#a">1</a></sup>.</p>',
      '  * 1. One\n\nSee point1.\n',
    ],
    'items beside notes keep their numbers': [
      '<p>Yes<a href="#f1" id="r1">1</a>.</p><ol><li id="f1">No. <a href="#r1">↩</a></li><li>Other</li></ol>',
      'Yes1.\n\n  * 2. Other\n  1. No.\n',
    ],
    'what a list is of': [
      '<p><b>SUBJECT</b></p> <ul><li>Harbor</li></ul><p>He named:</p><ul><li>Sapt</li></ul>',
      'SUBJECT\n  * Harbor\n\nHe named:\n\n  * Sapt\n',
    ],
    'numbered lists count': [
      '<ol start="3" type="a"><li>Three</li><li value="9">Nine</li></ol><ol><li><p>One</p></li></ol>',
      '  * c. Three\n  * i. Nine\n\n  * 1. One\n',
    ],
    'lists that count otherwise, or not at all': [
      '<ol style="list-style-type: upper-roman"><li>One</li><li>Two</li></ol><ol reversed><li>Two</li><li>One</li></ol><ol style="padding: 0; list-style: none"><li>(a) One</li></ol>',
      '  * I. One\n  * II. Two\n\n  * 2. Two\n  * 1. One\n\n  * (a) One\n',
    ],
    'forms of numbers beside other words of the style': [
      '<ol style="list-style: inside LOWER-ALPHA"><li>One</li></ol><ol style="list-style: url(a.png) none"><li>One</li></ol><ol style="list-style-type: constructor"><li>One</li></ol>',
      '  * a. One\n\n  * One\n\n  * 1. One\n',
    ],
    'lists that count backwards, with what is no item': [
      '<ol reversed><li class="list-head">Three</li><li>Two</li><li hidden>No</li><li>One</li></ol>',
      'Three\n  * 2. Two\n  * 1. One\n',
    ],
    'lists in items': [
      '<ul><li>First</li><li>Second<ul><li>Nested</li><li>Also</li></ul></li><li>Third<ol type="a"><li>One</li><li>Two</li></ol></li></ul>',
      '  * First\n  * Second\n    * Nested\n    * Also\n  * Third\na. One b. Two\n',
    ],
    'paragraphs of an item above a list inside it': [
      '<ul><li><p>First</p><p>and more:</p><ul><li>Nested</li></ul></li><li><p>Second</p><p>and more</p></li></ul>',
      '  * First and more:\n    * Nested\n  * Second\nand more\n',
    ],
    'cells that reach over columns and rows': [
      '<table><tr><th rowspan="2">Unit</th><th colspan="2">Men</th></tr><tr><th>1894</th><th>1895</th></tr><tr><td colspan="2">Guard</td><td>310</td></tr></table>',
      'Unit | Men\n | 1894 | 1895\nGuard |  | 310\n',
    ],
    'lines in cells': [
      '<table><tr><td><b>Guard<br>and foot</b></td><td>310</td></tr></table>',
      'Guard and foot | 310\n',
    ],
    'pages between rows': [
      '<table><tr><td>Guard</td><td>310</td></tr><tr class="pb"><td colspan="2">[Page 2]</td></tr><tr><td>Foot</td><td>900</td></tr></table>',
      'Guard | 310\n[Page 2]\nFoot | 900\n',
    ],
    'what stands between rows and cells': [
      '<table>Men<tr><td>Guard</td><td>310</td></tr><a class="tei-pb1">[Page 2]</a><form><tr><p>of whom</p><td>Foot</td><td>900</td></tr></form><script>x</script><p>[Page 3]</p><td>All</td></table>',
      'Men\nGuard | 310\n[Page 2]\nof whom\nFoot | 900\n[Page 3]\nAll\n',
    ],
    'lists of terms': ['<dl><dt>(a)</dt><dd>First</dd></dl>', '(a)\n  * First\n'],
    'text of set width keeps its lines': ['<pre>FM STRELSAU\nTO SECSTATE</pre>', 'FM STRELSAU\nTO SECSTATE\n'],
    'its empty lines part paragraphs, its blanks and tabs set columns': [
      '<pre>1. LEVELS:\n\n   UNIT        MEN\n   <b>GUARD\n   TOTAL</b>\t310\n\n \nEND.  SAPT</pre>',
      '1. LEVELS:\n\n   UNIT        MEN\n   GUARD\n   TOTAL        310\n\nEND.  SAPT\n',
    ],
    'blocks in blocks, furniture left out': [
      '<header>Site</header><div>One<div>Two<style>p{}</style></div><p hidden>No</p>Three<br>Four</div><footer>Site</footer>',
      'One\n\nTwo\n\nThree\nFour\n',
    ],
    'nothing at all': ['', '\n'],
    'a form around the whole page': [
      '<form id="aspnetForm"><input type="hidden"><div>All quiet.</div><p>Still.</p></form>',
      'All quiet.\n\nStill.\n',
    ],
    'the heading in a header below the body': [
      '<body><header id="title-block-header"><h1>38. Telegram<sup>1</sup></h1></header><p>All quiet.</p></body>',
      '38. Telegram1\n\nAll quiet.\n',
    ],
    'a site’s header, menu and margin': [
      '<body><header><h1><a href="/">Site</a></h1></header><nav><a href="/x">Menu</a></nav><aside>News</aside><p>All quiet.</p><footer><a href="/c">Contact</a></footer></body>',
      'All quiet.\n',
    ],
    'two articles': ['<article><p>One.</p></article><article><p>Two.</p></article>', 'One.\n\nTwo.\n'],
    'notes in the margin': ['<p>All quiet.</p><aside>Margin note</aside>', 'All quiet.\n\nMargin note\n'],
    'formulas once': [
      '<p>So <math><semantics><mrow><mi>x</mi><mo>+</mo><mfrac><mn>1</mn><mn>2</mn></mfrac></mrow><annotation>x+\\frac12</annotation></semantics></math>.</p>',
      'So x+1/2.\n',
    ],
  };
  for (const [name, [html, text]] of Object.entries(CASES)) {
    test(name, async () => expect(await read('d1.html', html)).toBe(text));
  }

  test('what is left out is told', async () => {
    expect(await told('d1.html', '<nav>Menu</nav><script>x</script><p>All quiet. <math><mi>x</mi></math></p>')).toEqual(
      ['info: 1 formula written on one line [formula-on-one-line]'],
    );
    expect(
      await told(
        'd1.html',
        '<body>Before <nav>Menu</nav><article><p>One. <img alt="[seal]"><img></p></article><footer>The end of it</footer><form>Search <input></form></body>',
      ),
    ).toEqual([
      'warning: left out: beside the document, 1 word: “Before” [left-out]',
      'info: left out: 2 pictures: “[seal]” [picture-left-out]',
    ]);
    expect(
      await told(
        'd1.html',
        '<body><nav>Menu</nav><p>One.</p><aside>News of today</aside><footer>The end</footer></body>',
      ),
    ).toEqual([
      'warning: left out: the aside, 3 words: “News of today” [left-out]',
      'warning: left out: the footer, 2 words: “The end” [left-out]',
    ]);
    expect(await told('d7.html', WEBSITE)).toEqual([]);
  });

  test('pages nested without end are refused', async () => {
    expect(await read('d1.html', `${'<div>'.repeat(20_000)}x`)).toMatch(/^fault: has more than 500 elements/);
    const deep = zipSync({ 'content.xml': strToU8('<a>'.repeat(20_000)) });
    expect(await read('d1.odt', deep)).toMatch(/^fault: its content.xml .* more than 500 elements/);
  });

  test('old pages say their encoding', async () => {
    const latin = (declared: string): Uint8Array =>
      Uint8Array.from(`<meta charset="${declared}"><p>\x93Charg\xe9\x94</p>`, (c) => c.charCodeAt(0));
    expect(await read('d1.html', latin('iso-8859-1'))).toBe('“Chargé”\n');
    expect(await read('d1.html', latin('nonsense'))).toBe('“Chargé”\n');
    expect(await read('d1.html', latin('koi8-r'))).toBe('⌠ChargИ■\n');
  });
});

/** The body that is made of a file. */
async function body(name: string, content: string | Uint8Array): Promise<string> {
  const result = await plainText(typeof content === 'string' ? strToU8(content) : content, name);
  if (!result || 'fault' in result) throw new Error(`${name} is not read`);
  const { output, diagnostics, findings } = convert(result.text, { markup: result.markup });
  expect(diagnostics).toEqual([]);
  expect(findings).toEqual([]);
  return /<body>([\s\S]*)<\/body>/.exec(output)![1]!;
}

describe('what the markup says holds', () => {
  const mark = (n: number): string => `<a href="#fn${n}" id="r${n}"><sup>${n}</sup></a>`;
  const note = (n: number, text: string): string => `<li id="fn${n}">${text} <a href="#r${n}">↩</a></li>`;

  test('notes hang where their marks stood, whatever digits stand beside them', async () => {
    const html = `<h1>44. Memorandum for the Record${mark(1)}</h1><p>Washington, June 4, 1964.</p>
<p>In 1964${mark(2)} all of 19642 was over, and 3.3${mark(3)} million too.</p>
<ol>${note(1, 'Source: National Archives.')}${note(2, 'In a note.')}${note(3, 'Budget figures.')}</ol>`;
    expect(await body('d44.html', html)).toContain(
      'In 1964<note n="2" xml:id="d44fn2">In a note.</note> all of 19642 was over, and 3.3<note n="3" xml:id="d44fn3">Budget figures.</note> million too.',
    );
  });

  test('a reviewer’s word holds before that of the markup', async () => {
    const html = `<h1>44. Memorandum</h1><p>Yes${mark(1)}, no1.</p><ol>${note(1, 'Not so.')}</ol>`;
    const read = await plainText(strToU8(html), 'd44.html');
    if (!read || 'fault' in read) throw new Error('not read');
    const { text, markup } = read;
    const at = text.indexOf('no1') + 2;
    const decision: ReviewDecision = {
      id: '1',
      by: 'A',
      at: '2026-01-01T00:00:00Z',
      kind: 'note',
      note: { n: '1', opening: 'Not so.' },
      on: anchorAt(text, at, at + 1),
      choice: 'here',
    };
    expect(convert(text, { markup }).output).toContain('Yes<note');
    expect(convert(text, { markup, decisions: [decision] }).output).toContain('no<note');
  });

  test('symbols are notes; lines of set width are set anew', async () => {
    const html = `<h1>44. Memorandum</h1><pre>All is quiet in the capital and on the border,
as far as can be seen from the roof of the
Legation, and there is no talk of a change
in the cabinet<a href="#fn1" id="r1">*</a> before the spring of next year.</pre>
<ol><li id="fn1">It was 4. <a href="#r1">↩</a></li></ol>`;
    expect(await body('d44.html', html)).toContain('cabinet<note n="*" xml:id="d44fnast">It was 4.</note> before');
  });

  const LABEL =
    '<row role="label">\n<cell>Year</cell>\n<cell>Men</cell>\n</row>\n<row>\n<cell>1956</cell>\n<cell>310</cell>';

  test('rows of headings: HTML', async () => {
    const html =
      '<h1>7. Memorandum</h1><table><thead><tr><td>Year</td><td>Men</td></tr></thead><tr><th>1956</th><td>310</td></tr></table>';
    expect(await body('d7.html', html)).toContain(LABEL);
  });

  test('rows of headings: .docx', async () => {
    const cell = (text: string): string => `<w:tc><w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:tc>`;
    const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('Year')}${cell('Men')}</w:tr><w:tr>${cell('1956')}${cell('310')}</w:tr></w:tbl>`;
    expect(await body('d7.docx', docx(`<w:p><w:r><w:t>7. Memorandum</w:t></w:r></w:p>${table}`))).toContain(LABEL);
  });

  test('rows of headings: .odt', async () => {
    const row = (...cells: string[]): string =>
      `<table:table-row>${cells.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`;
    const table = `<table:table><table:table-header-rows>${row('Year', 'Men')}</table:table-header-rows>${row('1956', '310')}</table:table>`;
    expect(await body('d7.odt', odt(`<text:h>7. Memorandum</text:h>${table}`))).toContain(LABEL);
  });
});

describe('word processors', () => {
  test('.docx', async () => expect(await read('d7.docx', docx())).toBe(TEXT));
  test('.odt', async () => expect(await read('d7.odt', odt())).toBe(TEXT));

  test('.odt: numbered lists, repeated cells, page breaks alone', async () => {
    const body =
      '<text:list text:style-name="N"><text:list-item><text:p>One</text:p></text:list-item><text:list-item><text:p>Two</text:p></text:list-item></text:list><text:p>[Page 3]</text:p><table:table><table:table-row><table:table-cell table:number-columns-repeated="3"/></table:table-row></table:table>';
    expect(await read('a.odt', odt(body))).toBe('  * a) One\n  * b) Two\n\n[Page 3]\n\n |  | \n');
  });

  test('.docx: simple fields, ends of pages and columns, cells of two paragraphs', async () => {
    const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const cell = (...words: string[]): string =>
      `<w:tc>${words.map((each) => `<w:p>${run(each)}</w:p>`).join('')}</w:tc>`;
    const body = `<w:p>${run('Sent ')}<w:fldSimple w:instr="DATE">${run('March 14')}</w:fldSimple><w:r><w:br w:type="page"/></w:r>${run('to')}<w:r><w:br w:type="column"/></w:r>${run('Zenda.')}</w:p><w:tbl><w:tr>${cell('One', 'two')}${cell('three')}</w:tr></w:tbl>`;
    expect(await read('a.docx', docx(body))).toBe('Sent March 14\nto\nZenda.\n\nOne two | three\n');
  });

  test('.odt: lists in items', async () => {
    const list = (items: readonly string[], style = ''): string =>
      `<text:list${style}>${items.map((each) => `<text:list-item><text:p>${each}</text:p></text:list-item>`).join('')}</text:list>`;
    const nested = list(['One', 'Two']);
    const body =
      list(['First', `Second</text:p>${nested}<text:p>`]) +
      list(['First', `Second</text:p>${nested}<text:p>`], ' text:style-name="N"');
    expect(await read('a.odt', odt(body))).toBe(
      '  * First\n  * Second\n    * One\n    * Two\n\n  * a) First\n  * b) Second\n(i) One\n(ii) Two\n',
    );
  });

  test('.odt: lists go on counting, and print the numbers of levels around them, by styles of the document', async () => {
    const level = (n: number, form: string, more: string): string =>
      `<text:list-level-style-number text:level="${n}" style:num-suffix="." style:num-format="${form}"${more}/>`;
    const style = `<text:list-style style:name="Points">${level(1, '1', ' text:start-value="4"')}${level(2, 'a', ' text:display-levels="2"')}</text:list-style>`;
    const list = (attributes: string, ...items: string[]): string =>
      `<text:list text:style-name="Points"${attributes}>${items.map((each) => `<text:list-item><text:p>${each}</text:p></text:list-item>`).join('')}</text:list>`;
    const between = '<text:p>All quiet.</text:p>';
    const nested = list('', 'Left', 'Right');
    const body = [
      list(' xml:id="l1"', 'First', `Second</text:p>${nested}<text:p>`),
      between,
      list(' text:continue-numbering="true"', 'Third'),
      between,
      list('', 'Anew'),
      between,
      list(' text:continue-list="l1"', 'After the second'),
    ].join('');
    expect(await read('a.odt', odt(body, '', style))).toBe(
      [
        '  * 4. First\n  * 5. Second\n    * 5.a. Left\n    * 5.b. Right',
        '  * 6. Third',
        '  * 4. Anew',
        '  * 6. After the second\n',
      ].join('\n\nAll quiet.\n\n'),
    );
  });

  test('.docx: lists are numbered as Word numbers them', async () => {
    const level = (depth: number, form: string, text: string, start = 1): string =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="${start}"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'lowerLetter', '%1.')}${level(1, 'lowerRoman', '(%2)')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.', 4)}${level(1, 'decimal', '%1.%2')}${level(2, 'bullet', '-')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`;
    const p = (list: number, depth: number, words: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${depth}"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const between = '<w:p><w:r><w:t>All quiet.</w:t></w:r></w:p>';
    const body = [
      ...[p(1, 0, 'First'), p(1, 0, 'Second'), p(1, 1, 'One'), p(1, 1, 'Two'), p(1, 0, 'Third'), between],
      ...[p(2, 0, 'First'), p(2, 1, 'One'), p(2, 2, 'Point'), p(2, 1, 'Two'), between],
      ...[p(1, 0, 'Fourth'), between, p(3, 0, 'Again')],
    ].join('');
    expect(await read('a.docx', docx(body, numbering))).toBe(`  * a. First
  * b. Second
(i) One (ii) Two
  * c. Third

All quiet.

  * 4. First
    * 4.1 One
      * Point
    * 4.2 Two

All quiet.

  * d. Fourth

All quiet.

  * a. Again
`);
  });

  test('.docx: a numbered list right below one with bullets is a list of its own', async () => {
    const level = (form: string): string =>
      `<w:lvl w:ilvl="0"><w:numFmt w:val="${form}"/><w:lvlText w:val="${form === 'none' ? '' : '%1.'}"/></w:lvl>`;
    const list = (id: number, form: string): string =>
      `<w:abstractNum w:abstractNumId="${id}">${level(form)}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`;
    const item = (id: number, words: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${id}"/></w:numPr></w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const bytes = docx(
      item(1, 'Zenda') + item(1, 'Strelsau') + item(2, 'Arms') + item(2, 'Men') + item(3, 'Nothing'),
      list(1, 'bullet') + list(2, 'decimal') + list(3, 'none'),
    );
    expect(await read('a.docx', bytes)).toBe('  * Zenda\n  * Strelsau\n\n  * 1. Arms\n  * 2. Men\n\n  * Nothing\n');
  });

  test('.docx: notes of a web page, saved from there: links to a numbered list', async () => {
    const link = (to: string, words: string): string =>
      `<w:hyperlink w:anchor="${to}"><w:r><w:t>${words}</w:t></w:r></w:hyperlink>`;
    const mark = (name: string): string => `<w:bookmarkStart w:id="0" w:name="${name}"/><w:bookmarkEnd w:id="0"/>`;
    const numbered = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
    const bytes = docx(
      `<w:p><w:r><w:t>All quiet.</w:t></w:r>${mark('back')}${link('note', '1')}</w:p><w:p>${numbered}${mark('note')}<w:r><w:t xml:space="preserve">Not so. </w:t></w:r>${link('back', '↩')}</w:p>`,
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    );
    expect(await read('a.docx', bytes)).toBe('All quiet.1\n  1. Not so.\n');
  });

  test('.docx: words whose direction is set, ends of lines, tabs to a place', async () => {
    const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const body = `<w:p>${run('To ')}<w:bdo w:val="ltr">${run('Zenda')}</w:bdo><w:dir w:val="rtl">${run(' by')}</w:dir><w:r><w:ptab w:alignment="right"/></w:r>${run('rail,')}<w:r><w:cr/></w:r>${run('at noon.')}</w:p>`;
    expect(await read('a.docx', docx(body))).toBe('To Zenda by rail,\nat noon.\n');
    expect(await told('a.docx', docx(body))).toEqual([]);
  });

  test('.docx: a note’s own mark holds, the others are counted without it', async () => {
    const run = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const raised = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>';
    const body = `<w:p>${run('The king')}<w:r>${raised}<w:footnoteReference w:customMarkFollows="1" w:id="4"/><w:t>*</w:t></w:r>${run(' and Sapt')}<w:r>${raised}<w:footnoteReference w:id="2"/></w:r>${run(' left.')}</w:p>`;
    const footnotes = [
      '<w:footnote w:id="4"><w:p><w:r><w:t xml:space="preserve">* Rudolf.</w:t></w:r></w:p></w:footnote>',
      '<w:footnote w:id="2"><w:p><w:r><w:t>Colonel.</w:t></w:r></w:p></w:footnote>',
    ].join('');
    expect(await read('a.docx', docx(body, undefined, { footnotes }))).toBe(
      'The king* and Sapt1 left.\n  *. Rudolf.\n  1. Colonel.\n',
    );
  });

  test('.docx: a note’s own mark in brackets, or with the text right behind it', async () => {
    const mark = (id: number, own: string): string =>
      `<w:r><w:t>Sapt</w:t></w:r><w:r><w:footnoteReference w:customMarkFollows="1" w:id="${id}"/><w:t>${own}</w:t></w:r>`;
    const note = (id: number, words: string): string =>
      `<w:footnote w:id="${id}"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:footnote>`;
    const footnotes = note(2, '†Colonel.') + note(3, '(a) Again.');
    const body = `<w:p>${mark(2, '†')}</w:p><w:p>${mark(3, '(a)')}</w:p>`;
    expect(await read('a.docx', docx(body, undefined, { footnotes }))).toBe(
      'Sapt†\n\nSapta\n  †. Colonel.\n  a. Again.\n',
    );
  });

  test('.odt: cells that reach over columns and rows', async () => {
    const cell = (words: string, over = ''): string =>
      `<table:table-cell${over}><text:p>${words}</text:p></table:table-cell>`;
    const covered = '<table:covered-table-cell/>';
    const rows = [
      `${cell('Unit', ' table:number-rows-spanned="2"')}${cell('Men', ' table:number-columns-spanned="2"')}${covered}`,
      `${covered}${cell('1894')}${cell('1895')}`,
      `${cell('Guard', ' table:number-columns-spanned="2"')}${covered}${cell('310')}`,
    ].map((cells) => `<table:table-row>${cells}</table:table-row>`);
    expect(await read('a.odt', odt(`<table:table>${rows.join('')}</table:table>`))).toBe(
      'Unit | Men\n | 1894 | 1895\nGuard |  | 310\n',
    );
  });

  test('.odt: what a covered cell holds is told', async () => {
    const row =
      '<table:table-cell table:number-columns-spanned="2"><text:p>Guard</text:p></table:table-cell> <table:covered-table-cell><text:p>Foot</text:p></table:covered-table-cell> ';
    const bytes = odt(`<table:table><table:table-row>${row}</table:table-row></table:table>`);
    expect(await read('a.odt', bytes)).toBe('Guard\n');
    expect(await told('a.odt', bytes)).toEqual([
      'warning: left out: a cell that another covers, 1 word: “Foot” [left-out]',
    ]);
  });

  test('.odt: items that hold a list alone have no number, lists in notes are none of the text’s', async () => {
    const style =
      '<text:list-style style:name="D"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/><text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/></text:list-style>';
    const item = (content: string): string => `<text:list-item>${content}</text:list-item>`;
    const list = (items: string, more = ''): string => `<text:list text:style-name="D"${more}>${items}</text:list>`;
    const goesOn = ' text:continue-numbering="true"';
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Two:</text:p>${list(item('<text:p>In it.</text:p>'))}</text:note-body></text:note>`;
    const body = [
      list(item(`<text:p>First${note}</text:p>${list(item('<text:p>Horse</text:p>'))}`)),
      '<text:p>Meanwhile:</text:p>',
      list(item(list(item('<text:p>Foot</text:p>'), goesOn)) + item('<text:p>Second</text:p>'), goesOn),
      `<text:list text:style-name="D"><text:list-header><text:p>Heads</text:p>${list(item('<text:p>Deep</text:p>'))}</text:list-header></text:list>`,
    ];
    expect(await read('a.odt', odt(body.join(''), style))).toBe(
      '  * 1. First1\n    * 1.1 Horse\n\nMeanwhile:\n\n    * 1.2 Foot\n  * 2. Second\n\n  * Heads\n    * 1 Deep\n  1. Two:\n       * 1. In it.\n',
    );
  });

  test('.docx: lists of styles, of those based on them, and of list styles count too', async () => {
    const level = (form: string, depth = 0): string =>
      `<w:lvl w:ilvl="${depth}"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="%${depth + 1}."/></w:lvl>`;
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Letters"/>${level('upperLetter')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Letters"/></w:abstractNum><w:abstractNum w:abstractNumId="2">${level('decimal')}${level('lowerRoman', 1)}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>`;
    const styles = `<w:style w:type="numbering" w:styleId="Letters"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Numbered"><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>
      <w:style w:type="paragraph" w:styleId="Mine"><w:basedOn w:val="Numbered"/></w:style><w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Own"/></w:style>
      <w:style w:type="paragraph" w:styleId="Deep"><w:basedOn w:val="Mine"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>`;
    const p = (properties: string, words: string): string =>
      `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${words}</w:t></w:r></w:p>`;
    const inList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const body = [
      p('<w:pStyle w:val="Numbered"/>', 'First.'),
      p('<w:pStyle w:val="Mine"/>', 'Second.'),
      p('<w:pStyle w:val="Deep"/>', 'Further in.'),
      p('<w:pStyle w:val="Own"/>', 'None.'),
      p(inList, 'Left'),
      p(inList, 'Right'),
    ].join('');
    expect(await read('a.docx', docx(body, numbering, { styles }))).toBe(
      '1. First.\n\n2. Second.\n\ni. Further in.\n\nNone.\n\n  * A. Left\n  * B. Right\n',
    );
  });

  test('.docx: what is hidden is left out, and told; notes that hang there stay', async () => {
    const run = (words: string, properties: string): string =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const styles =
      '<w:style w:type="character" w:styleId="S"><w:name w:val="Index words"/><w:rPr><w:vanish/></w:rPr></w:style>';
    const bytes = docx(
      `<w:p>${run('All ', '')}${run('not so ', '<w:b/><w:vanish/>')}${run('really ', '<w:rStyle w:val="S"/>')}<w:r><w:rPr><w:vanish/></w:rPr><w:footnoteReference w:id="2"/></w:r>${run('is ', '<w:vanish w:val="0"/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}${run('quiet.', '')}</w:p>`,
      undefined,
      { styles },
    );
    expect(await read('a.docx', bytes)).toBe('All1is quiet.\n  1. Source: Files & boxes.\n');
    expect(await told('a.docx', bytes)).toEqual([
      'warning: left out: 1 hidden passage: “not so”, in “All not so really is quiet.” [left-out]',
    ]);
  });

  test('.docx: text boxes that are drawn alone, or are given in the older form too', async () => {
    const of =
      'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"';
    const box = (words: string): string => `<w:txbxContent><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:txbxContent>`;
    const drawn = (words: string): string => `<w:drawing><s:wsp xmlns:s="s">${box(words)}</s:wsp></w:drawing>`;
    const bytes = docx(
      `<w:p><w:r><w:t>One.</w:t>${drawn('Two.')}</w:r></w:p>
<w:p><w:r><mc:AlternateContent ${of}><mc:Choice Requires="wps">${drawn('Three.')}</mc:Choice></mc:AlternateContent></w:r></w:p>
<w:p><w:r><mc:AlternateContent ${of}><mc:Choice Requires="wps">${drawn('Four.')}</mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${box('Four.')}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    expect((await read('a.docx', bytes)).match(/\w+\./g)).toEqual(['One.', 'Two.', 'Three.', 'Four.']);
  });

  test('heads and feet of pages are told, their numbers are not', async () => {
    const file = (kind: string, words: string): Record<string, Uint8Array> => ({
      [`word/${kind === 'hdr' ? 'header' : 'footer'}1.xml`]: strToU8(
        `<w:${kind} xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:${kind}>`,
      ),
    });
    const word = zipSync({ ...unzipSync(docx()), ...file('hdr', 'Ruritania Papers'), ...file('ftr', 'Page 3 of 12') });
    const ODF = 'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="t"';
    const styles = `<a ${ODF}><style:header><text:p>Ruritania Papers</text:p></style:header><style:footer><text:p>Page <text:page-number>3</text:page-number></text:p></style:footer></a>`;
    const open = zipSync({ ...unzipSync(odt()), 'styles.xml': strToU8(styles) });
    const html =
      '<body><div title="header"><p>Ruritania Papers</p></div><p>All quiet.</p><div title="footer"><p>Page 3</p></div></body>';
    expect(await read('a.html', html)).toBe('All quiet.\n');
    expect(await read('d7.docx', word)).toBe(TEXT);
    expect(await read('d7.odt', open)).toBe(TEXT);
    for (const [name, bytes] of Object.entries({ 'a.docx': word, 'a.odt': open, 'a.html': html })) {
      expect(await told(name, bytes)).toEqual([
        'info: left out at the head of pages: “Ruritania Papers” [running-head-left-out]',
      ]);
    }
  });

  test('.odt and HTML: what is hidden is left out, and told', async () => {
    const hidden =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>';
    const span = (words: string): string => `<text:span text:style-name="H">${words}</text:span>`;
    const note =
      '<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Files.</text:p></text:note-body></text:note>';
    const bytes = odt(`<text:p>All ${span(`not so ${note}`)}quiet.</text:p>`, hidden);
    expect(await read('a.odt', bytes)).toBe('All1quiet.\n  1. Files.\n');
    expect(await told('a.odt', bytes)).toEqual([
      'warning: left out: 1 hidden passage: “not so”, in “All not so quiet.” [left-out]',
    ]);
    const html = '<p>All <span style="display: none">not so </span>quiet.</p><span style="display:none">Menu</span>';
    expect(await read('a.html', html)).toBe('All quiet.\n');
    expect(await told('a.html', html)).toEqual([
      'warning: left out: 1 hidden passage: “not so”, in “All not so quiet.” [left-out]',
    ]);
  });

  test('.odt: a table of contents is told, how a word is spoken is not', async () => {
    const bytes = odt(
      '<text:table-of-content><text:index-body><text:p>1. Telegram</text:p></text:index-body></text:table-of-content><text:p><text:ruby><text:ruby-base>All</text:ruby-base><text:ruby-text>ôl</text:ruby-text></text:ruby> quiet.</text:p>',
    );
    expect(await read('a.odt', bytes)).toBe('All quiet.\n');
    expect(await told('a.odt', bytes)).toEqual([
      'warning: left out: the table of contents, 2 words: “1. Telegram” [left-out]',
    ]);
  });

  test('.docx: formulas, and what is not known', async () => {
    const formula =
      '<m:oMathPara><m:oMath><m:r><w:rPr/><m:t>x=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara>';
    const bytes = docx(`<w:p><w:r><w:t>So </w:t></w:r>${formula}<w:r><w:ruby/></w:r></w:p>`);
    expect(await read('a.docx', bytes)).toBe('So x=a/b\n');
    expect(await told('a.docx', bytes)).toEqual([
      'info: 1 formula written on one line [formula-on-one-line]',
      'warning: left out: w:ruby [left-out]',
    ]);
    expect(await told('d7.docx', docx())).toEqual([]);
  });

  test('.odt: pictures and formulas', async () => {
    const bytes = odt(
      '<text:p>All<draw:frame xmlns:draw="d" xmlns:svg="s"><draw:image/><svg:desc>A seal</svg:desc></draw:frame> quiet.</text:p>',
    );
    expect(await read('a.odt', bytes)).toBe('All quiet.\n');
    expect(await told('a.odt', bytes)).toEqual(['info: left out: 1 picture: “A seal” [picture-left-out]']);
  });

  test('.odt: cells of two paragraphs', async () => {
    const cell = (...words: string[]): string =>
      `<table:table-cell>${words.map((each) => `<text:p>${each}</text:p>`).join('')}</table:table-cell>`;
    const body = `<table:table><table:table-row>${cell('One', 'two')}${cell('three')}</table:table-row></table:table>`;
    expect(await read('a.odt', odt(body))).toBe('One two | three\n');
  });

  test('what is no such file is told', async () => {
    expect(await read('a.docx', 'no zip')).toMatch(/^fault: is damaged/);
    expect(await read('a.odt', zipSync({ 'other.xml': strToU8('<a/>') }))).toMatch(/^fault: is no OpenDocument text/);
    expect(await read('a.odt', zipSync({ 'content.xml': strToU8('<a>') }))).toMatch(/^fault: its content.xml/);
    expect(await read('a.docx', zipSync({ 'word/document.xml': strToU8('<a>') }))).toMatch(
      /^fault: is no Word document/,
    );
  });

  test('a bomb is not set off', async () => {
    // The size that the archive states for its one file.
    const stating = (size: number): Uint8Array => {
      const archive = odt();
      const view = new DataView(archive.buffer, archive.byteOffset);
      for (let i = 0; i < archive.length - 4; i++) {
        if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, size, true);
      }
      return archive;
    };
    expect(await read('a.odt', stating(200 << 20))).toBe('fault: holds more than 128 MB of text');
    // One that says it is small gives what it says, and no more.
    expect(await read('a.odt', stating(10))).toMatch(/^fault: /);
  });
});

describe('PDF', () => {
  const HEAD = 'Foreign Relations, 1955\x961957, Volume XCIX';
  const page = (n: number, ...lines: readonly (readonly [number, number, number, string])[]) => [
    [40, 570, 9, n % 2 ? `${HEAD}  ${n}` : `${n}  ${HEAD}`] as const,
    ...lines,
  ];

  test('paragraphs, pages and notes', async () => {
    const bytes = pdf([
      page(
        11,
        [40, 540, 12, '7. Telegram From the Embassy in Ruritania'],
        [275, 544, 7, '1'],
        [52, 500, 12, '842. Your telegram was received with inter-'],
        [40, 486, 12, 'est. The Foreign Minister said that all is'],
        [40, 80, 9, '1 Source: Files. Secret. Drafted in the Emb-'],
        [40, 70, 9, 'assy.'],
      ),
      page(
        12,
        [40, 540, 12, 'quiet.'],
        [77, 544, 7, '2'],
        [52, 526, 12, 'Nothing further to report at this time.'],
        [40, 512, 12, 'Rassendyll'],
        [40, 80, 9, '2 Not printed.'],
      ),
    ]);
    expect(await read('d7.pdf', bytes)).toBe(`[Page 11]

7. Telegram From the Embassy in Ruritania1

842. Your telegram was received with interest. The Foreign Minister said that all is [Page 12] quiet.2

Nothing further to report at this time. Rassendyll
  1. Source: Files. Secret. Drafted in the Embassy.
  2. Not printed.
`);
  });

  test('notes at the feet of columns, and one that goes on at the foot of the next', async () => {
    const bytes = pdf([
      [
        [40, 540, 12, 'The Foreign Minister'],
        [160, 544, 7, '1'],
        [166, 540, 12, 'said'],
        [40, 526, 12, 'that all was quiet'],
        [40, 80, 7.5, '1'],
        [46, 78, 9, 'In office until 1894, and'],
        [220, 540, 12, 'in the capital.'],
        [220, 526, 12, 'Nothing was said'],
        [220, 78, 9, 'then once more.'],
      ],
      [
        [40, 540, 12, 'of the harbor.'],
        [110, 544, 7, '2'],
        [40, 80, 9, '2 Zenda’s.'.replace('’', '\x92')],
      ],
    ]);
    expect(await read('d7.pdf', bytes)).toBe(
      'The Foreign Minister1 said that all was quiet in the capital. Nothing was said of the harbor.2\n  1. In office until 1894, and then once more.\n  2. Zenda’s.\n',
    );
  });

  test('notes with raised numbers, in letters of the text’s size', async () => {
    const bytes = pdf([
      [
        [40, 540, 12, 'The Foreign Minister'],
        [160, 544, 7, '1'],
        [166, 540, 12, 'said that all was quiet.'],
        [40, 84, 7, '1'],
        [46, 80, 12, 'In office until 1894, and'],
        [40, 66, 12, 'then once more.'],
      ],
    ]);
    expect(await read('d7.pdf', bytes)).toBe(
      'The Foreign Minister1 said that all was quiet.\n  1. In office until 1894, and then once more.\n',
    );
  });

  test('a note with a raised number begins with a figure', async () => {
    const bytes = pdf([
      [
        [40, 540, 12, 'The Foreign Minister said that all was quiet.'],
        [300, 544, 7, '1'],
        [40, 83, 6, '1'],
        [44, 80, 9, '9 a.m. is meant.'],
      ],
    ]);
    expect(await read('d7.pdf', bytes)).toBe('The Foreign Minister said that all was quiet.1\n  1. 9 a.m. is meant.\n');
  });

  test('the text goes on below a note to a table', async () => {
    const bytes = pdf([
      [
        [40, 540, 12, 'Guard'],
        [75, 544, 7, '1'],
        [86, 540, 12, '310'],
        [40, 523, 6, '1'],
        [46, 520, 9, 'Without the band.'],
        [40, 480, 12, 'All was quiet in the capital.'],
      ],
    ]);
    expect(await read('d7.pdf', bytes)).toBe('Guard1 310\n\n1 Without the band.\n\nAll was quiet in the capital.\n');
  });

  test('notes that say the same at the foot of each page are no running feet', async () => {
    const page = (n: number, name: string, mark: string): PdfText[] => [
      [40, 540, 12, `Zenda telegraphed ${name} on it${mark}`],
      ...(mark === '.' ? [[260, 544, 7, `${n}`] as const] : []),
      [40, 80, 9, `${n} Not printed.`],
    ];
    const names = ['Sapt', 'Flavia', 'Rupert'];
    for (const glued of [false, true]) {
      const bytes = pdf(names.map((name, i) => page(i + 1, name, glued ? `.${i + 1}` : '.')));
      expect(await read('d7.pdf', bytes)).toBe(
        'Zenda telegraphed Sapt on it.1\n\nZenda telegraphed Flavia on it.2\n\nZenda telegraphed Rupert on it.3\n  1. Not printed.\n  2. Not printed.\n  3. Not printed.\n',
      );
    }
  });

  test('small print pages after an unended note is none of it', async () => {
    const foot = (...lines: readonly string[]): PdfText[] => lines.map((words, i) => [40, 90 - 10 * i, 9, words]);
    const bytes = pdf([
      [[40, 540, 12, 'All was quiet in the capital.'], ...foot('1 See document 5')],
      [[40, 540, 12, 'Nothing was said of the harbor.']],
      [[40, 540, 12, 'The troops were these:'], ...foot('Guard 310', 'Foot 900')],
    ]);
    expect(await read('d7.pdf', bytes)).toMatch(/Foot 900\n {2}1\. See document 5\n$/);
  });

  test('a hyphen at a line’s end is left out if it is the printer’s', async () => {
    const lines = [
      'The twenty-',
      'sixth meeting of the Govern-',
      'ment was on co-operation and Zenda-',
      'bridge. Co-',
      'operation with the anti-',
      'royalist party was agreed upon. AFL-',
      'CIO wrote to EURATOM and EU-',
      'RATOM to Mr. Mc-',
      'Neill.',
    ];
    const bytes = pdf([lines.map((words, i) => [40, 540 - 14 * i, 12, words] as const)]);
    expect(await read('a.pdf', bytes)).toBe(
      'The twenty-sixth meeting of the Government was on co-operation and Zendabridge. Co-operation with the anti-royalist party was agreed upon. AFL-CIO wrote to EURATOM and EURATOM to Mr. McNeill.\n',
    );
  });

  test('a hyphen at a line’s end that may be the word’s own is told', async () => {
    const lines = ['The meeting of the Govern-', 'ment was at Zenda-', 'bridge.'];
    const bytes = pdf([lines.map((words, i) => [40, 540 - 14 * i, 12, words] as const)]);
    expect(await told('a.pdf', bytes)).toEqual([
      'info: hyphens at lines’ ends left out, which may be of the words: “Zenda-bridge.” [divided-word]',
    ]);
  });

  test('where no word is divided, hyphens at lines’ ends are the words’ own', async () => {
    const lines = [
      'The post-',
      'war position of the non-',
      'partisan leaders was of long-',
      'standing, vis-',
      'à-vis us.',
    ];
    const bytes = pdf([lines.map((words, i) => [40, 540 - 14 * i, 12, words] as const)]);
    expect(await read('a.pdf', bytes)).toBe(
      'The post-war position of the non-partisan leaders was of long-standing, vis-à-vis us.\n',
    );
    expect(await told('a.pdf', bytes)).toEqual([]);
  });

  test('marks of two notes in one; a note in two paragraphs; a blank behind an item’s number', async () => {
    const bytes = pdf([
      [
        [40, 540, 12, '3.The Foreign Minister said that all was quiet.'],
        [320, 544, 7, '12'],
        [40, 84, 7, '1'],
        [46, 80, 12, 'Summary: The Minister was content.'],
        [40, 66, 12, 'Source: Files of the Embassy in Ruritania, Box 14.'],
        [40, 56, 7, '2'],
        [46, 52, 12, 'Not printed.'],
      ],
    ]);
    expect(await read('d7.pdf', bytes)).toBe(
      '3. The Foreign Minister said that all was quiet.12\n  1. Summary: The Minister was content.\n     Source: Files of the Embassy in Ruritania, Box 14.\n  2. Not printed.\n',
    );
  });

  test('a note that stands on the page after its mark, and one that goes on there above the next', async () => {
    const bytes = pdf([
      [
        [40, 540, 12, 'The Minister'],
        [110, 544, 7, '1'],
        [116, 540, 12, 'said that all was'],
        [210, 544, 7, '2'],
        [216, 540, 12, 'quiet in Zenda'],
        [300, 544, 7, '3'],
        [40, 84, 7, '1'],
        [46, 80, 10, 'In office.'],
        [40, 70, 7, '2'],
        [46, 66, 10, 'It is told in the'],
      ],
      [
        [40, 540, 12, 'and at the castle.'],
        [40, 90, 10, 'Files of the Embassy.'],
        [40, 80, 7, '3'],
        [46, 76, 10, 'A town.'],
      ],
    ]);
    expect(await read('d7.pdf', bytes)).toBe(
      'The Minister1 said that all was2 quiet in Zenda3 and at the castle.\n  1. In office.\n  2. It is told in the Files of the Embassy.\n  3. A town.\n',
    );
  });

  test('what bullets stand before are items, over pages too, and what heads them their list’s head', async () => {
    const bytes = pdf([
      page(
        1,
        [40, 540, 12, 'PARTICIPANTS'],
        [40, 520, 12, '\x95 Mr. Sapt, who had'],
        [50, 506, 12, 'been ill'],
        [40, 490, 12, '\x95 Mr. Tarlenheim'],
      ),
      page(2, [40, 540, 12, '\x95 Mr. Hentzau'], [40, 520, 12, 'All was quiet in the capital.']),
    ]);
    expect(await read('a.pdf', bytes)).toBe(
      '[Page 1]\n\nPARTICIPANTS\n  * Mr. Sapt, who had been ill\n  * Mr. Tarlenheim\n[Page 2]\n  * Mr. Hentzau\n\nAll was quiet in the capital.\n',
    );
  });

  test('a heading in large letters goes on over its lines, which are further apart; a mark may be nearly as large as the text', async () => {
    const bytes = pdf([
      [
        [40, 540, 18, '7. Telegram From the Embassy in'],
        [40, 518, 18, 'Ruritania to the Department of State'],
        [40, 490, 12, 'All is quiet in the capital, and in'],
        [40, 476, 12, 'the harbor'],
        [98, 481, 10.3, '1'],
        [110, 476, 12, 'nothing was seen.'],
        [40, 450, 12, 'Zenda is quiet, too.'],
        [40, 80, 9, '1. Not the old one.'],
      ],
    ]);
    expect(await read('a.pdf', bytes)).toBe(
      '7. Telegram From the Embassy in Ruritania to the Department of State\n\nAll is quiet in the capital, and in the harbor1 nothing was seen.\n\nZenda is quiet, too.\n  1. Not the old one.\n',
    );
  });

  test('a number divided at its hyphen, and a dash that begins a line, have no blank', async () => {
    const bytes = pdf([
      [
        [40, 540, 12, 'Strelsau, March 14, 1956'],
        [40, 526, 12, '\x976 p.m. The file is 123.45/3-'],
        [40, 512, 12, '456 as before.'],
      ],
    ]);
    expect(await read('a.pdf', bytes)).toBe('Strelsau, March 14, 1956—6 p.m. The file is 123.45/3-456 as before.\n');
  });

  test('notes whose marks are not all found come last, the marks stay', async () => {
    const bytes = pdf([
      [
        [40, 500, 12, 'All quiet.1 Very.'],
        [40, 486, 12, 'So it is said by all.'],
        [40, 80, 8, '1 Not so.'],
      ],
    ]);
    expect(await read('d7.pdf', bytes)).toBe('All quiet.1 Very. So it is said by all.\n  1. Not so.\n');
  });

  test('a file from the disk', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'teigram-'));
    try {
      const path = join(folder, 'd7.pdf');
      writeFileSync(path, pdf([[[40, 500, 12, 'All quiet.']]]));
      expect(await read(path, readFileSync(path))).toBe('All quiet.\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  /** Lines of 12 points, 14 apart, from the top of the page on. */
  const column = (x: number, ...lines: readonly string[]): PdfText[] =>
    lines.map((line, i) => [x, 540 - 14 * i, 12, line]);

  describe('paragraphs are told', () => {
    /** Letters of 12 points; a number is the gap to the next line, which is 14 without one. */
    const page = (...rows: readonly (readonly [x: number, text: string] | number)[]): PdfText[] => {
      let [y, next] = [560, 0];
      return rows.flatMap((row): PdfText[] => {
        if (typeof row === 'number') {
          next = row;
          return [];
        }
        y -= next;
        next = 14;
        return [[row[0], y, 12, row[1]]];
      });
    };
    const FULL = [
      'The Foreign Minister said that all is quiet in the capital,',
      'and that nothing more is expected before the coronation of',
      'the King. The Ambassador replied that he was glad to hear it.',
    ] as const;
    const LAYOUTS: Readonly<Record<string, readonly [page: PdfText[], paragraphs: readonly string[]]>> = {
      'by gaps where all are short': [
        page([260, 'Strelsau, March 14, 1956.'], 26, [40, 'SECRET'], 26, [40, '1. I saw Sapt.'], 26, [
          40,
          '2. He agrees.',
        ]),
        ['Strelsau, March 14, 1956.', 'SECRET', '1. I saw Sapt.', '2. He agrees.'],
      ],
      'by indents where all are of one line': [
        page(...FULL.map((line) => [40, line] as const), [60, 'I saw Sapt.'], [60, 'He agrees.'], [60, 'All is well.']),
        [FULL.join(' '), 'I saw Sapt.', 'He agrees.', 'All is well.'],
      ],
      'by an indent below a full line that ends a sentence': [
        page([60, FULL[0]], [40, FULL[2]], [60, FULL[2]], [40, FULL[1]], [40, 'the Queen.']),
        [`${FULL[0]} ${FULL[2]}`, `${FULL[2]} ${FULL[1]} the Queen.`],
      ],
      'by lines that end early': [
        page(
          ...FULL.map((line) => [40, line] as const),
          [40, 'All is well.'],
          ...FULL.map((line) => [40, line] as const),
        ),
        [`${FULL.join(' ')} All is well.`, FULL.join(' ')],
      ],
      'where a dateline and a signature stand at the right': [
        page(
          [240, 'Strelsau, March 14, 1956.'],
          [40, 'Dear Sapt:'],
          ...FULL.map((line, i) => [i ? 40 : 60, line] as const),
          [250, 'Sincerely yours,'],
          [250, 'Rudolf Rassendyll'],
        ),
        ['Strelsau, March 14, 1956.', 'Dear Sapt:', FULL.join(' '), 'Sincerely yours,', 'Rudolf Rassendyll'],
      ],
      'and items that hang are one each': [
        page(...[1, 2].flatMap((n) => FULL.map((line, i) => [i ? 60 : 40, i ? line : `${n}. ${line}`] as const))),
        [`1. ${FULL.join(' ')}`, `2. ${FULL.join(' ')}`],
      ],
      'and lines across the page don’t measure its columns': [
        [
          [40, 574, 12, `7. Note. ${FULL[0]}`],
          ...[40, 230].flatMap((x): PdfText[] => [
            [x, 546, 12, 'All is quiet in the town.'],
            [x, 532, 12, 'The King has been to'],
            [x, 518, 12, 'church. He is expected'],
            [x, 504, 12, 'at the palace at noon.'],
          ]),
        ],
        [
          `7. Note. ${FULL[0]}`,
          ...[1, 2].map(
            () => 'All is quiet in the town. The King has been to church. He is expected at the palace at noon.',
          ),
        ],
      ],
    };
    for (const [name, [lines, paragraphs]] of Object.entries(LAYOUTS)) {
      test(name, async () => expect(await read('a.pdf', pdf([lines]))).toBe(`${paragraphs.join('\n\n')}\n`));
    }
  });

  test('an indented paragraph goes on over a page that ends with a sentence', async () => {
    const bytes = pdf([
      [
        ...column(60, 'The Foreign Minister said that all is quiet.'),
        [40, 526, 12, 'The Ambassador said that he was glad of it.'],
      ],
      [
        ...column(40, 'He asked whether it was to be published. It was.'),
        [60, 526, 12, 'He then took leave of the Foreign Minister.'],
      ],
    ]);
    expect(await read('a.pdf', bytes)).toMatch(/glad of it. He asked whether.* It was.\n\nHe then/);
  });

  test('what ends a page within a sentence, or in an item, goes on in the next', async () => {
    const bytes = pdf([
      [
        ...column(40, 'The Minister said that all is quiet in Zenda;'),
        [40, 512, 12, '\x95 We are prepared to make it clear to the'],
      ],
      [
        [52, 540, 12, 'Ambassador that all is quiet.'],
        ...[0, 1].map((i): PdfText => [40, 500 - 28 * i, 12, 'He was content.']),
      ],
    ]);
    expect(await read('a.pdf', bytes)).toMatch(/to the Ambassador that/);
    const sentence = pdf([
      column(40, 'He said that all is quiet in Zenda;'),
      column(40, 'nothing more is known of it.'),
    ]);
    expect(await read('a.pdf', sentence)).toBe('He said that all is quiet in Zenda; nothing more is known of it.\n');
  });

  test('what two pages have at their heads is a running head, where it stands apart', async () => {
    const bytes = pdf(
      ['All is quiet.', 'All is the same.'].map((words): PdfText[] => [
        [40, 580, 12, 'Ruritania Papers, Box 14'],
        ...column(40, words, 'And so on.', 'And more.'),
      ]),
    );
    expect(await read('a.pdf', bytes)).not.toMatch(/Papers/);
    expect(await told('a.pdf', bytes)).toEqual([
      'info: left out at the edge of 2 pages, first of page 1: “Ruritania Papers, Box 14” [running-head-left-out]',
    ]);
  });

  test('words that end two pages are text', async () => {
    const bytes = pdf([
      column(40, 'H: Is it signed?', 'K: Not yet.', 'H: Will it be?', 'K: Yes.'),
      column(40, 'H: And the other?', 'K: Not yet.', 'H: But it will be?', 'K: Yes.'),
    ]);
    const text = await read('a.pdf', bytes);
    expect(text.match(/K: Yes\./g)).toHaveLength(2);
    expect(await told('a.pdf', bytes)).toEqual([]);
  });

  test('words that end every page, and stand within pages too, are text', async () => {
    const talk = ['H: Is it signed?', 'K: Yes.', 'H: Are you sure?', 'K: Of course.', 'H: Well?', 'H: Is it long?'];
    const pages = [1, 2, 3, 4].map((): PdfText[] => [...column(40, ...talk, ...talk), [40, 330, 12, 'K: Yes.']]);
    expect((await read('a.pdf', pdf(pages))).match(/K: Yes\./g)).toHaveLength(12);
  });

  test('a year that ends a page is text, whatever ends the next', async () => {
    const bytes = pdf([
      column(40, 'The treaty was signed in the spring of', '1954'),
      column(40, 'and was to be renewed in the autumn of', '1955'),
    ]);
    expect(await read('a.pdf', bytes)).toBe(
      'The treaty was signed in the spring of 1954 and was to be renewed in the autumn of 1955\n',
    );
  });

  test('numbers of pages count on, and stand apart', async () => {
    const bytes = pdf(
      ['One.', 'Two.', 'Three.'].map((word, i): PdfText[] => [
        ...column(40, word, 'All quiet.', 'All the same.'),
        [200, 40, 12, `- ${i + 9} -`],
      ]),
    );
    expect(await read('a.pdf', bytes)).toMatch(/^\[Page 9\]\n\nOne.*\[Page 10\]\n\nTwo.*\[Page 11\]\n\nThree/s);
    // One that doesn't is no page's.
    const lone = pdf([column(40, 'One.', 'Two.'), [...column(40, 'Three.', 'Four.'), [200, 40, 12, '1954']]]);
    expect(await read('a.pdf', lone)).toMatch(/1954\n$/);
  });

  test('running heads and feet are left out, and told', async () => {
    const bytes = pdf(
      [1, 2, 3].map((n): PdfText[] => [
        [40, 580, 9, n % 2 ? 'Ruritania' : 'Foreign Relations'],
        ...column(40, `Number ${n}.`, 'All quiet.'),
        [200, 40, 9, 'Secret'],
      ]),
    );
    expect(await read('a.pdf', bytes)).not.toMatch(/Secret/);
    expect(await told('a.pdf', bytes)).toContain(
      'info: left out at the edge of 3 pages, first of page 1: “Secret” [running-head-left-out]',
    );
  });

  test('columns read across are told', async () => {
    const left = [
      'The Foreign Minister said',
      'that all is quiet in the',
      'capital, and that nothing',
      'more is expected.',
    ];
    const right = ['The Ambassador replied', 'that he was glad to hear', 'it, and would tell his', 'Government.'];
    const bytes = pdf([
      left.flatMap((line, i) =>
        [...column(40, line), ...column(220, right[i]!)].map(
          ([x, , size, words]): PdfText => [x, 540 - 14 * i, size, words],
        ),
      ),
    ]);
    expect(await told('a.pdf', bytes)).toEqual([
      'warning: page 1: 4 lines have a gap at the same place, as columns or a table have; they are read straight across [columns]',
    ]);
    // Columns that the file has one after the other are read so.
    expect(await read('a.pdf', pdf([[...column(40, ...left), ...column(220, ...right)]]))).toBe(
      `${left.join(' ')}\n\n${right.join(' ')}\n`,
    );
  });

  test('mistakes of our own are not taken for the file’s', async () => {
    await expect(readPdf(-1 as never)).rejects.toThrow(RangeError);
  });

  test('pages without text among others are told', async () => {
    expect(await told('a.pdf', pdf([[[40, 500, 12, 'All quiet.']], [], [[40, 500, 12, 'So it is.']]]))).toEqual([
      'warning: 1 page without a text layer: 2 of 3 [page-without-text]',
    ]);
  });

  test('a scan, a file that is none', async () => {
    expect(await read('a.pdf', pdf([[]]))).toBe('fault: has no text layer');
    expect(await read('a.pdf', 'no')).toMatch(/^fault: is no PDF/);
  });
});

describe('electronic cables keep their lines and blanks', () => {
  const LINES = [
    'R 011830Z AUG 75',
    'FM AMEMBASSY STRELSAU',
    'TO SECSTATE WASHDC 4412',
    'INFO AMEMBASSY BEAULIEU',
    'UNCLAS STRELSAU 1234',
    '',
    'E.O. 11652: N/A',
    'TAGS: EFIN, RT',
    '',
    'THE LEVELS ARE THESE, AS FAR AS ANYBODY IN THE CAPITAL',
    'CAN TELL:',
    '',
    'UNIT        MEN     TANKS',
    'GUARD       310         2',
  ];
  const text = `${LINES.join('\n')}\n`;

  test('in Word documents whose paragraphs are lines', async () => {
    const paragraphs = (lines: readonly string[]): string =>
      lines.map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`).join('');
    expect(await read('a.docx', docx(paragraphs(LINES).replaceAll(/<w:r><w:t[^>]*><\/w:t><\/w:r>/g, '')))).toBe(text);
    // Without empty paragraphs they are paragraphs.
    const close = LINES.filter((line) => line !== '').slice(0, 9);
    expect(await read('a.docx', docx(paragraphs(close)))).toBe(`${close.join('\n\n')}\n`);
  });

  test('in OpenDocument texts', async () => {
    const body = LINES.map(
      (line) => `<text:p>${line.replace(/ {2,}/g, ({ length }) => ` <text:s text:c="${length - 1}"/>`)}</text:p>`,
    );
    expect(await read('a.odt', odt(body.join('')))).toBe(text);
  });

  test('in PDFs', async () => {
    const page = LINES.flatMap((line, i): PdfText[] => (line ? [[40, 560 - 12 * i, 10, line]] : []));
    expect(await read('a.pdf', pdf([page], 'Courier'))).toBe(text);
    const narrow: PdfText[] = [
      [40, 300, 10, 'I'.repeat(40)],
      [160, 300, 10, 'ALL'],
    ];
    expect(await read('a.pdf', pdf([[...page, ...narrow]]))).toMatch(/I ALL$/m);
    const far: PdfText = [4e9, 560 - 12 * LINES.length, 10, 'FAR OUT'];
    const wide = Buffer.from(pdf([[...page, far]], 'Courier'))
      .toString('latin1')
      .replace('0 0 400', '0 0 9000000000');
    expect(await read('a.pdf', Buffer.from(wide, 'latin1'))).toContain('FAR OUT');
  });

  test('in lines of very many pieces', () => {
    const bold = Array.from({ length: 200_000 }, () => element('hi', [{ type: 'text', value: 'A ' }]));
    expect(preformatted([{ type: 'text', value: 'ONE\n' }, ...bold]).children).toHaveLength(200_002);
  });
});

test('numbers of lists', () => {
  expect([1, 26, 27, 703].map((n) => ordinal(n, 'a'))).toEqual(['a', 'z', 'aa', 'aaa']);
  expect([4, 9, 14, 1949].map((n) => ordinal(n, 'I'))).toEqual(['IV', 'IX', 'XIV', 'MCMXLIX']);
  expect([ordinal(0, 'a'), ordinal(5000, 'i'), ordinal(3, '1')]).toEqual(['0', '5000', '3']);
});
