/** Notes at the foot of each page, above the mark of the next: which lines they are, where their labels and their marks show it. */

import type { MarkedNote } from '../../markup.js';
import { packed } from '../../packed.js';
import { type Source, textOf } from '../../source.js';
import type { MarkStyle } from '../../text/mark-styles.js';
import { lowered } from '../../text/superscripts.js';
import { pageAt } from '../blocks/leaves.js';
import type { Line } from '../lines/chunks.js';
import { findNotes } from '../notes/index.js';
import { FOOT_LABELS, type FootLabel } from '../notes/label-styles.js';
import { follows, givesSource, headsNotes, type Labelled, labelled, numberOf, opens } from '../notes/labels.js';
import { marksFound, onlyMark } from '../notes/marks.js';
import { starredPages } from './starred.js';

/** Lines of one page: its own mark is none of them. */
type Page = readonly Line[];

/** The notes of one page: `first` is the first line that is theirs, perhaps a rule above them. */
export interface PageNotes {
  readonly lines: Page;
  readonly first: number;
  readonly notes: readonly MarkedNote[];
}

/** How a note opens, in whatever form. */
const NUMBERED = /^\s*[([]?(\d{1,3}|[*†‡§])[.)\]]/;
/** No page has more notes. */
const MOST = 40;
/** Of the labels on a page, so many must have a mark there. */
const MARKED = 0.75;

export function pagesOf(of: Source, lines: readonly Line[]): Page[] {
  const pages: Line[][] = [[]];
  for (const [i, line] of lines.entries()) {
    const marked = pageAt(of, line.start, line.end) !== undefined;
    const fed = i > 0 && of.text.slice(lines[i - 1]!.to, line.from).includes('\f');
    if ((marked || fed) && pages.at(-1)!.length > 0) pages.push([]);
    if (!marked) pages.at(-1)!.push(line);
  }
  return pages.filter((page) => page.length > 0);
}

/** The labels in a row that reach to the foot of a page. */
function lastLabels(of: Source, page: Page, { pattern }: FootLabel): Labelled[] {
  const run: Labelled[] = [];
  for (let i = page.length - 1; i > 0; i--) {
    const found = labelled(of, page, i, pattern);
    if (!found || (run[0] && !follows(found.label, run[0].label))) continue;
    run.unshift(found);
    if (numberOf(found.label) === 1) break;
  }
  return run.slice(-MOST);
}

/** Those of them that are no label of the pages before, unless numbers begin anew. */
const further = (labels: readonly Labelled[], last: number): readonly Labelled[] =>
  numberOf(labels[0]?.label ?? '') === 1 ? labels : labels.filter(({ label }) => !(numberOf(label) <= last));

/** The lines of some labels, and of what heads them; where numbers begin anew on each page, also their marks in this one. */
function notesFrom(of: Source, page: Page, run: readonly Labelled[], style?: MarkStyle): PageNotes {
  const body = of.text.slice(page[0]!.start, page[run[0]!.line]!.from);
  let first = run[0]!.line;
  while (first > 1 && headsNotes(of, page[first - 1]!)) first--;
  const notes = run.map(({ line, label, length }, k): MarkedNote => {
    const { from } = page[line]!;
    const n = lowered(label);
    const mark = style && onlyMark(body, n, style);
    return {
      n,
      label: { start: k === 0 ? page[first]!.from : from, end: from + length },
      ...(mark && { mark: { start: mark.start + page[0]!.start, end: mark.end + page[0]!.start } }),
    };
  });
  return { lines: page, first, notes };
}

/** The notes of a page as labels of one look show them; undefined where their marks don't. */
function notesOf(
  of: Source,
  page: Page,
  look: FootLabel,
  labels: readonly Labelled[],
  anew: boolean,
): PageNotes | undefined {
  for (let run = labels; run.length > 0; run = run.slice(1)) {
    const body = of.text.slice(page[0]!.start, page[run[0]!.line]!.from);
    const { line, length } = run[0]!;
    // The mark of the source's note may be lost, as in headings in capitals.
    const sourced = givesSource(of, page[line]!.from + length, page[line]!.to);
    const numbers = run.map(({ label }) => lowered(label));
    const areMarked = (some: readonly string[], one: MarkStyle): boolean =>
      marksFound(body, some, one) >= MARKED * some.length;
    const style = look.marks
      .filter(({ mark }) => numbers.every((n) => mark(n) !== undefined))
      .find((one) => areMarked(numbers, one) || (sourced && areMarked(numbers.slice(1), one)));
    if (style) return notesFrom(of, page, run, anew ? style : undefined);
  }
  return undefined;
}

/** The labels of a page that count on from those before it to those below it: they need no marks. */
function between(labels: readonly Labelled[], last: number, next: number): readonly Labelled[] {
  const first = labels.findIndex(({ label }) => numberOf(label) === last + 1);
  const fits = first >= 0 && numberOf(labels.at(-1)!.label) === next - 1;
  return fits ? labels.slice(first) : [];
}

