/** What house rules find besides their examples, and what they leave alone. */

import { describe, expect, it } from 'vitest';
import { fixText } from '../src/check/fix/fix.js';
import { ruleOf } from '../src/check/rules/index.js';
import type { Profile } from '../src/check/rules/rule.js';
import { runRules } from '../src/check/rules/run.js';

const check = (id: string, profile: Profile = 'frus') => {
  const rule = ruleOf(id)!;
  return (xml: string) =>
    runRules(xml, { profile, rules: [{ rule, severity: rule.severity }], known: () => true }).findings;
};
const messages = (id: string, xml: string): string[] => check(id)(xml).map(({ message }) => message);

const dateline = (place: string, when: string, text = 'February 2, 1955—5 p.m.'): string =>
  `<dateline><placeName>${place}</placeName>, <date when="${when}">${text}</date></dateline>`;
const spanned = (when: string): string =>
  `<div type="document" frus:doc-dateTime-min="1955-02-02T03:00:00-05:00" frus:doc-dateTime-max="1955-02-02T03:00:00-05:00">${dateline('Tokyo', when)}</div>`;

const heads = (...texts: string[]): string =>
  `<body>${texts.map((text, i) => `<div type="document" n="${i + 1}"><head>${text}</head></div>`).join('')}</body>`;
const document = (body: string): string => `<div type="document" xml:id="d1" n="1">${body}<p>Text.</p></div>`;
const footnotes = (...links: string[]): string =>
  `<p>${links.map((link) => `see <ref target="${link.split(' ')[1]}">footnote ${link.split(' ')[0]}</ref> `).join('')}</p>`;
/** A volume of one text. */
const volume = (text: string): string => `<TEI><text><body>${text}</body></text></TEI>`;
const persons = (...items: string[]): string => `<div xml:id="persons"><list>${items.join('')}</list></div>`;
/** A list with ids of its own, and what is said beside it. */
const own = (text: string): string =>
  `<div><list><item><persName xml:id="bohlen">Bohlen, Charles</persName></item><item><persName xml:id="Q7">Bohlen, Avis</persName></item><item><term xml:id="nato">NATO</term></item></list><p>${text}</p></div>`;
const terms = (text: string): string =>
  `<div><list><item><hi><term xml:id="t_UN1">UN</term>,</hi> United Nations</item></list><p><gloss target="#t_UN1">${text}</gloss></p></div>`;

