/**
 * Whether a text holds more than one document of an edition, and where each begins: by the printed numbers of headings, which count up, or
 * in volumes that print none by the lines that tell each document's file.
 */

import { type Source, textOf } from '../source.js';
import { isNumberAlone, NUMBER_BEFORE, printedNumber } from '../text/printed-number.js';
import { pageAt } from './blocks/leaves.js';
import { namesFile } from './constructs/source-line.js';
import { namedGenreOf } from './genres/index.js';
import type { Line } from './lines/chunks.js';
import { isDateline } from './lines/opening.js';

/** Where a document begins. */
export interface DocumentStart {
  /** The printed number, `38`, `38A`; undefined where there is none. */
  readonly n?: string;
  /** Its first line: of the heading, or of what stands above it. */
  readonly top: Line;
  /** The offset to cut at: of that line, or of the mark of a page right above it. */
  readonly from: number;
}

/** Longer ones are paragraphs. */
const LONGEST = 300;
/** A heading of a set width has so many lines at most. */
const MOST_LINES = 4;
/** Headings stand at the margin or in the middle; what is set in by less is a note or an item of a list. */
const MIDDLE = 12;
/** So many documents may lack between two, and any number where the second has a high one. */
const LACKING = 5;
/** What ends sentences, perhaps with a note's mark behind; not so `3 p.m.` */
const ENDS_SENTENCE = /(?<!\b[ap]\. ?m)[.;:,?]["”’)\]]{0,2}\d{0,2}$/;
/** How what is enclosed is listed: `2. A draft message to …`. */
const LISTED = /^An? /;
/** A collection of papers, as it stands above a heading. */
const COLLECTION = /\b(?:Files?|Papers|Collection|Records?|Library|[Ll]ot)\b/;
/** What numbers of documents begin with. */
const OPENS = /[\dND[]/;
/** Higher numbers than a document's own paragraphs and headings have. */
const HIGH = 50;
/** Numbers so high are rather a telegram's or a year, unless the documents before are near. */
const HIGHEST = 1000;
/** A text's first document begins among so many lines, if there is one with its file above. */
const FIRST = 12;
/** The share of a heading's long words that begin with a capital. */
const MOSTLY = 0.7;
/** A note's mark at the end of a heading. */
const MARKED = /\p{L}\d{1,2}$/u;
/** Genres that headings inside a document name, too. */
const VAGUE: readonly string[] = ['paper', 'report', 'estimate', 'note', 'treaty'];

/** A heading with a number; it is surely a document's if it names a kind of document, or by its number. */
interface Numbered {
  readonly n: string;
  readonly number: number;
  readonly line: number;
  readonly kind: 'sure' | 'vague' | 'none';
}

/** Whether a line may begin a heading: at the margin or in the middle, below an empty line. */
function mayBegin(lines: readonly Line[], i: number): boolean {
  const { from, start, end, bullet, chunk } = lines[i]!;
  const indent = start - from;
  return (
    !bullet && (indent === 0 || indent >= MIDDLE) && end - start <= LONGEST && (i === 0 || lines[i - 1]!.chunk < chunk)
  );
}

/** The words of a heading, by line. */
function headingFrom(source: Source, lines: readonly Line[], i: number): string[] {
  const words: string[] = [];
  for (let k = i; lines[k]?.chunk === lines[i]!.chunk && words.length < MOST_LINES; k++)
    words.push(textOf(source, lines[k]!));
  return words;
}

/** Whether most long words begin with a capital, as in titles. */
function isInCapitals(title: string): boolean {
  const long = title.match(/(?<!\p{L})(?!(?:from|with|into|upon|over)(?!\p{L}))\p{L}{4,}/gu) ?? [];
  return long.filter((word) => /^\p{Lu}/u.test(word)).length >= MOSTLY * long.length;
}

function numberedAt(source: Source, lines: readonly Line[], i: number): Numbered | undefined {
  if (!mayBegin(lines, i) || !OPENS.test(source.text[lines[i]!.start]!)) return undefined;
  const first = textOf(source, lines[i]!);
  const alone = isNumberAlone(first) !== undefined;
  const n = alone ? /\d+[A-Za-z]?/.exec(first)?.[0] : printedNumber(first);
  const at = alone ? i + 1 : i;
  if (n === undefined || at === lines.length) return undefined;
  const words = headingFrom(source, lines, at);
  const title = alone ? words[0]! : first.replace(NUMBER_BEFORE, '');
  if (ENDS_SENTENCE.test(words.at(-1)!) || LISTED.test(title) || title === '') return undefined;
  const number = Number.parseInt(n, 10);
  const { name } = namedGenreOf([title]);
  const told = (): boolean => MARKED.test(words.at(-1)!) || isDateline(textOf(source, lines[at + words.length]!));
  const vague = VAGUE.includes(name) && number <= HIGH && !(lines[at + words.length] && told());
  const kind = name === 'document' || !isInCapitals(words.join(' ')) ? 'none' : vague ? 'vague' : 'sure';
  return { n, number, line: i, kind };
}

/** The longest row of sure headings whose numbers count up. */
function longestRow(headings: readonly Numbered[]): readonly Numbered[] {
  /** The longest one up to the last that bears a number: its length, and the one before. */
  const upTo = new Map<number, { readonly length: number; readonly heading: Numbered; readonly before?: Numbered }>();
  const links = new Map<Numbered, Numbered | undefined>();
  let best: Numbered | undefined;
  let length = 0;
  for (const [i, heading] of headings.entries()) {
    const nearest = heading.number > HIGH && heading.number < HIGHEST ? headings[i - 1]?.number : undefined;
    const [before] = [...Array.from({ length: LACKING + 1 }, (_, k) => heading.number - 1 - k), nearest]
      .flatMap((number) => (number !== undefined && number < heading.number ? (upTo.get(number) ?? []) : []))
      .sort((a, b) => b.length - a.length);
    const own = (before?.length ?? 0) + 1;
    links.set(heading, before?.heading);
    if (own > (upTo.get(heading.number)?.length ?? 0)) upTo.set(heading.number, { length: own, heading });
    if (own > length) [best, length] = [heading, own];
  }
  const row: Numbered[] = [];
  for (let at = best; at; at = links.get(at)) row.unshift(at);
  return row;
}

/** The row with those that lack between two of it, if headings bear their numbers there: rather one that names a kind of document. */
function filled(row: readonly Numbered[], all: readonly Numbered[]): readonly Numbered[] {
  return row.flatMap((heading, i) => {
    const out = [heading];
    const { number = 0, line = 0 } = row[i + 1] ?? {};
    for (let n = heading.number + 1; n < number; n++) {
      const fit = all.filter((one) => one.number === n && one.line > out.at(-1)!.line && one.line < line);
      const best = fit.find(({ kind }) => kind !== 'none') ?? fit[0];
      if (best) out.push(best);
    }
    return out;
  });
}

/** Where a document begins whose heading does at a line: above it there may be its file, and a page's mark. */
function startAt(source: Source, lines: readonly Line[], i: number, n?: string): DocumentStart {
  const above = lines[i - 1];
  const hasFile = n !== undefined && above && /^No/.test(textOf(source, lines[i]!)) && namesFile(textOf(source, above));
  const at = hasFile ? i - 1 : i;
  const page = lines[at - 1];
  const from = page && pageAt(source, page.start, page.end) ? page.from : lines[at]!.from;
  return { top: lines[at]!, from, ...(n !== undefined && { n }) };
}

/** Whether a document begins at a line that tells its file, or is the heading of an editorial note. */
function isFiled(source: Source, lines: readonly Line[], i: number): boolean {
  const [line, next] = [lines[i]!, lines[i + 1]];
  if (!mayBegin(lines, i) || next?.chunk !== line.chunk + 1) return false;
  const words = textOf(source, line);
  if (namesFile(words) || /^Editorial Note\d?$/.test(words)) return true;
  if (!COLLECTION.test(words) || ENDS_SENTENCE.test(words) || /^\d+\. /.test(words)) return false;
  return mayBegin(lines, i + 1) && namedGenreOf([textOf(source, next)]).name !== 'document';
}

/** Documents that print their files above their headings, and no numbers. */
function filed(source: Source, lines: readonly Line[]): readonly DocumentStart[] {
  // Most texts have none at their top, and are looked through no further.
  if (!lines.slice(0, FIRST).some((_, i) => isFiled(source, lines, i))) return [];
  return lines.flatMap((_, i) => (isFiled(source, lines, i) ? [startAt(source, lines, i)] : []));
}

/** The documents of a text, in order; none where there is but one. */
export function documentStarts(source: Source, lines: readonly Line[]): readonly DocumentStart[] {
  const headings = lines.flatMap((_, i) => numberedAt(source, lines, i) ?? []);
  const row = longestRow(headings.filter(({ kind, line }) => kind === 'sure' || line === 0));
  const numbered = filled(row, headings).map(({ line, n }) => startAt(source, lines, line, n));
  const ofFiles = filed(source, lines);
  const most = ofFiles.length > numbered.length ? ofFiles : numbered;
  return most.length > 1 ? most : [];
}
