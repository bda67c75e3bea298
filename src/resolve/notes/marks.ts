/** Where in a text the marks of notes might stand. */

import { packed } from '../../packed.js';
import type { MarkStyle } from '../../text/mark-styles.js';
import { lowered } from '../../text/superscripts.js';
import { isLetter } from '../../text/typography.js';
import type { TextRange } from '../../text-range.js';
import { JOINS, OPEN } from './chain.js';
import { MARK_STYLES, stylesOf } from './styles.js';

/** A stretch of body text, in source order: the characters `start…end` of a block that runs from `from` to `to`. */
export interface Stretch extends TextRange {
  /** The block it is part of; the same for all stretches of one block. */
  readonly from: number;
  readonly to: number;
  /** The type of the block: `head`, `p`, `signed` … */
  readonly type: string;
}

/** A note: its printed number or symbol, its own text, and its label as it stands where that is known. */
export interface NoteText {
  readonly n: string;
  readonly text: string;
  readonly label?: string;
}

/** A place where a note's mark might stand: `start…end` are the mark's characters. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly style: string;
  readonly stretch: Stretch;
  /** Where it is taken as one of marks in a row (`3,4` or `34`): their ties, and the characters of it and its neighbours. */
  readonly ties: number;
  readonly rowStart: number;
  readonly rowEnd: number;
}

/** A printed label without its style: `[2]` and `²` are 2. */
const bare = (n: string): string => lowered(n.replace(/^[[(](.+)[\])]$/, '$1'));

interface Form {
  readonly mark: string;
  readonly style: string;
}

/** The marks that a note of this number can have in the text, and the style of each as the model knows it. */
function forms(n: string, styles: readonly MarkStyle[]): Form[] {
  const out: Form[] = [];
  if (n === '' || n.length > LONGEST) return out;
  for (const { name, mark, as = name } of styles) {
    const form = mark(bare(n));
    if (form) out.push({ mark: form, style: as });
  }
  return out;
}

/** The characters that can mark a note of this number in the text. */
export const markForms = (n: string): string[] => forms(n, MARK_STYLES).map(({ mark }) => mark);

/** No mark is longer; a longer "number" of a note is no number. */
const LONGEST = 12;

/** Which of the occurrences of note `i`'s mark to look at, where there are very many in all. */
export type Narrow = (places: Place[], i: number) => Place[];

/** So many places of all notes together are looked at without narrowing. */
const MANY = 50_000;

/**
 * All places of all notes: for each note, the occurrences of its mark in order. One pass over the text, whatever the
 * number of notes.
 */
export function candidates(
  text: string,
  stretches: readonly Stretch[],
  notes: readonly NoteText[],
  narrow: Narrow = (places) => places,
): Place[][] {
  const byMark = new Map<string, { style: string; list: Place[] }>();
  const lengths = new Map<number, number[]>(); // first character → lengths of the marks that begin with it
  const styles = stylesOf(text, stretches, notes);
  const marks = packed(notes, ({ n }) => forms(n, styles));
  for (const { mark, style } of marks.flat()) {
    if (byMark.has(mark)) continue;
    byMark.set(mark, { style, list: [] });
    const first = mark.charCodeAt(0);
    const some = lengths.get(first);
    if (!some) lengths.set(first, [mark.length]);
    else if (!some.includes(mark.length)) some.push(mark.length);
  }
  const ascii = Array.from({ length: 128 }, (_, code) => lengths.get(code));
  for (const stretch of stretches) {
    for (let at = stretch.start; at < stretch.end; at++) {
      const code = text.charCodeAt(at);
      const some = code < 128 ? ascii[code] : lengths.get(code);
      if (!some) continue;
      for (const length of some) {
        if (at + length > stretch.end) continue;
        const known = byMark.get(text.slice(at, at + length));
        const end = at + length;
        if (!known || !wholeMark(text, at, end)) continue;
        known.list.push({ start: at, end, style: known.style, stretch, ties: 0, rowStart: at, rowEnd: end });
      }
    }
  }
  const lists = new Map<string, Place[]>(); // shared by the notes of one number
  const places = packed(notes, ({ n }, i) => {
    let list = lists.get(n);
    if (!list) {
      const some = marks[i]!.map(({ mark }) => byMark.get(mark)!.list).filter((one) => one.length > 0);
      list = some.length === 1 ? some[0]! : inOrder(some.flat(), styles[0]!);
      lists.set(n, list);
    }
    return list;
  });
  const many = places.reduce((sum, list) => sum + list.length, 0) > MANY;
  return packed(places, (list, i) =>
    withRows(text, many ? narrow(list, i) : list, marks[i - 1] ?? [], marks[i + 1] ?? []),
  );
}

/** Places by where they begin; of a style that the model doesn't know marks are whole: `1` of `{1}` is none. */
function inOrder(places: Place[], { as }: MarkStyle): Place[] {
  places.sort((a, b) => a.start - b.start || b.end - a.end);
  return as ? places.filter(({ end }, i) => i === 0 || places[i - 1]!.end < end) : places;
}

/** What may stand between marks in a row, at most APART characters; nothing, too. */
export const BETWEEN = ['', ' ', ',', ';', '-', '–', ', ', '; '];

/** Add the readings in which a place is one of marks in a row, beside those in which it stands alone. */
function withRows(text: string, places: Place[], before: readonly Form[], after: readonly Form[]): Place[] {
  let out: Place[] | undefined;
  places.forEach((place, k) => {
    const { start, end, stretch } = place;
    let rowStart = -1;
    let rowEnd = -1;
    for (const between of BETWEEN) {
      const { length } = between;
      if (text.startsWith(between, start - length)) {
        const mark = before.find((form) => text.endsWith(form.mark, start - length))?.mark;
        if (mark && start - length - mark.length >= stretch.start) rowStart = start - length - mark.length;
      }
      if (text.startsWith(between, end)) {
        const mark = after.find((form) => text.startsWith(form.mark, end + length))?.mark;
        if (mark && end + length + mark.length <= stretch.end) rowEnd = end + length + mark.length;
      }
    }
    if (rowStart < 0 && rowEnd < 0) {
      out?.push(place);
      return;
    }
    out ??= places.slice(0, k);
    out.push(place);
    if (rowStart >= 0) out.push({ ...place, ties: JOINS, rowStart });
    if (rowEnd >= 0) out.push({ ...place, ties: OPEN, rowEnd });
    if (rowStart >= 0 && rowEnd >= 0) out.push({ ...place, ties: JOINS | OPEN, rowStart, rowEnd });
  });
  return out ?? places;
}

const digit = (code: number): boolean => code >= 48 && code <= 57;

/** Thousands below a number's first digits: `,000,000`. */
const THOUSANDS = /^,\d{3}(?!\d)/;

/** Whether a number with thousands begins with these digits, behind white space: `2` of `2,000,000`. */
const beginsThousands = (text: string, start: number, end: number): boolean =>
  text[end] === ',' && (start === 0 || /\s/.test(text[start - 1]!)) && THOUSANDS.test(text.slice(end, end + 5));

/** A symbol isn't part of a longer row of it (`*` of `**`), nor a letter mark the beginning of a word, nor digits of a number. */
function wholeMark(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (digit(last)) return !beginsThousands(text, start, end);
  const next = text.charCodeAt(end);
  if (isLetter(last)) return !isLetter(next);
  const first = text.charCodeAt(start);
  if (first !== last) return true;
  return next !== last && text.charCodeAt(start - 1) !== first;
}
