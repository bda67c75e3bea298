/**
 * UTF-8 bytes of a document → a tape of numbers: what stands where, in order. Only documents of which everything was
 * understood get one: well-formed, by XML 1.0 and its namespaces, in names of ASCII letters, without a DOCTYPE. The rest
 * is not wrong for that; it is for the full parser.
 */

import { isUtf8 } from 'node:buffer';
import { NAME_BYTE, Names } from './names.js';
import {
  blankIn,
  cdataEnd,
  commentEnd,
  declarationEnd,
  instructionEnd,
  isNoCharacter,
  referenceEnd,
  valueEnd,
} from './pieces.js';

/**
 * `START name start tagEnd attributes`, then for each attribute `name valueStart valueEnd hash`; `END start`;
 * `TEXT start end flags`. Offsets are bytes; a hash is that of the value's bytes, −1 where the value holds references or line
 * ends. An empty element has an END too.
 */
export const START = 1;
export const END = 2;
const TEXT = 3;

/** Flags of TEXT: something else than white space; references in it; a CDATA section. */
export const FULL = 1;
export const REFERENCES = 2;
export const CDATA = 4;

/** How deep the full parser goes. */
const DEEPEST = 250;
/** Runs of text, names and tapes beyond this are for the full parser's limits. */
const LONGEST = 9_000_000;
const LONGEST_TAPE = 16_000_000;

/** Classes of bytes in text. */
const SPACE = 1;
const LT = 2;
const AMP = 3;
const BRACKET = 4;
const BAD = 5;
/** The first byte of U+F000 and above, among which two are not allowed. */
const HIGH = 6;

const IN_TEXT = new Uint8Array(256);
IN_TEXT.fill(BAD, 0, 32);
for (const code of [9, 10, 13, 32]) IN_TEXT[code] = SPACE;
IN_TEXT[60] = LT;
IN_TEXT[38] = AMP;
IN_TEXT[93] = BRACKET;
IN_TEXT[0xef] = HIGH;

/** In attribute values: 1 for what needs a look. */
const IN_VALUE = new Uint8Array(256);
IN_VALUE.fill(1, 0, 32);
for (const code of [34, 38, 39, 60, 0xef]) IN_VALUE[code] = 1;

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

export class Tape {
  /** The tape is `items[0…length)`. */
  items: Int32Array = new Int32Array(1 << 6);
  length = 0;
  readonly names = new Names();
  private readonly opened = new Int32Array(DEEPEST + 2);
  private readonly openedEnd = new Int32Array(DEEPEST + 2);

  /**
   * Write the tape of `bytes[0…length)`; behind it there must be a byte more, which is made 0. False where not everything
   * was understood.
   */
  read(bytes: Uint8Array, length: number): boolean {
    this.length = 0;
    if (!isUtf8(bytes.subarray(0, length))) return false;
    bytes[length] = 0;
    return this.scan(bytes, length);
  }

