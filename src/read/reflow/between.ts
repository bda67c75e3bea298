/** What is to stand between two lines, by how the text is set: nothing that counts, the end of a line, or of a paragraph. */

import type { Source } from '../../source.js';
import type { Line } from '../chunks.js';
import { ENDED, LOWER } from '../halves.js';
import { DASH, ENUMERATOR } from '../listed.js';
import { isDateline } from '../opening.js';
import { BULLET, LABEL, opensAlike } from './item-labels.js';
import { INDENT, indentOf, isRow, type Width } from './setting.js';

const BRACKETED = /[)\]]\d{0,2}$/;
/** The dateline is among so many characters. */
const OPENING = 600;
/** What goes on below. */
const OPEN = /(?:,|\b(?:of|the|and|in|to|for|at|with))$/;
const INITIAL = /^\p{Lu}\.\s/u;
/** Labels that no sentence has: `(b) `, `- `. */
const SIGNED = /^[(\p{Pd}]/u;
/** Below a dateline, when it came. */
const RECEIVED = /^\W*received\b/i;

/** A hyphen or a dash before a line's end, where no blank stands in a line either. The hyphen stays: it may be the word's own. */
const DIVIDED = /[^\s\-–—](?:--|[-–—])$/;
const WORD = /^[\p{L}\p{N}“‘]/u;
/** `pre- and post-war` has its blank. */
const hangsOpen = (text: string, after: string): boolean => text.endsWith('-') && /^(?:and|or|to|nor)\b/.test(after);

/** What stands between two lines of a paragraph, between the halves of a word, and between paragraphs. */
export const GOES_ON = ' ';
export const UNDIVIDED = '';
export const APART = '\n\n';
export const TOGETHER = '\n';

/** Lines in order of the text: one that is no page mark, the next such, and the one below that. */
export interface Neighbours {
  readonly line: Line;
  readonly next: Line;
  readonly below: Line | undefined;
  /** A page ends between `line` and `next`: page marks stand there, a form feed, or what is printed at its edge. */
  readonly paged: boolean;
  /** The last line of their block that opens with a label. */
  readonly labelled: Line | undefined;
  /** `line` is not the first of its paragraph. */
  readonly inside: boolean;
  /** The least indent in their block. */
  readonly flush: number;
}

/** What stands between two lines of a paragraph: nothing in the middle of a word. */
export const goesOn = (text: string, after: string): string =>
  DIVIDED.test(text) && WORD.test(after) && !hangsOpen(text, after) ? UNDIVIDED : GOES_ON;

/** What is to stand between two lines of a text of set width; undefined where it is to stay. */
export function betweenLines(
  of: Source,
  { isFull, setIn: firstLines }: Width,
  neighbours: Neighbours,
): string | undefined {
  const { line, next, below, paged, labelled, inside, flush } = neighbours;
  const text = of.text.slice(line.start, line.end);
  const after = of.text.slice(next.start, next.end);
  if (next.bullet || isRow(of, line) || isRow(of, next)) return undefined;
  const ended = ENDED.test(text);
  const label = LABEL.test(after);
  const bullet = BULLET.test(after);
  const alike = labelled !== undefined && opensAlike(of.text.slice(labelled.start, labelled.end), after);
  const joint = goesOn(text, after);
  const setIn = firstLines !== undefined && next.from < firstLines.end;
  const isTop = setIn && next.start < OPENING;
  const dated = isTop && isDateline(text);
  const full = (isFull(line, next) && !dated) || (joint === UNDIVIDED && LOWER.test(after));
  if (line.chunk !== next.chunk)
    return paged && !ended && !label && !BRACKETED.test(text) && (inside || LOWER.test(after)) ? joint : undefined;
  const further = indentOf(next) - indentOf(line);
  // Below a note's label, set in like it.
  const beneath = labelled !== undefined && indentOf(labelled) > 0 && indentOf(next) === indentOf(labelled);
  // A numbered paragraph has its first line set in, too; a name may begin as a label does, `V. Sapt`.
  const isNamed = ended && !full && !alike && INITIAL.test(after);
  if (label && setIn && !bullet && (further >= INDENT ? ended || !full : isNamed)) return APART;
  // `2. ` may end a sentence that goes on: `Box 76, Folder` and below `2. Secret.`
  const item = label && (bullet || (alike && SIGNED.test(after)));
  if (item || (label && (ended || BRACKETED.test(text) || !full || further > 0 || beneath))) return undefined;
  const follows = below?.chunk === next.chunk ? below : undefined;
  if (isTop && isDateline(after)) {
    // A heading may end in a place and a date, too; a post's own line stands right above the dateline.
    const another = follows && isDateline(of.text.slice(follows.start, follows.end));
    if (!another && !OPEN.test(text)) return APART;
  }
  const isSetIn = further >= INDENT || (!full && indentOf(next) - flush >= INDENT);
  const opensParagraph =
    ended || (setIn && (!full || (follows && indentOf(follows) < indentOf(next) && isFull(next, follows))));
  if (opensParagraph && (setIn || !paged) && isSetIn) {
    // Lines that go on with a note are all set further in than its label; a paragraph of it has its first line so.
    const ofNote = labelled && indentOf(labelled) > 0 && indentOf(next) > indentOf(labelled);
    if (!ofNote)
      return labelled && indentOf(labelled) === 0 && follows && indentOf(follows) === indentOf(next) ? joint : APART;
    const isFirst =
      follows && indentOf(follows) < indentOf(next) && !LABEL.test(of.text.slice(follows.start, follows.end));
    if (!full || isFirst) return undefined;
  }
  if (full || (paged && (inside || !ended))) return joint;
  // What stands above the first paragraph are lines of their own, and so is what follows a paragraph's last.
  const isOwn = ended || (setIn && next.from < firstLines.start && !LOWER.test(after));
  if (isOwn && setIn && !label && further <= 0) return dated && RECEIVED.test(after) ? undefined : APART;
  // A paragraph ends before its width, and the next is one, too: its first line is full.
  return ended && inside && follows && !label && isFull(next, follows) ? APART : undefined;
}

/** What is to stand between two lines of which each is a paragraph; undefined where it is to stay. */
export function betweenParagraphs(of: Source, { line, next, labelled }: Neighbours): string | undefined {
  if (line.chunk !== next.chunk || next.bullet) return undefined;
  const text = of.text.slice(line.start, line.end);
  const after = of.text.slice(next.start, next.end);
  // Items stand together, and below what announces them.
  if (DASH.test(after) && (text.endsWith(':') || DASH.test(text))) return undefined;
  // A note, a paragraph of one, a row of a table.
  if (indentOf(next) > 0 && (labelled || LABEL.test(after))) return undefined;
  return isRow(of, line) || isRow(of, next) ? undefined : APART;
}

/** What is to stand between two lines of a text with an empty line after each: items, what is right above them, and rows stand together. */
export function betweenItems(of: Source, { line, next, paged }: Neighbours): string | undefined {
  if (paged) return undefined;
  const pair = line.bullet && ENUMERATOR.test(of.text.slice(next.start, next.end));
  return next.bullet || pair || (isRow(of, line) && isRow(of, next)) ? TOGETHER : undefined;
}
