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
  /** `c`: Capital first; `u`: all capitals; `l`: lower case; `i`: one capital; `d`: digits. */
  readonly shape: 'c' | 'u' | 'l' | 'i' | 'd';
}

/** So many words are kept at most; then the table begins anew. */
const KEPT = 1 << 16;
const SLOTS = KEPT * 2;

const slots = new Int32Array(SLOTS); // index into `words`, from 1
const hashes = new Int32Array(KEPT + 1);
let words: Word[] = [];

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

/** A string of its own: a slice of a document would keep the whole of it in memory. */
function copied(text: string, from: number, to: number): string {
  let out = '';
  for (let at = from; at < to; at++) out += String.fromCharCode(text.charCodeAt(at));
  return out;
}

function made(text: string): Word {
  const folded = fold(text);
  const singular = folded.length > 2 && text.endsWith('s') ? folded.slice(0, -1) : undefined;
  return { text, fold: folded, singular, part: part(folded), shape: shapeOf(text) };
}

/** The word that stands at `from…to` of a text, which holds at least one character. */
export function wordAt(text: string, from: number, to: number): Word {
  const length = to - from;
  if (length > LONGEST) return made(text.slice(from, to));
  let hash = length;
  for (let at = from; at < to; at++) hash = (Math.imul(hash, 0x0100_0193) + text.charCodeAt(at)) | 0;
  let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
  for (;;) {
    const index = slots[slot]!;
    if (index === 0) break;
    if (hashes[index] === hash) {
      const word = words[index - 1]!;
      if (word.text.length === length && text.startsWith(word.text, from)) return word;
    }
    slot = (slot + 1) & (SLOTS - 1);
  }
  if (words.length === KEPT) {
    slots.fill(0);
    words = [];
    return wordAt(text, from, to);
  }
  const word = made(copied(text, from, to));
  words.push(word);
  slots[slot] = words.length;
  hashes[words.length] = hash;
  return word;
}
