/** Word documents, by way of mammoth's HTML: headings, paragraphs, lists, tables, footnotes and endnotes. */

import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { readHtmlText } from './html.js';
import type { Read } from './tree.js';
import { unzip } from './zip.js';

/** The parts that hold text; pictures are left in the archive. */
const WANTED = /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/[^/]+\.xml|word\/_rels\/[^/]+\.rels)$/;

export async function readDocx(bytes: Uint8Array): Promise<Read> {
  const archive = unzip(bytes, (name) => WANTED.test(name));
  if ('fault' in archive) return archive;
  // Packed again without compression, so that mammoth finds nothing to inflate.
  const bounded = zipSync({ ...archive.files }, { level: 0 });
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bounded) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: '' })), ignoreEmptyParagraphs: true },
    );
    return readHtmlText(value);
  } catch {
    return { fault: 'is no Word document, or a damaged one', hint: 'open it and save it again as .docx' };
  }
}
