/**
 * What speaks for or against a place of a note: names of features, whose weights a model has learned.
 *
 * Characters around the place, the number that would remain if the mark were taken away, and what the note itself says.
 */

import type { NoteText, Place, Stretch } from './marks.js';

/** What is known of a document before its places are looked at. */
export interface Setting {
  readonly text: string;
  readonly notes: readonly Reading[];
  /** How often each run of digits stands in the body. */
  readonly numbers: ReadonlyMap<string, number>;
  /** The telegram's own number (`205.` at the start of the first paragraph). */
  readonly own: number;
  readonly from: number;
  readonly to: number;
  /** The style, other than plain numbers and letters, in which most notes could be marked; '' if there is none. */
  readonly style: string;
}

/** A note's text, read once: its words and numbers, and how it begins. */
interface Reading {
  readonly n: string;
  readonly words: ReadonlySet<string>;
  readonly opening: string;
  readonly second: string;
  readonly kind: string;
}

/** What notes talk of, by how they say it; the first that matches names the note's kind. A row more is a kind more. */
const KINDS: readonly (readonly [string, RegExp])[] = [
  ['source', /^Source:/],
  ['signed-copy', /(?:typed|stamped|original|that (?:bears|indicates)).{0,60}(?:signature|signed)|signed the original/],
  ['initialed', /initial/],
  ['brackets', /^(?:All )?(?:[Bb]rackets|\[?[Tt]ext not declassified|\[?[\d½ ]+ (?:line|word|paragraph)s?)/],
  ['ellipsis', /^(?:All )?[Ee]llips[ie]s|^Omission/],
  ['handwritten', /[Hh]andwritten|[Ii]n the margin|marginal/],
  ['see', /^(?:See|For text|For|Cf\.)/],
  [
    'printed',
    /^(?:Not printed|Printed|Not found|Neither|None|Document \d|Dated|Attached|Telegram|In telegram|Reference)/,
  ],
  ['ibid', /^Ibid/],
];

const numbersIn = /\d+/g;
const wordsIn = /[\p{L}][\p{L}\p{M}]{2,}|\d+/gu;

const ASCII = /^[\0-\x7f]*$/;

const fold = (word: string): string =>
  ASCII.test(word) ? word.toLowerCase() : word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function read(note: NoteText): Reading {
  const text = note.text.slice(0, 600);
  const words = new Set<string>();
  for (const [word] of text.matchAll(wordsIn)) words.add(fold(word));
  const opening = /^[“"([]*(\S+?)[.,;:’”)\]]*(?:\s+[“"([]*(\S+?)[.,;:’”)\]]*)?(?:\s|$)/.exec(text);
  return {
    n: note.n,
    words,
    opening: opening?.[1] ?? '',
    second: opening?.[2] ?? '',
    kind: KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other',
  };
}

const STYLED = ['bracketed', 'superscript'];

export function setting(
  text: string,
  stretches: readonly Stretch[],
  notes: readonly NoteText[],
  places: readonly (readonly Place[])[],
): Setting {
  const numbers = new Map<string, number>();
  let own = 0;
  for (const { start, end, type } of stretches) {
    const body = text.slice(start, end);
    for (const [number] of body.matchAll(numbersIn)) numbers.set(number, (numbers.get(number) ?? 0) + 1);
    if (own === 0 && type === 'p') own = Number(/^(\d{1,5})\.\s/.exec(body)?.[1] ?? 0);
  }
  const from = stretches[0]?.start ?? 0;
  const style = STYLED.find((one) => {
    const markable = places.filter((list) => list.some((place) => place.style === one));
    return markable.length * 2 > notes.length;
  });
  return { text, style: style ?? '', notes: notes.map(read), numbers, own, from, to: stretches.at(-1)?.end ?? from };
}

/** Class of a character: letters, digits and white space as one each, punctuation as itself. */
function kindOf(code: number): string {
  if (code >= 97 && code <= 122) return 'a';
  if (code >= 65 && code <= 90) return 'A';
  if (code >= 48 && code <= 57) return '0';
  if (code === 32 || code === 0xa0) return '_';
  if (code === 10 || code === 13 || Number.isNaN(code)) return '¶';
  if (code >= 0xc0 && code < 0x250) return 'a';
  return String.fromCharCode(code);
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const MONTH =
  /^(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)$/;
const size = (n: number): string => (n === 0 ? '0' : n === 1 ? '1' : n < 4 ? '2' : n < 8 ? '4' : '8');

/** The word that ends at or before `at` (white space and a period between), lower case; '' at the block's start. */
function wordBefore(text: string, at: number, from: number): string {
  const m = /([\p{L}’']+)[.,#\s(“"–-]{0,3}$/u.exec(text.slice(Math.max(from, at - 24), at));
  return m ? m[1]!.toLowerCase() : '';
}

function wordAfter(text: string, at: number, to: number): string {
  const m = /^[\s–-]{0,2}([\p{L}.]{1,12}|[%$\d])/u.exec(text.slice(at, Math.min(to, at + 15)));
  return m ? m[1]!.toLowerCase() : '';
}

const year = (number: string): boolean => /^1[789]\d\d$/.test(number);

/** Whether a number is of the size of telegrams like this one. */
function near(number: string, own: number): string {
  if (own === 0) return '?';
  const ratio = Number(number) / own;
  return ratio > 0.8 && ratio < 1.25 ? '1' : ratio > 0.25 && ratio < 4 ? '2' : '3';
}

/** Tell `emit` the features of note `i` at a place. */
export function describe(set: Setting, i: number, place: Place, emit: (feature: string) => void): void {
  const { text } = set;
  // Marks in a row are looked at as one.
  const { rowStart: start, rowEnd: end, stretch } = place;
  const { from, to } = stretch;
  const note = set.notes[i]!;
  const at = (index: number): string => (index < from || index >= to ? '¶' : kindOf(text.charCodeAt(index)));
  const p1 = at(start - 1);
  const p2 = p1 === '¶' ? '¶' : at(start - 2);
  const n1 = at(end);
  const n2 = n1 === '¶' ? '¶' : at(end + 1);

  if (place.style !== 'number') emit(`style:${place.style}`);
  if (set.style !== '') emit(`style-kept:${place.style === set.style}`);
  if (place.ties !== 0) emit(`row:${text.slice(start, end).replace(/\d+/g, '0')}`);
  emit(`p1:${p1}`);
  emit(`n1:${n1}`);
  emit(`p1n1:${p1}${n1}`);
  emit(`p2p1n1:${p2}${p1}${n1}`);
  emit(`n1n2:${n1}${n2}`);
  emit(`p1n1n2:${p1}${n1}${n2}`);
  const edge = start === from ? 'start' : end === to ? 'end' : 'in';
  emit(`${stretch.type}:${edge}`);
  emit(`${stretch.type}:${p1}${n1}`);

  // What the note says of itself.
  emit(`kind:${note.kind}:${p1}`);
  emit(`kind:${note.kind}:${stretch.type}:${edge}`);
  emit(`opening:${note.opening}:${p1}`);
  emit(`opening:${note.opening}:${stretch.type}`);
  if (set.notes.length > 0) {
    const length = set.to - set.from || 1;
    const off = (start - set.from) / length - (i + 0.5) / set.notes.length;
    emit(`along:${Math.round(off * 5)}`);
  }
  if (note.kind === 'source') return;

  // Words of the note that stand before and after the place.
  let shared = 0;
  let last = false;
  const before = text.slice(Math.max(from, start - 80), start);
  let count = 0;
  for (const m of before.matchAll(wordsIn)) {
    count++;
    last = note.words.has(fold(m[0])) && /^[\p{Lu}\d]/u.test(m[0]);
    if (last) shared++;
  }
  emit(`shared:${Math.min(shared, 3)}`);
  if (last) emit(`shared-last:${p1}`);
  if (count === 0) emit('shared-none');

  if (place.style === 'number') number(set, note, place, p1, emit);
  else if (p1 === '_' || p1 === '¶') emit(`word:${wordBefore(text, start, from)}`);
}

/** The features of a mark of digits: whether it could be, or be part of, a number of the text. */
function number(set: Setting, note: Reading, place: Place, p1: string, emit: (feature: string) => void): void {
  const { text, own } = set;
  const { rowStart: start, rowEnd: end, stretch } = place;
  let a = start;
  let b = end;
  while (a > stretch.from && isDigit(text.charCodeAt(a - 1))) a--;
  while (b < stretch.to && isDigit(text.charCodeAt(b))) b++;
  const left = text.slice(a, start);
  const right = text.slice(end, b);
  const whole = text.slice(a, b);
  const next = wordAfter(text, b, stretch.to);
  const n1 = b === end ? (b >= stretch.to ? '¶' : kindOf(text.charCodeAt(b))) : '0';
  const m1 = a > stretch.from ? kindOf(text.charCodeAt(a - 1)) : '¶';
  if (right !== '') {
    emit(`right:${right.length}:${left.length > 0}`);
    if (year(right) || MONTH.test(right)) emit('right-year');
    return;
  }
  if (left !== '') {
    const word = wordBefore(text, a, stretch.from);
    const known = (set.numbers.get(left) ?? 0) > 0;
    const again = (set.numbers.get(whole) ?? 0) > 1;
    emit(`left:${left.length}`);
    emit(`left:${left.length}:${m1}`);
    emit(`left:${left.length}:${m1}:${n1}`);
    emit(`left-word:${word}`);
    emit(`left-word:${word}:${left.length}`);
    emit(`left-next:${next}`);
    emit(`left-year:${year(left)}:${year(whole)}`);
    if (MONTH.test(word)) emit(`left-day:${Number(left) < 32}:${Number(whole) < 32}`);
    if (known) emit(`left-elsewhere:${left.length}`);
    if (again) emit(`whole-elsewhere:${whole.length}`);
    if (known || again) emit(`elsewhere:${known}:${again}`);
    const quotesLeft = note.words.has(left);
    const quotesWhole = note.words.has(whole);
    emit(`quotes:${quotesLeft}:${quotesWhole}:${left.length}`);
    if (m1 === ',' || m1 === '.') {
      const thousands = isDigit(text.charCodeAt(a - 2));
      emit(`group:${m1}:${thousands}:${left.length}`);
    }
    if (m1 !== ',' && m1 !== '.') emit(`near:${near(left, own)}:${near(whole, own)}`);
    return;
  }
  // Nothing but the mark: a number by itself, or glued to what stands before it.
  if (p1 === '_' || p1 === '¶') {
    emit(`alone:${wordBefore(text, start, stretch.from)}`);
    emit(`alone:${next}:after`);
    emit(`alone:${p1}${n1}:${stretch.type}`);
  } else if (p1 === '.' || p1 === ',' || p1 === '–' || p1 === '-' || p1 === '/') {
    let c = start - 1;
    while (c > stretch.from && isDigit(text.charCodeAt(c - 1))) c--;
    const digits = text.slice(c, start - 1);
    emit(`joint:${p1}:${digits.length}:${n1}`);
    if (digits !== '') {
      const word = wordBefore(text, c, stretch.from);
      emit(`joint-word:${p1}:${word}`);
      emit(`joint-next:${p1}:${next}`);
      emit(`joint-quotes:${p1}:${note.words.has(digits)}:${digits.length}`);
      emit(`joint-elsewhere:${p1}:${(set.numbers.get(digits) ?? 0) > 1}:${digits.length}`);
      if (c > stretch.from) emit(`joint-before:${p1}${kindOf(text.charCodeAt(c - 1))}`);
      if (year(digits)) emit(`joint-year:${p1}:${n1}`);
    } else {
      const tail = /([\p{L}]+)$/u.exec(text.slice(Math.max(stretch.from, c - 12), c))?.[1] ?? '';
      emit(`joint-tail:${p1}:${tail.length > 3 ? '+' : tail}`);
    }
  } else if (/[A-Za-z]/.test(p1)) {
    const word = /([\p{L}]+)$/u.exec(text.slice(Math.max(stretch.from, start - 20), start))?.[1] ?? '';
    emit(`glued:${word.length > 4 ? '+' : word.length}:${/^\p{Lu}+$/u.test(word)}:${n1}`);
    emit(`glued:${word}`);
  } else emit(`after:${p1}${n1}`);
  emit(`next:${next}`);
  emit(`n:${size(Number(note.n) || 0)}:${p1}`);
}
