/** What the first bytes of a file say about its format: they know better than a name, and standard input has none. */

import type { Fault } from './tree.js';

export type Format = 'html' | 'docx' | 'odt' | 'pdf';

/** Where a page says what it is, after declarations and comments; in bytes. */
const HEAD = 1024;
const PAGE = /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;

/** Which files hold what, told by the name of a part, best first; '' is in all. */
type Kinds = readonly (readonly [part: string, fault: Fault])[];

const AS_DOCX = 'save it again as .docx';
export const LOCKED: Fault = { fault: 'is protected by a password', hint: 'open it and save it again without one' };
const WORKBOOK: Fault = { fault: 'is a table of a spreadsheet', hint: 'copy what is text of the document to a .docx' };
const SLIDES: Fault = { fault: 'is a presentation', hint: 'copy what is text of the document to a .docx' };

/** Old Office files, whose parts are named in UTF-16. */
const COMPOUND: Kinds = [
  ['EncryptedPackage', LOCKED],
  ['WordDocument', { fault: 'is an old Word document', hint: AS_DOCX }],
  ['Workbook', WORKBOOK],
  ['PowerPoint Document', SLIDES],
  ['__substg1.0_', { fault: 'is a message of Outlook', hint: 'save it as text or as a web page' }],
  ['', { fault: 'is an old Word document, or another of its kind', hint: AS_DOCX }],
];
const ARCHIVE: Kinds = [
  ['encrypted-package', LOCKED],
  ['xl/workbook', WORKBOOK],
  ['opendocument.spreadsheet', WORKBOOK],
  ['ppt/presentation', SLIDES],
  ['opendocument.presentation', SLIDES],
  ['application/epub+zip', { fault: 'is an electronic book', hint: 'save its text as a web page' }],
];
const ANY_ARCHIVE: Fault = { fault: 'is an archive, but no .docx and no .odt', hint: 'save its text as one of these' };
const ZIP = 'PK\x03\x04';
const OTHERS: readonly (readonly [signature: string, kinds: Kinds, encoding: 'latin1' | 'utf16le'])[] = [
  ['\xd0\xcf\x11\xe0', COMPOUND, 'utf16le'],
  ['{\\rtf', [['', { fault: 'is in Rich Text Format', hint: AS_DOCX }]], 'latin1'],
  [ZIP, ARCHIVE, 'latin1'],
  ['\xffWPC', [['', { fault: 'is a WordPerfect document', hint: AS_DOCX }]], 'latin1'],
];

const XML = /^\s*<(?:\?xml\s|(?:\w+:)?(?:TEI|teiCorpus)[\s>])/;
const IS_XML: Fault = {
  fault: 'is XML already, not plain text',
  hint: 'teigram validate checks it, teigram text gives its text',
};

/** OpenDocument begins with what it is. */
const NO_TEXT = /opendocument\.(?:spreadsheet|presentation)/;

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

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
  const archive = bufferOf(bytes);
  if (archive.includes('word/document')) return 'docx';
  return archive.includes('content.xml') && !NO_TEXT.test(head) ? 'odt' : undefined;
}

/** Why a file can't be read that is of a format which is known, and not read, whatever its name says. */
export function foreign(bytes: Uint8Array): Fault | undefined {
  const head = headOf(bytes.subarray(0, 64));
  const [, kinds, encoding] = OTHERS.find(([signature]) => head.startsWith(signature)) ?? [];
  return kinds?.find(([part]) => bufferOf(bytes).includes(part, 0, encoding))?.[1];
}

/** Why a file can't be read that is no plain text, and of no format that its name tells. */
export function unreadable(bytes: Uint8Array): Fault | undefined {
  const head = headOf(bytes.subarray(0, 64));
  if (XML.test(head)) return IS_XML;
  return head.startsWith(ZIP) ? ANY_ARCHIVE : undefined;
}
