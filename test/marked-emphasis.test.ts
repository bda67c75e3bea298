import fc from 'fast-check';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { convert } from '../src/convert.js';
import { anchorAt } from '../src/decisions/anchor.js';
import type { ReviewDecision } from '../src/decisions/decision.js';
import { type Markup, RENDITIONS } from '../src/markup.js';
import { plainText } from '../src/plain-text.js';
import { compareTexts, RENDERINGS, renderText } from '../src/render/index.js';
import { parseXml } from '../src/xml/parse.js';
import { docx, odt } from './intake-samples.js';
import './properties.js';

async function read(name: string, content: string | Uint8Array): Promise<{ text: string; markup: Markup }> {
  const result = await plainText(typeof content === 'string' ? strToU8(content) : content, name);
  if (!result || 'fault' in result) throw new Error(`${name} is not read`);
  return result;
}

/** What the markup of a file emphasises, in words. */
async function emphasised(name: string, content: string | Uint8Array): Promise<string[]> {
  const { text, markup } = await read(name, content);
  return (markup.emphasis ?? []).map(({ rend, start, end }) => `${rend}: ${text.slice(start, end)}`);
}

/** What is told about a file that was read. */
async function told(name: string, content: string | Uint8Array): Promise<string[]> {
  const result = await plainText(typeof content === 'string' ? strToU8(content) : content, name);
  return result && 'text' in result ? result.diagnostics.map((d) => `${d.severity}: ${d.message} [${d.code}]`) : [];
}

/** The body of the TEI that is made of a file, which is valid. */
async function body(name: string, content: string | Uint8Array): Promise<string> {
  const { text, markup } = await read(name, content);
  const { output, findings } = convert(text, { markup });
  expect(findings).toEqual([]);
  return /<body>([\s\S]*)<\/body>/.exec(output)![1]!;
}

const ALL = [
  'italic: very carefully',
  'sub: 2',
  'superscript: 6',
  'strikethrough: once',
  'underline: now',
  'smallcaps: Small',
  'strong: all',
  'italic: all',
];

