import { describe, expect, test } from 'vitest';
import {
  besideIn,
  compareTexts,
  documentsIn,
  languageIn,
  piecesIn,
  RENDERINGS,
  renderText,
  titleIn,
} from '../src/render/index.js';
import { parseXml, type XmlElement } from '../src/xml/parse.js';

/** As they are rendered when they stand in no division. */
const alone = (elements: readonly XmlElement[]) => elements.map((element) => ({ element, depth: 0 }));

const text = (body: string): string =>
  renderText(parseXml(`<div xmlns="http://www.tei-c.org/ns/1.0" type="document" xml:id="d1" n="1">${body}</div>`));

describe('plain text', () => {
  const CASES: Readonly<Record<string, readonly [tei: string, text: string]>> = {
    'a mark is glued to the word before, its note comes last': [
      '<head>1. Telegram <note n="1" xml:id="d1fn1">Source: Files. </note></head><p>Your 201 <note n="2">See <hi>infra</hi>.</note> came.</p>',
      '1. Telegram1\n\nYour 2012 came.\n  1. Source: Files.\n  2. See infra.\n',
    ],
    'further paragraphs of a note are indented': [
      '<p>Yes.<note n="*"><p>One.</p><p>Two.</p></note></p>',
      'Yes.*\n  *. One.\n     Two.\n',
    ],
    'an inline source note is a block': [
      '<note rend="inline">611.00: Telegram</note><head>1. Note</head>',
      '611.00: Telegram\n\n1. Note\n',
    ],
    'page breaks stand in brackets, with a space on either side': [
      '<p>he<pb n="7" xml:id="pg_7"/>re</p><pb n="8" xml:id="pg_8"/><p>there</p>',
      'he [Page 7] re\n\n[Page 8]\n\nthere\n',
    ],
    'a list is a block, an item a line': [
      '<p>They are:<list><head>SUBJECT</head><item>One <hi>two</hi> </item><lb/><pb n="2" xml:id="pg_2"/><item>Three</item></list> Done.</p>',
      'They are:\n\nSUBJECT\n  * One two\n[Page 2]\n  * Three\n\nDone.\n',
    ],
    'labels take a line of their own': ['<list><label>(a)</label><item>First</item></list>', '(a)\n  * First\n'],
    'a list in an item is run together': [
      '<list><item>US Side: <list><head>Men</head><item>One</item><item>Two</item></list></item></list>',
      '  * US Side:\nMen\nOne Two\n',
    ],
    'unless its items had bullets of their own': [
      '<list><item>One <list rend="bulleted"><item>first</item><item>second <list rend="bulleted"><item>third</item></list></item></list> and more</item><item>Two</item></list>',
      '  * One\n    * first\n    * second\n      * third\nand more\n  * Two\n',
    ],
    'rows are lines, empty cells kept, pages between rows not': [
      '<table><head>Men</head><row><cell/><cell>1955</cell></row><pb n="9" xml:id="pg_9"/><row><cell>Army </cell><cell/></row></table>',
      'Men\n | 1955\nArmy | \n',
    ],
    'only lb parts the opener': [
      '<opener><dateline>Zenda</dateline><seg>secret</seg><lb/><seg>niact</seg></opener>',
      'Zenda\n\nsecret\nniact\n',
    ],
    'spaces inside brackets and before commas go, before full stops stay': [
      '<p>( <hi>Sapt </hi>), <hi>Zenda </hi>.</p>',
      '(Sapt), Zenda .\n',
    ],
    'of two readings one: the correction, the regular form, the expansion, the lemma': [
      '<p>The <choice><sic>feler</sic><corr>failure</corr></choice> of <choice><orig>ye</orig><reg>the</reg></choice> <choice><abbr>Amb.</abbr> <expan>Ambassador</expan></choice> <app><lem>Sapt</lem><rdg>Sabt</rdg></app>, <choice><unclear>one</unclear><unclear>ore</unclear></choice> <sic>onley</sic>.</p>',
      'The failure of the Ambassador Sapt, one onley.\n',
    ],
    'an apparatus without a lemma is read as its first witness, one apart from the text not at all': [
      '<p>By <app><rdgGrp><rdg>Sabt</rdg></rdgGrp><rdg>Sapt</rdg></app> himself.<app from="#a"><lem>By</lem><rdg>To</rdg></app></p>',
      'By Sabt himself.\n',
    ],
    'what is left out in a block is told, between blocks not': [
      '<p>Yes <gap/> no <gap reason="illegible"/> and <gap><desc>one line</desc></gap>.</p><gap/><list><item>One</item><gap/></list>',
      'Yes […] no [… illegible] and [… one line].\n\n  * One\n',
    ],
    'verse is a block, a line of it a line': [
      '<p>He sang: <lg><l>All is</l><l>quiet</l></lg> and left.</p><quote><l>Long</l><l>live</l></quote>',
      'He sang:\n\nAll is\nquiet\n\nand left.\n\nLong\nlive\n',
    ],
    'parts of a title page, lines of an address and entries of bibliographies are blocks or lines': [
      '<titlePage><docTitle><titlePart>Letters</titlePart><titlePart>of a Colonel</titlePart></docTitle><byline>by Sapt</byline></titlePage><opener><address><addrLine>The Palace</addrLine><addrLine>Zenda</addrLine></address></opener><listBibl><bibl>A, B.</bibl><bibl>C, D.</bibl></listBibl>',
      'Letters\n\nof a Colonel\n\nby Sapt\n\nThe Palace\nZenda\n\nA, B.\n\nC, D.\n',
    ],
    'a word goes on over a line that says so, a substitution has two words': [
      '<p>Hen <lb break="no"/>tzau <subst><del>is</del><add>was</add></subst> there.</p>',
      'Hentzau is was there.\n',
    ],
    'lines of a signature': [
      '<closer><signed><hi>A. Sapt</hi><lb/><lb/><hi>Minister</hi></signed></closer>',
      'A. Sapt\nMinister\n',
    ],
  };
  for (const [name, [tei, expected]] of Object.entries(CASES)) {
    test(name, () => expect(text(tei)).toBe(expected));
  }
});

