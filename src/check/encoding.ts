/** XML bytes → text and back, byte for byte: the byte order mark, then the declaration, then UTF-8 (XML 1.0, appendix F). */

import { createRequire } from 'node:module';
import type * as Iconv from 'iconv-lite';

export interface Decoded {
  /** Without its byte order mark. */
  readonly text: string;
  /** A name that iconv-lite knows. */
  readonly encoding: string;
  readonly bom: boolean;
  /** What the bytes don't agree with, if anything. */
  readonly problem?: string;
}

let loaded: typeof Iconv | undefined;
/** Loaded for the first file that isn't UTF-8. */
function iconv(): typeof Iconv {
  loaded ??= createRequire(import.meta.url)('iconv-lite') as typeof Iconv;
  return loaded;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const DECLARED = /^<\?xml\s[^>]*?encoding\s*=\s*["']([A-Za-z][\w.-]*)["']/;

function detect(bytes: Uint8Array): { encoding: string; skip: number; declared?: string } {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  if (a === 0x3c && b === 0) return { encoding: 'utf-16le', skip: 0 };
  if (a === 0 && b === 0x3c) return { encoding: 'utf-16be', skip: 0 };
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 200)).toString('latin1');
  const declared = head.match(DECLARED)?.[1];
  return declared === undefined
    ? { encoding: 'utf-8', skip: 0 }
    : { encoding: declared.toLowerCase(), skip: 0, declared };
}

/** Decode the bytes of an XML file; what can't be decoded becomes U+FFFD and is told in `problem`. */
export function decodeXml(bytes: Uint8Array): Decoded {
  const { encoding, skip, declared } = detect(bytes);
  const body = skip > 0 ? bytes.subarray(skip) : bytes;
  const bom = skip > 0;
  if (encoding === 'utf-8' || encoding === 'utf8' || encoding === 'us-ascii' || encoding === 'ascii') {
    try {
      return { text: UTF8.decode(body), encoding: 'utf-8', bom };
    } catch {
      const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8');
      return { text, encoding: 'utf-8', bom, problem: 'The file is not UTF-8' };
    }
  }
  if (!iconv().encodingExists(encoding) || (declared && /^utf-?16|^ucs-?2/.test(encoding))) {
    const text = Buffer.from(body.buffer, body.byteOffset, body.length).toString('utf8');
    return {
      text,
      encoding: 'utf-8',
      bom,
      problem: `The file declares the encoding “${declared}”, which it is not in`,
    };
  }
  const text = iconv().decode(Buffer.from(body.buffer, body.byteOffset, body.length), encoding, { stripBOM: false });
  return { text, encoding, bom };
}

const BOMS: Readonly<Record<string, readonly number[]>> = {
  'utf-8': [0xef, 0xbb, 0xbf],
  'utf-16le': [0xff, 0xfe],
  'utf-16be': [0xfe, 0xff],
};

/** The bytes of a text in the encoding that it came in. Characters that the encoding lacks are written as `&#8211;`. */
export function encodeXml(text: string, { encoding, bom }: Pick<Decoded, 'encoding' | 'bom'>): Buffer {
  const mark = bom ? Buffer.from(BOMS[encoding] ?? []) : Buffer.alloc(0);
  if (encoding === 'utf-8') return Buffer.concat([mark, Buffer.from(text, 'utf8')]);
  if (iconv().decode(iconv().encode(text, encoding), encoding, { stripBOM: false }) === text) {
    return Buffer.concat([mark, iconv().encode(text, encoding)]);
  }
  const able = (char: string): boolean => iconv().decode(iconv().encode(char, encoding), encoding) === char;
  const written = Array.from(text, (char) =>
    char.charCodeAt(0) < 0x80 || able(char) ? char : `&#${char.codePointAt(0)};`,
  ).join('');
  return Buffer.concat([mark, iconv().encode(written, encoding)]);
}