describe('what is found', () => {
  it.each([
    ['broken-encoding', '<p>the â€œpolicyâ€ vis-Ã -vis</p>', ['“â€œ” is “', '“â€” is the rest', '“Ã ” is the rest']],
    ['broken-encoding', '<p>it cost â‚¬5, â\u0080\u0093 or Â£4</p>', ['€', '–', '£']],
    ['escaped-markup', '<p>a dash &amp;mdash; and &lt;i&gt;this&lt;/i&gt;</p>', ['&mdash;', '<i>', '</i>']],
    [
      'printed-note-number',
      '<p>agreed<hi rend="superscript">2</hi><note n="2"><p>[2] No.</p></note></p>',
      ['before', 'begins'],
    ],
    ['paragraph-cut-at-page', '<div><p>a treaty,<note>No.</note></p><!-- x --><pb n="2"/><p>b</p></div>', []],
    [
      'letter-for-digit',
      '<p>February l2, in 195O, May 3l, 19S5, No. I2, p. l7, at l0 a.m. or l:30 p.m. of I960</p>',
      ['l2', '195O', '3l', '19S5', 'I2', 'l7', 'l0', 'l:30', 'I960'],
    ],
    ['date-unread', '<dateline><date when="1955-02-12">12 February 195S</date></dateline>', ['“195S” is no number']],
    ['date-unread', '<dateline><date when="1955-02-12">Febuary 12, 1955</date></dateline>', ['“Febuary” is no month']],
    ['date-unread', '<dateline><date when="1955-02-12">February, 12, 1955</date></dateline>', ['a comma stands']],
    ['date-disagrees', '<dateline><date when="1955-02-12">11 February 1955</date></dateline>', ['encoded as']],
    ['date-disagrees', '<dateline><date when="1955-02-12">February 11,1955</date></dateline>', ['encoded as']],
    ['letter-for-digit', '<p>telegram I118, Document l2</p>', ['I118', 'l2']],
    [
      'doubled-mark',
      '<p>see <hi>Papers,</hi>, the U.S.. He left,. No;; 3::18</p>',
      ['“,,”', '“..”', '“,.”', '“;;”', '“::”'],
    ],
    ['hyphen-range', '<p>NIE 11 -62, pages 90- 93 and 12 -15</p>', ['“11 -62”', '“90- 93”', '“12 -15”']],
    [
      'space-after-hyphen',
      `<p>to re- quire, Anti- <hi>Left</hi>, de-${' '.repeat(60)}sign</p>`,
      ['“re- quire”', '“Anti- Left”', '“de- sign”'],
    ],
    [
      'space-between-words',
      '<p>Source:Files, on March 3,1955 and May 12,2014 <note n="2">(b)the visit, (c) a talk</note></p>',
      ['“:”', '“,”', '“,”', '“)”'],
    ],
    [
      'space-between-words',
      '<list><item>(C)The talk</item><item>(i)that, (ii) this</item><item>(3)he left</item></list>',
      ['“)”', '“)”', '“)”'],
    ],
    ['date-zone', dateline('Tokyo', '1955-02-02T17:00:00-09:00'), ['has the zone -09:00; Tokyo has +09:00']],
    ['date-zone', dateline('Washington', '1955-02-02T17:00:00+05:00'), ['Washington has -05:00']],
    ['date-zone', dateline('[Washington]', '1955-02-02T17:00:00-04:00'), ['has -05:00']],
    ['doc-datetime', spanned('1955-02-02T17:00:00-09:00'), ['is not the moment of', 'is not the moment of']],
    ['head-number', heads('1. A', '2. B', 'Telegram'), ['The head prints no number, @n is 3']],
    [
      'head-number',
      heads('l. A', '2. B', '3 C', 'I4. D'),
      ['“l” can’t be read', 'No stop stands', '“I4” can’t be read'],
    ],
    ['head-number', heads('1. A', '3.B'), ['The head prints 3, @n is 2']],
    [
      'link-kind',
      own('<gloss target="#Q7">x</gloss> <persName corresp="#nato">x</persName> <ref target="#bohlen">x</ref>'),
      ['A gloss leads to “#Q7”', 'A persName leads to “#nato”', 'A ref leads to “#bohlen”'],
    ],
    ['link-kind', own('<persName corresp="#pJFD1">x</persName>'), ['“#pJFD1”, not to a person']],
    ['link-kind', '<p><persName corresp="#d37">x</persName></p>', ['“#d37”, not to a person']],
    [
      'name-mismatch',
      own('<persName corresp="#bohlen">Dulles</persName> <gloss target="#nato">GATT</gloss>'),
      ['“Dulles”', '“GATT”'],
    ],
    ['wrong-namesake', own('<persName corresp="#bohlen">Avis Bohlen</persName>'), ['leads to Bohlen, Charles']],
    ['link-hash', own('<persName corresp="bohlen">Bohlen</persName>'), ['“bohlen” has no “#”']],
    ['unbalanced-bracket', '<div><p>told name not declassified] that.</p></div>', ['was not opened']],
    [
      'unbalanced-bracket',
      '<div><p>[one that [two] b.</p><note>[Here begins.</note></div>',
      ['not closed', 'not closed'],
    ],
    ['name-mismatch', terms('NSC'), ['“NSC” leads to “UN”']],
    ['alt-name', '<item><persName type="alt">Aswan</persName>, see Nasser</item>', ['points at no other']],
    [
      'alt-name',
      persons(
        '<item><hi><persName xml:id="p_A1">Aswan</persName>,</hi> <hi>see</hi> Nasser</item>',
        '<item><persName xml:id="p_B1">Bey.</persName> See <persName corresp="#p_NGA1">Nasser</persName>.</item>',
      ),
      ['points at no other', 'has no type="alt"'],
    ],
    ['page-id', '<div type="document" xml:id="d270"><p>a <pb n="1" xml:id="d27-01"/> b</p></div>', ['not “pg_1”']],
    ['ref-number', footnotes('1 #d1fn1', '2 #d1fn2', '3 #d1fn4', '5 #d1fn4'), ['“#d1fn4”', '“#d1fn4”']],
    [
      'ref-number',
      volume(
        footnotes('1 #d1fn2', '2 #d1fn3', '3 #d1fn4', '4 #d1fn4', '4 frus1955-57v02#d1fn4', '4 frus1955-57v02#d1fn6'),
      ),
      ['“footnote 4” leads to “#d1fn4”', '“footnote 4” leads to “frus1955-57v02#d1fn6”'],
    ],
    ['ref-number', volume(footnotes('1 #d1fn2')), ['“footnote 1” leads to “#d1fn2”']],
    [
      'ref-number',
      volume(footnotes('1 #d1fn2', ...[1, 2, 3].map((n) => `${n} frus1955-57v02#d1fn${n + 1}`))),
      ['“footnote 1” leads to “#d1fn2”'],
    ],
    [
      'ref-number',
      '<p><ref target="#d1fn1">footnote 2, Document 1</ref> <ref target="#d2fn2">Document 1, fn. 2</ref> <ref target="#d1fn3">Document 1 and footnote 3 thereto</ref> <ref target="#d3fn1">footnote 1 to Document 5</ref></p>',
      ['“footnote 2, Document 1”', '“Document 1, fn. 2”', '“footnote 1 to Document 5”'],
    ],
    ['source-note-missing', document('<head>1. Letter<note n="1">Truman Library.</note></head>'), ['no source note']],
    [
      'space-between-words',
      '<p>Why?Who knows, I <gloss>said</gloss>,but agreed;he left<note>Here.</note>of small<gloss>NSC</gloss>meetings in Bonn,<date>May 1</date></p>',
      ['“?”', '“,”', '“;”', 'a note and “of”', '“small” and gloss', 'gloss and “meetings”', '“,”'],
    ],
    [
      'italic-expected',
      '<p>met [name not declassified] and [<hi rend="italic">2 lines not declassified</hi>]</p>',
      ['“name not declassified”'],
    ],
    [
      'unclosed-parenthesis',
      '<div><p>a) one (two (three).</p><p>Text<note>See (Ibid.</note> b)</p></div>',
      ['not closed', 'not closed'],
    ],
    ['unclosed-parenthesis', '<div><p>Text (see:<list><item>a) one</item></list></p></div>', ['not closed']],
    ['rend-value', '<p rend=" center"><hi rend="italic ">a</hi></p>', ['“ center”', '“italic ”']],
    [
      'doubled-paragraph',
      '<div><p>The Ambassador said that he would <hi>report</hi>\n at once.<note>No.</note></p> <pb n="2"/> <p>The Ambassador said that he would report at once.</p></div>',
      ['repeats the one before it: “The Ambassador said'],
    ],
    [
      'dangling-link',
      '<TEI><facsimile><surface xml:id="s1"/></facsimile><text><body><pb facs="#s7"/><addSpan spanTo="#a1"/><mod change="#s1 #c2"/><relation active="#x"/></body></text></TEI>',
      ['pb/@facs leads to “#s7”', '“#a1”', '“#c2”', '“#x”'],
    ],
    ['dangling-link', '<TEI><p><ref target="">x</ref><pb facs=""/></p></TEI>', ['is empty']],
    [
      'digit-for-letter',
      '<p>po1icy and peop1es; P0licy; 0n May 9; Apri1 3; SEAT0</p>',
      ['po1icy', 'peop1es', 'P0licy', '0n', 'Apri1', 'SEAT0'],
    ],
    ['space-in-brackets', '<p>the “ US ”, ( acting )</p>', ['behind “', 'before ”', 'behind (', 'before )']],
  ])('%s: %s', (id, xml, told) => {
    const found = messages(id, xml);
    expect(found).toHaveLength(told.length);
    for (const [i, part] of told.entries()) expect(found[i]).toContain(part);
  });
});

