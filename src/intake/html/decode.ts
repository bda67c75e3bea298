/** Bytes of a web page → text: a byte order mark, else the page's own word, else UTF-8 if it is, else windows-1252. */

import iconv from 'iconv-lite';

const DECLARED = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i;
/** Where a page must say it (HTML Standard, “determining the character encoding”). */
const HEAD = 1024;

export function decode(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return iconv.decode(buffer, 'utf-16le');
  if (a === 0xfe && b === 0xff) return iconv.decode(buffer, 'utf-16be');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const declared = DECLARED.exec(buffer.subarray(0, HEAD).toString('latin1'))?.[1] ?? 'windows-1252';
    // Pages that call themselves Latin 1 are windows-1252 (HTML Standard, encoding labels).
    const name = /^(iso-8859-1|latin-?1|us-ascii)$/i.test(declared) ? 'windows-1252' : declared;
    return iconv.decode(buffer, iconv.encodingExists(name) ? name : 'windows-1252');
  }
}
