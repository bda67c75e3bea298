/**
 * Text whose lines are not what they are in the plain form of an edition, a paragraph each with empty lines between: broken at a set
 * width, as mail and text files are, or without empty lines. The whole path runs on the text with its lines set anew, so that the names,
 * dates and page marks that a line end parts read as they do elsewhere; at the end everything is put back into the text as it stands
 * (`rebase`).
 */

import { type Source, source } from '../../source.js';
import { isCable } from '../cable/detect.js';
import { type Line, linesOf } from '../chunks.js';
import { pageAt } from '../leaves.js';
import { ENUMERATOR } from '../listed.js';
import { type Edit, edited } from './origin.js';
import { isRow, isRunTogether, isSpaced, type Width, widthOf } from './setting.js';

/** What a paragraph's last line ends in, perhaps with a note's number. */
const ENDED = /[.?!:;…][)\]”’"']*(?:\d{1,3}|[*†‡])?$/;
const BRACKETED = /[)\]]\d{0,2}$/;
const LOWER = /^[“‘"'([]?\p{Ll}/u;
/** `2. `, `(a)`, `3)`, `†`, `- `: what begins an item of a list, or a note. */
const LABEL =
  /^(?:\(?(?:\d{1,3}[A-Za-z]?|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})[.)]\s|\[(?:\d{1,3}|[*†‡])\]\s|[-–•]\s|\d{1,3}\s+\p{Lu}|[*†‡§¶‖⁰¹²³⁴⁵⁶⁷⁸⁹])/u;
/** Columns by which the first line of a paragraph is set further in. */
const INDENT = 2;

/** A hyphen or a dash before a line's end, where no blank stands in a line either. The hyphen stays: it may be the word's own. */
const DIVIDED = /[^\s\-–—](?:--|[-–—])$/;
const WORD = /^[\p{L}\p{N}“‘]/u;
/** `pre- and post-war` has its blank. */
const hangsOpen = (text: string, after: string): boolean => text.endsWith('-') && /^(?:and|or|to|nor)\b/.test(after);

/** What stands between two lines of a paragraph, between the halves of a word, and between paragraphs. */
const GOES_ON = ' ';
const UNDIVIDED = '';
const APART = '\n\n';
const TOGETHER = '\n';

const indentOf = ({ from, start }: Line): number => start - from;

/** Blanks that can be taken from before a line, `most` at most: characters that XML forbids are none, and a bullet keeps one. */
function marginOf({ text }: Source, { from, start, bullet }: Line, most: number): number {
  let at = from;
  while (at < start && at - from <= most && /[ \t\u00a0]/.test(text[at]!)) at++;
  return Math.min(most, Math.max(0, at - from - (bullet ? 1 : 0)));
}

/** Lines in order of the text: one that is no page mark, the next such, and the one below that. */
interface Neighbours {
  readonly line: Line;
  readonly next: Line;
  readonly below: Line | undefined;
  /** A page ends between `line` and `next`: page marks stand there, or a form feed. */
  readonly paged: boolean;
  /** The last line of their block that opens with a label. */
  readonly labelled: Line | undefined;
  /** `line` is not the first of its paragraph. */
  readonly inside: boolean;
  /** The least indent in their block. */
  readonly flush: number;
}

/** What is to stand between two lines of a text of set width; undefined where it is to stay. */
function betweenLines(of: Source, { isFull }: Width, neighbours: Neighbours): string | undefined {
  const { line, next, below, paged, labelled, inside, flush } = neighbours;
  const text = of.text.slice(line.start, line.end);
  const after = of.text.slice(next.start, next.end);
  if (next.bullet || isRow(of, line) || isRow(of, next)) return undefined;
  const ended = ENDED.test(text);
  const label = LABEL.test(after);
  const goesOn = DIVIDED.test(text) && WORD.test(after) && !hangsOpen(text, after) ? UNDIVIDED : GOES_ON;
  const full = isFull(line, next) || (goesOn === UNDIVIDED && LOWER.test(after));
  if (line.chunk !== next.chunk)
    return paged && !ended && !label && !BRACKETED.test(text) && (inside || LOWER.test(after)) ? goesOn : undefined;
  const further = indentOf(next) - indentOf(line);
  // Below a note's label, set in like it.
  const beneath = labelled !== undefined && indentOf(labelled) > 0 && indentOf(next) === indentOf(labelled);
  if (label && (ended || BRACKETED.test(text) || !full || further > 0 || beneath)) return undefined;
  const follows = below?.chunk === next.chunk ? below : undefined;
  const isSetIn = further >= INDENT || (!full && indentOf(next) - flush >= INDENT);
  if (ended && !paged && isSetIn) {
    // Lines that go on with a note are all set further in than its label; a paragraph of it has its first line so.
    const ofNote = labelled && indentOf(labelled) > 0 && indentOf(next) > indentOf(labelled);
    if (!ofNote)
      return labelled && indentOf(labelled) === 0 && follows && indentOf(follows) === indentOf(next) ? goesOn : APART;
    const isFirst =
      follows && indentOf(follows) < indentOf(next) && !LABEL.test(of.text.slice(follows.start, follows.end));
    if (!full || isFirst) return undefined;
  }
  if (full || (paged && (inside || !ended))) return goesOn;
  // A paragraph ends before its width, and the next is one, too: its first line is full.
  return ended && inside && follows && !label && isFull(next, follows) ? APART : undefined;
}

