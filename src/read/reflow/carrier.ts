/**
 * What the carrier of a text added to it: `> ` before the lines of quoted mail, numbers of lines, line ends of other systems,
 * and characters that nobody sees. The text is read without them; each is a recorded skip.
 */

import type { Diagnostic } from '../../diagnostic.js';
import { type Source, source } from '../../source.js';
import { codePoint, UNSEEN } from '../../xml/characters.js';
import { MAIL_FIELD } from '../forme-work/above.js';
import { type Edit, edited } from './origin.js';

/** Runs of them, but for a byte order mark, and line ends that plain text hardly has. */
const CARRIED = new RegExp(String.raw`(?:${UNSEEN.source}(?<!^\ufeff))+|[\u0085\u2028\u2029]`, 'g');

/** A line's own beginning and what it holds; line ends as above. */
const LINES = /[^\n\r\f\v\u0085\u2028\u2029]+/g;
/** `> `, `> > `: of several, as many as all lines have. Group 1 is the number of a line, group 2 blanks of which some may be the line's own indent. */
const QUOTED = /^[\ufeff\u200b]*[ \t]{0,3}(?:> ?)+/;
const NUMBERED = /^[\ufeff\u200b]*[ \t]{0,8}(\d{1,5})(?:[:|](?=\s|$))?([ \t]+|$)/;
/** Higher ones are years: lines are counted from the beginning of a document, or of a page. */
const HIGHEST_FIRST = 999;
const QUOTE = /> ?/g;
/** The head of a mail above what it quotes: `From: archive@example.org`. */
const MAIL_HEAD = new RegExp(`^(?:(?:${MAIL_FIELD}.*|[ \\t]*)(?:\\r\\n?|\\n)){1,12}(?=>)`);
const SEEN = /\S/;
const PLAIN = /[\n\r\f\v]/;
/** So many lines at least show what all of them begin with. */
const ENOUGH = 3;
const ENOUGH_NUMBERS = 8;

const PREFIXES: readonly { readonly opens: RegExp; readonly pattern: RegExp; readonly lines: number }[] = [
  { opens: /^[\s\u200b]*>/, pattern: QUOTED, lines: ENOUGH },
  { opens: /^[\s\u200b]*\d/, pattern: NUMBERED, lines: ENOUGH_NUMBERS },
];

interface Prefix {
  readonly start: number;
  readonly end: number;
}

/** What stands before each line, if something does before all that aren't empty, below the head of a mail; numbers count up by one. */
function linePrefixes(whole: string): Prefix[] {
  const above = MAIL_HEAD.exec(whole)?.[0].length ?? 0;
  const text = whole.slice(above);
  const known = PREFIXES.find(({ opens }) => opens.test(text));
  if (!known) return [];
  const found: (Prefix & { readonly blanks: number; readonly ends: readonly number[] })[] = [];
  let last: number | undefined;
  let apart = Number.POSITIVE_INFINITY;
  let depth = Number.POSITIVE_INFINITY;
  for (const { 0: line, index } of text.matchAll(LINES)) {
    const start = above + index;
    const match = known.pattern.exec(line);
    if (!match) {
      if (SEEN.test(line)) return [];
      continue;
    }
    const [{ length }, printed, blanks = ''] = match;
    const ends = Array.from(match[0].matchAll(QUOTE), (quote) => start + quote.index + quote[0].length);
    depth = Math.min(depth, ends.length);
    const number = printed === undefined ? undefined : Number(printed);
    if (number !== undefined && (last === undefined ? number > HIGHEST_FIRST : number !== last + 1)) return [];
    last = number;
    if (length < line.length) apart = Math.min(apart, blanks.length);
    found.push({ start, end: start + length, blanks: blanks.length, ends });
  }
  if (found.length < known.lines) return [];
  return found.map(({ start, end, blanks, ends }) => ({
    start,
    end: ends[depth - 1] ?? end - Math.max(0, blanks - apart),
  }));
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
  const before = linePrefixes(of.text);
  const edits = removals(of.text, before);
  if (edits.length === 0) return of;
  const { text, kept } = edited(of.text, edits);
  if (!SEEN.test(text)) return of;
  const diagnostics = carrierFindings(of.text, before);
  return { ...source(text, of.name), origin: { source: of, kept, formeWork: [], diagnostics } };
}

/** What was left out, in a word. */
function carrierFindings(text: string, before: readonly Prefix[]): Diagnostic[] {
  const unseen = Array.from(text.matchAll(CARRIED)).filter(([run]) => UNSEEN.test(run));
  const told = (message: string, { start, end }: Prefix, hint: string): Diagnostic => ({
    code: 'carrier',
    severity: 'info',
    message,
    start,
    end,
    hint,
  });
  const [first] = unseen;
  const [prefix] = before;
  const number = unseen.reduce((sum, [run]) => sum + run.length, 0);
  return [
    ...(first
      ? [
          told(
            number === 1
              ? `a character that nobody sees (${codePoint(first[0])}) is left out`
              : `${number} characters that nobody sees are left out, the first of them ${codePoint(first[0])}`,
            { start: first.index, end: first.index + first[0].length },
            'take them out of the text if the output is to be exactly that',
          ),
        ]
      : []),
    ...(prefix
      ? [
          told(
            `“${text.slice(prefix.start, prefix.end).replace(/[\s\ufeff\u200b]/g, '')}” and its like before ${before.length} lines are left out`,
            prefix,
            'write the text without it if it is part of it',
          ),
        ]
      : []),
  ];
}
