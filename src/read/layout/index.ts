/**
 * Tables and lists as typewriters set them, by columns and indents: the text with the bars and bullets that they have in the plain form
 * of an edition. Later steps read that; at the end everything is put back into the text as it stands (`rebase`).
 */

import { type Source, source } from '../../source.js';
import type { Context } from '../../tree.js';
import { isCable } from '../cable/detect.js';
import { belowText } from '../forme-work/below.js';
import { BULLET_SIGNS } from '../lines/bullets.js';
import { type Line, linesOf } from '../lines/chunks.js';
import { isAnnual } from '../lines/era.js';
import { edited } from '../reflow/origin.js';
import { fields } from './fields.js';
import { lists } from './lists.js';
import { type Found, tables } from './tables.js';

const NONE: ReadonlySet<number> = new Set();
const NOTHING: Found = { edits: [], lines: new Set(), diagnostics: [] };

/** More than one blank inside of a line, a tab, or dots that lead on. */
const GAPS = /\S[ \u00a0]{2,}(?=\S)|\t|\.{5}|(?: \.){5}/;

/** What a line opens with that may be an item, from its first blank on. */
const ITEM = new RegExp(
  String.raw`[ \t\u00a0]+(?:\(?[A-Za-z\d]{1,4}[.)]{1,2}|--|[${BULLET_SIGNS.slice(1).replace('-', '\\-')}])[ \t\u00a0]`,
  'y',
);
const isBlank = (text: string, at: number): boolean => /\s/.test(text[at] ?? '');

/** Whether some line that is set in looks like an item; such lines below the last that is not are notes. */
function hasItems(text: string): boolean {
  let found = false;
  let flush = false; // whether any line is not set in
  for (const { index } of text.matchAll(/[\n\r\f\v](?=[^\n\r\f\v])/g)) {
    const at = index + 1;
    if (!isBlank(text, at)) {
      if (found) return true;
      flush = true;
    } else if (!found) {
      ITEM.lastIndex = at;
      found = ITEM.test(text);
    }
  }
  return found && !flush;
}

/** Lines of the text itself: notes are told from items by standing at its end. */
function withoutBelow(of: Source, lines: readonly Line[]): readonly Line[] {
  const below = belowText(of, lines);
  return below.length === 0 ? lines : lines.slice(0, -below.length);
}

/**
 * The text with its tables and lists in the plain form; as it is where it has none.
 *
 * @param begins offsets at which something is known to begin
 */
export function laidOut(of: Source, begins = NONE, context: Partial<Context> = {}): Source {
  const [gaps, items] = [GAPS.test(of.text), hasItems(of.text)];
  if (!gaps && !items) return of;
  const lines = linesOf(of);
  const found = gaps ? tables(of, lines, begins) : NOTHING;
  const isOwn = (line: Line): boolean => found.lines.has(line) || begins.has(line.from) || begins.has(line.start);
  // Annual volumes print the fields of memoranda as paragraphs and tables.
  const head = gaps && !isAnnual(of, lines, context) ? fields(of, lines, isOwn) : [];
  const edits = [...found.edits, ...head, ...(items ? lists(of, withoutBelow(of, lines), isOwn) : [])].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
  if (edits.length + found.diagnostics.length === 0 || isCable(of, lines)) return of;
  const { text, kept } = edited(of.text, edits);
  return { ...source(text, of.name), origin: { source: of, kept, formeWork: [], diagnostics: found.diagnostics } };
}
