/** A mark of digits: is it a number of the text, or a part of one? What would remain if it were taken away? */

import type { TelegramNumbers } from '../../memory.js';
import { classAt, isDigit, isMonth, isYear, lettersBefore, wordAfter, wordBefore } from './around.js';
import type { Place } from './marks.js';
import type { Reading } from './note-text.js';
import { decimals, type Setting } from './setting.js';

type Emit = (feature: string) => void;

/** Longer rows of digits are cut: no number of a text is so long. */
const LONGEST = 24;

/** Digits before and after a mark, and what stands around them. */
interface Digits {
  readonly left: string;
  readonly right: string;
  readonly before: string;
  readonly after: string;
  /** Where `left` begins. */
  readonly start: number;
  readonly next: string;
}

function digitsAround(text: string, { rowStart, rowEnd, stretch }: Place): Digits {
  let start = rowStart;
  let end = rowEnd;
  while (start > Math.max(stretch.from, rowStart - LONGEST) && isDigit(text.charCodeAt(start - 1))) start--;
  while (end < Math.min(stretch.to, rowEnd + LONGEST) && isDigit(text.charCodeAt(end))) end++;
  return {
    left: text.slice(start, rowStart),
    right: text.slice(rowEnd, end),
    before: classAt(text, start - 1, stretch),
    after: classAt(text, end, stretch),
    start,
    next: wordAfter(text, end, stretch.to),
  };
}

/** Tell `emit` the features of a mark of digits; `p1` is the class of the character before it. */
export function describeNumber(set: Setting, note: Reading, place: Place, p1: string, emit: Emit): void {
  const digits = digitsAround(set.text, place);
  if (/^[ap]\.?m\b/.test(digits.next)) emit('clock');
  if (digits.right !== '') {
    emit(`right:${digits.right.length}:${digits.left !== ''}`);
    if (isYear(digits.right)) emit('right-year');
  } else if (digits.left !== '') longer(set, note, place, digits, emit);
  else {
    if (p1 === ' ' || p1 === '¶') alone(set, place, p1, digits, emit);
    else if ('.,–-/'.includes(p1)) joint(set, note, place, p1, digits, emit);
    else if (p1 === 'a' || p1 === 'A') glued(set, place, digits, emit);
    else emit(`after:${p1}${digits.after}`);
    emit(`next:${digits.next}`);
  }
}

/** `201` + `2`: a number that the mark makes longer. */
function longer(set: Setting, note: Reading, place: Place, digits: Digits, emit: Emit): void {
  const { text, own } = set;
  const { left, before, after, start, next } = digits;
  const { from, type } = place.stretch;
  const whole = text.slice(start, place.rowEnd);
  const size = left.length;
  const word = wordBefore(text, start, from);
  emit(`left:${size}`);
  emit(`left:${size}:${before}`);
  emit(`left:${size}:${before}:${after}`);
  emit(`left-word:${word}`);
  emit(`left-word:${word}:${size}`);
  emit(`left-next:${next}`);
  emit(`left-year:${isYear(left)}:${isYear(whole)}`);
  if (isMonth(word)) emit(`left-day:${Number(left) < 32}:${Number(whole) < 32}`);
  const known = (set.numbers.get(left) ?? 0) > 0;
  const again = (set.numbers.get(whole) ?? 0) > 1;
  if (known) emit(`left-elsewhere:${size}`);
  if (again) emit(`whole-elsewhere:${whole.length}`);
  if (known || again) emit(`elsewhere:${known}:${again}`);
  if (set.telegrams) beside(set.telegrams, left, whole, emit);
  emit(`quotes:${note.words.has(left)}:${note.words.has(whole)}:${size}`);
  if (before === ',' || before === '.') {
    const group = isDigit(text.charCodeAt(start - 2));
    emit(`group:${before}:${group}:${size}`);
    if (before === '.' && group) {
      const usual = decimals(set);
      const more = Math.sign((usual[size] ?? 0) - (usual[whole.length] ?? 0));
      emit(`decimals:${more}:${type === 'cell'}`);
    }
  } else emit(`near:${near(left, own)}:${near(whole, own)}`);
}

/** Whether the volume has a telegram of the number that remains, or of the whole. */
function beside(telegrams: TelegramNumbers, left: string, whole: string, emit: Emit): void {
  const rest = telegrams.has(left);
  const all = telegrams.has(whole);
  if (rest || all) emit(`volume:${rest}:${all}:${left.length > 2}`);
}

/** Whether a number is of the size of telegrams like this one. */
function near(number: string, own: number): string {
  if (own === 0) return '?';
  const ratio = Number(number) / own;
  return ratio > 0.8 && ratio < 1.25 ? '1' : ratio > 0.25 && ratio < 4 ? '2' : '3';
}

/** ` 2 `: nothing but the mark. */
function alone({ text }: Setting, { rowStart, stretch }: Place, p1: string, digits: Digits, emit: Emit): void {
  emit(`alone:${wordBefore(text, rowStart, stretch.from)}`);
  emit(`alone:${digits.next}:after`);
  emit(`alone:${p1}${digits.after}:${stretch.type}`);
}

/** `269.3`: a sign between the mark and what may be a number with it. */
function joint(set: Setting, note: Reading, place: Place, p1: string, digits: Digits, emit: Emit): void {
  const { text } = set;
  const { from } = place.stretch;
  const end = place.rowStart - 1;
  let start = end;
  while (start > Math.max(from, end - LONGEST) && isDigit(text.charCodeAt(start - 1))) start--;
  const number = text.slice(start, end);
  emit(`joint:${p1}:${number.length}:${digits.after}`);
  if (number === '') {
    const tail = lettersBefore(text, end, from);
    emit(`joint-tail:${p1}:${tail.length > 3 ? '+' : tail}`);
    return;
  }
  emit(`joint-word:${p1}:${wordBefore(text, start, from)}`);
  emit(`joint-next:${p1}:${digits.next}`);
  emit(`joint-quotes:${p1}:${note.words.has(number)}:${number.length}`);
  emit(`joint-elsewhere:${p1}:${(set.numbers.get(number) ?? 0) > 1}:${number.length}`);
  if (start > from) emit(`joint-before:${p1}${classAt(text, start - 1, place.stretch)}`);
  if (isYear(number)) emit(`joint-year:${p1}:${digits.after}`);
}

/** `Japan1`, `G–8`, `NSC5`: letters right before the mark. */
function glued({ text }: Setting, { rowStart, stretch }: Place, digits: Digits, emit: Emit): void {
  const word = lettersBefore(text, rowStart, stretch.from);
  emit(`glued:${word.length > 4 ? '+' : word.length}:${word === word.toUpperCase()}:${digits.after}`);
  emit(`glued:${word}`);
}