describe('numbers that rise by one: a slip is told once, at its place', () => {
  const notes = (...numbers: string[]) =>
    `<div type="document"><p>${numbers.map((n) => `a<note n="${n}">b</note>`).join('')}</p></div>`;
  const pages = (...numbers: number[]) => `<p>${numbers.map((n) => `a <pb n="${n}"/> `).join('')}</p>`;
  const documents = (...numbers: string[]) =>
    `<body>${numbers.map((n) => `<div type="document" n="${n}"/>`).join('')}</body>`;

  it.each([
    ['note-numbering', notes('1', '22', '3', '4'), ['Note 22 stands where 2 is due']],
    ['note-numbering', notes('1', '3', '4'), ['Note 3 stands where 2 is due']],
    ['note-numbering', notes('1', '2', '2', '3'), ['Note 2 stands where 3 is due']],
    [
      'note-numbering',
      notes('1', '2.', ' 3', '*', '4', '4a', '5'),
      ['note 2 is written “2.”', 'note 3 is written “ 3”'],
    ],
    ['page-sequence', pages(17, 81, 19, 20), ['Page 81 follows page 17']],
    ['page-sequence', pages(17, 19, 20, 20), ['Page 19 follows page 17', 'Page 20 follows page 20']],
    ['document-sequence', documents('9', '9A', '10', '1', '12'), ['Document 1 stands where 11 is due']],
  ])('%s: %s', (id, xml, told) => {
    const found = messages(id, xml);
    expect(found).toHaveLength(told.length);
    for (const [i, part] of told.entries()) expect(found[i]).toContain(part);
  });
});

