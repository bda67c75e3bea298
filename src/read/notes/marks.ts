/** Marks of notes in the body of a text, as far as they show that lines at its end are notes: where each hangs is decided later. */

import type { MarkStyle } from '../../text/mark-styles.js';
import type { TextRange } from '../../text-range.js';

/** A mark is glued to one of these; a dash or a slash stands before a time or a number. */
const LETTER_OR_POINT = /[\p{L}\p{P}]/u;
const NO_POINT = /[\p{Pd}\p{Ps}/]/u;
/** `January 21, 1929` before a mark: five digits are no year. */
const YEAR = /\d, (?:1[5-9]|20)\d\d$/;
/** The tenths of `3.1 million`, the end of `711.1/55`. */
const TENTHS = /^\d\.$/;
const GOES_ON = /^(?:\/| \p{Ll})/u;

/** So many labels show whether a run is one of notes. */
export const ENOUGH = 40;

/** A capital alone before a mark: `BC–A1`, `the Committee B2`. */
const CAPITAL = /(?:^|[^\p{L}\p{N}])\p{Lu}$/u;

/** How a mark hangs on what stands before it; a code is a capital and a number, as a number of its own is. */
type Hold = 'word' | 'number';

/** How the mark hangs that stands at `at…end`; undefined where it is none. */
function holdOf(body: string, at: number, end: number, bare: boolean): Hold | undefined {
  if (/\d/.test(body[end] ?? '')) return undefined;
  if (!bare) return 'word';
  const before = body[at - 1] ?? ' ';
  if (/\d/.test(before)) return YEAR.test(body.slice(Math.max(0, at - 8), at)) ? 'word' : 'number';
  if (!LETTER_OR_POINT.test(before) || NO_POINT.test(before)) return undefined;
  if (CAPITAL.test(body.slice(Math.max(0, at - 2), at))) return 'number';
  return TENTHS.test(body.slice(Math.max(0, at - 2), at)) && GOES_ON.test(body.slice(end, end + 2))
    ? undefined
    : 'word';
}

/** The first place of a mark from `from` on, of any hold or of that; `bare`: it may be any figure. */
function markFrom(
  body: string,
  from: number,
  mark: string,
  bare: boolean,
  wanted?: Hold,
): (TextRange & { hold: Hold }) | undefined {
  for (let at = body.indexOf(mark, from); at >= 0; at = body.indexOf(mark, at + 1)) {
    const end = at + mark.length;
    const hold = holdOf(body, at, end, bare);
    if (hold && (!wanted || hold === wanted)) return { start: at, end, hold };
  }
  return undefined;
}

/**
 * How many of the labels have a mark in the body, in order; a number must be glued to what stands before it. Glued to a number
 * or in a code it counts where any is glued to a word: numbers alone end in any figure.
 */
export function marksFound(body: string, labels: readonly string[], { mark: markOf, unmistakable }: MarkStyle): number {
  const marks = labels.slice(0, ENOUGH).map((label) => markOf(label)!);
  let at = 0;
  let found = 0;
  let onWord = false;
  for (const one of marks) {
    const mark = markFrom(body, at, one, !unmistakable);
    if (!mark) continue;
    found++;
    onWord ||= mark.hold === 'word';
    at = mark.end;
  }
  if (found === 0 || onWord) return found;
  return marks.some((one) => markFrom(body, 0, one, !unmistakable, 'word')) ? found : 0;
}

/** Where the mark of a label stands, glued to a word; undefined where it does nowhere, or in several places. */
export function onlyMark(
  body: string,
  label: string,
  { mark: markOf, unmistakable }: MarkStyle,
): TextRange | undefined {
  const mark = markOf(label);
  const found = mark === undefined ? undefined : markFrom(body, 0, mark, !unmistakable, 'word');
  if (!found || markFrom(body, found.end, mark!, !unmistakable, 'word')) return undefined;
  return { start: found.start, end: found.end };
}
