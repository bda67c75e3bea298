/** What carriers put before the lines of a text: `> ` in mail that quotes it, numbers of lines. */

import type { TextRange } from '../../text-range.js';
import { everyFifth } from './every-fifth.js';
import { LINES, MOST_OWN, mailAbove, QUOTED } from './quoting.js';

const LINE_ENDS = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
/** Group 1 is the number of a line, group 2 blanks of which some may be the line's own indent. */
const NUMBERED = /^[\ufeff\u200b]*[ \t]{0,8}(\d{1,5})(?:[:|](?=\s|$))?([ \t]+|$)/;
/** Higher ones are years: lines are counted from the beginning of a document, or of a page. */
const HIGHEST_FIRST = 999;
const QUOTE = /> ?/g;
/** What parts a mail's text from the signature of its sender. */
const SIGNATURE = '--';
const SEEN = /\S/;
/** So many lines at least show what all of them begin with. */
const ENOUGH = 3;
const ENOUGH_NUMBERS = 8;

const PREFIXES: readonly { readonly opens: RegExp; readonly pattern: RegExp; readonly lines: number }[] = [
  { opens: /^[\s\u200b]*>/, pattern: QUOTED, lines: ENOUGH },
  { opens: /^[\s\u200b]*\d/, pattern: NUMBERED, lines: ENOUGH_NUMBERS },
];

/** What stands before lines, and what of a mail stands above and below what it quotes; `bare` are lines between that have no prefix. */
export interface Carried {
  readonly prefixes: readonly TextRange[];
  readonly mail: readonly TextRange[];
  readonly bare: readonly TextRange[];
}

const NOTHING: Carried = { prefixes: [], mail: [], bare: [] };

/** One line in ten may lack what the others begin with: mailers break long lines anew, and hands slip. */
const OTHERS_FOR_ONE = 10;

/** What stands before the lines of a text: before nearly all that aren't empty, or a number before every fifth. */
export function carried(text: string): Carried {
  const before = beforeEach(text);
  return before === NOTHING ? { ...NOTHING, prefixes: everyFifth(text) } : before;
}

/** What stands before each line, if something does before nearly all that aren't empty, from the first on; numbers count up by one. */
function beforeEach(text: string): Carried {
  const known = PREFIXES.find(({ opens }) => opens.test(text));
  const quoting = known ? undefined : mailAbove(text);
  const { pattern, lines: enough } = known ?? PREFIXES[0]!;
  if (!known && !quoting) return NOTHING;
  const from = quoting?.quoteStart ?? 0;
  const found: (TextRange & { readonly blanks: number; readonly ends: readonly number[] })[] = [];
  let bare: TextRange[] = [];
  let last: number | undefined;
  let reached = from;
  let passed = 0;
  let apart = Number.POSITIVE_INFINITY;
  let depth = Number.POSITIVE_INFINITY;
  for (const { 0: line, index } of text.slice(from).matchAll(LINES)) {
    const start = from + index;
    const match = pattern.exec(line);
    const number = match?.[1] === undefined ? undefined : Number(match[1]);
    // Empty lines may be counted without a number of their own.
    passed += text.slice(reached, start).match(LINE_ENDS)?.length ?? 0;
    reached = start + line.length;
    const counts = number === undefined || last === undefined || (number > last && number <= last + passed);
    if (!match || !counts) {
      if (!SEEN.test(line)) continue;
      if (found.length === 0) return NOTHING;
      bare.push({ start, end: start + line.trimEnd().length });
      continue;
    }
    const [{ length }, , blanks = ''] = match;
    const ends = Array.from(match[0].matchAll(QUOTE), (quote) => start + quote.index + quote[0].length);
    depth = Math.min(depth, ends.length);
    if (number !== undefined && last === undefined && number > HIGHEST_FIRST) return NOTHING;
    last = number;
    passed = 0;
    if (length < line.length) apart = Math.min(apart, blanks.length);
    found.push({ start, end: start + length, blanks: blanks.length, ends });
  }
  if (found.length < enough) return NOTHING;
  const below = pattern === QUOTED ? bare.filter(({ start }) => start > found.at(-1)!.start) : [];
  bare = bare.filter((one) => !below.includes(one));
  const isSigned = quoting || (below[0] && text.slice(below[0].start, below[0].end) === SIGNATURE);
  if (bare.length * OTHERS_FOR_ONE > found.length || below.length > (isSigned ? MOST_OWN : 0)) return NOTHING;
  return {
    prefixes: found.map(({ start, end, blanks, ends }) => ({
      start,
      end: ends[depth - 1] ?? end - Math.max(0, blanks - apart),
    })),
    mail: [...(quoting?.lines ?? []), ...below],
    bare,
  };
}

/** TextRangees to leave out: prefixes, what is above the first with it, what is below the last. */
export function leftOut({ prefixes, mail }: Carried, length: number): TextRange[] {
  const [first, ...others] = prefixes;
  if (!first) return [];
  const below = mail.find(({ start }) => start > first.start);
  return [
    { ...first, start: mail[0] && mail[0].start < first.start ? 0 : first.start },
    ...others,
    ...(below ? [{ start: below.start, end: length }] : []),
  ];
}
