/** The encoding that the XML declaration of a file names (XML 1.0, appendix F). */

const DECLARED = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;

/** As it is written there; undefined where the bytes, ASCII as far as the declaration goes, begin with none. */
export function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] !== 0x3c || bytes[1] !== 0x3f) return undefined;
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  return DECLARED.exec(head)?.[1];
}

/** An XML text that declares UTF-8 where it declared another encoding. */
export const declaringUtf8 = (xml: string): string =>
  xml.replace(/^(\ufeff?<\?xml\s[^>]*?encoding\s*=\s*["'])[A-Za-z][\w.-]*/, '$1UTF-8');
