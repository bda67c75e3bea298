/**
 * What stands between the heading and the dateline. Editions after 1951 print nothing there; other texts in their form do (a classification, a
 * number of a series), and nothing but a dateline looks like a place and a date alone.
 */

import type { Source } from '../../source.js';
import { MARKED } from '../../text/marking.js';
import { MONTH_NAMES } from '../../text/months.js';
import { isOpenersReference } from '../constructs/source-line.js';
import type { Label } from '../labels/labels.js';
import type { Line } from './chunks.js';

const YEAR = '(?:1[789]\\d\\d|20\\d\\d)';
const DAYS = '\\d{1,2}(?:\\s?[–/-]\\s?\\d{1,2})?';
const MONTH = `(?:${MONTH_NAMES.join('|')})\\.?`;
const DATES = [
  `${MONTH} ${DAYS}(?:st|nd|rd|th)?,? ${YEAR}`,
  `(?:(?:le|den|el|il) )?${DAYS}(?:st|nd|rd|th|er|\\.)? (?:de |of )?${MONTH},? (?:del? )?(?:${YEAR}|[’']?\\d\\d)`,
  `\\d{1,2}/\\d{1,2}/(?:${YEAR}|\\d\\d)`,
  `(?:${MONTH}|spring|summer|autumn|fall|winter),? ${YEAR}`,
  `\\d{6}Z ${MONTH} (?:${YEAR}|\\d\\d)`,
  'undated|not dated|no date|n\\. ?d(?=\\.)',
].join('|');
const PLACE = "([\\p{L}.’' -]{2,40}(?:,?\\] | ?, ))([\\p{L}.’' -]{2,40}, )?";
const DAY_OF_WEEK = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?';
const TIME =
  '(?:(?:[,—–/;] ?| à )(?:[^,.]{1,30}[ap]\\. ?m\\.?|half past \\p{L}+[^,.\\d]{0,20}|[^,.]{0,10}(?:noon|midnight)|\\d{4}(?:[–-]\\d{4})? ?(?:Z|hours)|\\d{1,2}[.:]\\d\\d(?: ?(?:hrs|hours|uhr))?|\\d{1,2} ?h(?:\\.|eures?)?(?: ?\\d\\d)?))?';

/** A place and a date, and nothing else; a number at the end is a note's mark. */
const DATELINE = new RegExp(`^[[(]?\\s?${PLACE}${DAY_OF_WEEK}[[(]?(?:${DATES})${TIME}[.\\])]{0,3}\\d{0,2}$`, 'iu');
/** The same the other way round: `August 14, 1965, 3 p.m., Saigon.` */
const DATE_FIRST = new RegExp(`^${DAY_OF_WEEK}(?:${DATES})${TIME}, ([\\p{L}.’' ,-]{2,60}?)\\.?\\d{0,2}$`, 'iu');
/** A date alone; all 119 that stand right below a heading in editions are the dateline. */
const DATE_ALONE = new RegExp(`^[[(]?(?:${DATES})[.\\])]{0,3}\\d{0,2}$`, 'iu');
/** A name of a place: capitals, and small words between. */
const NAMED = /^(?:(?:\p{Lu}\p{Ll}[\p{L}.’'-]*|\p{Lu}{1,4}\.?|de|la|le|el|of|the|am)(?:[ ,\]]+|$))+$/u;
/** Longer lines are no dateline. */
const LONGEST = 110;
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
    const dated = chunk === top! + 1 ? isDateline(words) || DATE_ALONE.test(words) : isDateline(words);
    if (alone && dated) return settled(lines, i);
    if (!MARKED.test(words) && !SERIAL.test(words) && !isOpenersReference(words)) return [];
  }
  return [];
}

/** Whether a line is a place and a date, and nothing else. */
export function isDateline(text: string): boolean {
  if (text.length > LONGEST) return false;
  const [, place, land = ''] = DATELINE.exec(text) ?? DATE_FIRST.exec(text) ?? [];
  return place !== undefined && NAMED.test(place + land);
}

/** Everything between the first block and the dateline is the opener's. */
function settled(lines: readonly Line[], dateline: number): (Label | undefined)[] {
  const out: (Label | undefined)[] = [];
  for (let i = 1; i < dateline; i++) if (lines[i]!.chunk !== lines[0]!.chunk) out[i] = 'seg';
  out[dateline] = 'dateline';
  return out;
}