it('a document’s wrong id is told of the document, not of its notes, which go by its number', () => {
  const xml =
    '<div type="document" xml:id="d11" n="12"><p>a<note n="1" xml:id="d12fn1">b</note><note n="2" xml:id="d13fn2">c</note></p></div>';
  expect(messages('document-id', xml)).toEqual(['The id of document 12 is “d11”, not “d12”']);
  expect(messages('note-id', xml)).toEqual(['The id of note 2 is “d13fn2”, not “d11fn2”']);
});

describe('what is left alone', () => {
  it.each([
    [
      'dangling-link',
      '<TEI><facsimile><surface xml:id="s1"/></facsimile><text><body><pb facs="#s1"/><pb facs="0692"/><pb facs="frus1955-57v01_0692"/><pb facs="a/b.xml.png"/></body></text></TEI>',
    ],
    [
      'doubled-paragraph',
      `<div>${`<p>${'* '.repeat(50)}</p><p>${'.'.repeat(50)}</p>`.replace(/<p>.*?<\/p>/g, '$&$&')}</div>`,
    ],
    [
      'doubled-paragraph',
      '<div><p>[less than 1 line of source text not declassified, one name]</p><p>[less than 1 line of source text not declassified, one name]</p><p>None.</p><p>None.</p></div>',
    ],
    [
      'doubled-paragraph',
      '<div><p>The Ambassador said that he would report at once.</p><p>He left.</p><p>The Ambassador said that he would report at once.</p></div>',
    ],
    ...[
      '<gap reason="illegible"/>',
      '<gap><desc>a line</desc></gap>',
      '<formula>x</formula>',
      '<g ref="#g"/>',
      '<code>if</code>',
    ].map((thing): [string, string] => [
      'space-before-punctuation',
      `<div><p>It was ${thing}, and ${thing}.</p></div>`,
    ]),
    [
      'space-before-punctuation',
      '<div><p>See <graphic url="a.png"/>, <ptr target="#a"/>. And <space/>; <unclear/>.</p></div>',
    ],
    ['doubled-word', '<div><p>of the <code>x</code> the end</p></div>'],
    ['unclosed-parenthesis', '<div><p>Text (see list:<list><item>a) one</item><item>two)</item></list></p></div>'],
    ['unclosed-parenthesis', '<div><p>He said: (he left</p><p>a) or not, b) or so.)</p><head>(A</head></div>'],
    [
      'italic-expected',
      '<div><dateline>[place not declassified]</dateline><p>[Here follow 2 pages not declassified.] It was not declassified [until then].</p></div>',
    ],
    [
      'italic-expected',
      '<p>[name not declassified] [1 line not declassified] [2 lines not declassified] [<hi rend="italic">name not declassified</hi>]</p>',
    ],
    [
      'space-between-words',
      '<p><gloss>HICOM</gloss>ers, <persName>U</persName>S, Mac<persName>Donald</persName>, R&amp;D, 9,000 and 1,<note>a</note> b; no;— yes</p>',
    ],
    [
      'space-between-words',
      '<p>at https://history.state.gov/search?query=frus and www.x.gov/a,bc;de. <persName>Marx</persName>ists, <persName>Keynes</persName>ian, <persName>Stalin</persName>ization, neo<persName>Marxist</persName></p>',
    ],
    ['ref-number', footnotes('1 #d1fn2')],
    ['ref-number', '<p><ref target="#d28Afn2">footnote 2, document 28a</ref></p>'],
    [
      'digit-for-letter',
      '<p>the 1st, 10th and 1950s, 0.5, text<hi rend="superscript">1</hi>mark, file A1b, H2O, 762.00/1–1a, www.a1b.gov, SS–10, pre1a/2</p>',
    ],
    ['broken-encoding', '<p>«IRMÃ» «ROMÂ» «JÄ»</p>'],
    ['escaped-markup', '<p>if a &lt;p and q&gt; r</p>'],
    [
      'dateline-as-paragraph',
      '<div type="document" n="1"><head>1. Note</head><p>see my letter of Thursday, March 2, 1955.</p></div>',
    ],
    ['broken-encoding', '<p>the château, “Café’”, IRMÃ” and Ångström</p>'],
    ['escaped-markup', '<p>AT&amp;T; R&amp;D; where a &lt; b and c &gt; d</p>'],
    ['unicode-form', '<p>x\u0304 has no form of its own, attaché has</p>'],
    ['odd-character', '<p>the Governmentâ\u0080\u0099s</p>'],
    [
      'printed-note-number',
      '<p>NSC 149/2<note n="2">See.</note> and 6.5<note n="5">5 copies.</note> A3<note n="3"/></p>',
    ],
    ['printed-page-mark', '<p>[Page 2 of the original is missing]</p>'],
    ['dateline-as-paragraph', '<div type="document"><head>1. Note</head><p>On February 2, 1955, they met.</p></div>'],
    ['paragraph-cut-at-page', '<div><p>as follows:</p><pb n="2"/><p>the Japanese.</p></div>'],
    ['paragraph-cut-at-page', '<div><p>these are</p><pb n="2"/><p>ii) the second</p></div>'],
    ['doubled-mark', '<p>He said, . . . that . . . . “Well. . . ,” No ... more .. . 1,.5; item 2., a test;. . .</p>'],
    [
      'doubled-mark',
      '<p>planned<del>,</del>. <sic>he,, too</sic> a/../b (..) ,,Neues aus Bonn” schrieb: ,,nicht so” 2 : 4 :: 1 : 2</p>',
    ],
    ['hyphen-range', '<p>10 -1/2 inches, 2 - or 3, item - 5, May 2, 1967 - 10 a.m., 5 - 3 = 2, (202) 512 -1800</p>'],
    ['space-after-hyphen', '<p>pre- and post-war, sub- or <hi>non</hi>-, BALANCE-OF-<lb/>PAYMENTS, A- B</p>'],
    [
      'space-after-hyphen',
      '<p>SHORT- AND LONG-TERM, pro- not anti-, Vor- oder Nachteile, drei- bis viermal, avant- ou après</p>',
    ],
    [
      'space-between-words',
      '<p>at https://example.org, mailto:office, urn:frus:d1, (s)he, “(T)he time”, (t)he case, (S)he, 8:30, RE:STATE, 1,955 men, No. 3,1955</p>',
    ],
    ['letter-for-digit', '<p>vol. III, document S/1234, B52, Part I, in May I said, than I am. 19So, item 2O</p>'],
    ['date-unread', '<dateline><date when="1955-02-12">12 février 1955</date>, undated, May 1955</dateline>'],
    ['date-unread', '<p><date when="1955-02-12">Febuary 12, 1955</date></p>'],
    ['date-disagrees', '<dateline><date when="1955-02-12T17:00:00">12 February, 1955, 5 p.m.</date></dateline>'],
    [
      'date-zone',
      `<p>${dateline('Tokyo', '1955-02-02T17:00:00+09:00')}${dateline('Nowhere', '1955-02-02T17:00:00+05:00')}</p>`,
    ],
    ['date-zone', dateline('Paris', '1965-07-02T17:00:00+02:00')],
    ['date-zone', dateline('Athens', '1976-12-08T19:25:00+00:00', 'December 8, 1976, 1925Z')],
    ['doc-datetime', spanned('1955-02-02T17:00:00+09:00')],
    ['doc-datetime', spanned('1955-02-02T17:00:00')],
    ['head-number', heads('The Chargé to the Secretary', 'Editorial Note', '3. Notes')],
    [
      'unbalanced-bracket',
      '<div><p>[Here it begins,</p><p>a) [1 line], </p><list><item>and ends.]</item></list></div>',
    ],
    ['alt-name', persons('<item><persName xml:id="p_A1">Ali</persName>, Minister; see also Bey</item>')],
    [
      'alt-name',
      persons(
        '<item><persName xml:id="p_A1">Ali</persName>, see <persName corresp="#p_B1" type="alt">Bey</persName></item>',
      ),
    ],
    [
      'bracket-outside-italic',
      '<dateline><hi rend="italic">[<placeName>London</placeName>, <date when="1955-07-10">July 10, 1955</date>]</hi></dateline>',
    ],
    [
      'name-mismatch',
      '<div><list><item><persName xml:id="p_CR1">Cutler, Robert</persName></item></list><p><persName corresp="#p_CR1">Bobby</persName> said</p></div>',
    ],
    ['list-id', own('')],
    ['list-id', own('<list><item><persName xml:id="p_ÁB1">Ábel, B.</persName></item></list>')],
    ['list-id', own('<list><item><persName xml:id="p_AB1">Abel, B.</persName></item></list>')],
    [
      'link-kind',
      own(
        '<persName corresp="#Q7">x</persName> <gloss target="#nato">x</gloss><note xml:id="t_1"/><ref target="#t_1">x</ref>',
      ),
    ],
    ['link-kind', '<p><persName corresp="#bohlen">x</persName> <gloss target="#nato">x</gloss></p>'],
    ['name-mismatch', own('<persName corresp="#nato">Dulles</persName> <gloss target="#Q7">SEATO</gloss>')],
    ['page-id', '<div type="document" xml:id="d270"><p>a <pb n="1" xml:id="d270-01"/> b</p></div>'],
    [
      'page-sequence',
      '<body><div type="document" xml:id="d189"><pb n="2" xml:id="d189-02"/></div><div type="document" xml:id="d270"><pb n="1" xml:id="d270-01"/></div></body>',
    ],
    [
      'source-note-missing',
      document('<opener><seg rendition="#center">[Enclosure—Extracts]</seg></opener><head>Report</head>'),
    ],
    [
      'source-note-place',
      document('<opener><seg>NSC Files</seg><note n="1" type="source">Serial file.</note></opener><head>Report</head>'),
    ],
    ['source-note-missing', document('<head>[Subannex] Memorandum by Mr. Dulles</head>')],
    [
      'source-note-missing',
      document('<head>1. Paper</head><p>[Source, Department of State. 1 page not declassified.]</p>'),
    ],
    ['name-mismatch', `<body>${['UN', 'U.N.', 'Nations', 'UNs', 'U &amp; N'].map(terms).join('')}</body>`],
  ])('%s: %s', (id, xml) => {
    expect(messages(id, xml)).toEqual([]);
  });
});

