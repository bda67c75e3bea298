/**
 * Words seen before: a document's words are mostly those of the documents before it, so what is known of a word's letters
 * is found out once and shared. A word is looked up by its characters where they stand, without a string being cut.
 */

import { fold } from '../authority/fold.js';
import { type Part, part } from '../features/hashed.js';
import { classOf, DIGIT, LOWER } from './letters.js';

/** What a word's letters alone tell. */
export interface Word {
  readonly text: string;
  readonly fold: string;
  /** Folded, without the s of a plural, where it may be one. */
  readonly singular: string | undefined;
  /** The folded word as a part of features' names. */
  readonly part: Part;
  readonly stem: string;
  /** `c`: Capital first; `u`: all capitals; `l`: lower case; `i`: one capital; `d`: digits. */
  readonly shape: 'c' | 'u' | 'l' | 'i' | 'd';
  /** By which it is found again; 0 of a word that is not kept. */
  readonly hash: number;
}

/** Country and language names meet in their first letters: Japan, Japanese; Canada, Canadian. */
export const stem = (word: string): string => word.slice(0, 5);

/** So many words are kept at most; then the table begins anew. */
const KEPT = 1 << 15;
const SLOTS = KEPT * 2;

/** Words by their hashes, open addressing. */
const slots = new Array<Word | undefined>(SLOTS).fill(undefined);
let kept = 0;

function shapeOf(text: string): Word['shape'] {
  const first = classOf(text.charCodeAt(0));
  if (first === DIGIT) return 'd';
  if (first === LOWER) return 'l';
  if (text.length === 1) return 'i';
  for (let i = 1; i < text.length; i++) if (classOf(text.charCodeAt(i)) === LOWER) return 'c';
  return 'u';
}

/** Longer runs of letters are no words that come again. */
const LONGEST = 64;

/** A string of its own, of a few letters: a slice of a document would keep the whole of it in memory. */
const copied = (codes: Uint16Array, from: number, to: number): string =>
  String.fromCharCode(...codes.subarray(from, to));

function made(text: string, hash: number): Word {
  const folded = fold(text);
  const singular = folded.length > 2 && text.endsWith('s') ? folded.slice(0, -1) : undefined;
  return { text, fold: folded, singular, part: part(folded), stem: stem(folded), shape: shapeOf(text), hash };
}

/** Whether a word is that at `from…to`, which is as long. */
function isAt(word: string, codes: Uint16Array, from: number): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== codes[from + i]) return false;
  return true;
}

/** The word that stands at `from…to` of a text, of which `codes` are the UTF-16 code units; at least one. */
export function wordAt(text: string, codes: Uint16Array, from: number, to: number): Word {
  const length = to - from;
  if (length > LONGEST) return made(text.slice(from, to), 0);
  let hash = length;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 0x0100_0193) + codes[at]!) | 0;
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  for (let word = slots[slot]; word; word = slots[slot]) {
    if (word.hash === hash && word.text.length === length && isAt(word.text, codes, from)) return word;
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (kept === KEPT) {
    slots.fill(undefined);
    kept = 0;
    return wordAt(text, codes, from, to);
  }
  const word = made(copied(codes, from, to), hash);
  slots[slot] = word;
  kept++;
  return word;
}