/** The notes of all pages in one look; undefined for pages without, none at all where no page has a label of that look. */
function inLook(of: Source, pages: readonly Page[], look: FootLabel): (PageNotes | undefined)[] {
  const labels = packed(pages, (page) => lastLabels(of, page, look));
  if (labels.every(({ length }) => length === 0)) return [];
  const anew = labels.filter(([first]) => first && opens(first.label)).length > 1;
  let last = 0;
  const found = packed(pages, (page, i) => {
    const one = notesOf(of, page, look, further(labels[i]!, last), anew);
    last = numberOf(one?.notes.at(-1)?.n ?? '') || last;
    return one;
  });
  const next: number[] = []; // the first number on the pages below
  for (let i = pages.length - 2; i >= 0; i--) next[i] = numberOf(found[i + 1]?.notes[0]?.n ?? '') || next[i + 1] || 0;
  let before = 0;
  return packed(found, (one, i) => {
    const run = one ? [] : between(labels[i]!, before, next[i] ?? 0);
    const known = one ?? (run.length > 0 ? notesFrom(of, pages[i]!, run) : undefined);
    before = numberOf(known?.notes.at(-1)?.n ?? '') || before;
    return known;
  });
}

/** Whether one label alone is a note's: it gives the source, a rule stands above it, or the heading has its mark. */
function isNote(of: Source, [heading]: Page, { lines, first, notes: [note] }: PageNotes, look: FootLabel): boolean {
  const { n, label } = note!;
  if (headsNotes(of, lines[first]!)) return true;
  if (givesSource(of, label.end, lines.at(-1)!.to)) return true;
  return lines[0] === heading && look.marks.some(({ mark }) => textOf(of, heading!).endsWith(mark(n) ?? '\n'));
}

/**
 * Whether the notes of all pages may stand at the end of the last: lines are labelled there from the first note on, and aren't the
 * page's own notes, or give the source of the document, which would be told on its first page.
 *
 * @param known the notes of pages are sure to be notes
 */
const standAtEnd = (of: Source, last: Page, own: MarkedNote | undefined, known: boolean): boolean =>
  FOOT_LABELS.some((look) => {
    const [first] = lastLabels(of, last, look);
    if (first === undefined || !opens(first.label)) return false;
    const { from, to } = last[first.line]!;
    return (!known && !opens(own?.n ?? '0')) || givesSource(of, from + first.length, to);
  });

/** So many notes that count on from the first over pages are sure to be notes. */
const SURE = 3;

/** Whether notes of pages can be nothing else, so that lines with numbers on the last page are the text's: the first gives the source, or they count on over pages. */
function areKnown(of: Source, [first, ...more]: readonly PageNotes[]): boolean {
  const { lines, notes } = first!;
  const { label } = notes[0]!;
  const line = lines.find(({ from, to }) => from < label.end && label.end <= to);
  if (line && givesSource(of, label.end, line.to)) return true;
  const numbers = [first!, ...more].flatMap((page) => page.notes.map(({ n }) => numberOf(n)));
  return more.length > 0 && numbers.length >= SURE && numbers.every((n, i) => n === i + 1);
}

/**
 * The notes of the pages that have some. None where only the last has, or what stands at the end of the text reads as the notes of more
 * than its page: then numbered lines at the foot of others are paragraphs.
 */
export function pageNotes(of: Source, lines: readonly Line[], pages: readonly Page[]): readonly PageNotes[] {
  const last = pages.at(-1)!;
  for (const look of FOOT_LABELS) {
    if (look.sign && !look.sign.some((one) => of.text.includes(one))) continue;
    const found = inLook(of, pages, look).filter((one) => one !== undefined);
    const [one, other] = found.flatMap(({ notes }) => notes);
    const enough = other !== undefined || (one !== undefined && isNote(of, pages[0]!, found[0]!, look));
    if (!enough || found.every((page) => page.lines === last)) continue;
    const all = starredPages(of, pages, found);
    const own = all.at(-1)!.lines === last ? all.at(-1)!.notes : [];
    if (standAtEnd(of, last, own[0], areKnown(of, all))) continue;
    // A page may end among the notes at the end of the text.
    const next = own.length === 0 ? labelled(of, last, 0, NUMBERED) : undefined;
    const before = all.at(-1)!.notes.at(-1)!.n;
    const isText = next && areKnown(of, all) && !follows(before, next.label) && !labelled(of, last, 0, look.pattern);
    if (next && !isText) continue;
    const { notes: atEnd } = findNotes(of, lines);
    const { labelFrom = 0 } = atEnd[0] ?? {};
    if (labelFrom < last[0]!.from || own.some(({ label }) => label.start === labelFrom)) return all;
  }
  return [];
}

/** Whether notes may stand above a page's mark at all: without a look at what else the text has. */
export const mayHavePages = ({ text }: Source): boolean =>
  /[\f\n\r\v][ \t\u00a0]*\[[ \u00a0]{0,2}[Pp](?:age|AGE)|\f/.test(text);

/** The words of a note's first line, for messages. */
export const opening = (of: Source, { lines, first }: PageNotes): string => textOf(of, lines[first]!);