describe('how words are set is read', () => {
  test('HTML: elements', async () => {
    const html =
      '<p>He read <i>very</i> <em> carefully</em> of CO<sub>2</sub>, 10<sup>6</sup>, <del>once</del> <u>now</u>, <span class="smallcaps">Small</span> <b><i>all</i></b></p>';
    expect(await emphasised('a.html', html)).toEqual(ALL);
    expect((await read('a.html', html)).text).toBe('He read very carefully of CO2, 106, once now, Small all\n');
  });

  test('HTML: styles and classes, as programs that export pages write them', async () => {
    const html = `<html><head><style>.c1 { font-style: italic } span.c2, .c3 { font-variant: small-caps; }
p.c4 { font-style: italic }</style></head><body><p class="c4"><b style="font-weight:normal" id="docs-internal-guid-1">He read
<span class="c1">very carefully</span> of CO<span style="vertical-align:sub">2</span>, 10<span style="font-size:8pt;vertical-align:super">6</span>,
<span style="text-decoration:line-through">once</span> <span style="text-decoration: underline">now</span>,
<span class="c2">Small</span> <span style="mso-bidi-font-style:normal;font-weight:700;font-style:italic">all</span></b></p></body></html>`;
    expect(await emphasised('a.html', html)).toEqual(ALL);
  });

  test('HTML: links are underlined by their kind; formulas have their scripts', async () => {
    const html =
      '<p><a href="https://example.org/"><u>A link</u></a> to <math><msubsup><mi>x</mi><mn>1</mn><mn>2</mn></msubsup></math></p>';
    expect(await emphasised('a.html', html)).toEqual(['sub: 1', 'superscript: 2']);
  });

  test('HTML: a line that an element draws can be taken from it, and from nothing around it', async () => {
    const html =
      '<p><u style="text-decoration:none">None</u>, <s style="text-decoration: none">none</s>, <u>one<span style="text-decoration:none"> line</span></u></p>';
    expect(await emphasised('a.html', html)).toEqual(['underline: one line']);
  });

  test('HTML: what the shorthand for fonts says before the size', async () => {
    const html = `<html><head><style>.c1 { font: italic 12px Georgia } .c2 { font: 700 small-caps 12pt/1.2 "Times" }
.c3 { font: 12px "Lato Italic" }</style></head><body><p>He read <span class="c1">very</span> <span class="c2">much</span>
<span class="c3">of</span> <i class="c3">it</i></p></body></html>`;
    expect(await emphasised('a.html', html)).toEqual(['italic: very', 'strong: much', 'smallcaps: much']);
  });

  test('HTML: styles for paper are not the page’s', async () => {
    const html = `<html><head><style media="print">.c1 { font-style: italic }</style><style>@import "a.css"; @media print { .c1 { font-weight: bold } }
@media screen, print { .c2 { font-style: italic } } .c3 { text-decoration: underline } /* .c1 { font-style: italic }</style></head>
<body><p><span class="c1">One</span> <span class="c2">two</span> <span class="c3">three</span></p></body></html>`;
    expect(await emphasised('a.html', html)).toEqual(['italic: two', 'underline: three']);
  });

  test.each(['a', '{', '/*', '@media print{'])('HTML: a style sheet of many %s', async (piece) => {
    const html = `<style>${piece.repeat(400_000)}</style><p>All is <i>quiet</i>.</p>`;
    expect(await emphasised('a.html', html)).toEqual(['italic: quiet']);
  });

  test('what is set as it is around nothing but white space, notes and marks of pages is nothing', async () => {
    expect(await emphasised('a.html', '<p>Yes<i> </i>and <b><br></b>no.<u><img></u></p>')).toEqual([]);
  });

  test('white space, brackets and notes beside emphasis are as without it', async () => {
    const marked =
      '<p>One <i> two </i>three (<b> four</b> ), <i>five<a href="#n" id="r"><sup>1</sup></a></i> , <i><br>six</i></p><ul><li><i>Item</i></li></ul><table><tr><td><b>Cell</b></td><td>x</td></tr></table><ol><li id="n"><i>Ibid.</i> <i>p</i>. 4. <a href="#r">↩</a></li></ol>';
    const plain = await read('a.html', marked.replace(/<\/?[ib]>/g, ''));
    const read1 = await read('a.html', marked);
    expect({ ...read1.markup, emphasis: undefined, text: read1.text }).toEqual({
      ...plain.markup,
      emphasis: undefined,
      text: plain.text,
    });
    expect(await emphasised('a.html', marked)).toEqual([
      'italic: two',
      'strong: four',
      'italic: five',
      'italic: six',
      'italic: Item',
      'strong: Cell',
      'italic: Ibid. p',
    ]);
  });

  const run = (words: string, properties = ''): string =>
    `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`;
  const DOCX = [
    run('He read '),
    run('very', '<w:i/>'),
    run(' '),
    run('carefully', '<w:rStyle w:val="Emphasis"/>'),
    run(' of CO'),
    run('2', '<w:vertAlign w:val="subscript"/>'),
    run(', 10'),
    run('6', '<w:vertAlign w:val="superscript"/>'),
    run(', '),
    run('once', '<w:dstrike/>'),
    run(' '),
    run('now', '<w:u w:val="single"/>'),
    run(', '),
    run('Small', '<w:smallCaps/>'),
    run(' '),
    run('all', '<w:b/><w:i/>'),
    run(' but', '<w:rStyle w:val="Ship"/><w:i w:val="0"/>'),
    run(' a link', '<w:rStyle w:val="Hyperlink"/>'),
  ].join('');
  const STYLES = [
    '<w:style w:type="character" w:styleId="Emphasis"><w:name w:val="Emphasis"/><w:rPr><w:i/></w:rPr></w:style>',
    '<w:style w:type="character" w:styleId="Ship"><w:name w:val="Ship"/><w:basedOn w:val="Emphasis"/></w:style>',
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u w:val="single"/></w:rPr></w:style>',
    '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:rPr><w:i/></w:rPr></w:style>',
  ].join('');

  test('.docx: properties of runs, and of character styles', async () => {
    const bytes = docx(`<w:p>${DOCX}</w:p>`, '', { styles: STYLES });
    expect(await emphasised('a.docx', bytes)).toEqual(ALL);
  });

  test('.docx: one line that strikes out, or two', async () => {
    const struck = '<w:style w:type="character" w:styleId="Struck"><w:rPr><w:dstrike/></w:rPr></w:style>';
    const content = [
      run('One', '<w:strike w:val="0"/><w:dstrike/>'),
      run(' two ', '<w:strike w:val="0"/><w:dstrike w:val="0"/>'),
      run('three', '<w:strike/><w:dstrike w:val="false"/>'),
      run(' four ', '<w:rStyle w:val="Struck"/><w:dstrike w:val="0"/>'),
      run('five', '<w:rStyle w:val="Struck"/><w:strike w:val="0"/>'),
    ].join('');
    const bytes = docx(`<w:p>${content}</w:p>`, '', { styles: struck });
    expect(await emphasised('a.docx', bytes)).toEqual([
      'strikethrough: One',
      'strikethrough: three',
      'strikethrough: five',
    ]);
    expect(await told('a.docx', bytes)).toEqual([]);
  });

  test('.docx: styles of paragraphs are layout', async () => {
    const bytes = docx(`<w:p><w:pPr><w:pStyle w:val="Quote"/></w:pPr>${run('All quiet.')}</w:p>`, '', {
      styles: STYLES,
    });
    expect(await emphasised('a.docx', bytes)).toEqual([]);
  });

  test('.docx: what is raised in a formula', async () => {
    const formula =
      '<m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>+1</m:t></m:r></m:oMath>';
    const bytes = docx(`<w:p>${run('So ')}${formula}</w:p>`);
    expect((await read('a.docx', bytes)).text).toBe('So x2+1\n');
    expect(await emphasised('a.docx', bytes)).toEqual(['superscript: 2']);
  });

  const style = (name: string, properties: string, family = 'text', parent = ''): string =>
    `<style:style style:name="${name}" style:family="${family}"${parent && ` style:parent-style-name="${parent}"`}><style:text-properties ${properties}/></style:style>`;
  const NAMED = style('Emphasis', 'fo:font-style="italic"') + style('Quote', 'fo:font-style="italic"', 'paragraph');

  test('.odt: automatic styles, and named ones of characters', async () => {
    const automatic = [
      style('T1', 'fo:font-style="italic"'),
      style('T2', 'style:text-position="sub 58%"'),
      style('T3', 'style:text-position="33% 58%"'),
      style('T4', 'style:text-line-through-style="solid" style:text-line-through-type="single"'),
      style('T5', 'style:text-underline-style="solid"'),
      style('T6', 'fo:font-variant="small-caps"'),
      style('T7', 'fo:font-weight="bold"', 'text', 'Emphasis'),
      style('T8', 'style:text-position="0% 100%" style:text-underline-style="none" fo:font-style="normal"'),
    ].join('');
    const span = (name: string, words: string): string => `<text:span text:style-name="${name}">${words}</text:span>`;
    const content = `<text:p>He read ${span('T1', 'very')} ${span('Emphasis', 'carefully')} of CO${span('T2', '2')}, 10${span('T3', '6')}, ${span('T4', 'once')} ${span('T5', 'now')}, ${span('T6', 'Small')} ${span('T7', `all${span('T8', '')}`)} ${span('T8', 'but')}</text:p>`;
    expect(await emphasised('a.odt', odt(content, automatic, NAMED))).toEqual(ALL);
  });

  test('.odt: links are underlined by their kind', async () => {
    const automatic =
      style('T1', 'style:text-underline-style="solid" fo:font-style="italic"') +
      style('T2', 'style:text-underline-style="solid"');
    const content =
      '<text:p>See <text:a xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://example.org/"><text:span text:style-name="T1">a link</text:span></text:a>, <text:span text:style-name="T2">now</text:span>.</text:p>';
    expect(await emphasised('a.odt', odt(content, automatic, NAMED))).toEqual(['italic: a link', 'underline: now']);
  });

  test('.odt: a whole paragraph that is set so, but not by the style of its kind; marks of pages in it', async () => {
    const automatic = style('P1', 'fo:font-style="italic"', 'paragraph') + style('P2', '', 'paragraph', 'Quote');
    const content =
      '<text:p text:style-name="P1">All quiet.</text:p><text:p text:style-name="P1">[Page 3]</text:p><text:p text:style-name="P2">So it is.</text:p>';
    expect(await emphasised('a.odt', odt(content, automatic, NAMED))).toEqual(['italic: All quiet.']);
  });
});

