/**
 * What the carrier of a text added to it: `> ` before the lines of quoted mail, numbers of lines, line ends of other systems,
 * and characters that nobody sees. The text is read without them; each is a recorded skip.
 */

import type { Diagnostic } from '../../diagnostic.js';
import { type Source, source } from '../../source.js';
import { codePoint, UNSEEN } from '../../xml/characters.js';
import { MAIL_FIELD } from '../forme-work/above.js';
import { genreOf } from '../genres/index.js';
import { type Edit, edited } from './origin.js';

/** Runs of them, but for a byte order mark, and line ends that plain text hardly has. */
const CARRIED = new RegExp(String.raw`(?:${UNSEEN.source}(?<!^\ufeff))+|[\u0085\u2028\u2029]`, 'g');

/** A line's own beginning and what it holds; line ends as above. */
const LINES = /[^\n\r\f\v\u0085\u2028\u2029]+/g;
const LINE_ENDS = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
/** `> `, `> > `: of several, as many as all lines have. Group 1 is the number of a line, group 2 blanks of which some may be the line's own indent. */
const QUOTED = /^[\ufeff\u200b]*[ \t]{0,3}(?:> ?)+/;
const NUMBERED = /^[\ufeff\u200b]*[ \t]{0,8}(\d{1,5})(?:[:|](?=\s|$))?([ \t]+|$)/;
/** Higher ones are years: lines are counted from the beginning of a document, or of a page. */
const HIGHEST_FIRST = 999;
const QUOTE = /> ?/g;
/** Lines above what a mail quotes: its head, or the sender's own words down to `On May 5 A. Berg wrote:`. */
const FIELD = new RegExp(`^${MAIL_FIELD}`);
const WROTE = /^(?:On\b.*|.*[@<].*)\bwrote:$|^-+ ?(?:Original|Forwarded) [Mm]essage ?-+$/;
const MOST_ABOVE = 12;
/** What parts a mail's text from the signature of its sender. */
const SIGNATURE = '--';
const SEEN = /\S/;
const PLAIN = /[\n\r\f\v]/;
/** So many lines at least show what all of them begin with. */
const ENOUGH = 3;
const ENOUGH_NUMBERS = 8;

const PREFIXES: readonly { readonly opens: RegExp; readonly pattern: RegExp; readonly lines: number }[] = [
  { opens: /^[\s\u200b]*>/, pattern: QUOTED, lines: ENOUGH },
  { opens: /^[\s\u200b]*\d/, pattern: NUMBERED, lines: ENOUGH_NUMBERS },
];

/** A stretch that is left out before the text of a line. */
interface Prefix {
  readonly start: number;
  readonly end: number;
}

/** What stands before lines, and what of a mail stands above and below what it quotes; `bare` are lines between that have no prefix. */
interface Carried {
  readonly prefixes: readonly Prefix[];
  readonly mail: readonly Prefix[];
  readonly bare: readonly Prefix[];
}

const NOTHING: Carried = { prefixes: [], mail: [], bare: [] };

/** One line in ten may lack what the others begin with: mailers break long lines anew, and hands slip. */
const OTHERS_FOR_ONE = 10;

/** Where what a mail quotes begins, and its own lines above that; undefined where other text stands above. */
function mailAbove(text: string): { readonly quoteStart: number; readonly lines: readonly Prefix[] } | undefined {
  const lines: (Prefix & { readonly words: string })[] = [];
  for (const { 0: line, index } of text.matchAll(LINES)) {
    if (QUOTED.test(line)) {
      const words = lines.map((one) => one.words);
      const isHead = words.every((one) => FIELD.test(one));
      const attributed = [words.at(-1) ?? '', words.slice(-2).join(' ')].some((one) => WROTE.test(one));
      const isMail = isHead || (attributed && words.every((one) => genreOf([one]).name === 'document'));
      return isMail ? { quoteStart: index, lines } : undefined;
    }
    const words = line.trim();
    if (words !== '') lines.push({ start: index, end: index + line.trimEnd().length, words });
    if (lines.length > MOST_ABOVE) return undefined;
  }
  return undefined;
}

/** What stands before each line, if something does before nearly all that aren't empty, from the first on; numbers count up by one. */
function carried(text: string): Carried {
  const known = PREFIXES.find(({ opens }) => opens.test(text));
  const quoting = known ? undefined : mailAbove(text);
  const { pattern, lines: enough } = known ?? PREFIXES[0]!;
  if (!known && !quoting) return NOTHING;
  const from = quoting?.quoteStart ?? 0;
  const found: (Prefix & { readonly blanks: number; readonly ends: readonly number[] })[] = [];
  let bare: Prefix[] = [];
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
  if (bare.length * OTHERS_FOR_ONE > found.length || below.length > (isSigned ? MOST_ABOVE : 0)) return NOTHING;
  return {
    prefixes: found.map(({ start, end, blanks, ends }) => ({
      start,
      end: ends[depth - 1] ?? end - Math.max(0, blanks - apart),
    })),
    mail: [...(quoting?.lines ?? []), ...below],
    bare,
  };
}

