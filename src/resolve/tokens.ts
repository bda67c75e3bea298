/** Words and numbers of regions, as names and terms are matched on. */

import { fold } from '../authority/fold.js';
import type { FlowType } from '../tree.js';
import { MARK, type Region } from './regions.js';

/** How a token hangs together with the one before it in its region. */
export type Gap = 'edge' | 'none' | 'and' | 'space' | 'hyphen' | 'slash' | 'stop' | 'comma' | 'break' | 'other';

/**
 * A run of letters (with apostrophes inside: `Ch’en`) or of digits. A possessive ’s is outside.
 */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly fold: string;
  readonly gap: Gap;
  readonly region: FlowType | 'note';
  /** `c`: Capital first; `u`: all capitals; `l`: lower case; `i`: one capital; `d`: digits. */
  readonly shape: 'c' | 'u' | 'l' | 'i' | 'd';
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

/** Kinds of characters: letter that is lower case, other letter, combining mark, digit, apostrophe; 0 for the rest. */
const [LOWER, UPPER, COMBINING, DIGIT, APOSTROPHE] = [1, 2, 3, 4, 5] as const;

const CLASSES: readonly (readonly [number, RegExp])[] = [
  [DIGIT, /\p{N}/u],
  [COMBINING, /\p{M}/u],
  [APOSTROPHE, /['’‘ʼ`]/],
  [UPPER, /\p{Lu}|\p{Lt}/u],
  [LOWER, /\p{L}/u],
];

/** The class of each UTF-16 code unit; letters beyond the first plane are no part of names here. */
const CLASS = new Uint8Array(0x10000).fill(255);

function classOf(code: number): number {
  let found = CLASS[code]!;
  if (found === 255) {
    const character = String.fromCharCode(code);
    found = CLASSES.find(([, test]) => test.test(character))?.[0] ?? 0;
    CLASS[code] = found;
  }
  return found;
}

const isLetter = (kind: number): boolean => kind === LOWER || kind === UPPER;

function shapeOf(text: string): Token['shape'] {
  const first = classOf(text.charCodeAt(0));
  if (first === DIGIT) return 'd';
  if (first === LOWER) return 'l';
  if (text.length === 1) return 'i';
  for (let i = 1; i < text.length; i++) if (classOf(text.charCodeAt(i)) === LOWER) return 'c';
  return 'u';
}

/** Blocks whose lines are apart: a name doesn't run from one into the next. */
const LINED = new Set<FlowType>(['signed', 'seg', 'item']);

const known = new WeakMap<readonly Region[], readonly Token[]>();

/**
 * The tokens of all regions of a source, computed once for each list of regions. A token never runs over a note's mark or a page break, and a name never over a
 * line's end in a signature.
 */
export function tokensOf(source: string, regions: readonly Region[]): readonly Token[] {
  let tokens = known.get(regions);
  if (!tokens) {
    tokens = tokenize(source, regions);
    known.set(regions, tokens);
  }
  return tokens;
}

function endOfNumber(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && classOf(text.charCodeAt(at)) === DIGIT) at++;
  return at;
}

/** Letters and marks; an apostrophe where a letter follows. */
function endOfWord(text: string, from: number): number {
  let at = from + 1;
  for (; at < text.length; at++) {
    const kind = classOf(text.charCodeAt(at));
    if (isLetter(kind) || kind === COMBINING) continue;
    if (kind !== APOSTROPHE || !isLetter(classOf(text.charCodeAt(at + 1)))) break;
  }
  return at;
}

function gapBetween(text: string, from: number, to: number): Gap {
  if (from === to) return 'none';
  if (to - from === 1 && text[from] === ' ') return 'space';
  const between = text.slice(from, to);
  return gapOf(between.includes(MARK) ? `${between.replaceAll(MARK, '')} ` : between);
}

function tokenize(source: string, regions: readonly Region[]): Token[] {
  const tokens: Token[] = [];
  for (const region of regions) {
    const { text, start: base } = region;
    const type = region.note === undefined ? region.type : 'note';
    const lined = LINED.has(region.type);
    let last = -1;
    for (let at = 0; at < text.length; ) {
      const kind = classOf(text.charCodeAt(at));
      if (!isLetter(kind) && kind !== DIGIT) {
        at++;
        continue;
      }
      const from = at;
      at = kind === DIGIT ? endOfNumber(text, at) : endOfWord(text, at);
      const possessive =
        at - from > 2 &&
        (text[at - 1] === 's' || text[at - 1] === 'S') &&
        classOf(text.charCodeAt(at - 2)) === APOSTROPHE;
      const word = text.slice(from, possessive ? at - 2 : at);
      const start = base + from;
      const edge = last < 0 || (lined && source.slice(base + last, start).includes('\n'));
      tokens.push({
        start,
        end: start + word.length,
        text: word,
        fold: fold(word),
        gap: edge ? 'edge' : gapBetween(text, last, from),
        region: type,
        shape: shapeOf(word),
        possessive,
      });
      last = at;
    }
  }
  return tokens;
}
