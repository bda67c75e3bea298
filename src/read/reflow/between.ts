/**
 * What is to stand between two lines, by how the text is set: nothing that counts, the end of a line, or of a paragraph. Lines of set
 * width have rules of their own, in `between-lines.ts`.
 */

import type { Source } from '../../source.js';
import { indentOf, type Line } from '../lines/chunks.js';
import { DASH, ENUMERATOR } from '../lines/listed.js';
import { LABEL } from './item-labels.js';
import { isRow } from './setting.js';

/** A hyphen or a dash before a line's end, where no blank stands in a line either. */
const DIVIDED = /[^\s\-–—](?:--|[-–—\u00ad¬])$/;
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