/** Stretches to leave out: prefixes, what is above the first with it, what is below the last. */
function leftOut({ prefixes, mail }: Carried, length: number): Prefix[] {
  const [first, ...others] = prefixes;
  if (!first) return [];
  const below = mail.find(({ start }) => start > first.start);
  return [
    { ...first, start: mail[0] && mail[0].start < first.start ? 0 : first.start },
    ...others,
    ...(below ? [{ start: below.start, end: length }] : []),
  ];
}

/** A heading in bold, as Markdown has it: `**38. Telegram …**1`. */
const BOLD_HEADING = /^\s*(?:#{1,6}[ \t]+)?(\*\*)(?=\S)([^\n\r]{1,400}?\S)\1(?=\d{0,2}[ \t]*(?:[\n\r]|$))/;

/** The signs around it, if the first line is one and has none else. */
function boldSigns(text: string): Edit[] {
  const [all, sign, words] = BOLD_HEADING.exec(text) ?? [];
  if (all === undefined || words!.includes(sign!)) return [];
  const start = all.length - words!.length - 2 * sign!.length;
  return [start, all.length - sign!.length].map((at) => ({ start: at, end: at + sign!.length, text: '' }));
}

/** What is left out before lines, together with the line end before, for which a plain one stands. */
function removals(text: string, before: readonly Prefix[]): Edit[] {
  const edits: Edit[] = [];
  let next = 0;
  const until = (end: number): void => {
    for (; next < before.length && before[next]!.start <= end; next++) {
      const { start, end } = before[next]!;
      const lineEnd = text[start - 1] ?? '';
      edits.push(
        start === 0 ? { start, end, text: ' ' } : { start: start - 1, end, text: PLAIN.test(lineEnd) ? lineEnd : '\n' },
      );
    }
  };
  for (const { 0: run, index } of text.matchAll(CARRIED)) {
    const end = index + run.length;
    const unseen = UNSEEN.test(run);
    if (!unseen && before[next]?.start === end) continue;
    until(index);
    // What nobody sees within a prefix goes with it.
    if (next > 0 && before[next - 1]!.end >= end) continue;
    edits.push({ start: index, end, text: unseen ? '' : '\n' });
  }
  until(text.length);
  return edits;
}

/** The text without what its carrier added; as it is where that is nothing, or all. */
export function withoutCarrier(of: Source): Source {
  const found = carried(of.text);
  const prefixed = removals(of.text, leftOut(found, of.text.length));
  const bold = prefixed.length === 0 ? boldSigns(of.text) : [];
  const edits = [...bold, ...prefixed];
  if (edits.length === 0) return of;
  const { text, kept } = edited(of.text, edits);
  if (!SEEN.test(text)) return of;
  const formeWork = found.mail.map(({ start, end }) => ({ start, end }));
  return { ...source(text, of.name), origin: { source: of, kept, formeWork, diagnostics: findings(of.text, found) } };
}

/** `this line`, `3 lines`. */
const counted = (lines: readonly Prefix[]): string => (lines.length === 1 ? 'this line' : `${lines.length} lines`);

/** What was left out, in a word. */
function findings(text: string, { prefixes, mail, bare }: Carried): Diagnostic[] {
  const unseen = Array.from(text.matchAll(CARRIED)).filter(([run]) => UNSEEN.test(run));
  const number = unseen.reduce((sum, [run]) => sum + run.length, 0);
  const told = (
    at: Prefix | undefined,
    severity: Diagnostic['severity'],
    message: (words: string) => string,
    hint: string,
  ): Diagnostic[] => {
    if (!at) return [];
    const { start, end } = at;
    return [{ code: 'carrier', severity, message: message(text.slice(start, end)), start, end, hint }];
  };
  const [first] = unseen;
  const at = first && { start: first.index, end: first.index + first[0].length };
  return [
    ...told(
      at,
      'info',
      (run) =>
        number === 1
          ? `a character that nobody sees (${codePoint(run)}) is left out`
          : `${number} characters that nobody sees are left out, the first of them ${codePoint(run)}`,
      'take them out of the text if the output is to be exactly that',
    ),
    ...told(
      prefixes[0],
      'info',
      (prefix) =>
        `“${prefix.replace(/[\s\ufeff\u200b]/g, '')}” and its like before ${prefixes.length} lines are left out`,
      'write the text without it if it is part of it',
    ),
    ...told(
      mail[0],
      'warning',
      (line) =>
        `${counted(mail)} of the mail around what it quotes ${mail.length === 1 ? 'is' : 'are'} written as fw, no part of the text: “${line.slice(0, 60)}”`,
      'if they belong to the document, write them where the text is',
    ),
    ...told(
      bare[0],
      'warning',
      () =>
        `${counted(bare)} of those that begin so ${bare.length === 1 ? 'doesn’t' : 'don’t'}, and ${bare.length === 1 ? 'is' : 'are'} read as text`,
      'take out what is no part of the text',
    ),
  ];
}
