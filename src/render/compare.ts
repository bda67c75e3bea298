/** Two texts of one document: the same, the same but for white space, or not. */

import { FORBIDDEN } from '../xml/characters.js';

export type Outcome = 'same' | 'layout' | 'lost';

export interface TextComparison {
  readonly outcome: Outcome;
  /** Line of `before`, from 1, where the texts part; 0 where they are the same. */
  readonly line: number;
  /** What stands there, from a few characters before the place on. */
  readonly before: string;
  readonly after: string;
}

const AROUND = 20;
const SHOWN = 80;

/** Characters that TEI can't hold, a byte order mark, carriage returns and white space at either end are no difference. */
const trimmed = (text: string): string =>
  text
    .replace(/^\ufeff/, '')
    .replace(FORBIDDEN, '')
    .replace(/\r\n?/g, '\n')
    .trim();

const BAR = /(?<=\s|^)\|(?=\s|$)/;
const BARS = new RegExp(BAR, 'g');

export function compareTexts(before: string, after: string): TextComparison {
  const a = trimmed(before);
  if (a === trimmed(after)) return { outcome: 'same', line: 0, before: '', after: '' };
  // Cells that blanks part come back with bars between them.
  const b = trimmed(BAR.test(before) ? after : after.replace(BARS, ' '));
  const same = a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
  let at = 0;
  if (same) while (at < a.length && a[at] === b[at]) at++;
  else [at] = firstDifference(a, b);
  const there = same ? at : firstDifference(a, b)[1];
  return {
    outcome: same ? 'layout' : 'lost',
    line: before.slice(0, before.indexOf(a) + at).split('\n').length,
    before: a.slice(Math.max(0, at - AROUND), at + SHOWN - AROUND),
    after: b.slice(Math.max(0, there - AROUND), there + SHOWN - AROUND),
  };
}

/** Where two texts part that differ in more than white space, which is passed over. */
function firstDifference(a: string, b: string): [inA: number, inB: number] {
  let [i, j] = [0, 0];
  const blank = (c: string | undefined): boolean => c !== undefined && /\s/.test(c);
  for (;;) {
    while (blank(a[i])) i++;
    while (blank(b[j])) j++;
    if (a[i] !== b[j] || i >= a.length) return [i, j];
    i++;
    j++;
  }
}
