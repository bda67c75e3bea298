/**
 * Bytes → text, with nothing lost: whatever the encoding cannot say is read byte by byte and reported with its offset.
 *
 * A byte order mark decides; else text that is UTF-8 throughout is UTF-8; else zero bytes tell UTF-16; else it is broken
 * UTF-8 if most of its high bytes form UTF-8 characters; else an XML declaration holds if it can; else chardet guesses. Western
 * texts are read as windows-1252 whatever the guess among its kin: that is what their curly quotes and dashes are written in. The
 * byte order mark stays in the text.
 */

import type * as Chardet from 'chardet';
import type * as Iconv from 'iconv-lite';
import type { Diagnostic } from '../diagnostic.js';
import { onFirstUse } from '../on-first-use.js';
import { declaredEncoding } from '../xml/declared-encoding.js';
import { decodeUtf8, decodeUtf16, decodeWindows1252, type Piecewise } from './bytes.js';

export interface Decoded {
  readonly text: string;
  /** `utf-8`, `utf-16le`, `windows-1252`, …: a name that iconv-lite knows. */
  readonly encoding: string;
  readonly diagnostics: readonly Diagnostic[];
}

const chardet = onFirstUse<typeof Chardet>('chardet');
const iconv = onFirstUse<typeof Iconv>('iconv-lite');

/** Encodings that chardet mistakes for windows-1252 and the other way round, on texts with few high bytes. */
const WESTERN = new Set([
  'ASCII',
  'UTF-8',
  'ISO-8859-1',
  'ISO-8859-2',
  'ISO-8859-9',
  ...[0, 2, 4, 7, 8].map((n) => `windows-125${n}`),
]);
/** Encodings whose decoders, in bytes.ts, read what they cannot hold as windows-1252. */
const PIECEWISE = new Set(['utf-8', 'utf-16le', 'utf-16be']);
/** chardet's confidence, of 100, below which its guess is not believed. */
const CONFIDENT = 30;
/** Runs of bad bytes that are reported one by one. */
const SHOWN = 100;
/** Bytes that chardet looks at. */
const SAMPLE = 65536;

/** Whether iconv-lite can decode by this name. */
export const knowsEncoding = (name: string): boolean => iconv().encodingExists(name);

/** The encoding of bytes, as {@link Decoded.encoding} names it, and whether it is a guess. */
function detectEncoding(bytes: Uint8Array): { encoding: string; guessed: boolean } {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', guessed: false };
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return { encoding: 'utf-32le', guessed: false };
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return { encoding: 'utf-32be', guessed: false };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', guessed: false };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', guessed: false };
  const zeros = zeroBytes(bytes);
  if (zeros) return { encoding: zeros, guessed: true };
  const { inside, bad } = utf8Share(bytes);
  if (bad === 0) return { encoding: 'utf-8', guessed: false };
  if (inside > bad) return { encoding: 'utf-8', guessed: true };
  const declared = declaredTable(bytes);
  if (declared) return { encoding: declared, guessed: false };
  const best = chardet().analyse(bytes.subarray(0, SAMPLE))[0];
  const foreign = best && best.confidence >= CONFIDENT && !WESTERN.has(best.name) && knowsEncoding(best.name);
  const encoding =
    foreign && decodeByTable(bytes, best.name).bad.length === 0 ? best.name.toLowerCase() : 'windows-1252';
  return { encoding, guessed: true };
}

/** Files that call themselves Latin 1 are windows-1252, with its quotes and dashes, as web pages are. */
const LATIN_1 = /^(?:(?:us-)?ascii|iso[-_]?8859-1|iso-ir-100|latin-?1|l1|cp819|ibm819)$/;

/** The encoding that an XML declaration names, if the bytes can be in it. */
function declaredTable(bytes: Uint8Array): string | undefined {
  const name = declaredEncoding(bytes)?.toLowerCase();
  if (name === undefined || PIECEWISE.has(name) || name === 'utf8' || !knowsEncoding(name)) return undefined;
  if (LATIN_1.test(name)) return 'windows-1252';
  const { text, bad } = decodeByTable(bytes, name);
  // The declaration itself must be in it: in UCS-2 or base64 it would read otherwise.
  return bad.length === 0 && text.startsWith('<?xml') ? name : undefined;
}

/**
 * Decode a file's bytes. `encoding` overrides what the bytes look like; a name that {@link knowsEncoding} doesn't know
 * throws a RangeError.
 */