describe('hints say what to do', () => {
  const hints = (id: string, xml: string) => check(id)(xml).map(({ hint }) => hint);

  it.each([
    ['date-zone', dateline('Tokyo', '1955-02-02T17:00:00'), 'Tokyo has +09:00.'],
    ['date-zone', dateline('Tokyo', '1976-06-24T05:24:00', 'June 24, 1976, 0524Z'), 'The time is printed as universal'],
    ['date-zone', dateline('Nowhere', '1955-02-02T17:00:00'), undefined],
    ['source-note-missing', document('<head>1. Letter<note n="1">Truman Library.</note></head>'), 'type="source"'],
    ['source-note-missing', document('<head>1. Letter</head>'), undefined],
    ['space-in-brackets', '<p>the forces in Korea “ should go</p>', 'turn the mark'],
    ['rend-value', '<p>by <hi rend="strpng">Quarles</hi></p>', 'There are strong, italic,'],
    ['ref-number', volume(footnotes('1 #d1fn2', '2 #d1fn3', '3 #d1fn4', '4 #d1fn4')), 'leave out the source note'],
    ['list-type', '<list type="memo"><item>The President</item></list>', 'There are subject, participants,'],
  ])('%s: %s', (id, xml, part) => {
    const [hint, ...others] = hints(id, xml);
    expect(others).toEqual([]);
    if (part === undefined) expect(hint).toBeUndefined();
    else expect(hint).toContain(part);
  });
});