test('pages between rows, where nothing may be lost', () => {
  const table = parseXml('<div><table><row><cell>1</cell></row><pb n="9"/><row><cell>2</cell></row></table></div>');
  expect(renderText(table)).toBe('1\n2\n');
  expect(renderText(table, { rowPages: true })).toBe('1\n[Page 9]\n2\n');
});

test('texts are compared', () => {
  expect(compareTexts('\ufeffA b\r\nc\u0001', 'A b\nc\n').outcome).toBe('same');
  expect(compareTexts('A\n\nB', 'A\nB')).toMatchObject({ outcome: 'layout', line: 2 });
  expect(compareTexts('  * A\n  * [Page 5] B\n', '  * A\n[Page 5]\n  * B\n').outcome).toBe('layout');
  expect(compareTexts('  * A\n  * [Page 5] B\n', '  * A\n  * B\n').outcome).toBe('lost');
  expect(compareTexts('Year   Men\n1956   310', 'Year | Men\n1956 | 310').outcome).toBe('layout');
  expect(compareTexts('Year | Men', 'Year Men').outcome).toBe('lost');
  expect(compareTexts('These:\n\n  • One\n  ▪ Two', 'These:\n\n  * One\n  * Two')).toMatchObject({
    outcome: 'layout',
    line: 3,
  });
  expect(compareTexts('Two:\n  * One\n  * \n  *\n  * Two', 'Two:\n  * One\n  * Two').outcome).toBe('layout');
  expect(compareTexts('  * One\n\n*', '  * One')).toMatchObject({ outcome: 'lost' });
  expect(compareTexts('Yes.*\n\n  * Not so.', 'Yes.*\n  *. Not so.').outcome).toBe('layout');
  expect(compareTexts('Yes[1].\n\n[1] Not so.', 'Yes1.\n  1. Not so.').outcome).toBe('layout');
  expect(compareTexts('Yes¹.\n\n¹ Not so.', 'Yes1.\n  1. Not so.').outcome).toBe('layout');
  expect(compareTexts('A Govern-\nment, twenty-\nsix', 'A Government, twenty-six').outcome).toBe('layout');
  expect(compareTexts('Govern-ment', 'Government').outcome).toBe('lost');
  expect(compareTexts('Yes¹, [1].', 'Yes1, 1.').outcome).toBe('lost');
  expect(compareTexts('  • One\n\nTwo', '  * One\n\nThree')).toMatchObject({ outcome: 'lost', line: 3 });
  expect(compareTexts('One\n\nTwo', 'One\n\nThree')).toEqual({
    ...{ outcome: 'lost', line: 3, before: 'One\n\nTwo', after: 'One\n\nThree' },
  });
});

