/** In which styles a document's notes may be marked. */

import { packed } from '../../packed.js';
import { apartMark, areApart } from '../../text/apart-mark.js';
import { literally } from '../../text/literally.js';
import { BARE_STYLES, type MarkStyle, SET_OFF_STYLES } from '../../text/mark-styles.js';
import type { NoteText, Stretch } from './marks.js';

/** A style whose marks a blank parts from the word before. */
const spaced = ({ name, mark, unmistakable, as = name }: MarkStyle): MarkStyle => ({
  name,
  mark: (n) => {
    const close = mark(n);
    return close === undefined ? undefined : ` ${close}`;
  },
  ...(unmistakable && { unmistakable }),
  as,
});

const KNOWN: readonly MarkStyle[] = [...BARE_STYLES, ...SET_OFF_STYLES.filter(({ as }) => !as)];

/** All that a mark can look like. */
export const MARK_STYLES: readonly MarkStyle[] = [
  ...KNOWN,
  ...SET_OFF_STYLES.flatMap((style) => [spaced(style), style]),
];

const GLUE = /[^\s\p{Ps}\p{Pd}]/u;

/** Whether a mark stands in the body right after a word or a number. */
function isGlued(body: string, mark: string): boolean {
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1))
    if (at > 0 && GLUE.test(body[at - 1]!)) return true;
  return false;
}

/** Whether a bare number stands there as marks do; `but` is no part of what follows it. */
const isGluedBare = (body: string, n: string, but: string): boolean =>
  new RegExp(`[\\p{L}.,;:!?…”’"')\\]]${literally(n)}(?![\\p{L}\\d${literally(but)}])`, 'u').test(body);

/** Whether what looks like marks of a style that other things have, too, are marks: more so than bare numbers are. */
function areMarks(
  body: string,
  notes: readonly NoteText[],
  style: MarkStyle['mark'],
  marks: readonly string[],
): boolean {
  const [before, after] = style('1')!.trim().split('1') as [string, string];
  // Lists are labelled `1)`, too, and brackets close behind a bare number: such marks are behind words, their labels alike.
  const closed = before === '';
  const labelled = notes.every(({ label }, i) => label?.includes(marks[i]!.trim()));
  if (closed && after === ')' && !labelled) return false;
  const isSet = (mark: string): boolean => {
    if (labelled) return closed ? isGlued(body, mark) : body.includes(mark);
    // `5/` in `794.5/8–155` and in dates is none.
    return closed ? isGluedBare(body, mark.trim(), '') : isGlued(body, mark);
  };
  const set = marks.filter(isSet).length;
  return set > notes.filter(({ n }) => isGluedBare(body, n, closed ? after : '')).length;
}

/** Marks that may stand behind a blank though other things look alike: `State 1`, `State (1)`. */
const APART = [BARE_STYLES[0]!, SET_OFF_STYLES.find(({ name }) => name === 'parenthesised')!];

/** Whether the notes' marks stand so, or those of most between sentences, and none has a number right behind a word. */
function areMarkedApart(body: string, notes: readonly NoteText[], { mark }: MarkStyle): boolean {
  const marks = notes.flatMap(({ n }) => mark(n) ?? []);
  if (marks.length < notes.length || notes.some(({ n }) => isGluedBare(body, n, ''))) return false;
  return areApart(body, marks) || marks.filter((one) => apartMark(one).test(body)).length * 2 > marks.length;
}

/** The styles that the model knows, and before them the one of the others in which most notes have a mark, with or without a blank. */
export function stylesOf(
  text: string,
  stretches: readonly Stretch[],
  notes: readonly NoteText[],
): readonly MarkStyle[] {
  const body = text.slice(stretches[0]?.start ?? 0, stretches.at(-1)?.end ?? 0);
  const most = ({ mark, unmistakable }: MarkStyle): boolean => {
    const sign = mark('1')!.split('1')[0]!;
    if (sign !== '' && !body.includes(sign)) return false;
    const marks = packed(notes, ({ n }) => mark(n) ?? '');
    const there = marks.filter((one) => one !== '' && body.includes(one)).length;
    return there * 2 > notes.length && (unmistakable || areMarks(body, notes, mark, marks));
  };
  const style = SET_OFF_STYLES.find(most);
  if (!style) return [...APART.filter((one) => areMarkedApart(body, notes, one)).map(spaced), ...KNOWN];
  const apart = spaced(style);
  // Enumerations have a blank before them.
  const glued = notes.filter(({ n }) => isGlued(body, style.mark(n)!)).length;
  const isApart = most(apart) && (style.unmistakable || glued * 2 <= notes.length);
  const others = [...(isApart ? [apart] : []), ...(style.as ? [style] : [])];
  return [...others, ...KNOWN];
}
