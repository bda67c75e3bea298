/** Phrases known to be set in italics somewhere, and where a text has them: found by their first words, in one scan. */

import { type Part, part } from '../../features/hashed.js';
import { literally } from '../../text/literally.js';
import { isLetter } from '../../text/typography.js';
import { pairOf } from './known.js';

export interface PhraseFound {
  readonly start: number;
  readonly end: number;
  readonly phrase: string;
  /** The phrase as a feature. */
  readonly part: Part;
  /** Not a phrase, but the last word of a newspaper's name. */
  readonly paper: boolean;
}

const FIRST_WORD = /^\p{L}+/u;

/** Letters of the Latin blocks: what words are made of here. */
const isLatin = (code: number): boolean =>
  isLetter(code) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7 && code !== 0xf7);
const isWord = (code: number): boolean => isLatin(code) || (code >= 48 && code <= 57);

interface Entry {
  readonly phrase: string;
  readonly part: Part;
  readonly paper: boolean;
  /** `0` in the phrase stands for any number. */
  readonly pattern: RegExp;
}

const BASE = 31;

function hashOf(word: string): number {
  let hash = 0;
  for (let i = 0; i < word.length; i++) hash = (Math.imul(hash, BASE) + word.charCodeAt(i)) | 0;
  return hash;
}

const entry = (phrase: string, paper: boolean): Entry => ({
  phrase,
  part: part(`|t=${pairOf(phrase)}`),
  paper,
  pattern: new RegExp(literally(phrase).replace(/0/g, '\\d+').replace(/ /g, '\\s+'), 'y'),
});

/** Finds phrases by their first word. */
export class Lexicon {
  private readonly byFirst = new Map<number, Entry[]>();
  /** A bit for each hash that begins something: most words are ruled out by it. */
  private readonly filter = new Uint8Array(1 << 14);

  /** Phrases have `0` for each number and begin with a letter; `papers` are last words of newspapers' names. */
  constructor(phrases: readonly string[], papers: readonly string[] = []) {
    for (const phrase of phrases) this.add(entry(phrase, false));
    for (const word of papers) this.add(entry(word, true));
  }

  private add(one: Entry): void {
    const first = FIRST_WORD.exec(one.phrase)?.[0];
    if (first === undefined) return;
    const hash = hashOf(first);
    this.byFirst.set(hash, [...(this.byFirst.get(hash) ?? []), one]);
    this.filter[hash & (this.filter.length - 1)] = 1;
  }

  /** All places of all phrases; they may overlap. */
  find(text: string): PhraseFound[] {
    const out: PhraseFound[] = [];
    const { length } = text;
    const mask = this.filter.length - 1;
    for (let at = 0; at < length; ) {
      let code = text.charCodeAt(at);
      if (!isWord(code)) {
        at++;
        continue;
      }
      const start = at;
      const word = isLatin(code);
      let hash = 0;
      while (at < length && (word ? isLatin(code) : isWord(code))) {
        hash = (Math.imul(hash, BASE) + code) | 0;
        at++;
        // Beyond the end it's no integer: code compiled for integers would be thrown away.
        if (at < length) code = text.charCodeAt(at);
      }
      if (word && this.filter[hash & mask] === 1) this.collect(text, start, hash, out);
      while (at < length && isWord(text.charCodeAt(at))) at++;
    }
    return out;
  }

  private collect(text: string, start: number, hash: number, out: PhraseFound[]): void {
    for (const { phrase, part, paper, pattern } of this.byFirst.get(hash) ?? []) {
      pattern.lastIndex = start;
      if (!pattern.test(text)) continue;
      const end = pattern.lastIndex;
      if (end < text.length && isWord(text.charCodeAt(end))) continue;
      out.push({ start, end, phrase, part, paper });
    }
  }
}
