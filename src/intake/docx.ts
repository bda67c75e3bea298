/** Word documents, by way of mammoth's HTML: headings, paragraphs, lists, tables, footnotes and endnotes. */

import { strFromU8, strToU8, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { readHtmlText } from './html.js';
import type { Read } from './tree.js';
import { unzip } from './zip.js';

/** The parts that hold text; pictures are left in the archive. */
const WANTED = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

const TEXTS = /^word\/(?:document|footnotes|endnotes)\.xml$/;

/** mammoth drops the words of a simple field (a date, a number), and a page's or column's end between two words. */
const plainFields = (part: Uint8Array): Uint8Array => strToU8(strFromU8(part).replace(/<\/?w:fldSimple\b[^>]*>/g, ''));
const BREAKS = ["br[type='page'] => br", "br[type='column'] => br"];

export async function readDocx(bytes: Uint8Array): Promise<Read> {
  const archive = unzip(bytes, (name) => WANTED.test(name));
  if ('fault' in archive) return archive;
  // Packed again without compression, so that mammoth finds nothing to inflate.
  const files = Object.entries(archive.files).map(([name, part]) => [
    name,
    TEXTS.test(name) ? plainFields(part) : part,
  ]);
  const bounded = zipSync(Object.fromEntries(files), { level: 0 });
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bounded) },
      {
        convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
        ignoreEmptyParagraphs: true,
        styleMap: BREAKS,
      },
    );
    return readHtmlText(value);
  } catch {
    return { fault: 'is no Word document, or a damaged one', hint: 'open it and save it again as .docx' };
  }
}
