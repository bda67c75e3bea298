/** What the first bytes of a file say about its format: they know better than a name, and standard input has none. */

import type { Fault } from './tree.js';

export type Format = 'html' | 'docx' | 'odt' | 'pdf';

/** Where a page says what it is, after declarations and comments; in bytes. */
const HEAD = 1024;
const PAGE = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;

const OTHERS: readonly (readonly [signature: string, fault: Fault])[] = [
  ['\xd0\xcf\x11\xe0', { fault: 'is an old Word document, or another of its kind', hint: 'save it again as .docx' }],
  ['{\\rtf', { fault: 'is in Rich Text Format', hint: 'save it again as .docx' }],
  ['PK\x03\x04', { fault: 'is an archive, but no .docx and no .odt', hint: 'save its text as one of these' }],
];

const XML = /^\s*<(?:\?xml\s|(?:\w+:)?(?:TEI|teiCorpus)[\s>])/;
const IS_XML: Fault = {
  fault: 'is XML already, not plain text',
  hint: 'teigram validate checks it, teigram text gives its text',
};

/** The bytes as characters, without a byte order mark, and without the zero bytes of UTF-16. */
const headOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD))
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '');

export function formatOf(bytes: Uint8Array): Format | undefined {
  const head = headOf(bytes);
  if (/^\s*%PDF-/.test(head)) return 'pdf';
  if (PAGE.test(head)) return 'html';
  if (!head.startsWith('PK')) return undefined;
  // The names of an archive's files are not compressed.
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (archive.includes('word/document')) return 'docx';
  return archive.includes('content.xml') ? 'odt' : undefined;
}

/** Why a file of a format that is known, and not read, can't be. */
export function unreadable(bytes: Uint8Array): Fault | undefined {
  const head = headOf(bytes.subarray(0, 64));
  if (XML.test(head)) return IS_XML;
  return OTHERS.find(([signature]) => head.startsWith(signature))?.[1];
}