const HEAD =
  '<h1>38. Letter From the Ambassador in France (Bruce) to the Secretary of State</h1><p>Paris, May 3, 1964.</p>';

describe('emphasis that the file has', () => {
  test('is hi and del, and not doubtful', async () => {
    const html = `${HEAD}<p>He read <i>very carefully</i> about CO<sub>2</sub> in 10<sup>6</sup> words. <del>yes</del></p>`;
    expect(await body('e.html', html)).toContain(
      '<p>He read <hi rend="italic">very carefully</hi> about CO<hi rend="sub">2</hi> in 10<hi rend="superscript">6</hi> words. <del rend="strikethrough">yes</del></p>',
    );
  });

  test('is in place of what would be guessed, also where the file has none', async () => {
    const note = '<ol><li id="n">In <i>Ibid.</i>, and Foreign Relations, 1964, vol. I. <a href="#r">↩</a></li></ol>';
    const html = `${HEAD}<p>I saw him.<a href="#n" id="r"><sup>1</sup></a></p>`;
    expect(await body('e.html', html + note)).toContain(
      '>In <hi rend="italic">Ibid.</hi>, and <ref target="frus1964v01">Foreign Relations, 1964, vol. I</ref>.</note>',
    );
    const guessed = await body('e.html', html + note.replace(/<\/?i>/g, ''));
    expect(guessed).toContain('<hi rend="italic">Foreign Relations</hi>');
    // Bold words say nothing of italics elsewhere.
    expect(await body('e.html', html + note.replace('<i>Ibid.</i>', '<b>Ibid.</b>'))).toContain(
      '>In <hi rend="strong">Ibid.</hi>, and <ref target="frus1964v01"><hi rend="italic">Foreign Relations</hi>',
    );
  });

  test('that is italic says nothing of small capitals', async () => {
    const html =
      '<h1>The Secretary of State to the Ambassador in France (Bruce)</h1><p>Washington, May 3, 1916.</p><p>The <i>Sussex</i> was torpedoed.</p>';
    const { text, markup } = await read('e.html', html);
    const { output } = convert(text, { markup, volume: 'frus1916Supp' });
    expect(output).toContain('<placeName><hi rend="smallcaps">Washington</hi></placeName>');
    expect(output.match(/<hi rend="italic">.*?<\/hi>/g)).toEqual(['<hi rend="italic">Sussex</hi>']);
  });

  test('of a whole heading is left out, of a part of it not', async () => {
    const html = (heading: string): string => `<h1>38. ${heading}</h1><p>Paris, May 3, 1964.</p><p>All quiet.</p>`;
    expect(await body('e.html', html('<b>Letter From the Embassy</b>'))).not.toContain('<hi');
    expect(await body('e.html', html('Notes <i>in extenso</i> on a Call'))).toContain(
      '<head>38. Notes <hi rend="italic">in extenso</hi> on a Call</head>',
    );
  });

  test('of a whole paragraph stands in it, page breaks with it', async () => {
    expect(await body('e.html', `${HEAD}<p><i>All is [Page 12] quiet<br>here.</i></p>`)).toContain(
      '<p><hi rend="italic">All is <pb n="12" xml:id="pg_12"/> quiet<lb/>here.</hi></p>',
    );
  });

  test('a raised number that is a note’s mark is a note', async () => {
    const html = `${HEAD}<p><i>All quiet.<sup>1</sup></i> 10<sup>6</sup> men.</p><p><sup>1</sup> Not printed.</p>`;
    expect(await body('e.html', html)).toContain(
      '<p><hi rend="italic">All quiet.</hi><note n="1" xml:id="d38fn1">Not printed.</note> 10<hi rend="superscript">6</hi> men.</p>',
    );
  });

  test('leaves names, dates and links whole', async () => {
    const html = `<h1>38. Letter From the Ambassador in France (Bruce) to the Secretary of State</h1><p><i>Paris, May</i> 3<sup>rd</sup>, 1964.</p><p>See <b>also Doc</b>ument 12. <u>The Ambas</u><s>sa</s>dor.</p><p>Very truly yours,</p><p><b>David</b> Bruce</p>`;
    const tei = await body('e.html', html);
    expect(tei).toContain(
      '<hi rend="italic"><placeName>Paris</placeName>,</hi> <date when="1964-05-03" calendar="gregorian"><hi rend="italic">May</hi> 3<hi rend="superscript">rd</hi>, 1964</date>.',
    );
    expect(tei).toContain(
      'See <hi rend="strong">also</hi> <ref target="#d12"><hi rend="strong">Doc</hi>ument 12</ref>. <hi rend="underline">The Ambas</hi><del rend="strikethrough">sa</del>dor.',
    );
    expect(tei).toContain('<signed><persName><hi rend="strong">David</hi> Bruce</persName></signed>');
  });

  test('a date of which words are struck out is none; one that is struck out whole is', async () => {
    const html = (date: string): string =>
      `<h1>38. Letter From the Ambassador in France (Bruce) to the Secretary of State</h1><p>Paris, ${date}.</p><p>All quiet.</p>`;
    expect(await body('e.html', html('May <s>3</s>, 1964'))).toContain(
      '<placeName>Paris</placeName>, May <del rend="strikethrough">3</del>, 1964.',
    );
    expect(await body('e.html', html('<s>May 3, 1964</s>'))).toContain(
      '<del rend="strikethrough"><date when="1964-05-03" calendar="gregorian">May 3, 1964</date></del>',
    );
  });

  test('up to the full stop of a date is up to its end', async () => {
    const html =
      '<h1>38. Letter From the Ambassador in France (Bruce) to the Secretary of State</h1><p><i>Paris, May 3, 1964—5 p.m</i>.</p><p>All quiet.</p>';
    expect(await body('e.html', html)).toMatch(
      /<dateline[^>]*><hi rend="italic"><placeName>Paris<.*p\.m\.<\/date><\/hi><\/dateline>/,
    );
  });

  test('wherever it begins and ends, the output is valid and whole', () => {
    const text = `38. Letter From the Ambassador in France (Bruce) to the Secretary of State1

Paris, May 3, 1964—5 p.m.

Dear Mr. Secretary: See Document 12.2 Ambassador [Page 12] Bohlen came on May 4.

  * First point
  * Second point

Year | Men
1956 | 310

Very truly yours,

David Bruce
Ambassador
  1. Source: Files. See footnote 2 below.
  2. Ibid., vol. I.
`;
    const stretch = fc.record({
      start: fc.nat(text.length - 1),
      length: fc.nat(60),
      rend: fc.constantFrom(...RENDITIONS),
    });
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 8 }), (stretches) => {
        const emphasis = stretches.map(({ start, length, rend }) => ({ start, end: start + length, rend }));
        const { output, findings } = convert(text, { markup: { notes: [], labelRows: [], emphasis } });
        expect(findings).toEqual([]);
        expect(compareTexts(text, renderText(parseXml(output))).outcome).toBe('same');
      }),
    );
  });

  test('stretches that cross are cut at a word', async () => {
    expect(await body('e.html', `${HEAD}<p><b>One <i>two</i></b><i> three</i> <s>fo<b>ur</b></s></p>`)).toContain(
      '<p><hi rend="strong">One <hi rend="italic">two</hi></hi> <hi rend="italic">three</hi> <del rend="strikethrough">fo<hi rend="strong">ur</hi></del></p>',
    );
  });

  test('stands in items and cells', async () => {
    const html = `${HEAD}<ul><li><i>First</i> point</li></ul><table><tr><td><b>Year</b></td><td>Men</td></tr><tr><td>1956</td><td>310</td></tr></table><p>So it is.</p>`;
    const tei = await body('e.html', html);
    expect(tei).toContain('<item><hi rend="italic">First</hi> point</item>');
    expect(tei).toContain('<cell><hi rend="strong">Year</hi></cell>');
  });

  test('is found again in lines of set width', async () => {
    const html = `<h1>44. Memorandum</h1><pre>All is quiet in the capital and on the border,
as far as can be seen from the <i>roof of the
Legation</i>, and there is no talk of a <b>change
in</b> the cabinet before the spring of next year.</pre>`;
    expect(await body('d44.html', html)).toContain(
      'from the <hi rend="italic">roof of the Legation</hi>, and there is no talk of a <hi rend="strong">change in</hi> the cabinet',
    );
  });

  test('holds in a cable', async () => {
    const lines = ['UNCLAS STRELSAU 01234', '', 'E.O. 11652: N/A', 'TAGS: PFOR, RT', 'SUBJECT: CALL ON COUNT RUPERT'];
    const html = `<pre>${lines.join('\n')}\n\n1. ALL IS <u>QUIET</u>.\n\nSAPT\n</pre>`;
    expect(await body('d1.html', html)).toContain('ALL IS <hi rend="underline">QUIET</hi>.');
  });

  test('a reviewer’s word holds before it', async () => {
    const { text, markup } = await read('e.html', `${HEAD}<p>All is <i>quiet</i>.</p>`);
    const at = text.indexOf('quiet');
    const decision: ReviewDecision = {
      ...{ id: '1', by: 'A', at: '2026-01-01T00:00:00Z', kind: 'emphasis', on: anchorAt(text, at, at + 5) },
      choice: 'none',
    } as ReviewDecision;
    expect(convert(text, { markup }).output).toContain('<hi rend="italic">quiet</hi>');
    expect(convert(text, { markup, decisions: [decision] }).output).toContain('All is quiet.');
  });

  test('comes back from the page that teigram makes of it', async () => {
    const html = `${HEAD}<p><i>One</i> <b>two</b> <u>three</u> <span class="smallcaps">four</span> 5<sub>6</sub><sup>7</sup> <s>eight</s></p>`;
    const tei = await body('d38.html', html);
    const element = parseXml(`<text xmlns:frus="http://history.state.gov/frus/ns/1.0">${tei}</text>`);
    const page = RENDERINGS.html.render([{ element, depth: 0 }], 'x');
    expect(await body('d38.html', page)).toBe(tei);
  });
});