  private scan(b: Uint8Array, length: number): boolean {
    const { opened, openedEnd, names } = this;
    let { next, ends } = names;
    let items: Int32Array = this.items;
    let w = 0;
    let depth = 0;
    let rooted = false;
    let at = 0;
    if (b[0] === 0xef && b[1] === 0xbb && b[2] === 0xbf) return false;
    if (b[0] === 60 && b[1] === 63) {
      const found = declarationEnd(b, length);
      if (found < 0) return false;
      at = found;
    }
    for (;;) {
      // Text up to the next tag.
      const from = at;
      let kind = IN_TEXT[b[at]!]!;
      while (kind === SPACE) kind = IN_TEXT[b[++at]!]!;
      let flags = 0;
      if (kind !== LT) {
        if (kind === BAD && at === length) break;
        flags = FULL;
        for (;;) {
          while (kind <= SPACE) kind = IN_TEXT[b[++at]!]!;
          if (kind === LT) break;
          if (kind === AMP) {
            at = referenceEnd(b, at);
            if (at < 0) return false;
            flags = FULL | REFERENCES;
          } else if (kind === BRACKET) {
            if (b[at + 1] === 93 && b[at + 2] === 62) return false;
            at++;
          } else if (kind === HIGH) {
            if (isNoCharacter(b, at)) return false;
            at++;
          } else return false;
          kind = IN_TEXT[b[at]!]!;
        }
        if (depth === 0 || at - from > LONGEST) return false;
      }
      if (w + 16 > items.length) {
        items = this.longer(w + 16);
        if (items.length === 0) return false;
      }
      if (at > from && depth > 0) {
        items[w] = TEXT;
        items[w + 1] = from;
        items[w + 2] = at;
        items[w + 3] = flags;
        w += 4;
      }
      const first = b[at + 1]!;
      if (first === 47) {
        // An end tag: the very letters of the start tag.
        if (depth === 0) return false;
        let name = opened[depth]!;
        const nameEnd = openedEnd[depth]!;
        const start = at;
        at += 2;
        while (name < nameEnd) if (b[name++] !== b[at++]) return false;
        if (b[at] !== 62) {
          while (isSpace(b[at]!)) at++;
          if (b[at] !== 62) return false;
        }
        at++;
        depth--;
        items[w] = END;
        items[w + 1] = start;
        w += 2;
        continue;
      }
      if (first === 33 || first === 63) {
        const to = first === 63 ? instructionEnd(b, at, length) : b[at + 2] === 45 ? commentEnd(b, at, length) : -1;
        if (to >= 0) {
          at = to;
          continue;
        }
        // What is left is CDATA, a DOCTYPE, or wrong.
        const end = depth > 0 ? cdataEnd(b, at, length) : -1;
        if (end < 0) return false;
        items[w] = TEXT;
        items[w + 1] = at + 9;
        items[w + 2] = end - 3;
        items[w + 3] = blankIn(b, at + 9, end - 3) ? CDATA : FULL | CDATA;
        w += 4;
        at = end;
        continue;
      }
      // A start tag.
      const tag = at;
      if (first >= 128) return false;
      let node = 1;
      let step = next[128 + first]!;
      at++;
      while (step !== 0) {
        node = step;
        const code = b[++at]!;
        step = code < 128 ? next[(node << 7) | code]! : 0;
      }
      let number = ends[node]!;
      if (NAME_BYTE[b[at]!] === 1 || number === 0) {
        while (NAME_BYTE[b[at]!] === 1) at++;
        number = names.add(b, tag + 1, at);
        if (number < 0) return false;
        ({ next, ends } = names);
      }
      const nameEnd = at;
      const head = w;
      items[w] = START;
      items[w + 1] = number;
      items[w + 2] = tag;
      w += 5;
      let count = 0;
      let code = b[at]!;
      while (isSpace(code)) {
        do code = b[++at]!;
        while (isSpace(code));
        if (code === 62 || code === 47) break;
        // An attribute.
        if (code >= 128) return false;
        const start = at;
        node = 1;
        step = next[128 + code]!;
        while (step !== 0) {
          node = step;
          code = b[++at]!;
          step = code < 128 ? next[(node << 7) | code]! : 0;
        }
        number = ends[node]!;
        if (NAME_BYTE[b[at]!] === 1 || number === 0) {
          while (NAME_BYTE[b[at]!] === 1) at++;
          number = names.add(b, start, at);
          if (number < 0) return false;
          ({ next, ends } = names);
        }
        code = b[at]!;
        while (isSpace(code)) code = b[++at]!;
        if (code !== 61) return false;
        do code = b[++at]!;
        while (isSpace(code));
        if (code !== 34 && code !== 39) return false;
        const quote = code;
        const value = ++at;
        let hash = 0;
        for (code = b[at]!; code !== quote; code = b[++at]!) {
          if (IN_VALUE[code] !== 0 && code !== 34 && code !== 39) {
            // Not plain: references, line ends, or an error. Their text is made when it is asked for.
            at = valueEnd(b, at, quote);
            if (at < 0) return false;
            hash = -1;
            break;
          }
          hash = (Math.imul(hash, 31) + code) & 0x7fffffff;
        }
        if (at - value > LONGEST) return false;
        if (w + 16 > items.length) {
          items = this.longer(w + 16);
          if (items.length === 0) return false;
        }
        items[w] = number;
        items[w + 1] = value;
        items[w + 2] = at;
        items[w + 3] = hash;
        w += 4;
        count++;
        code = b[++at]!;
      }
      if (depth === 0) {
        if (rooted) return false;
        rooted = true;
      }
      items[head + 4] = count;
      if (code === 62) {
        at++;
        items[head + 3] = at;
        if (++depth > DEEPEST) return false;
        opened[depth] = tag + 1;
        openedEnd[depth] = nameEnd;
      } else if (code === 47 && b[at + 1] === 62) {
        at += 2;
        items[head + 3] = at;
        items[w] = END;
        items[w + 1] = at;
        w += 2;
      } else return false;
    }
    this.length = w;
    return rooted && depth === 0;
  }

  /** Room for more; an empty list where there is too much of it. */
  private longer(wanted: number): Int32Array {
    if (wanted > LONGEST_TAPE) return new Int32Array(0);
    const longer = new Int32Array(this.items.length * 2);
    longer.set(this.items);
    this.items = longer;
    return longer;
  }
}
