/**
 * Lists inside list items. The plain form runs them together on one line under the item: `a. First. b. Second.` Such a
 * line is unfolded into parts, so that each is labelled by itself. So are the names of participants: `Mr. Sprague Lt. General Fox`.
 * Items without a number have bullets of their own, further in than the item that holds them.
 */

import type { Source } from '../../source.js';
import { changed, type Line } from '../lines/chunks.js';
import { after, type Enumerator, enumeratorAt, isFirst } from '../lines/enumerators.js';
import { pageAt, pageMarks } from './leaves.js';
import { namesOf } from './name-run.js';

/** What stands before an enumerator that only refers to an item: `see point (d) below`. A sentence of its own, `No.`, is an answer. */
const REFERS = /\b(?:point|item|paragraph|para\.?|section|article|part|clause|(?<![.?!)] )no\.|under|see) $/i;
/** The same before several, `points (d) and (e)`; an item may end so, too: `spare parts (b) engines`. */
const REFERS_TO_SEVERAL = /\b(?:points|items|paragraphs|paras\.?|sections|articles|parts|clauses|nos\.) $/i;
const SEVERAL = /^ (?:and|or|to|through) \(?\w{1,4}[.)]/;
/** The longest of these words, with the blank after it and a character before it. */
const WORD = 12;
/** What tells that there are several isn't longer. */
const AND = 15;

/** Whether what stands in `start…end`, printed like an enumerator, only refers to an item. */
function refers(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - WORD), start);
  if (REFERS.test(before)) return true;
  return REFERS_TO_SEVERAL.test(before) && SEVERAL.test(text.slice(end, end + AND));
}

/** An enumerator of a run: where it stands, and its sign (`a`, `2`). */
interface Counted {
  readonly at: number;
  readonly length: number;
  readonly token: string;
}

/** The enumerators of a run in `start…end`; the first stands at `start`. */
function runOf(whole: string, start: number, end: number, first: Enumerator): Counted[] {
  const text = whole.slice(0, end);
  const run: Counted[] = [{ at: start, length: first.length, token: first.token }];
  for (;;) {
    const { at, length, token } = run.at(-1)!;
    let next: Counted | undefined;
    for (const candidate of after(token)) {
      const printed = `${first.open}${candidate}${first.close}`;
      let found = text.indexOf(` ${printed} `, at + length);
      while (found >= 0 && refers(text, found + 1, found + 1 + printed.length))
        found = text.indexOf(` ${printed} `, found + 1);
      if (found >= 0 && (!next || found + 1 < next.at))
        next = { at: found + 1, length: printed.length, token: candidate };
    }
    if (!next) return run;
    run.push(next);
  }
}

/** The pieces of a line that begin at `starts`, without the white space behind each. */
function piecesAt(text: string, line: Line, starts: readonly number[]): Line[] {
  return starts.map((start, k) => {
    let end = starts[k + 1] ?? line.end;
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    return changed(line, { from: k === 0 ? line.from : start, start, end, to: end });
  });
}

/** A line as items of a nested list. */
const itemsAt = (text: string, line: Line, starts: readonly number[]): Line[] =>
  piecesAt(text, line, starts).map((piece) => changed(piece, { part: 'item' }));

/** Where the items of a run begin; a page's mark before the first is a part of it. */
const startsOf = ({ start }: Line, run: readonly Counted[]): number[] => run.map(({ at }, k) => (k === 0 ? start : at));

/** The same with the label of each apart, but where nothing follows it. */
function labelsAndItems(text: string, line: Line, run: readonly Counted[]): Line[] {
  return piecesAt(text, line, startsOf(line, run)).flatMap((piece, k): Line[] => {
    const { end } = piece;
    const labelEnd = run[k]!.at + run[k]!.length;
    let inner = labelEnd;
    while (inner < end && /\s/.test(text[inner]!)) inner++;
    if (inner >= end) return [changed(piece, { part: 'item' })];
    return [
      changed(piece, { end: labelEnd, to: labelEnd, part: 'label' }),
      changed(piece, { from: inner, start: inner, part: 'item' }),
    ];
  });
}

/** Columns by which a bullet must stand further in to be a nested item's. */
export const FURTHER_IN = 2;

/** Columns before a line's bullet. */
function indentOf(text: string, { from, start }: Line): number {
  let at = from;
  while (at < start && /\s/.test(text[at]!)) at++;
  return at - from;
}

/** No page's mark is longer. */
const MARK = 30;

/** Where the words of a line begin, behind a page's mark. */
function wordsFrom(text: string, { start, end }: Line): number {
  if (text[start] !== '[') return start;
  const [mark] = pageMarks(text.slice(start, Math.min(end, start + MARK)));
  let at = mark?.start === 0 ? start + mark.end : start;
  while (at < end && /\s/.test(text[at]!)) at++;
  return at;
}

/** The enumerator at an offset; in a quotation each has its mark before it: `“a. Boats. “b. Guns.”` */
function quotedEnumeratorAt(text: string, at: number): Enumerator | undefined {
  const mark = text[at] === '“' ? '“' : '';
  const from = at + mark.length;
  const found = enumeratorAt(text.slice(from, from + 8));
  return found && { ...found, open: mark + found.open, length: mark.length + found.length };
}

/** The run that begins so; its first enumerator alone may have the mark: `“a. Boats. b. Guns.”` */
function quotedRunOf(text: string, start: number, end: number, first: Enumerator): Counted[] {
  const run = runOf(text, start, end, first);
  const alone = run.length === 1 && first.open.startsWith('“');
  return alone ? runOf(text, start, end, { ...first, open: first.open.slice(1) }) : run;
}

/** Unfold the lines that hold nested lists. Lists whose labels stand on lines of their own give label and item apart. */
export function unfold(source: Source, lines: readonly Line[]): Line[] {
  const { text } = source;
  const out: Line[] = [];
  let chunk = -1;
  let bulleted = false;
  let indent = 0; // of the first bullet
  let labelled = false;
  let last: (Pick<Enumerator, 'open' | 'close'> & { last: string }) | undefined;
  for (const [i, line] of lines.entries()) {
    if (line.chunk !== chunk) {
      chunk = line.chunk;
      bulleted = false;
      labelled = false;
      last = undefined;
    }
    if (line.bullet) {
      const before = lines[i - 1];
      labelled ||= before?.chunk === chunk && !before.bullet && before.end - before.start <= 6;
      const own = indentOf(text, line);
      if (!bulleted) indent = own;
      const further = bulleted && own >= indent + FURTHER_IN;
      bulleted = true;
      out.push(further ? changed(line, { part: 'item' }) : line);
      continue;
    }
    const page = pageAt(source, line.start, line.end);
    const from = bulleted && !page ? wordsFrom(text, line) : line.start;
    const first = bulleted && !page ? quotedEnumeratorAt(text, from) : undefined;
    const goesOn =
      first && last && first.open === last.open && first.close === last.close && after(last.last).includes(first.token);
    if (!first || line.end - from <= first.length || !(isFirst(first) || goesOn)) {
      const names = bulleted && !page ? namesOf(text, line.start, line.end) : [];
      if (names.length < 2) out.push(line);
      else for (const item of itemsAt(text, line, names)) out.push(item);
      continue;
    }
    const run = quotedRunOf(text, from, line.end, first);
    last = { open: first.open, close: first.close, last: run.at(-1)!.token };
    const parts = labelled ? labelsAndItems(text, line, run) : itemsAt(text, line, startsOf(line, run));
    for (const part of parts) out.push(part);
  }
  return out;
}
