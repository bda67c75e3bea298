/** A mark of digits: is it a number of the text, or a part of one? What would remain if it were taken away? */

import { answer, count, type Emit, literal, type Part, part } from '../../features/hashed.js';
import type { TelegramNumbers } from '../../memory.js';
import {
  CAPITAL,
  classAt,
  EDGE,
  isDigit,
  isMonth,
  isYear,
  lettersBefore,
  SMALL,
  SPACE,
  wordAfter,
  wordBefore,
} from './around.js';
import type { Place } from './marks.js';
import type { Reading } from './note-text.js';
import { decimals, type Setting } from './setting.js';

/** What names of features begin with, and what stands between their parts. */
const RIGHT = literal('right:');
const COLON = literal(':');
const AFTER = literal('after:');
const NEXT = literal('next:');
const LEFT = literal('left:');
const LEFT_WORD = literal('left-word:');
const LEFT_NEXT = literal('left-next:');
const LEFT_YEAR = literal('left-year:');
const LEFT_DAY = literal('left-day:');
const LEFT_ELSEWHERE = literal('left-elsewhere:');
const WHOLE_ELSEWHERE = literal('whole-elsewhere:');
const ELSEWHERE = literal('elsewhere:');
const QUOTES = literal('quotes:');
const GROUP = literal('group:');
const DECIMALS = literal('decimals:');
const NEAR = literal('near:');
const VOLUME = literal('volume:');
const ALONE = literal('alone:');
const AFTER_END = literal(':after');
const JOINT = literal('joint:');
const JOINT_TAIL = literal('joint-tail:');
const JOINT_WORD = literal('joint-word:');
const JOINT_NEXT = literal('joint-next:');
const JOINT_QUOTES = literal('joint-quotes:');
const JOINT_ELSEWHERE = literal('joint-elsewhere:');
const JOINT_BEFORE = literal('joint-before:');
const JOINT_YEAR = literal('joint-year:');
const GLUED = literal('glued:');
const CLOCK = literal('clock');
const RIGHT_YEAR = literal('right-year');
const UNKNOWN = literal('?');
const PLUS = literal('+');

/** Longer rows of digits are cut: no number of a text is so long. */
const LONGEST = 24;

