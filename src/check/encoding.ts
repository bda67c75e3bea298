/** XML bytes → text and back, byte for byte: the byte order mark, then the declaration, then UTF-8 (XML 1.0, appendix F). */

import { isAscii, isUtf8 } from 'node:buffer';
import type * as Iconv from 'iconv-lite';
import { onFirstUse } from '../on-first-use.js';
import { withoutByteOrderMark } from '../text/byte-order-mark.js';
import { declaredEncoding } from '../xml/declared-encoding.js';
import { type BadPlace, firstNotInTable, firstNotUtf8, firstNotUtf16 } from './bad-bytes.js';

export interface Decoded {
  /** Without its byte order mark. */
  readonly text: string;
  /** A name that iconv-lite knows. */
  readonly encoding: string;
  readonly bom: boolean;
  /** What the bytes don't agree with, if anything; `offset` is that of the text. */
  readonly problem?: { readonly message: string; readonly offset: number };
}

/** Loaded for the first file that isn't UTF-8. */
const iconv = onFirstUse<typeof Iconv>('iconv-lite');

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function detect(bytes: Uint8Array): { encoding: string; skip: number; declared?: string } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  if (a === 0x3c && b === 0) return { encoding: 'utf-16le', skip: 0 };
  if (a === 0 && b === 0x3c) return { encoding: 'utf-16be', skip: 0 };
  const declared = declaredEncoding(bytes);
  return declared === undefined
    ? { encoding: 'utf-8', skip: 0 }
    : { encoding: declared.toLowerCase(), skip: 0, declared };
}

const asUtf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');

/** Encodings of a byte a character: text in them that isn't English is next to never UTF-8 by accident. */
const ONE_BYTE = /^(?:iso-?8859-?\d+|windows-125\d|cp125\d|latin-?\d)$/;

const isUtf8BeyondAscii = (bytes: Uint8Array): boolean => isUtf8(bytes) && !isAscii(bytes);

/** Decode the bytes of an XML file; what can't be decoded becomes U+FFFD and is told in `problem`. */
export function decodeXml(bytes: Uint8Array): Decoded {
  const { encoding, skip, declared } = detect(bytes);
  const body = skip > 0 ? bytes.subarray(skip) : bytes;
  const bom = skip > 0;
  const bad = (text: string, { byte, at }: BadPlace, name: string): Decoded => {
    const shown = `0x${bytes[skip + byte]?.toString(16).toUpperCase().padStart(2, '0')}`;
    const message = `Byte ${shown} at byte offset ${skip + byte} is not ${name}`;
    return { text, encoding, bom, problem: { message, offset: at } };
  };
  if (encoding === 'utf-8' || encoding === 'utf8') {
    try {
      return checked({ text: UTF8.decode(body), encoding: 'utf-8', bom });
    } catch {
      const text = asUtf8(body);
      return bad(text, firstNotUtf8(body, text), 'UTF-8');
    }
  }
  if (!iconv().encodingExists(encoding) || (declared && /^utf-?(16|32)|^ucs-?[24]/.test(encoding))) {
    const text = asUtf8(body);
    const message = `The file declares the encoding “${declared}”, which it is not in`;
    return { text, encoding: 'utf-8', bom, problem: { message, offset: text.indexOf(declared ?? '') } };
  }
  if (declared && ONE_BYTE.test(encoding) && isUtf8BeyondAscii(body)) {
    const text = asUtf8(body);
    const message = `The file is in UTF-8, but declares the encoding “${declared}”`;
    return { text, encoding: 'utf-8', bom, problem: { message, offset: text.indexOf(declared) } };
  }
  const text = iconv().decode(Buffer.from(body.buffer, body.byteOffset, body.length), encoding, { stripBOM: false });
  const place = encoding.startsWith('utf-16')
    ? firstNotUtf16(body, text)
    : firstNotInTable(body, text, (some) => iconv().encode(some, encoding));
  return place ? bad(text, place, declared ?? encoding.toUpperCase()) : checked({ text, encoding, bom });
}

/** A text that was decoded already, for the same checks. */
export const decodedText = (text: string): Decoded =>
  checked({ text: withoutByteOrderMark(text), encoding: 'utf-8', bom: false });

/** Parsers skip a byte order mark after the first one, too; XML has it for a character that can't stand there. */
function checked(decoded: Decoded): Decoded {
  if (decoded.text.charCodeAt(0) !== 0xfeff) return decoded;
  return { ...decoded, problem: { message: 'The file begins with two byte order marks', offset: 0 } };
}

const BOMS: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

/** Whether an encoding has all characters of a text. */
export const holds = (encoding: string, text: string): boolean =>
  encoding === 'utf-8' || iconv().decode(iconv().encode(text, encoding), encoding, { stripBOM: false }) === text;

/**
 * The bytes of a text in the encoding that it came in. Characters that the encoding lacks are written as `&#8211;`: they may stand
 * where references are read only, in text and values.
 */
export function encodeXml(text: string, { encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>): Buffer {
  const mark = bom ? Buffer.from(BOMS[encoding] ?? []) : Buffer.alloc(0);
  if (encoding === 'utf-8') return Buffer.concat([mark, Buffer.from(text, 'utf8')]);
  if (holds(encoding, text)) return Buffer.concat([mark, iconv().encode(text, encoding)]);
  const written = Array.from(text, (char) =>
    char.charCodeAt(0) < 0x80 || holds(encoding, char) ? char : `&#${char.codePointAt(0)};`,
  ).join('');
  return Buffer.concat([mark, iconv().encode(written, encoding)]);
}