/** What is to stand between two lines of which each is a paragraph; undefined where it is to stay. */
function betweenParagraphs(of: Source, { line, next, labelled }: Neighbours): string | undefined {
  if (line.chunk !== next.chunk || next.bullet) return undefined;
  const after = of.text.slice(next.start, next.end);
  // A note, a paragraph of one, a row of a table.
  if (indentOf(next) > 0 && (labelled || LABEL.test(after))) return undefined;
  return isRow(of, line) || isRow(of, next) ? undefined : APART;
}

/** What is to stand between two lines of a text with an empty line after each: items, what is right above them, and rows stand together. */
function betweenItems(of: Source, { line, next, paged }: Neighbours): string | undefined {
  if (paged) return undefined;
  const pair = line.bullet && ENUMERATOR.test(of.text.slice(next.start, next.end));
  return next.bullet || pair || (isRow(of, line) && isRow(of, next)) ? TOGETHER : undefined;
}

const NONE: ReadonlySet<number> = new Set();

/**
 * The text with a line a paragraph, and without an indent that all its lines have (but the first's own); as it is where it is so already.
 *
 * @param begins offsets of lines, or of their first words, at which something is known to begin
 */
export function reflow(of: Source, begins = NONE): Source {
  const lines = linesOf(of);
  const width = widthOf(of, lines);
  const together = !width && isRunTogether(of, lines);
  const margin = lines.reduce((least, line) => Math.min(least, marginOf(of, line, least)), lines.length > 1 ? 40 : 0);
  const spaced = !width && !together && isSpaced(of, lines);
  // A cable's lines are what its form tells by.
  if ((!width && !together && !spaced && margin === 0) || isCable(of, lines)) return of;
  // One block from end to end: its lines are a paragraph's, or paragraphs.
  const unparted = lines.at(-1)?.chunk === 0;
  const between = (neighbours: Neighbours): string | undefined => {
    if (width) return betweenLines(of, width, neighbours) ?? (unparted ? betweenParagraphs(of, neighbours) : undefined);
    if (together) return betweenParagraphs(of, neighbours);
    return spaced ? betweenItems(of, neighbours) : undefined;
  };
  const flush: number[] = []; // by block
  for (const line of lines) flush[line.chunk] = Math.min(flush[line.chunk] ?? indentOf(line), indentOf(line));
  const edits: Edit[] = [];
  const put = (from: Line, to: Line, text: string | undefined): void => {
    if (text !== undefined) edits.push({ start: from.end, end: to.bullet ? to.from : to.start, text });
    else if (margin > 0) edits.push({ start: to.from - 1, end: to.from + margin, text: of.text[to.from - 1]! });
  };
  let run: Line[] = []; // a line, and the page marks below it
  let labelled: Line | undefined;
  let inside = false;
  for (const [i, next] of lines.entries()) {
    const [line] = run;
    if (line && pageAt(of, next.start, next.end)) {
      run.push(next);
      continue;
    }
    if (line) {
      const paged = run.length > 1 || of.text.slice(line.end, next.start).includes('\f');
      const begun = begins.has(next.from) || begins.has(next.start);
      const text: string | undefined = begun
        ? undefined
        : between({ line, next, below: lines[i + 1], paged, labelled, inside, flush: flush[line.chunk]! });
      for (const [k, one] of run.entries()) put(one, run[k + 1] ?? next, text);
      inside = text === GOES_ON || text === UNDIVIDED;
    }
    if (line?.chunk !== next.chunk) labelled = undefined;
    if (!inside && LABEL.test(of.text.slice(next.start, next.end))) labelled = next;
    run = [next];
  }
  for (const [k, page] of run.slice(1).entries()) put(run[k]!, page, undefined);
  if (edits.length === 0) return of;
  const { text, kept } = edited(of.text, edits);
  return { ...source(text, of.name), origin: { source: of, kept } };
}
