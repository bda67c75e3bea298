/** What copies have below the text: stamps, what programs and web sites add, a line of whoever scanned it. */

import { type Source, textOf } from '../../source.js';
import type { Line } from '../lines/chunks.js';
import { EDITION_LABEL } from '../notes/edition.js';
import { findNotes } from '../notes/index.js';
import { BARE } from '../notes/label-styles.js';
import { givesSource, labelled } from '../notes/labels.js';
import { ENOUGH, marksFound } from '../notes/marks.js';
import { isExported, isRule } from './exported.js';
import { isStamp } from './lines.js';

/** Longer lines are text. */
const LONG = 100;
/** More of them are text. */
const MOST = 4;

/** Lines at the end that can be told by themselves. */
function known(source: Source, lines: readonly Line[]): readonly Line[] {
  const is = (i: number, kind: (words: string) => boolean): boolean => kind(textOf(source, lines[i]!));
  let first = lines.length;
  while (first > 1 && (is(first - 1, isStamp) || is(first - 1, isExported) || is(first - 1, isRule))) first--;
  const found = lines.slice(first);
  return found.every((line) => isRule(textOf(source, line))) ? [] : found;
}

/** Lines at the margin below notes that are all set in, as editions have them: those would not be read with something else below. */
function belowNotes(source: Source, lines: readonly Line[]): readonly Line[] {
  const atMargin = ({ from, start, end, bullet }: Line): boolean => start === from && end - start <= LONG && !bullet;
  let first = lines.length;
  while (first > 1 && lines.length - first <= MOST && atMargin(lines[first - 1]!)) first--;
  const last = first - 1;
  if (first === lines.length || lines.length - first > MOST || lines[last]!.start === lines[last]!.from) return [];
  const { first: begin, notes } = findNotes(source, lines.slice(0, first));
  const [one] = notes;
  if (!one || !labelled(source, lines, begin, EDITION_LABEL)) return [];
  const body = source.text.slice(0, lines[begin]!.from);
  const labels = notes.map(({ n }) => n);
  const sure =
    givesSource(source, one.labelTo, lines[begin]!.to) ||
    marksFound(body, labels, BARE) === Math.min(labels.length, ENOUGH);
  return sure ? lines.slice(first) : [];
}

/** Lines below the text, apart from it. */
export function belowText(source: Source, lines: readonly Line[]): readonly Line[] {
  const certain = known(source, lines);
  const found = certain.length > 0 ? certain : belowNotes(source, lines);
  const first = lines.length - found.length;
  const apart = first < lines.length && lines[first - 1]!.chunk < lines[first]!.chunk;
  const announced = source.text[(lines[first - 1]?.end ?? 0) - 1] === ':';
  return apart && !announced ? found : [];
}