export function decode(bytes: Uint8Array, encoding?: string): Decoded {
  if (encoding !== undefined && !knowsEncoding(encoding)) throw new RangeError(`unknown encoding ${encoding}`);
  const found = encoding === undefined ? detectEncoding(bytes) : { encoding: encoding.toLowerCase(), guessed: false };
  const name = found.encoding.replace(/^utf-?(8|16le|16be)$/, 'utf-$1');
  const { text, bad } = decodeAs(bytes, name);
  const diagnostics = bad.slice(0, SHOWN).map(({ at, offset, bytes: run }) => badBytes(at, offset, run, name));
  if (bad.length > SHOWN) diagnostics.push(moreBadBytes(bad[SHOWN]!.at, bad.length - SHOWN));
  if (found.guessed && name !== 'utf-8') diagnostics.unshift(guessedEncoding(name));
  return { text, encoding: name, diagnostics };
}

function decodeAs(bytes: Uint8Array, encoding: string): Piecewise {
  if (encoding === 'utf-8') return decodeUtf8(bytes);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return decodeUtf16(bytes, encoding === 'utf-16be');
  if (encoding === 'windows-1252') return decodeWindows1252(bytes);
  return decodeByTable(bytes, encoding);
}

/** Any other encoding; text that doesn't encode to the same bytes again is reported from the first byte that differs. */
function decodeByTable(bytes: Uint8Array, encoding: string): Piecewise {
  const text = iconv().decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
    stripBOM: false,
  });
  const again = iconv().encode(text, encoding);
  const offset = bytes.findIndex((byte, i) => byte !== again[i]);
  if (offset < 0) return { text, bad: [] };
  const at = iconv().decode(Buffer.from(bytes.subarray(0, offset)), encoding).length;
  return { text, bad: [{ at: Math.min(at, text.length), offset, bytes: bytes.subarray(offset, offset + 1) }] };
}

/** How many bytes ≥ 0x80 stand in well-formed UTF-8 characters, and how many don't. */
function utf8Share(bytes: Uint8Array): { inside: number; bad: number } {
  const { text, bad } = decodeUtf8(bytes);
  const wrong = bad.reduce((sum, { bytes: run }) => sum + run.length, 0);
  let high = 0;
  if (text.length !== bytes.length || wrong > 0) for (const byte of bytes) if (byte >= 0x80) high++;
  return { inside: high - wrong, bad: wrong };
}

/** UTF-16 without a byte order mark: zero bytes at every other place, for text is mostly ASCII. */
function zeroBytes(bytes: Uint8Array): string | undefined {
  const length = Math.min(bytes.length & ~1, 4096);
  const count = [0, 0];
  for (let i = 0; i < length; i++) if (bytes[i] === 0) count[i & 1]!++;
  const [even, odd] = count as [number, number];
  const half = length / 2;
  if (odd > half * 0.4 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.4 && odd < half * 0.05) return 'utf-16be';
  return undefined;
}

const hex = (byte: number): string => `0x${byte.toString(16).toUpperCase().padStart(2, '0')}`;

function badBytes(at: number, offset: number, run: Uint8Array, encoding: string): Diagnostic {
  const shown = [...run.subarray(0, 8)].map(hex).join(' ') + (run.length > 8 ? ' …' : '');
  const what =
    run.length === 1 ? `byte ${shown} at byte offset ${offset} is` : `bytes ${shown} at byte offset ${offset} are`;
  return {
    code: 'bad-byte',
    severity: 'warning',
    message: `${what} not ${encoding === 'utf-8' ? 'UTF-8' : encoding}${PIECEWISE.has(encoding) ? '; read as windows-1252' : ''}`,
    start: at,
    end: at + run.length,
    hint: 'save the file as UTF-8, or name its encoding (--encoding; to the service: charset of the type)',
  };
}

const moreBadBytes = (at: number, runs: number): Diagnostic => ({
  code: 'bad-byte',
  severity: 'warning',
  message: `${runs} more runs of bad bytes from here on`,
  start: at,
  end: at,
  hint: 'this may not be a text file',
});

const guessedEncoding = (encoding: string): Diagnostic => ({
  code: 'encoding-guessed',
  severity: 'info',
  message: `not UTF-8; read as ${encoding}`,
  start: 0,
  end: 0,
  hint: 'if letters look wrong, name the encoding (--encoding; to the service: charset of the type)',
});
