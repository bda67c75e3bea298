/** Leaves from stretches of the source: what stands between blocks, and the inside of one. */

import { type Source, type Span, within } from '../../source.js';
import type { TextRange } from '../../text-range.js';
import type { Leaf, PageBreak, Skip, SkipReason, Text } from '../../tree.js';
import { UNSEEN } from '../../xml/characters.js';
import { BULLET_SIGNS } from '../lines/bullets.js';

const skip = (span: Span, reason: SkipReason): Skip => ({ type: 'skip', span, reason });

/** Whether the code unit at an offset is one that XML 1.0 cannot hold, lone surrogates among them. */
function forbidden(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x20) return code !== 9 && code !== 10 && code !== 13;
  if (code < 0xd800) return false;
  if (code < 0xdc00) {
    const next = text.charCodeAt(at + 1);
    return !(next >= 0xdc00 && next < 0xe000);
  }
  if (code < 0xe000) {
    const before = text.charCodeAt(at - 1);
    return !(before >= 0xd800 && before < 0xdc00);
  }
  return code === 0xfffe || code === 0xffff;
}

/** Also of systems whose line ends no XML reader takes for one. */
const LINE_END = /[\n\r\f\v\u0085\u2028\u2029]/;

const BLANK = /[\s\u0085]/;

function reasonInGap(text: string, at: number): SkipReason {
  const code = text.charCodeAt(at);
  if (code === 0xfeff && at === 0) return 'byte-order-mark';
  if (forbidden(text, at)) return 'forbidden-in-xml';
  if ((code === 45 || code === 0xac || code === 0xad) && LINE_END.test(text[at + 1] ?? '')) return 'hyphen';
  // `# ` and `**`
  if (code === 35 || (code === 42 && (text[at + 1] === '*' || text[at - 1] === '*'))) return 'heading-mark';
  if (BULLET_SIGNS.includes(text[at]!)) return 'bullet';
  if (code === 124 || code === 46) return 'cell-edge';
  if (UNSEEN.test(text[at]!)) return 'unseen';
  return BLANK.test(text[at]!) ? 'blank' : 'line-prefix';
}

/** Runs of one reason over `from…to`, where nothing but white space, bullets, cell edges, a heading's mark and what carriers add stands. */
export function gap({ text, span }: Source, from: number, to: number): Skip[] {
  const leaves: Skip[] = [];
  let at = from;
  while (at < to) {
    const reason = reasonInGap(text, at);
    let end = at + 1;
    while (end < to && reasonInGap(text, end) === reason) end++;
    leaves.push(skip(within(span, at, end), reason));
    at = end;
  }
  return leaves;
}

/** `[Page 81]`, `[Page XIV]`, `[Page 81a]`, `[ PAGE 81 ]`, `[Page: 81]`; in `[Page 8l]` the letter is a misread figure. */
const PAGE =
  /\[[ \u00a0]{0,2}(?:[Pp]age|PAGE):?(?:[ \u00a0]{1,2}|(?=\d))(\d{1,5}(?![lIOo])[A-Za-z]?|[IVXLCDM]{1,10}|[ivxlcdm]{1,10})[ \u00a0]{0,2}\]/y;
const LONE_PAGE = new RegExp(`^${PAGE.source}$`);
const PAGES = new RegExp(PAGE.source, 'g');

/** The page marks of a text, in order: `start…end` is the whole mark, `n` the number as printed. */
export const pageMarks = (text: string): { n: string; start: number; end: number }[] =>
  Array.from(text.matchAll(PAGES), ({ 0: { length }, 1: n, index }) => ({ n: n!, start: index, end: index + length }));

const LAST_PAGES = new RegExp(`(?:\\s*${PAGE.source})+$`);

/** So much of a line holds its last words, and the mark of a page that begins below them. */
const LAST = 60;

/** The last words of a line, without the mark of a page that begins below them. */
export const lastWords = (text: string, { start, end }: TextRange): string =>
  text.slice(Math.max(start, end - LAST), end).replace(LAST_PAGES, '');

/** The page break that a line consists of, if it is one. */
export function pageAt({ text, span }: Source, start: number, end: number): PageBreak | undefined {
  if (end - start > 30 || text.charCodeAt(start) !== 91) return undefined;
  const match = LONE_PAGE.exec(text.slice(start, end));
  return match ? { type: 'pb', span: within(span, start, end), n: match[1]! } : undefined;
}

/** The characters of `from…to`, those that XML can't hold apart. */
export function characters(source: Source, from: number, to: number): (Text | Skip)[] {
  const leaves: (Text | Skip)[] = [];
  const { text, span } = source;
  let at = from;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code < 0xd800) continue;
    if (!forbidden(text, i)) continue;
    if (i > at) leaves.push({ type: 'text', span: within(span, at, i) });
    leaves.push(skip(within(span, i, i + 1), 'forbidden-in-xml'));
    at = i + 1;
  }
  if (to > at) leaves.push({ type: 'text', span: within(span, at, to) });
  return leaves;
}

/** Text and page breaks of `from…to`, a stretch without line ends. */
export function inline(source: Source, from: number, to: number): Leaf[] {
  const { text, span } = source;
  const leaves: Leaf[] = [];
  let at = from;
  const inside = text.slice(from, to); // looking on to the text's end for each stretch would make long texts slow
  for (let found = inside.indexOf('['); found >= 0; ) {
    const open = from + found;
    PAGE.lastIndex = open;
    const match = PAGE.exec(text);
    const end = match ? open + match[0].length : open + 1;
    if (match && end <= to) {
      for (const leaf of characters(source, at, open)) leaves.push(leaf);
      leaves.push({ type: 'pb', span: within(span, open, end), n: match[1]! });
      at = end;
    }
    found = inside.indexOf('[', end - from);
  }
  for (const leaf of characters(source, at, to)) leaves.push(leaf);
  return leaves;
}

/**
 * What stands between two lines of one block: its first line end becomes `lb` (or a dropped one, written as a space),
 * the rest is dropped.
 */
export function between(source: Source, from: number, to: number, kept: boolean): Leaf[] {
  const { text, span } = source;
  let at = from;
  while (at < to && !LINE_END.test(text[at]!)) at++;
  if (at >= to) return gap(source, from, to);
  const end = text[at] === '\r' && text[at + 1] === '\n' ? at + 2 : at + 1;
  const lineEnd = within(span, at, end);
  // A form feed can't be a break in XML's characters, but it ends a line all the same.
  const leaf: Leaf = kept ? { type: 'lb', span: lineEnd } : skip(lineEnd, 'line-end');
  return [...gap(source, from, at), leaf, ...gap(source, end, to)];
}
