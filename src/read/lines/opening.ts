/**
 * What stands between the heading and the dateline. Editions after 1951 print nothing there; other texts in their form do (a classification, a
 * number of a series), and nothing but a dateline looks like a place and a date alone.
 */

import type { Source } from '../../source.js';
import { MARKED } from '../../text/marking.js';
import { MONTHS } from '../../text/months.js';
import { isOpenersReference } from '../constructs/source-line.js';
import type { Label } from '../labels/labels.js';
import type { Line } from './chunks.js';

const YEAR = '(?:1[789]\\d\\d|20\\d\\d)';
const DAYS = '\\d{1,2}(?:\\s?[–/-]\\s?\\d{1,2})?';
/** Any word: whether it is a month is looked up. Seventy names, tried in each of these forms, took the engine a tenth of a second to compile. */
const month = (form: string): string => `(?<${form}>\\p{Ll}{3,10})\\.?`;
const DATES = [
  `${month('first')} ${DAYS}(?:st|nd|rd|th)?,? ${YEAR}`,
  `(?:(?:le|den|el|il) )?${DAYS}(?:st|nd|rd|th|er|\\.)? (?:de |of )?${month('last')},? (?:del? )?(?:${YEAR}|[’']?\\d\\d)`,
  `\\d{1,2}/\\d{1,2}/(?:${YEAR}|\\d\\d)`,
  `(?:spring|summer|autumn|fall|winter|${month('whole')}),? ${YEAR}`,
  `\\d{6}z ${month('grouped')} (?:${YEAR}|\\d\\d)`,
  'undated|not dated|no date|n\\. ?d(?=\\.)',
].join('|');
const PLACE = "(?<place>[\\p{Ll}\\p{Lm}.’' -]{2,40}(?:,?\\] | ?, ))(?<land>[\\p{Ll}\\p{Lm}.’' -]{2,40}, )?";
const DAY_OF_WEEK = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?';
const TIME =
  '(?:(?:[,—–/;] ?| à )(?:[^,.]{1,30}[ap]\\. ?m\\.?|half past \\p{Ll}+[^,.\\d]{0,20}|[^,.]{0,10}(?:noon|midnight)|\\d{4}(?:[–-]\\d{4})? ?(?:z|hours)|\\d{1,2}[.:]\\d\\d(?: ?(?:hrs|hours|uhr))?|\\d{1,2} ?h(?:\\.|eures?)?(?: ?\\d\\d)?))?';

// All of these are for lines in lower case, which is quicker to compile for than a pattern for either case.
/** A place and a date, and nothing else; a number at the end is a note's mark. */
const DATELINE = new RegExp(`^[[(]?\\s?${PLACE}${DAY_OF_WEEK}[[(]?(?:${DATES})${TIME}[.\\])]{0,3}\\d{0,2}$`, 'du');
/** The same the other way round: `August 14, 1965, 3 p.m., Saigon.` */
const DATE_FIRST = new RegExp(
  `^${DAY_OF_WEEK}(?:${DATES})${TIME}, (?<place>[\\p{Ll}\\p{Lm}.’' ,-]{2,60}?)\\.?\\d{0,2}$`,
  'du',
);
/** A date alone; all 119 that stand right below a heading in editions are the dateline. */
const DATE_ALONE = new RegExp(`^[[(]?(?:${DATES})[.\\])]{0,3}\\d{0,2}$`, 'du');
/** What all of these have, told at once of most lines that have none. */
const CLUE = /\d\d|date|n\. ?d\./i;
/** A name of a place: capitals, and small words between. */
const NAMED = /^(?:(?:\p{Lu}\p{Ll}[\p{L}.’'-]*|\p{Lu}{1,4}\.?|de|la|le|el|of|the|am)(?:[ ,\]]+|$))+$/u;
/** Longer lines are no dateline. */
const LONGEST = 110;
/** Below a dateline, when it came: `[Received May 6.]` */
export const RECEIVED = /^\W*received\b/i;
/** The dateline is among so many blocks of lines. */
const OPENING = 5;
/** A number of a series or a reference, alone: `NIE 29–1–74`, `No. 301`, `A–123`, `Ref: G83/22/48`. */
export const SERIAL =
  /^(?:No\. ?\d[\w–/-]*|A ?[–-] ?\d{1,4}|Press Release No\. ?\d+|Ref(?:erence)?[.:] ?\S{1,30}|\p{Lu}{2,}[\p{Lu}\d /.–-]*\d[\w–/-]*)$/u;

/** The labels that are settled, by line; lines that only hold a page's mark are left out of `lines`. */
export function openingLabels({ text }: Source, lines: readonly Line[]): (Label | undefined)[] {
  const top = lines[0]?.chunk;
  for (let i = 1; i < lines.length; i++) {
    const { start, end, chunk, bullet } = lines[i]!;
    if (chunk === top) continue;
    if (chunk - top! > OPENING || bullet) return [];
    const alone = lines[i - 1]!.chunk !== chunk && lines[i + 1]?.chunk !== chunk;
    const words = text.slice(start, Math.min(end, start + LONGEST + 1));
    const isDated =
      chunk === top! + 1 ? isDateline(words) || dated(DATE_ALONE, words) !== undefined : isDateline(words);
    if (alone && isDated) return settled(lines, i);
    if (!MARKED.test(words) && !SERIAL.test(words) && !isOpenersReference(words)) return [];
  }
  return [];
}

/** The names of places in a line of a form that has a date; undefined if it has another, or a word for its month that is none. */
function dated(form: RegExp, text: string): string | undefined {
  if (!CLUE.test(text)) return undefined;
  // İ would be two letters in lower case.
  const match = form.exec(text.replaceAll('İ', 'i').toLowerCase());
  if (!match) return undefined;
  const { place: _, land: __, ...months } = match.groups!;
  if (!Object.values(months).every((word) => word === undefined || Object.hasOwn(MONTHS, word))) return undefined;
  const { place, land } = match.indices!.groups!;
  return [place, land].map((at) => (at ? text.slice(...at) : '')).join('');
}

/** Whether a line is a place and a date, and nothing else. */
export function isDateline(text: string): boolean {
  if (text.length > LONGEST) return false;
  const named = dated(DATELINE, text) ?? dated(DATE_FIRST, text);
  return named !== undefined && NAMED.test(named);
}

/** Everything between the first block and the dateline is the opener's. */
function settled(lines: readonly Line[], dateline: number): (Label | undefined)[] {
  const out: (Label | undefined)[] = [];
  for (let i = 1; i < dateline; i++) if (lines[i]!.chunk !== lines[0]!.chunk) out[i] = 'seg';
  out[dateline] = 'dateline';
  return out;
}