/** Digits before and after a mark, and what stands around them. */
interface Digits {
  readonly left: string;
  readonly right: string;
  readonly before: Part;
  readonly after: Part;
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
export function describeNumber(set: Setting, note: Reading, place: Place, p1: Part, emit: Emit): void {
  const digits = digitsAround(set.text, place);
  if (/^[ap]\.?m\b/.test(digits.next)) emit(CLOCK);
  if (digits.right !== '') {
    emit(RIGHT, count(digits.right.length), COLON, answer(digits.left !== ''));
    if (isYear(digits.right)) emit(RIGHT_YEAR);
  } else if (digits.left !== '') longer(set, note, place, digits, emit);
  else {
    if (p1 === SPACE || p1 === EDGE) alone(set, place, p1, digits, emit);
    else if ('.,–-/'.includes(p1.text)) joint(set, note, place, p1, digits, emit);
    else if (p1 === SMALL || p1 === CAPITAL) glued(set, place, digits, emit);
    else emit(AFTER, p1, digits.after);
    emit(NEXT, part(digits.next));
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
  emit(LEFT, count(size));
  emit(LEFT, count(size), COLON, before);
  emit(LEFT, count(size), COLON, before, COLON, after);
  emit(LEFT_WORD, part(word));
  emit(LEFT_WORD, part(word), COLON, count(size));
  emit(LEFT_NEXT, part(next));
  emit(LEFT_YEAR, answer(isYear(left)), COLON, answer(isYear(whole)));
  if (isMonth(word)) emit(LEFT_DAY, answer(Number(left) < 32), COLON, answer(Number(whole) < 32));
  const known = (set.numbers.get(left) ?? 0) > 0;
  const again = (set.numbers.get(whole) ?? 0) > 1;
  if (known) emit(LEFT_ELSEWHERE, count(size));
  if (again) emit(WHOLE_ELSEWHERE, count(whole.length));
  if (known || again) emit(ELSEWHERE, answer(known), COLON, answer(again));
  if (set.telegrams) beside(set.telegrams, left, whole, emit);
  emit(QUOTES, answer(note.words.has(left)), COLON, answer(note.words.has(whole)), COLON, count(size));
  if (before.text === ',' || before.text === '.') {
    const group = isDigit(text.charCodeAt(start - 2));
    emit(GROUP, before, COLON, answer(group), COLON, count(size));
    if (before.text === '.' && group) {
      const usual = decimals(set);
      const more = Math.sign((usual[size] ?? 0) - (usual[whole.length] ?? 0));
      emit(DECIMALS, count(more), COLON, answer(type === 'cell'));
    }
  } else emit(NEAR, near(left, own), COLON, near(whole, own));
}

/** Whether the volume has a telegram of the number that remains, or of the whole. */
function beside(telegrams: TelegramNumbers, left: string, whole: string, emit: Emit): void {
  const rest = telegrams.has(left);
  const all = telegrams.has(whole);
  if (rest || all) emit(VOLUME, answer(rest), COLON, answer(all), COLON, answer(left.length > 2));
}

/** Whether a number is of the size of telegrams like this one. */
function near(number: string, own: number): Part {
  if (own === 0) return UNKNOWN;
  const ratio = Number(number) / own;
  return ratio > 0.8 && ratio < 1.25 ? count(1) : count(ratio > 0.25 && ratio < 4 ? 2 : 3);
}

/** ` 2 `: nothing but the mark. */
function alone({ text }: Setting, { rowStart, stretch }: Place, p1: Part, digits: Digits, emit: Emit): void {
  emit(ALONE, part(wordBefore(text, rowStart, stretch.from)));
  emit(ALONE, part(digits.next), AFTER_END);
  emit(ALONE, p1, digits.after, COLON, literal(stretch.type));
}

/** `269.3`: a sign between the mark and what may be a number with it. */
function joint(set: Setting, note: Reading, place: Place, p1: Part, digits: Digits, emit: Emit): void {
  const { text } = set;
  const { from } = place.stretch;
  const end = place.rowStart - 1;
  let start = end;
  while (start > Math.max(from, end - LONGEST) && isDigit(text.charCodeAt(start - 1))) start--;
  const number = text.slice(start, end);
  emit(JOINT, p1, COLON, count(number.length), COLON, digits.after);
  if (number === '') {
    const tail = lettersBefore(text, end, from);
    emit(JOINT_TAIL, p1, COLON, tail.length > 3 ? PLUS : part(tail));
    return;
  }
  emit(JOINT_WORD, p1, COLON, part(wordBefore(text, start, from)));
  emit(JOINT_NEXT, p1, COLON, part(digits.next));
  emit(JOINT_QUOTES, p1, COLON, answer(note.words.has(number)), COLON, count(number.length));
  emit(JOINT_ELSEWHERE, p1, COLON, answer((set.numbers.get(number) ?? 0) > 1), COLON, count(number.length));
  if (start > from) emit(JOINT_BEFORE, p1, classAt(text, start - 1, place.stretch));
  if (isYear(number)) emit(JOINT_YEAR, p1, COLON, digits.after);
}

/** `Japan1`, `G–8`, `NSC5`: letters right before the mark. */
function glued({ text }: Setting, { rowStart, stretch }: Place, digits: Digits, emit: Emit): void {
  const word = lettersBefore(text, rowStart, stretch.from);
  emit(
    GLUED,
    word.length > 4 ? PLUS : count(word.length),
    COLON,
    answer(word === word.toUpperCase()),
    COLON,
    digits.after,
  );
  emit(GLUED, part(word));
}
