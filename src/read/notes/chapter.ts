/**
 * Notes that are numbered on through a chapter, so that a document's first is not 1, and marks with a blank before them. Years, figures and
 * enumerations look alike: each label must have its mark in the text, in order.
 */

import type { Source } from '../../source.js';
import { type MarkStyle, UNMISTAKABLE } from '../../text/mark-styles.js';
import { lowered } from '../../text/superscripts.js';
import type { Line } from '../lines/chunks.js';
import { follows, type Labelled, labelled, numberOf, opens } from './labels.js';
import { ENOUGH, marksFound } from './marks.js';

/** Fewer labels may be a list's. */
const SEVERAL = 2;
/** A number behind a word or the end of a sentence, as bare marks stand. */
const BEHIND_WORD = /(?<=\p{L}[.,;:!?]?|[)\]”"’»][.,]?)\d{1,3}(?![\d\p{L}])/gu;
/** `Marshall (1).`; in an enumeration a word follows. */
const APART = / \((\d{1,3})\)(?=[.,;:!?»”"]|[ \t]*$)/gmu;

/** Whether a text has a mark of this number and none of the one before: where notes are left out of a text, their marks count up from 1. */
export function beginsMarks(body: string, first: number): boolean {
  const behind = new Set(body.match(BEHIND_WORD));
  const [before, own] = [first - 1, first].map(
    (n) => behind.has(String(n)) || UNMISTAKABLE.some(({ mark }) => body.includes(mark(String(n))!)),
  );
  return own! && !before;
}

/** Whether a text has a mark of each label, all in one style and in order. */
function areMarked(body: string, labels: readonly string[], bare: MarkStyle): boolean {
  const wanted = Math.min(labels.length, ENOUGH);
  const styles = UNMISTAKABLE.filter(({ mark }) => labels.every((label) => mark(label) !== undefined));
  if (styles.some((style) => marksFound(body, labels, style) === wanted)) return true;
  if (marksFound(body, labels, bare) < wanted) return false;
  const behind = new Set(body.match(BEHIND_WORD));
  return labels.every((label) => behind.has(label));
}

/** The labels of blocks at the end of the text that each begin with the next number, the first not 1; empty where not each has its mark. */
export function chapterRun(source: Source, lines: readonly Line[], pattern: RegExp, bare: MarkStyle): Labelled[] {
  const run: Labelled[] = [];
  for (let i = lines.length - 1; i > 0; i--) {
    const found = lines[i]!.bullet ? undefined : labelled(source, lines, i, pattern);
    if (found && (!run[0] || follows(found.label, run[0].label))) run.unshift(found);
    else if (lines[i - 1]!.chunk !== lines[i]!.chunk) break;
  }
  const [first] = run;
  if (!first || run.length < SEVERAL || opens(first.label)) return [];
  const body = source.text.slice(0, lines[first.line]!.from);
  const labels = run.map(({ label }) => lowered(label));
  return beginsMarks(body, numberOf(first.label)) && areMarked(body, labels, bare) ? run : [];
}

/** Whether each label of a run has a mark `(1)` with a blank before it and no word behind it. */
export function areMarkedApart({ text }: Source, lines: readonly Line[], run: readonly Labelled[]): boolean {
  const body = text.slice(0, lines[run[0]!.line]!.from);
  const marks = new Set([...body.matchAll(APART)].map(([, n]) => n));
  return run.every(({ label }) => marks.has(label));
}