describe('fixes that give words back keep them', () => {
  it.each([
    ['broken-encoding', '<p>attachÃ©â€™s Â\u00a0 “Ã\u00a0 la carte”</p>', '<p>attaché’s \u00a0 “à la carte”</p>'],
    ['escaped-markup', '<p>AT&amp;amp;amp;T, &amp;#8212;</p>', '<p>AT&amp;T, &#8212;</p>'],
    [
      'alt-name',
      persons('<item><persName xml:id="p_B1">Bey</persName>, see <persName corresp="#p_A1">Ali</persName></item>'),
      persons(
        '<item><persName xml:id="p_B1">Bey</persName>, see <persName corresp="#p_A1" type="alt">Ali</persName></item>',
      ),
    ],
    ['pb-spacing', '<p>the Sino- <pb n="2"/>Soviet bloc</p>', '<p>the Sino-<pb n="2"/>Soviet bloc</p>'],
    ['pb-spacing', '<p>an example<pb n="2"/> —in modern times</p>', '<p>an example<pb n="2"/>—in modern times</p>'],
    ['unicode-form', '<p>the e\u0301lite’s o\ufb03ce</p>', '<p>the élite’s office</p>'],
    [
      'paragraph-cut-at-page',
      '<div><p>talks with<note n="1">No.</note> </p>\n<pb n="2"/>\n<p>the <hi>Japanese</hi>.</p></div>',
      '<div><p>talks with<note n="1">No.</note>  <pb n="2"/> the <hi>Japanese</hi>.</p></div>',
    ],
    [
      'edge-space',
      '<p>met <persName> Allison </persName>, <ref target="#d2"> Document 2 </ref> and</p>',
      '<p>met <persName>Allison</persName> , <ref target="#d2">Document 2</ref> and</p>',
    ],
  ])('%s', (id, xml, mended) => {
    expect(fixText(xml, check(id))).toMatchObject({ text: mended, leftOut: [] });
  });

  it('is not given where a hyphen may be the sign of a number', () => {
    const mended = fixText('<p>pages 90- 93, from 1960 -5 to 12-4</p>', check('hyphen-range'));
    expect(mended.text).toBe('<p>pages 90–93, from 1960 -5 to 12–4</p>');
  });

  it.each([
    '<p>two- <pb n="2"/>and three-fold</p>',
    '<p>The short- <pb n="2"/>as well as the long-term</p>',
    '<p>pre-<pb n="2"/> versus post-war</p>',
    '<p>SHORT- <pb n="2"/>AND LONG-TERM</p>',
  ])('is not given where a hyphen may be suspended: %s', (xml) => {
    expect(check('pb-spacing')(xml)).toHaveLength(1);
    expect(fixText(xml, check('pb-spacing')).text).toBe(xml);
  });
});

describe('line breaks', () => {
  const lines = '<div><p><lb n="1" xml:id="l1"/>Erste<lb n="2"/>Zeile, <hi><lb/>dritte</hi></p></div>';

  it('begin lines in TEI', () => {
    expect(check('break-at-edge', 'tei')(lines)).toEqual([]);
    expect(check('break-at-edge', 'tei')('<div><p>One<lb/>two<lb/></p></div>')).toHaveLength(1);
  });

  it.each(['frus', 'tei'] as const)('that say more than that a line breaks are kept under %s', (profile) => {
    for (const xml of [
      lines,
      '<div><p>One<lb n="2"/></p></div>',
      '<div><p>One <hi>two<lb xml:id="l2"/></hi></p></div>',
    ])
      expect(fixText(xml, check('break-at-edge', profile)).text.match(/<lb [^>]*>/g)).toEqual(xml.match(/<lb [^>]*>/g));
    expect(fixText('<div><p>One<lb/></p></div>', check('break-at-edge', profile)).text).toBe('<div><p>One</p></div>');
  });
});