const SAMPLE = parseXml(`<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><x>no</x></teiHeader><text><body>
<div type="document" xml:id="d1"><head>1. Note<note n="1" xml:id="d1fn1">Source: <ref target="#d2">Document 2</ref>.</note></head>
<p>5. <persName corresp="#p_SA1">Sapt</persName> &amp; <hi rend="italic">others</hi> [<pb n="3" xml:id="pg_3"/>]</p></div>
<div type="document" xml:id="d2"><head>2. Table</head><table><row><cell>A*B</cell></row><row><cell>1</cell></row></table></div>
</body></text></TEI>`);
const documents = documentsIn(SAMPLE).map(({ element }) => element);

test('a file may hold several documents', () => {
  expect(documentsIn(SAMPLE).map(({ id }) => id)).toEqual(['d1', 'd2']);
  expect(documentsIn(parseXml('<p>Alone</p>')).map(({ id }) => id)).toEqual([undefined]);
  expect(RENDERINGS.text.render(alone(documents), '')).toBe(
    '1. Note1\n\n5. Sapt & others [ [Page 3] ]\n  1. Source: Document 2.\n\n2. Table\n\nA*B\n1\n',
  );
});

test('documents outside the first text are documents as well', () => {
  const document = (id: string) => `<div type="document" xml:id="${id}"><p>${id}</p></div>`;
  const header = '<teiHeader><p>no</p></teiHeader><facsimile><graphic/></facsimile>';
  const first = `<TEI>${header}<standOff>${document('d9')}</standOff><text><body>${document('d1')}</body></text></TEI>`;
  const corpus = piecesIn(
    parseXml(`<teiCorpus>${header}${first}<TEI>${header}<text>${document('d2')}</text></TEI></teiCorpus>`),
  );
  expect(corpus.map(({ id, isDocument }) => [id, isDocument])).toEqual([
    ['d9', true],
    ['d1', true],
    ['d2', true],
  ]);
  expect(besideIn(corpus)).toBeUndefined();
  const beside = piecesIn(
    parseXml(`<TEI>${document('d1')}<text xml:id="t"><body><head>Else</head></body></text></TEI>`),
  );
  expect(beside.map(({ id }) => id)).toEqual(['d1', undefined]);
  expect(besideIn(beside)).toMatch(/“Else”/);
});

test('Markdown keeps the lines of lists that are printed as running text', () => {
  const list =
    '<list rend="inline"><head>REFS:</head><item>A. STATE 1</item><item>B. ZENDA 2</item></list><list rend="inline"><item>- ONE;</item><item>1. TWO</item></list>';
  const document = parseXml(`<div>${list}</div>`);
  expect(RENDERINGS.markdown.render(alone([document]), '')).toBe(
    'REFS: A. STATE 1\\\nB. ZENDA 2\n\n\\- ONE;\\\n1\\. TWO\n',
  );
});

test('Markdown keeps emphasis, notes, pages and links', () => {
  expect(RENDERINGS.markdown.render(alone(documents), '')).toBe(`<a id="d1"></a>

## 1. Note[^d1fn1]

5\\. [Sapt](#p_SA1) & *others* \\[ <a id="pg_3"></a>\\[Page 3\\] \\]

[^d1fn1]: Source: [Document 2](#d2).

---

<a id="d2"></a>

## 2. Table

| A\\*B |
| --- |
| 1 |
`);
});

