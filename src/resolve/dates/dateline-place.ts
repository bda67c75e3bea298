/** Where the place of a dateline stands: what is left when everything that belongs to the date is taken off. */

import { places } from '../../places/posts.js';
import { MONTH_NAMES } from '../../text/months.js';
import type { TextRange } from '../../text-range.js';

/** The post's own line above the place: `American Legation,`. */
const POST =
  /^[^,\d]{0,60}\b(?:Legation|Embassy|Consulate(?: General)?|Mission|Commission|Department of State)\b[^,\d]{0,40},\s+(?=\p{Lu}[^,]*,)/u;

/** What may be a post's own line, of two words at least, with no year; what may be the place below it. */
const OWN_LINE = /^(?!.*\d{4})\s*([\p{Lu}\d][^[(]{0,80}[^[(,\s]),\s*$/u;
const TOWN = /^\s*\[?\p{Lu}\p{L}{2}[^\d]*$/u;
const TOWNS = new Set(places());

/** Where the place begins below the post's own line, whatever that is: `Foreign Office,`; 0 where the lines are a town and its land. */
function belowOwnLine(before: string, [line]: readonly number[]): number {
  if (line === undefined || line >= before.length) return 0;
  const own = OWN_LINE.exec(before.slice(0, line))?.[1] ?? '';
  const below = before.slice(line);
  return own.includes(' ') && !TOWNS.has(own) && TOWN.test(below) && !OF_DATES.test(below.trim()) ? line : 0;
}
/** What the document is, before the place: `Memorandum, CANBERRA`. */
const KIND = /^(?:Memorandum|Letter|Minute|Note|Despatch|Dispatch|Cablegram|Telegram),\s+(?=\p{Lu})/u;

/** What is said of a date before its day: weekdays, months that no day follows, about when, that the text has none, what was done then. */
const OF_DATES = new RegExp(
  `^(?:(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|undated|circa|ca?|about|approximately|late|early|mid|middle|between|before|after|on|or|and|to|of|the|le|den|el|il|approved|adopted|spring|summer|autumn|fall|winter|${MONTH_NAMES.join('|')}|[lIO]{1,2})\\b[.,\\s]*)*$`,
  'iu',
);

/** The last part of a place, with what parts it from the one before, brackets and all; a hyphen parts nothing (`Port-au-Prince`). */
const LAST_PART = /(?:[,;[(]\]?|[—–](?=\s*[\p{L}\d]))\s*([^,;[(—–]*?)[\])]?$/u;

/** The end of a place less parts that belong to the date: `Saigon, Saturday`, `Tehran, 13 Ordibehesht 1345 [`. */
function withoutDates(text: string, start: number, end: number): number {
  for (;;) {
    const part = LAST_PART.exec(text.slice(start, end));
    if (!part) return OF_DATES.test(text.slice(start, end).replace(/\d+/g, '')) ? start : end;
    if (!OF_DATES.test(part[1]!) && !/\d/.test(part[1]!)) return end;
    end = start + text.slice(start, start + part.index).trimEnd().length;
  }
}

/** `Mexico, D. F.`: the last full stop is the abbreviation's. */
const INITIALS = /\p{Lu}\. ?\p{Lu}$/u;

/** Where the place ends: before the separators and brackets that part it from the date, and words that belong to that. `breaks` are the ends of lines in the text. */
export function placeBefore(text: string, until: number, breaks: readonly number[] = []): TextRange | undefined {
  const before = text.slice(0, until);
  const code = /^[^,]*\d\S*\s+(?=\p{Lu})/u.exec(before) ?? POST.exec(before) ?? KIND.exec(before);
  let start = Math.max(code?.[0].length ?? 0, belowOwnLine(before, breaks));
  let end = before.replace(/[\s,.;:—–-]+$/u, '').length;
  while (/[\s[]/.test(text[start] ?? '') && start < end) {
    // "[place not declassified]" is the place, brackets and all; "[Washington,]" is a place in brackets.
    if (text[start] === '[' && /^\[[^\]]*not declassified\]/i.test(text.slice(start))) break;
    start++;
  }
  end = withoutDates(text, start, end);
  const opened = text.slice(start, end).includes('[');
  if (!opened) end = start + text.slice(start, end).replace(/[\s,\]]+$/u, '').length;
  if (text[end] === '.' && INITIALS.test(text.slice(start, end))) end++;
  return end > start && /\p{L}/u.test(text.slice(start, end)) ? { start, end } : undefined;
}

/** `August 14, 1965, 3 p.m., Saigon.` */
export function placeAfter(text: string, from: number, until: number): TextRange | undefined {
  const [whole, before] =
    /^(\s*[,—–]\s*)\p{Lu}[\p{L}’. -]*(?:, \p{Lu}[\p{L}’. -]*)?(?<![. ])/u.exec(text.slice(from, until)) ?? [];
  return whole === undefined ? undefined : { start: from + before!.length, end: from + whole.length };
}
