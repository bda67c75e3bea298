/** Marks of notes that a blank parts from the word before: `Department of State 1`. */

import { literally } from './literally.js';

/**
 * Where a mark stands so, as a pattern: at the end of a line or between two sentences; one that signs set off (`(1)`) also before a point.
 * Numbers of a sentence's own have something else behind them.
 */
export function apartMark(mark: string): RegExp {
  const own = literally(mark);
  const points = /^\d+$/.test(mark) ? '' : '|[.,;:!?»”"]';
  return new RegExp(`(?:\\p{L}|[.,:;!?…”’"')\\]]) ${own}(?:[ \\t]*$${points}|(?<=[.!?”"] ${own}) +[\\p{Lu}“"])`, 'mu');
}

/** So many characters of a text hold its heading. */
const HEADING = 500;

/** Whether the first note's mark stands so, in the heading, and those of the others behind blanks, too. */
export function areApart(body: string, [first, ...others]: readonly string[]): boolean {
  if (first === undefined || !apartMark(first).test(body.slice(0, HEADING))) return false;
  return others.every((mark) => new RegExp(` ${literally(mark)}(?![\\p{L}\\d])`, 'u').test(body));
}
