/** Words and numbers of regions, as names and terms are matched on. */

import { latest } from '../latest.js';
import type { FlowType } from '../tree.js';
import { APOSTROPHE, COMBINING, classOf, DIGIT, isLetter } from './letters.js';
import { MARK, type Region } from './regions.js';
import { type Word, wordAt } from './words.js';

/** How a token hangs together with the one before it in its region. */
export type Gap = 'edge' | 'none' | 'and' | 'space' | 'hyphen' | 'slash' | 'stop' | 'comma' | 'break' | 'other';

/**
 * A run of letters (with apostrophes inside: `Ch’en`) or of digits. A possessive ’s is outside.
 */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** What its letters tell; one object for all tokens of the same letters, so that it can be the key of a table. */
  readonly word: Word;
  readonly text: string;
  readonly fold: string;
  readonly gap: Gap;
  readonly region: FlowType | 'note';
  readonly shape: Word['shape'];
  readonly possessive: boolean;
}

const SENTENCE_END = /[.!?:;]["”’)\]]*\s+["“‘([]*$/;

function gapOf(between: string): Gap {
  if (between === ' ') return 'space';
  if (between === '') return 'none';
  const tight = between.trim();
  if (tight === '') return 'space';
  if (/^[-–—‑]$/.test(tight)) return between === '—' || between.length > 1 ? 'other' : 'hyphen';
  if (tight === '/') return 'slash';
  if (tight === '&') return 'and';
  if (tight === '.') return 'stop';
  if (tight === ',') return 'comma';
  return SENTENCE_END.test(between) || /[.!?]\s/.test(between) ? 'break' : 'other';
}

/** Blocks whose lines are apart: a name doesn't run from one into the next. */
const LINED = new Set<FlowType>(['signed', 'seg', 'item']);

/**
 * The tokens of all regions of a source, computed once for a list of regions while it is the one at hand. A token never runs over a note's mark or a page break, and a name never over a
 * line's end in a signature.
 */
export const tokensOf = (source: string, regions: readonly Region[]): readonly Token[] => known(regions, source);

const known = latest(tokenize);

/** Room for the text at hand, used again for the next. */
let room = new Uint16Array(1 << 12);
/** Longer texts get room of their own, which goes with them. */
const KEPT = 1 << 20;

/** The UTF-16 code units of a text, which are read several times each. */
function unitsOf(text: string): Uint16Array {
  const { length } = text;
  if (length > room.length && length <= KEPT) room = new Uint16Array(Math.min(KEPT, 2 * length));
  const units = length > KEPT ? new Uint16Array(length) : room;
  for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
  return units;
}

function endOfNumber(codes: Uint16Array, from: number, length: number): number {
  let at = from + 1;
  while (at < length && classOf(codes[at]!) === DIGIT) at++;
  return at;
}

/** Letters and marks; an apostrophe where a letter follows. */
function endOfWord(codes: Uint16Array, from: number, length: number): number {
  let at = from + 1;
  for (; at < length; at++) {
    const kind = classOf(codes[at]!);
    if (isLetter(kind) || kind === COMBINING) continue;
    if (kind !== APOSTROPHE || at + 1 >= length || !isLetter(classOf(codes[at + 1]!))) break;
  }
  return at;
}

/** Gaps of one or two characters, by these: nearly all gaps of a text. */
const shortGaps = new Map<number, Gap>();

function gapBetween(text: string, from: number, to: number): Gap {
  const length = to - from;
  if (length === 0) return 'none';
  if (length > 2) return longGap(text.slice(from, to));
  const first = text.charCodeAt(from);
  if (length === 1 && first === SPACE) return 'space';
  const key = length === 1 ? first : (first + 1) * 0x10000 + text.charCodeAt(from + 1);
  let gap = shortGaps.get(key);
  if (gap === undefined) {
    gap = longGap(text.slice(from, to));
    if (shortGaps.size < KNOWN_GAPS) shortGaps.set(key, gap);
  }
  return gap;
}

const SPACE = 32;
const SMALL_S = 115;
const CAPITAL_S = 83;
const KNOWN_GAPS = 4096;

const longGap = (between: string): Gap => gapOf(between.includes(MARK) ? `${between.replaceAll(MARK, '')} ` : between);

function tokenize(regions: readonly Region[], source: string): Token[] {
  const tokens: Token[] = [];
  for (const region of regions) {
    const { text, start: base } = region;
    const type = region.note === undefined ? region.type : 'note';
    const lined = LINED.has(region.type);
    let last = -1;
    const { length } = text;
    const codes = unitsOf(text);
    for (let at = 0; at < length; ) {
      const kind = classOf(codes[at]!);
      if (!isLetter(kind) && kind !== DIGIT) {
        at++;
        continue;
      }
      const from = at;
      at = kind === DIGIT ? endOfNumber(codes, at, length) : endOfWord(codes, at, length);
      const possessive =
        at - from > 2 &&
        (codes[at - 1] === SMALL_S || codes[at - 1] === CAPITAL_S) &&
        classOf(codes[at - 2]!) === APOSTROPHE;
      const end = possessive ? at - 2 : at;
      const word = wordAt(text, codes, from, end);
      const start = base + from;
      const edge = last < 0 || (lined && source.slice(base + last, start).includes('\n'));
      tokens.push({
        start,
        end: base + end,
        word,
        text: word.text,
        fold: word.fold,
        gap: edge ? 'edge' : gapBetween(text, last, from),
        region: type,
        shape: word.shape,
        possessive,
      });
      last = at;
    }
  }
  return tokens;
}