describe('what reviewers left in the file is left out, and told', () => {
  test('.docx', async () => {
    const r = (words: string): string => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`;
    const del = (words: string): string =>
      `<w:del w:id="9" w:author="A"><w:r><w:delText xml:space="preserve">${words}</w:delText></w:r></w:del>`;
    const content = [
      `<w:p>${r('I saw ')}${del('Mr. ')}${del('Bohlen &amp; others')}<w:ins w:id="3" w:author="A">${r('M. Schuman')}</w:ins>${r(' this morning.')}</w:p>`,
      `<w:p><w:commentRangeStart w:id="0"/>${r('All quiet.')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>${del(' Very.')}</w:p>`,
    ].join('');
    const comments = `<w:comment w:id="0" w:author="A"><w:p>${r('Is it?')}</w:p></w:comment>`;
    const bytes = docx(content, '', { comments });
    expect((await read('a.docx', bytes)).text).toBe('I saw M. Schuman this morning.\n\nAll quiet.\n');
    expect(await told('a.docx', bytes)).toEqual([
      'warning: left out: 2 tracked deletions, the first: “Mr.”, in “I saw M. Schuman this morning.” [left-out]',
      'warning: left out: 1 comment: “Is it?”, in “All quiet.” [left-out]',
    ]);
  });

  test('.odt', async () => {
    const tracked =
      '<text:tracked-changes><text:changed-region text:id="ct1"><text:deletion><office:change-info><dc:creator>A</dc:creator><dc:date>2026-01-01</dc:date></office:change-info><text:p>Mr. Bohlen</text:p></text:deletion></text:changed-region><text:changed-region text:id="ct2"><text:insertion><office:change-info><dc:creator>A</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes>';
    const note =
      '<office:annotation><dc:creator>A</dc:creator><dc:date>2026-01-01</dc:date><text:p>Is it?</text:p></office:annotation>';
    const content = `${tracked}<text:p>I saw <text:change text:change-id="ct1"/><text:change-start text:change-id="ct2"/>M. Schuman<text:change-end text:change-id="ct2"/>.</text:p><text:p>All quiet.${note}</text:p><text:p>Still.${note}</text:p>`;
    const bytes = odt(content);
    expect((await read('a.odt', bytes)).text).toBe('I saw M. Schuman.\n\nAll quiet.\n\nStill.\n');
    expect(await told('a.odt', bytes)).toEqual([
      'warning: left out: 1 tracked deletion: “Mr. Bohlen”, in “I saw M. Schuman.” [left-out]',
      'warning: left out: 2 comments, the first: “Is it?”, in “All quiet.” [left-out]',
    ]);
  });
});
