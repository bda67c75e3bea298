/**
 * Where a decision holds: words quoted with what stands around them, and their offsets, so that the place is found again when
 * the text has been edited elsewhere, or its lines broken anew. The selectors are those of the Web Annotation Data Model
 * (TextQuoteSelector and TextPositionSelector, https://www.w3.org/TR/annotation-model/#selectors).
 */

import type { TextRange } from '../text-range.js';

/** `exact` are the words at `start…end` (UTF-16 offsets), perhaps none: then it is the place between `prefix` and `suffix`. */
export interface TextAnchor {
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Characters of context on either side. */
const CONTEXT = 32;

/** The anchor of a stretch of text. */
export function anchorAt(text: string, start: number, end: number): TextAnchor {
  const prefix = text.slice(Math.max(0, start - CONTEXT), start);
  return { start, end, exact: text.slice(start, end), prefix, suffix: text.slice(end, end + CONTEXT) };
}

/** A text with runs of white space as one space, and the offset in the text of each of its characters. */
interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

function fold(text: string): Folded {
  let out = '';
  const at: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const blank = /\s/.test(text[i]!);
    if (blank && out.endsWith(' ')) continue;
    out += blank ? ' ' : text[i]!;
    at.push(i);
  }
  at.push(text.length);
  return { text: out, at };
}

/** How many characters two strings share from the end. */
function sharedEnd(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[a.length - 1 - n] === b[b.length - 1 - n]) n++;
  return n;
}

const sharedStart = (a: string, b: string): number => {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
};

function* occurrences(text: string, words: string): Generator<number> {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) yield at;
}

/** Of the context, this share must still be there, in one piece next to the words on one side or on both. */
const ENOUGH = 0.45;
/** A place must be better than the next best by this share: else it is open which is meant. */
const CLEARLY = 0.08;
/** Characters next to an empty place by which it is looked for. */
const NEAR = 8;

/** Where the words of an anchor stand now; undefined where they are gone, or where it is open which of several places is meant. */
export function findAnchor(text: string, anchor: TextAnchor): TextRange | undefined {
  const { start, end, exact, prefix, suffix } = anchor;
  const here = text.slice(start, end) === exact && text.slice(0, start).endsWith(prefix);
  if (here && text.startsWith(suffix, end)) return { start, end };
  const folded = fold(text);
  const words = fold(exact).text;
  const before = fold(prefix).text;
  const after = fold(suffix).text;
  const total = before.length + after.length;
  let best: { at: number; share: number } | undefined;
  let second = 0;
  for (const at of places(folded.text, words, before, after)) {
    const shared =
      sharedEnd(folded.text.slice(Math.max(0, at - before.length), at), before) +
      sharedStart(folded.text.slice(at + words.length, at + words.length + after.length), after);
    const share = total === 0 ? 1 : shared / total;
    if (!best || share > best.share) {
      second = best?.share ?? 0;
      best = { at, share };
    } else if (share > second) second = share;
  }
  if (!best || best.share < ENOUGH || best.share - second < CLEARLY) return undefined;
  const from = folded.at[best.at]!;
  return { start: from, end: words === '' ? from : folded.at[best.at + words.length - 1]! + 1 };
}

/** Offsets at which the words might stand, each once. */
function places(text: string, words: string, before: string, after: string): Iterable<number> {
  if (words !== '') return occurrences(text, words);
  const found = new Set<number>();
  const tail = before.slice(-NEAR);
  const head = after.slice(0, NEAR);
  if (tail !== '') for (const at of occurrences(text, tail)) found.add(at + tail.length);
  if (head !== '') for (const at of occurrences(text, head)) found.add(at);
  return found;
}
