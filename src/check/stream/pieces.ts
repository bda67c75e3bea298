/** The pieces of a document besides tags and plain text. Each function takes the offset of a piece and gives that behind it, −1 where it isn't one that is sure to be right. */

import { isAscii } from 'node:buffer';

const ALLOWED = new Uint8Array(256).fill(1, 32);
for (const code of [9, 10, 13]) ALLOWED[code] = 1;

/** Whether U+FFFE or U+FFFF stands at `at`, where a byte 0xEF was seen. */
export const isNoCharacter = (b: Uint8Array, at: number): boolean => b[at + 1] === 0xbf && b[at + 2]! >= 0xbe;

const DECLARATION =
  /^<\?xml\s+version\s*=\s*(["'])1\.0\1(?:\s+encoding\s*=\s*(["'])(utf-8|us-ascii)\2)?(?:\s+standalone\s*=\s*(["'])(?:yes|no)\4)?\s*\?>/i;

/**
 * `<?xml version="1.0" encoding="UTF-8"?>` at the beginning; 0 where the document begins with another instruction, −1 where it says
 * what the document isn't.
 */
export function declarationEnd(b: Uint8Array, length: number): number {
  const head = Buffer.from(b.buffer, b.byteOffset, Math.min(length, 120)).toString('latin1');
  if (!/^<\?xml\s/.test(head)) return 0;
  const found = DECLARATION.exec(head);
  if (!found || (found[3]?.toLowerCase() === 'us-ascii' && !isAscii(b.subarray(0, length)))) return -1;
  return found[0].length;
}

const NAMED = ['amp;', 'lt;', 'gt;', 'quot;', 'apos;'].map((name) => [...name].map((char) => char.charCodeAt(0)));

/** `&amp;`, `&#8211;`, `&#x2013;`: XML's own entities, and characters that it allows. */
export function referenceEnd(b: Uint8Array, at: number): number {
  if (b[at + 1] !== 35) {
    for (const name of NAMED) if (name.every((code, i) => b[at + 1 + i] === code)) return at + 1 + name.length;
    return -1;
  }
  const hex = b[at + 2] === 120;
  let code = 0;
  let to = at + (hex ? 3 : 2);
  const from = to;
  for (; to - from < 8; to++) {
    const digit = digitOf(b[to]!, hex);
    if (digit < 0) break;
    code = code * (hex ? 16 : 10) + digit;
  }
  if (to === from || b[to] !== 59) return -1;
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code < 0xd800) ||
    (code >= 0xe000 && code < 0xfffe) ||
    (code >= 0x10000 && code <= 0x10ffff);
  return allowed ? to + 1 : -1;
}

function digitOf(code: number, hex: boolean): number {
  if (code >= 48 && code <= 57) return code - 48;
  if (!hex) return -1;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** `<!-- … -->` without `--` inside. */
export function commentEnd(b: Uint8Array, at: number, length: number): number {
  if (b[at + 2] !== 45 || b[at + 3] !== 45) return -1;
  for (let to = at + 4; to < length; to++) {
    const code = b[to]!;
    if (code === 45 && b[to + 1] === 45) return b[to + 2] === 62 ? to + 3 : -1;
    if (ALLOWED[code] === 0 || (code === 0xef && isNoCharacter(b, to))) return -1;
  }
  return -1;
}

/** `<![CDATA[ … ]]>`. */
export function cdataEnd(b: Uint8Array, at: number, length: number): number {
  for (let i = 0; i < 9; i++) if (b[at + i] !== '<![CDATA['.charCodeAt(i)) return -1;
  for (let to = at + 9; to < length; to++) {
    const code = b[to]!;
    if (code === 93 && b[to + 1] === 93 && b[to + 2] === 62) return to + 3;
    if (ALLOWED[code] === 0 || (code === 0xef && isNoCharacter(b, to))) return -1;
  }
  return -1;
}

/** Instructions that change what is checked, or how, and those with a name that isn't theirs. */
const TELLING = /^(?:xml|xml-model|teigram-.*)$/i;

/** `<?target … ?>`, save for instructions to a checker. */
export function instructionEnd(b: Uint8Array, at: number, length: number): number {
  let end = at + 2;
  for (; end < length; end++) {
    const code = b[end]!;
    if (code === 63 && b[end + 1] === 62) break;
    if (ALLOWED[code] === 0 || (code === 0xef && isNoCharacter(b, end))) return -1;
  }
  if (end >= length) return -1;
  const data = Buffer.from(b.buffer, b.byteOffset + at + 2, Math.min(end - at - 2, 200)).toString('latin1');
  const target = /^[A-Za-z_][\w.-]*(?=\s|$)/.exec(data)?.[0];
  return target === undefined || TELLING.test(target) ? -1 : end + 2;
}

/** Where an attribute's value ends that is not plain; `at` may be anywhere in it. */
export function valueEnd(b: Uint8Array, at: number, quote: number): number {
  let to = at;
  for (let code = b[to]!; code !== quote; code = b[to]!) {
    if (code === 38) {
      to = referenceEnd(b, to);
      if (to < 0) return -1;
    } else if (code === 60 || ALLOWED[code] === 0 || (code === 0xef && isNoCharacter(b, to))) return -1;
    else to++;
  }
  return to;
}

/** Whether `b[from…to)` is white space only. */
export function blankIn(b: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = b[at]!;
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return false;
  }
  return true;
}
