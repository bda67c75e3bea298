/** A stretch that could be in italics: its extents, and the features by which the models decide. */

import { type Emit, literal, type Part, part } from '../../features/hashed.js';
import type { Region } from '../regions.js';
import type { Habit } from './habit.js';

/** One extent of a candidate: the full stop in or out, the brackets in or out. */
export interface Variant {
  readonly name: Part;
  readonly start: number;
  readonly end: number;
}

export interface Candidate {
  /** Offsets in the region's text, of the first variant. */
  readonly start: number;
  readonly end: number;
  /** `bracket`, `lead`, `phrase` … */
  readonly kind: Part;
  /** `note`, or the type of its flow. */
  readonly place: Part;
  readonly variants: readonly [Variant, ...Variant[]];
  /** What speaks for or against italics. */
  readonly evidence: readonly Part[];
  /** What speaks for one extent or another. */
  readonly shape: readonly Part[];
  /** Never in italics by its own words; models learn from it all the same. */
  readonly ruledOut?: true;
}

/** A feature as parts of candidates name it. */
export const sign = (text: string): Part => part(`|${text}`);
/** The same for texts that come again and again. */
export const known = (text: string): Part => literal(`|${text}`);

export const variant = (name: string, start: number, end: number): Variant => ({
  name: literal(`#${name}`),
  start,
  end,
});

export function candidate(
  region: Region,
  kind: string,
  variants: readonly [Variant, ...Variant[]],
  evidence: readonly Part[],
  shape: readonly Part[] = [],
): Candidate {
  const place = known(region.note !== undefined ? 'note' : region.type);
  const [{ start, end }] = variants;
  return { start, end, kind: literal(kind), place, variants, evidence, shape };
}

/** The features that decide whether a candidate is in italics at all. */
export function whetherFeatures({ kind, place, evidence }: Candidate, habit: Habit, emit: Emit): void {
  const { bySeries, byHand, parts } = habit;
  emit(kind);
  emit(kind, place);
  for (const one of parts) emit(kind, one);
  emit(kind, bySeries, place);
  emit(kind, byHand, place);
  for (const one of evidence) {
    emit(kind, one);
    emit(kind, bySeries, one);
  }
}

/** The features that decide how far it reaches. */
export function extentFeatures({ kind, place, shape }: Candidate, habit: Habit, { name }: Variant, emit: Emit): void {
  const { bySeries, byHand, parts, setting } = habit;
  emit(kind, name);
  emit(kind, place, name);
  for (const one of parts) emit(kind, one, name);
  for (const one of setting) emit(kind, one, name);
  emit(kind, byHand, place, name);
  for (const one of shape) {
    emit(kind, one, name);
    emit(kind, bySeries, one, name);
    emit(kind, byHand, one, name);
  }
}

const TAILS = ['.', '.,', ',', '.;', '.:', ';', ':'];

/** The extents of a phrase: bare, or with punctuation that follows. */
export function tails(text: string, start: number, end: number): [Variant, ...Variant[]] {
  const out: [Variant, ...Variant[]] = [variant('', start, end)];
  for (const tail of TAILS) if (text.startsWith(tail, end)) out.push(variant(tail, start, end + tail.length));
  return out;
}

export const digits = (text: string): string => text.replace(/\d+/g, '0');

/** Words with their digits, apostrophes inside. */
export const WORD = /[\p{L}\d’']+/gu;