test('headings are as deep as their divisions', () => {
  const document =
    '<div type="document" xml:id="d1"><head>1. Note</head><attachment><head>Annex</head><p>A</p></attachment><p>B</p></div>';
  const volume = parseXml(
    `<TEI><text><front><div><head>Preface</head><div><head>Thanks</head></div></div></front><body><div><head>Part</head><div><head>Chapter</head>${document}</div></div></body></text></TEI>`,
  );
  const headings = ['## Preface', '### Thanks', '## Part', '### Chapter', '#### 1. Note', '##### Annex'];
  expect(RENDERINGS.markdown.render(piecesIn(volume), '').match(/^#.*/gm)).toEqual(headings);
  const html = RENDERINGS.html.render(piecesIn(volume), 'x').matchAll(/<h(\d)>(.*?)<\/h\1>/g);
  expect([...html].map(([, level, words]) => `${'#'.repeat(Number(level))} ${words}`)).toEqual(headings);
});

test('HTML links notes both ways, links what it holds, marks the rest', () => {
  const html = RENDERINGS.html.render(alone(documents), 'T & T');
  expect(html).toContain('<title>T &amp; T</title>');
  expect(html).toContain('<a id="d1fn1-mark" href="#d1fn1">1</a>');
  expect(html).toContain(
    '<li id="d1fn1"><span class="n">1.</span> <p>Source: <a class="ref" href="#d2" data-target="#d2">',
  );
  expect(html).toContain('<a class="back" href="#d1fn1-mark">');
  expect(html).toContain('<span class="persName" data-corresp="#p_SA1">Sapt</span>');
  expect(html).toContain('<span class="page" id="pg_3">[Page 3]</span>');
  expect(html).not.toContain('<x>');
});

test('notes without numbers are numbered where none has one', () => {
  const rendered = (body: string): string => {
    const root = parseXml(`<TEI><text><body>${body}</body></text></TEI>`);
    return RENDERINGS.text.render(documentsIn(root), '');
  };
  expect(
    rendered(
      '<p>The king<note place="foot">Rudolf.</note> and I<note><p>Sapt.</p></note>.</p><note>By the editor.</note>',
    ),
  ).toBe('The king1 and I2.\n\nBy the editor.\n  1. Rudolf.\n  2. Sapt.\n');
  expect(rendered('<p>The king<note n="*">Rudolf.</note> and I<note rend="inline">, Sapt,</note>.</p>')).toBe(
    'The king* and I\n\n, Sapt,\n\n.\n  *. Rudolf.\n',
  );
});

test('footnotes in Markdown and HTML are told apart though their numbers are repeated', () => {
  const [a, b] = ['one', 'two'].map((words) =>
    parseXml(`<div><p>A<note n="1">${words}</note></p><p>B<note n="1">more</note></p></div>`),
  );
  expect(RENDERINGS.markdown.render(alone([a!, b!]), '')).toBe(
    'A[^1]\n\nB[^1-2]\n\n[^1]: one\n\n[^1-2]: more\n\n---\n\nA[^1-3]\n\nB[^1-4]\n\n[^1-3]: two\n\n[^1-4]: more\n',
  );
  const ids = RENDERINGS.html.render(alone([a!, b!]), '').match(/(?<=<li id=")[^"]*/g);
  expect(ids).toEqual(['note-1', 'note-2', 'note-3', 'note-4']);
});

test('Markdown has labels of items that begin with a list; an empty label is none', () => {
  const tei =
    '<list><label>(1)</label><item><list><item>deep</item></list> after</item><label/><item>Two</item></list>';
  expect(RENDERINGS.markdown.render(alone([parseXml(`<div>${tei}</div>`)]), '')).toBe(
    '- \\(1)\n  - deep\n\n  after\n- Two\n',
  );
});

test('what is printed at the edges of pages stays between items of lists in HTML', () => {
  const tei = '<list><item>One</item><pb n="2"/><fw>PAGE 02</fw><lb/><item>Two</item></list>';
  expect(RENDERINGS.html.render(alone([parseXml(`<div>${tei}</div>`)]), '')).toContain('<li class="fw">PAGE 02</li>');
});

test('cells that span more than a table can hold leave it narrow', () => {
  const row = `<row>${'<cell cols="1000" rows="1000">x</cell>'.repeat(3)}</row>`;
  const out = RENDERINGS.markdown.render(alone([parseXml(`<div><table>${row.repeat(100)}</table></div>`)]), '');
  expect(out.match(/x/g)).toHaveLength(300);
  expect(out.split('\n')[0]!.length).toBeLessThan(2000);
});

test('a list of books in a paragraph is in no p of HTML', () => {
  const tei = '<div><p>Books: <listBibl><bibl>One</bibl><pb n="2"/></listBibl></p></div>';
  expect(RENDERINGS.html.render(alone([parseXml(tei)]), '')).toContain(
    '<div class="p">Books: <div class="listBibl"><p class="bibl">One</p>\n<span class="page">[Page 2]</span></div></div>',
  );
});

test('Markdown has whole rows, labels in their items, and what follows a list inside an item set in', () => {
  const tei =
    '<div><table><head>Men</head><row><cell>Unit</cell><cell cols="2">1894</cell></row><row><cell rows="2">Guard</cell><cell>1</cell><cell>2</cell></row><row><cell>3</cell></row></table><list><label>king</label><item>ruler</item><label>queen</label><item>One <list><item>deep</item></list> after</item></list><p>Here<pb n="2"/> too.</p></div>';
  expect(RENDERINGS.markdown.render(alone([parseXml(tei)]), '')).toBe(`Men

| Unit | 1894 |  |
| --- | --- | --- |
| Guard | 1 | 2 |
|  | 3 |  |

- king ruler
- queen One
  - deep

  after

Here \\[Page 2\\] too.
`);
});

test('HTML has no block in a p, cells that span, and figures', () => {
  const html = (body: string): string => RENDERINGS.html.render(alone([parseXml(`<div>${body}</div>`)]), '');
  expect(
    html('<table><row><cell cols="2">A</cell></row><row><cell rows="2">B</cell><cell rows="x">C</cell></row></table>'),
  ).toContain('<tr><td colspan="2">A</td></tr>\n<tr><td rowspan="2">B</td><td>C</td></tr>');
  expect(html('<lg><head>Song</head><l>One</l></lg>')).toContain('<div class="lg"><h2>Song</h2>');
  expect(html('<p>A<note n="1"><p>B<note n="a">C</note></p></note></p>')).toContain(
    '<div class="p">B<p class="note">C</p></div>',
  );
  expect(html('<p>A<note place="margin">B</note></p>')).toContain('<div class="p">A<p class="note">B</p></div>');
  expect(
    html(
      '<figure><head>Map</head><graphic url="m.png"/><graphic url="javascript:a.png"/><graphic url="frus_1"/></figure>',
    ),
  ).toContain('<figure><figcaption>Map</figcaption><img src="m.png" alt=""></figure>');
});

test('Markdown tells what is left out between blocks, and takes no tilde for deletion', () => {
  const document = parseXml(
    '<div><p>About ~~310 <del>horse</del>men.</p><gap/><list><item>One</item><gap/></list></div>',
  );
  expect(RENDERINGS.markdown.render(alone([document]), '')).toBe(
    'About \\~\\~310 ~~horse~~men.\n\n\\[…\\]\n\n- One\n\\[…\\]\n',
  );
});

test('HTML has the languages of the file, one reading, lines of verse and a view as wide as the device', () => {
  const tei = (attributes: string): string => {
    const root = parseXml(
      `<TEI${attributes}><text><body><div type="document" xml:id="d1" xml:lang="de"><p>Das <choice><sic>ligt</sic><corr>liegt</corr></choice> <foreign xml:lang="fr">ici</foreign>.<gap reason="torn"/></p><gap/><lg><l>Eins</l><l>zwei</l></lg></div></body></text></TEI>`,
    );
    return RENDERINGS.html.render(documentsIn(root), 'x', languageIn(root));
  };
  expect(tei('')).toContain('<html lang="de">');
  expect(tei(' xml:lang="fr"')).toContain('<html lang="fr">');
  expect(tei('')).toContain('<section id="d1" lang="de">');
  expect(tei('')).toContain(
    '<p>Das liegt <span lang="fr" class="foreign">ici</span>.<span class="gap">[… torn]</span></p>',
  );
  expect(tei('')).toContain('<p class="gap" title="[…]"></p>');
  expect(tei('')).toContain('<p class="lg"><span class="l">Eins</span><br><span class="l">zwei</span><br></p>');
  expect(tei('')).toContain('<meta name="viewport" content="width=device-width, initial-scale=1">');
});

test('page breaks between rows have a row of their own in HTML, and stand in the row below in Markdown', () => {
  const row = (...cells: string[]): string => `<row>${cells.map((each) => `<cell>${each}</cell>`).join('')}</row>`;
  const tei = `<div><table>${row('Year', 'Men')}<pb n="2" xml:id="pg_2"/>${row('1894', '310')}<pb n="3"/></table></div>`;
  expect(RENDERINGS.html.render(alone([parseXml(tei)]), '')).toContain(
    '</tr>\n<tr class="pb"><td colspan="2"><span class="page" id="pg_2">[Page 2]</span></td></tr>\n<tr>',
  );
  expect(RENDERINGS.markdown.render(alone([parseXml(tei)]), '')).toBe(
    '| Year | Men |\n| --- | --- |\n| <a id="pg_2"></a>\\[Page 2\\] 1894 | 310 |\n\n\\[Page 3\\]\n',
  );
});

test('words that are set in several ways, raised and lowered are so in HTML and Markdown', () => {
  const tei = parseXml(
    '<div><p><hi rend="italic strong">Both</hi> 10<hi rend="superscript">6</hi> H<hi rend="sub">2</hi>O</p></div>',
  );
  expect(RENDERINGS.markdown.render(alone([tei]), '')).toBe('***Both*** 10<sup>6</sup> H<sub>2</sub>O\n');
  expect(RENDERINGS.html.render(alone([tei]), '')).toContain(
    '<em class="italic"><strong class="strong">Both</strong></em> 10<sup class="superscript">6</sup>',
  );
  const odd = parseXml('<div><p><hi rend="constructor">Odd</hi></p></div>');
  expect(RENDERINGS.markdown.render(alone([odd]), '')).toBe('Odd\n');
  expect(RENDERINGS.html.render(alone([odd]), '')).toContain('<span class="constructor">Odd</span>');
});

test('what would be a line, a heading or a character’s name in Markdown is text', () => {
  const rendered = (body: string): string => RENDERINGS.markdown.render(alone([parseXml(`<div>${body}</div>`)]), '');
  expect(rendered('<p>---</p><p>King<lb/>===</p><p>## 3</p><p>R&amp;amp; &amp; D</p>')).toBe(
    '\\---\n\nKing\\\n\\===\n\n\\## 3\n\nR\\&amp; & D\n',
  );
  expect(rendered('<p>a. One<lb/>(2) Two</p><p>IV) Four</p><p>A. Sapt (a) says. b.</p>')).toBe(
    'a\\. One\\\n\\(2) Two\n\nIV\\) Four\n\nA. Sapt (a) says. b.\n',
  );
  expect(rendered('<list><item>1. One</item><item>ii. Two<lb/>- so</item></list>')).toBe(
    '- 1\\. One\n- ii\\. Two\\\n  \\- so\n',
  );
});

test('what heads a list is no heading of the document in Markdown', () => {
  const inner = '<list><head>Guests</head><item>Sapt</item></list>';
  const tei = `<div><list><head>PRESENT</head><item>The king ${inner}</item></list></div>`;
  expect(RENDERINGS.markdown.render(alone([parseXml(tei)]), '')).toBe(
    '**PRESENT**\n\n- The king\n\n  **Guests**\n\n  - Sapt\n',
  );
});

test('HTML says what is written from right to left', () => {
  const html = (language: string): string =>
    RENDERINGS.html.render(alone([parseXml(`<div><p xml:lang="${language}">A</p><p>B</p></div>`)]), '');
  expect(html('ar')).toContain('<p lang="ar" dir="rtl">A</p>');
  expect(html('ku-Arab')).toContain('<p lang="ku-Arab" dir="rtl">A</p>');
  for (const language of ['ar-Latn', 'arn', 'en']) expect(html(language)).toContain(`<p lang="${language}">A</p>`);
});

test('a file is called by its title in full, else its main title, else its first', () => {
  const called = (titles: string, text = ''): string | undefined =>
    titleIn(parseXml(`<TEI><teiHeader><titleStmt>${titles}</titleStmt></teiHeader><text>${text}</text></TEI>`));
  expect(called('<title>A</title><title type="main">B</title><title type="complete">C  D</title>')).toBe('C D');
  expect(called('<title type="sub">A</title><title type="main">B</title>')).toBe('B');
  expect(called('<title>A <choice><sic>bat</sic><corr>bad</corr></choice> day</title>')).toBe('A bad day');
  expect(called('', '<title>No</title>')).toBeUndefined();
});
