/**
 * What speaks for or against a place of a note: names of features, whose weights a model has learned.
 *
 * Characters around the place, the number that would remain if the mark were taken away, and what the note itself says.
 */

import { answer, count, type Emit, literal, type Part, part } from '../../features/hashed.js';
import { classAt, EDGE, SPACE, wordBefore } from './around.js';
import type { Place } from './marks.js';
import { fold, type Reading, SOURCE, WORDS } from './note-text.js';
import { describeNumber } from './number.js';
import type { Setting } from './setting.js';

type Parts<N extends number, T extends Part[] = []> = T['length'] extends N ? T : Parts<N, [...T, Part]>;

const [STYLE, STYLE_KEPT, ROW, P1, N1, P1N1, P2P1N1, N1N2, P1N1N2] = [
  'style:',
  'style-kept:',
  'row:',
  'p1:',
  'n1:',
  'p1n1:',
  'p2p1n1:',
  'n1n2:',
  'p1n1n2:',
].map(literal) as Parts<9>;
const [KIND, OPENING, ALONG, WORD, COLON] = ['kind:', 'opening:', 'along:', 'word:', ':'].map(literal) as Parts<5>;
const [STARTS, ENDS, INSIDE, SHARED, SHARED_LAST, SHARED_NONE] = [
  'start',
  'end',
  'in',
  'shared:',
  'shared-last:',
  'shared-none',
].map(literal) as Parts<6>;

/** Tell `emit` the features of note `i` at a place. */
export function describe(set: Setting, i: number, place: Place, emit: Emit): void {
  const { text } = set;
  // Marks in a row are looked at as one.
  const { rowStart: start, rowEnd: end, stretch } = place;
  const { from, to } = stretch;
  const type = literal(stretch.type);
  const note = set.notes[i]!;
  const p1 = classAt(text, start - 1, stretch);
  const p2 = p1 === EDGE ? EDGE : classAt(text, start - 2, stretch);
  const n1 = classAt(text, end, stretch);
  const n2 = n1 === EDGE ? EDGE : classAt(text, end + 1, stretch);
  const edge = start === from ? STARTS : end === to ? ENDS : INSIDE;

  if (place.style !== 'number') emit(STYLE, literal(place.style));
  if (set.style !== '') emit(STYLE_KEPT, answer(place.style === set.style));
  if (place.ties !== 0) emit(ROW, part(text.slice(start, end).replace(/\d+/g, '0')));
  emit(P1, p1);
  emit(N1, n1);
  emit(P1N1, p1, n1);
  emit(P2P1N1, p2, p1, n1);
  emit(N1N2, n1, n2);
  emit(P1N1N2, p1, n1, n2);
  emit(type, COLON, edge);
  emit(type, COLON, p1, n1);
  emit(KIND, note.kind, COLON, p1);
  emit(KIND, note.kind, COLON, type, COLON, edge);
  emit(OPENING, note.opening, COLON, p1);
  emit(OPENING, note.opening, COLON, type);
  emit(ALONG, count(along(set, i, start)));
  if (note.kind === SOURCE) return; // it hangs on the heading, and says nothing of it

  shared(text.slice(Math.max(from, start - NEARBY), start), note, p1, emit);
  if (place.style === 'number') describeNumber(set, note, place, p1, emit);
  else if (p1 === SPACE || p1 === EDGE) emit(WORD, part(wordBefore(text, start, from)));
}

/** How far from where it would be if notes were spread evenly, in fifths of the text. */
function along({ from, to, notes }: Setting, i: number, start: number): number {
  return Math.round(((start - from) / (to - from || 1) - (i + 0.5) / notes.length) * 5);
}

/** Characters before a place whose words the note may quote. */
const NEARBY = 80;

/** Names and numbers before the place that the note has too. */
function shared(before: string, note: Reading, p1: Part, emit: Emit): void {
  let words = 0;
  let common = 0;
  let last = false;
  WORDS.lastIndex = 0;
  for (let match = WORDS.exec(before); match; match = WORDS.exec(before)) {
    const [word] = match;
    words++;
    last = FIRST_OF_NAME.test(word) && note.words.has(fold(word));
    if (last) common++;
  }
  emit(SHARED, count(Math.min(common, 3)));
  if (last) emit(SHARED_LAST, p1);
  if (words === 0) emit(SHARED_NONE);
}

const FIRST_OF_NAME = /^[\p{Lu}\d]/u;
