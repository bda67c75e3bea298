/** Documents in other formats, made on the spot: the same small telegram each time. */

import { strToU8, zipSync } from 'fflate';

/** What all of them say. */
export const TEXT = `7. Telegram From the Embassy in Ruritania to the Department of State1

Strelsau, March 14, 1956—6 p.m.

842. Your 8312 received. All [Page 12] quiet.

  * First point
  * Second point

Year | Men
1956 | 310

Rassendyll
  1. Source: Files & boxes.
  2. Not printed.
     Not found.
`;

/** As the edition's website marks it up. */
export const WEBSITE = `<!DOCTYPE html><html><head><title>x</title><script>var menu = 1;</script></head><body>
<nav><ul><li><a href="#content-inner">Skip</a></li></ul></nav>
<div id="content-inner"><div id="content-container"><div class="content">
<div id="d7" class="tei-div4"><h4 class="tei-head6">7. Telegram From the <span class="tei-gloss">Embassy in Ruritania</span> to the Department of State<span id="fnref:1.7.4"> <a class="note" rel="footnote" href="https://example.org/d7#fn:1.7.4">
 1
 </a></span></h4>
<p class="tei-dateline"><em>Strelsau</em>, March 14, 1956—6 p.m.</p>
<p class="tei-p3">842. Your 831 <span id="fnref:1.7.6"><a class="note" rel="footnote" href="#fn:1.7.6">2</a></span> received. All <a class="tei-pb1" id="pg_12" href="/x">[Page 12]</a>quiet.</p>
<ul class="tei-list4"><li class="tei-item">First point</li>
<li class="tei-item">Second point</li></ul>
<table><tbody><tr><td>Year</td><td>Men</td></tr><tr><td>1956</td><td>310</td></tr></tbody></table>
<div class="tei-closer"><span class="tei-signed">Rassendyll</span></div></div>
<ol class="footnotes"><li class="footnote" id="fn:1.7.4" value="1"><span class="fn-content">Source: Files &amp; boxes.</span> <a class="fn-back" href="#fnref:1.7.4">↩</a></li>
<li class="footnote" id="fn:1.7.6" value="2"><div class="fn-content"><p>Not printed.</p><p>Not found.</p></div><a class="fn-back" href="#fnref:1.7.6">↩</a></li></ol>
</div></div></div><aside><h4>Persons</h4><p>Sapt</p></aside></body></html>`;

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const p = (runs: string, properties = ''): string => `<w:p>${properties}${runs}</w:p>`;
const r = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const mark = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
const bullet = '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>';
const row = (...cells: string[]): string =>
  `<w:tr>${cells.map((cell) => `<w:tc>${p(r(cell))}</w:tc>`).join('')}</w:tr>`;
const footnote = (id: number, ...paragraphs: string[]): string =>
  `<w:footnote w:id="${id}">${paragraphs.map((text) => p(r(text))).join('')}</w:footnote>`;

const DOCX_BODY = [
  p(r('7. Telegram From the Embassy in Ruritania to the Department of State') + mark(2)),
  p(r('Strelsau, March 14, 1956—6 p.m.')),
  p(`${r('842. Your 831')}${mark(3)}${r(' received. All [Page 12] quiet.')}`),
  p(r('First point'), bullet),
  p(r('Second point'), bullet),
  `<w:tbl>${row('Year', 'Men')}${row('1956', '310')}</w:tbl>`,
  p(r('Rassendyll')),
].join('');

const BULLETS =
  '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';

/** @param more the content of further parts, by name: `styles` */
export const docx = (
  body: string = DOCX_BODY,
  numbering: string = BULLETS,
  more: Readonly<Record<string, string>> = {},
): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
    '_rels/.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
    'word/_rels/document.xml.rels': strToU8(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/><Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="numbering.xml"/><Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/><Relationship Id="r4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="comments.xml"/></Relationships>',
    ),
    'word/numbering.xml': strToU8(`<w:numbering ${W}>${numbering}</w:numbering>`),
    'word/footnotes.xml': strToU8(
      `<w:footnotes ${W}>${footnote(2, 'Source: Files &amp; boxes.')}${footnote(3, 'Not printed.', 'Not found.')}</w:footnotes>`,
    ),
    'word/document.xml': strToU8(`<w:document ${W}><w:body>${body}</w:body></w:document>`),
    'word/media/image1.png': new Uint8Array(10),
    ...Object.fromEntries(
      Object.entries(more).map(([name, content]) => [
        `word/${name}.xml`,
        strToU8(`<w:${name} ${W}>${content}</w:${name}>`),
      ]),
    ),
  });

const ODF =
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"';

/**
 * @param automatic styles made for a place in the text
 * @param named the document's own styles
 */
export const odt = (body: string = ODT_BODY, automatic = '', named = ''): Uint8Array =>
  zipSync({
    'styles.xml': strToU8(
      `<office:document-styles ${ODF}><office:styles>${named}</office:styles></office:document-styles>`,
    ),
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content ${ODF}><office:automatic-styles>${automatic}<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-suffix=")" style:num-format="a"/><text:list-level-style-number text:level="2" style:num-prefix="(" style:num-suffix=")" style:num-format="i"/></text:list-style></office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ),
  });

const note = (n: string, ...paragraphs: string[]): string =>
  `<text:note text:note-class="footnote"><text:note-citation>${n}</text:note-citation><text:note-body>${paragraphs.map((each) => `<text:p>${each}</text:p>`).join('')}</text:note-body></text:note>`;
const item = (content: string): string => `<text:list-item><text:p>${content}</text:p></text:list-item>`;
const cells = (...of: string[]): string =>
  `<table:table-row>${of.map((cell) => `<table:table-cell><text:p>${cell}</text:p></table:table-cell>`).join('')}</table:table-row>`;

const ODT_BODY = `<text:tracked-changes><text:p>Deleted.</text:p></text:tracked-changes><text:h>7. Telegram From the Embassy in Ruritania to the <text:span>Department</text:span> of State${note('1', 'Source: Files &amp; boxes.')}</text:h>
<text:p>Strelsau, March 14, 1956—6<text:s/>p.m.</text:p>
<text:p>842. Your 831${note('2', 'Not printed.', 'Not found.')} received. All [Page 12] quiet.</text:p>
<text:list>${item('First point')}${item('Second point')}</text:list>
<table:table><table:table-column/>${cells('Year', 'Men')}${cells('1956', '310')}</table:table>
<text:p>Rassendyll</text:p>`;

/** A line of a page: where it stands, its size, its text. */
export type PdfText = readonly [x: number, y: number, size: number, text: string];

/** A PDF of pages with lines of text, windows-1252 encoded. */
export function pdf(pages: readonly (readonly PdfText[])[], font = 'Helvetica'): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /${font} /Encoding /WinAnsiEncoding >>`,
  ];
  pages.forEach((lines, i) => {
    const content = lines
      .map(([x, y, size, text]) => `BT /F1 ${size} Tf ${x} ${y} Td (${text.replace(/[()\\]/g, '\\$&')}) Tj ET`)
      .join('\n');
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 600] /Contents ${5 + 2 * i} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
      `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    );
  });
  let out = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const xref = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  out += places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  out += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${xref}\n%%EOF`;
  return Uint8Array.from(out, (c) => c.charCodeAt(0));
}
