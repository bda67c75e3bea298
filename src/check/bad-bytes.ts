/** The first place where bytes are not in the encoding that they are read in. */

/** `byte`: offset among the bytes; `at`: offset in the text, in UTF-16 code units. */
export interface BadPlace {
  readonly byte: number;
  readonly at: number;
}

/** Of bytes that are not UTF-8; `text` is what they are read as, with U+FFFD. */
export function firstNotUtf8(bytes: Uint8Array, text: string): BadPlace {
  const again = Buffer.from(text, 'utf8');
  let byte = bytes.findIndex((one, i) => one !== again[i]);
  if (byte < 0) byte = bytes.length;
  // To the first byte of the character.
  while (byte > 0 && (again[byte]! & 0xc0) === 0x80) byte--;
  return { byte, at: again.toString('utf8', 0, byte).length };
}

/** Of bytes read as UTF-16: half a surrogate pair, half a character at the end. */
export function firstNotUtf16(bytes: Uint8Array, text: string): BadPlace | undefined {
  const at = text.search(/\p{Cs}/u);
  if (at >= 0) return { byte: 2 * at, at };
  return bytes.length % 2 === 0 ? undefined : { byte: bytes.length - 1, at: text.length };
}

/** Of bytes read by a table, which gives U+FFFD for what it lacks; `encode` is the way back. */
export function firstNotInTable(
  bytes: Uint8Array,
  text: string,
  encode: (text: string) => Uint8Array,
): BadPlace | undefined {
  const own = encode('\ufffd');
  let byte = 0;
  let from = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', from)) {
    byte += encode(text.slice(from, at)).length;
    // One byte is a substitute; GB 18030 has the character itself.
    if (own.length === 1 || own.some((one, i) => one !== bytes[byte + i])) return { byte, at };
    byte += own.length;
    from = at + 1;
  }
  return undefined;
}
