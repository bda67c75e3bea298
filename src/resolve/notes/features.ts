/**
 * What speaks for or against a place of a note: names of features, whose weights a model has learned.
 *
 * Characters around the place, the number that would remain if the mark were taken away, and what the note itself says.
 */

import { classAt, wordBefore } from './around.js';
import type { Place } from './marks.js';
import { fold, type Reading, WORDS } from './note-text.js';
import { describeNumber } from './number.js';
import type { Setting } from './setting.js';

/** Tell `emit` the features of note `i` at a place. */
export function describe(set: Setting, i: number, place: Place, emit: (feature: string) => void): void {
  const { text } = set;
  // Marks in a row are looked at as one.
  const { rowStart: start, rowEnd: end, stretch } = place;
  const { from, to, type } = stretch;
  const note = set.notes[i]!;
  const at = (index: number): string => classAt(text, index, stretch);
  const p1 = at(start - 1);
  const p2 = p1 === '¶' ? '¶' : at(start - 2);
  const n1 = at(end);
  const n2 = n1 === '¶' ? '¶' : at(end + 1);
  const edge = start === from ? 'start' : end === to ? 'end' : 'in';

  if (place.style !== 'number') emit(`style:${place.style}`);
  if (set.style !== '') emit(`style-kept:${place.style === set.style}`);
  if (place.ties !== 0) emit(`row:${text.slice(start, end).replace(/\d+/g, '0')}`);
  emit(`p1:${p1}`);
  emit(`n1:${n1}`);
  emit(`p1n1:${p1}${n1}`);
  emit(`p2p1n1:${p2}${p1}${n1}`);
  emit(`n1n2:${n1}${n2}`);
  emit(`p1n1n2:${p1}${n1}${n2}`);
  emit(`${type}:${edge}`);
  emit(`${type}:${p1}${n1}`);
  emit(`kind:${note.kind}:${p1}`);
  emit(`kind:${note.kind}:${type}:${edge}`);
  emit(`opening:${note.opening}:${p1}`);
  emit(`opening:${note.opening}:${type}`);
  emit(`along:${along(set, i, start)}`);
  if (note.kind === 'source') return; // it hangs on the heading, and says nothing of it

  shared(text.slice(Math.max(from, start - NEARBY), start), note, p1, emit);
  if (place.style === 'number') describeNumber(set, note, place, p1, emit);
  else if (p1 === ' ' || p1 === '¶') emit(`word:${wordBefore(text, start, from)}`);
}

/** How far from where it would be if notes were spread evenly, in fifths of the text. */
function along({ from, to, notes }: Setting, i: number, start: number): number {
  return Math.round(((start - from) / (to - from || 1) - (i + 0.5) / notes.length) * 5);
}

/** Characters before a place whose words the note may quote. */
const NEARBY = 80;

/** Names and numbers before the place that the note has too. */
function shared(before: string, note: Reading, p1: string, emit: (feature: string) => void): void {
  let count = 0;
  let common = 0;
  let last = false;
  for (const [word] of before.matchAll(WORDS)) {
    count++;
    last = /^[\p{Lu}\d]/u.test(word) && note.words.has(fold(word));
    if (last) common++;
  }
  emit(`shared:${Math.min(common, 3)}`);
  if (last) emit(`shared-last:${p1}`);
  if (count === 0) emit('shared-none');
}
