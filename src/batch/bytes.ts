/** Decoders that tell which bytes they could not read. Bytes that an encoding cannot hold are read as windows-1252. */

import type * as Iconv from 'iconv-lite';
import { onFirstUse } from '../on-first-use.js';

const iconv = onFirstUse<typeof Iconv>('iconv-lite');

/** A run of bytes that the encoding does not know: `at` is its offset in the text, `offset` in the bytes. */
export interface BadRun {
  readonly at: number;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

export interface Piecewise {
  readonly text: string;
  readonly bad: readonly BadRun[];
}

/**
 * The character of each byte. windows-1252 leaves 81, 8D, 8F, 90 and 9D open; they become the control characters of the same
 * number (WHATWG Encoding Standard, index windows-1252). iconv-lite, for Node 20's TextDecoder gives controls for all of 80–9F.
 */
const characterOf = (byte: number): string => {
  const character = iconv().decode(Buffer.of(byte), 'windows-1252');
  return character === '\ufffd' ? String.fromCharCode(byte) : character;
};
/** Made when the first byte needs it: iconv-lite's tables take longer to load than most texts to read. */
let characters: readonly string[] | undefined;
const OPEN = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

const asWindows1252 = (bytes: Uint8Array): string => {
  if (bytes.length === 0) return '';
  characters ??= Array.from({ length: 256 }, (_, byte) => characterOf(byte));
  let text = '';
  for (const byte of bytes) text += characters[byte];
  return text;
};

/** Runs of bytes for which `is` holds, where one byte is one character. */
function runs(bytes: Uint8Array, is: (byte: number) => boolean): BadRun[] {
  const out: BadRun[] = [];
  for (let i = 0; i < bytes.length; i++) {
    if (!is(bytes[i]!)) continue;
    const offset = i;
    while (i < bytes.length && is(bytes[i]!)) i++;
    out.push({ at: offset, offset, bytes: bytes.subarray(offset, i) });
  }
  return out;
}

export const decodeWindows1252 = (bytes: Uint8Array): Piecewise => ({
  text: asWindows1252(bytes),
  bad: runs(bytes, (byte) => OPEN.has(byte)),
});

/** UTF-16; lone surrogates stay as they are, an odd last byte is a bad one. */
export function decodeUtf16(bytes: Uint8Array, bigEndian: boolean): Piecewise {
  const even = bytes.length & ~1;
  const copy = Buffer.from(bytes.subarray(0, even));
  const text = (bigEndian ? copy.swap16() : copy).toString('utf16le');
  if (even === bytes.length) return { text, bad: [] };
  const rest = bytes.subarray(even);
  return { text: text + asWindows1252(rest), bad: [{ at: text.length, offset: even, bytes: rest }] };
}

const FATAL = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** UTF-8; the byte order mark stays, each run of bytes that is not UTF-8 is read as windows-1252. */
export function decodeUtf8(bytes: Uint8Array): Piecewise {
  try {
    return { text: FATAL.decode(bytes), bad: [] };
  } catch {
    return decodeBrokenUtf8(bytes);
  }
}

function decodeBrokenUtf8(bytes: Uint8Array): Piecewise {
  const bad: BadRun[] = [];
  const parts: string[] = [];
  let length = 0;
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  let good = 0;
  for (let i = 0; i < bytes.length; ) {
    const size = characterLength(bytes, i);
    if (size > 0) {
      i += size;
      continue;
    }
    add(FATAL.decode(bytes.subarray(good, i)));
    const offset = i;
    while (i < bytes.length && characterLength(bytes, i) === 0) i++;
    const run = bytes.subarray(offset, i);
    bad.push({ at: length, offset, bytes: run });
    add(asWindows1252(run));
    good = i;
  }
  add(FATAL.decode(bytes.subarray(good)));
  return { text: parts.join(''), bad };
}

/** Lead bytes of UTF-8 with the range of their second byte (Unicode Standard, table 3-7). */
const LEADS: readonly (readonly [from: number, to: number, length: number, low: number, high: number])[] = [
  [0xc2, 0xdf, 2, 0x80, 0xbf],
  [0xe0, 0xe0, 3, 0xa0, 0xbf],
  [0xe1, 0xec, 3, 0x80, 0xbf],
  [0xed, 0xed, 3, 0x80, 0x9f],
  [0xee, 0xef, 3, 0x80, 0xbf],
  [0xf0, 0xf0, 4, 0x90, 0xbf],
  [0xf1, 0xf3, 4, 0x80, 0xbf],
  [0xf4, 0xf4, 4, 0x80, 0x8f],
];

/** Bytes of the UTF-8 character that starts at `at`; 0 where none does. */
function characterLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const row = LEADS.find(([from, to]) => lead >= from && lead <= to);
  if (!row) return 0;
  const [, , length, low, high] = row;
  for (let k = 1; k < length; k++) {
    const byte = bytes[at + k] ?? 0;
    if (byte < (k === 1 ? low : 0x80) || byte > (k === 1 ? high : 0xbf)) return 0;
  }
  return length;
}
