/** How a note's number can be printed where the note hangs, and where in a text it might stand. */

/** A stretch of body text, in source order: the characters `start…end` of a block that runs from `from` to `to`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** The block it is part of; the same for all stretches of one block. */
  readonly from: number;
  readonly to: number;
  /** The type of the block: `head`, `p`, `signed` … */
  readonly type: string;
}

/** A note: its printed number or symbol, and its own text. */
export interface NoteText {
  readonly n: string;
  readonly text: string;
}

/** A place where a note's mark might stand: `start…end` are the mark's characters. */
export interface Place {
  readonly start: number;
  readonly end: number;
  readonly style: string;
  readonly stretch: Stretch;
}

interface MarkStyle {
  readonly name: string;
  /** The mark's characters for a printed number; undefined where the style has no form for it. */
  readonly mark: (n: string) => string | undefined;
}

const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const numeric = (n: string): boolean => /^\d+$/.test(n);

/** A new style is one row. */
export const MARK_STYLES: readonly MarkStyle[] = [
  { name: 'plain', mark: (n) => n },
  { name: 'bracketed', mark: (n) => (n.startsWith('[') ? undefined : `[${n}]`) },
  { name: 'superscript', mark: (n) => (numeric(n) ? n.replace(/\d/g, (d) => SUPERSCRIPT[Number(d)]!) : undefined) },
];

/** No mark is longer; a longer "number" of a note is no number. */
const LONGEST = 12;

/**
 * All places of all notes: for each note, the occurrences of its mark in order. One pass over the text, whatever the
 * number of notes; notes with the same mark share one list.
 */
export function candidates(text: string, stretches: readonly Stretch[], notes: readonly NoteText[]): Place[][] {
  const byMark = new Map<string, { style: string; lists: Place[][] }>();
  const byNumber = new Map<string, Place[]>();
  const lengths = new Map<number, number[]>(); // first character → lengths of the marks that begin with it
  for (const { n } of notes) {
    if (n === '' || n.length > LONGEST || byNumber.has(n)) continue;
    const list: Place[] = [];
    byNumber.set(n, list);
    for (const style of MARK_STYLES) {
      const mark = style.mark(n);
      if (!mark) continue;
      const known = byMark.get(mark);
      if (known) known.lists.push(list);
      else byMark.set(mark, { style: style.name, lists: [list] });
      const first = mark.charCodeAt(0);
      const some = lengths.get(first);
      if (!some) lengths.set(first, [mark.length]);
      else if (!some.includes(mark.length)) some.push(mark.length);
    }
  }
  for (const stretch of stretches) {
    for (let at = stretch.start; at < stretch.end; at++) {
      const some = lengths.get(text.charCodeAt(at));
      if (!some) continue;
      for (const length of some) {
        if (at + length > stretch.end) continue;
        const mark = text.slice(at, at + length);
        const known = byMark.get(mark);
        if (!known || !wholeMark(text, at, at + length)) continue;
        const place: Place = { start: at, end: at + length, style: known.style, stretch };
        for (const list of known.lists) list.push(place);
      }
    }
  }
  return notes.map(({ n }) => byNumber.get(n) ?? []);
}

const letter = (code: number): boolean => (code | 32) >= 97 && (code | 32) <= 122;
const digit = (code: number): boolean => code >= 48 && code <= 57;

/** A symbol isn't part of a longer row of it (`*` of `**`), nor a letter mark the beginning of a word. */
function wholeMark(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1);
  if (digit(last)) return true;
  const next = text.charCodeAt(end);
  if (letter(last)) return !letter(next);
  return next !== last && text.charCodeAt(start - 1) !== text.charCodeAt(start);
}
