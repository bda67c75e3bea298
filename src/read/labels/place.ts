/** Where the lines of a document stand: the place in its block, in the document or attachment, and what has gone before. */

import { literal, type Part } from '../../features/hashed.js';
import { packed } from '../../packed.js';
import type { Source } from '../../source.js';
import { startsAttachment } from '../annual/attached.js';
import { isPostscript } from '../constructs/postscript.js';
import type { Line } from '../lines/chunks.js';
import { ANNUAL } from '../lines/era.js';
import { type Quoted, quotations } from '../lines/quotation.js';
import type { Facts } from './facts.js';

/** Where a line stands. Blocks of lines are counted without those that hold only a page's mark. */
export interface Place {
  readonly era: Part;
  readonly genre: Part;
  /** Whether the line starts its block (`S`) or stands inside (`I`). */
  readonly start: Part;
  /** Its place in its block, and the block's lines. */
  readonly row: number;
  readonly rows: number;
  /** Blocks before and after: of the document, or of the attachment. */
  readonly before: number;
  readonly after: number;
  /** Lines after it that are too long for a signature. */
  readonly rest: number;
  readonly page: boolean;
  /** Whether a date has been seen. */
  readonly dated: boolean;
  readonly quoted: Quoted;
}

export const INSIDE: Part = literal('I');
const STARTS = literal('S');

const DATES: ReadonlySet<Part> = new Set(['monthDayYear', 'dayMonthYear', 'undated'].map(literal));
const isDated = ({ length, signs }: Facts): boolean => length <= 140 && signs.some((s) => DATES.has(s));

/** Longer lines are no signature. */
const SIGNATURE = 60;

/** The places of the lines. In annual volumes an attachment begins and ends as a document does, and a postscript comes after the end. */
export function placesOf(
  source: Source,
  lines: readonly Line[],
  facts: readonly Facts[],
  pageBefore: readonly boolean[],
  { era, genre }: { readonly era: Part; readonly genre: Part },
): Place[] {
  // Blocks of lines, counted anew: `block[i]` is the ordinal of a line's block, `rows` their sizes.
  const block: number[] = [];
  const rows: number[] = [];
  lines.forEach((line, i) => {
    if (i === 0 || lines[i - 1]!.chunk !== line.chunk) rows.push(0);
    rows[rows.length - 1]!++;
    block.push(rows.length - 1);
  });
  const annual = era.text === ANNUAL;
  const starts = packed(lines, (_, i) => annual && i > 0 && startsAttachment(source, lines, i));
  const rest: number[] = [];
  const last: number[] = []; // the last block of a line's document or attachment, without a postscript
  for (let i = lines.length - 1, count = 0, end = rows.length - 1; i >= 0; i--) {
    rest[i] = count;
    last[i] = end;
    if (facts[i]!.length > SIGNATURE) count++;
    if (!starts[i] && !(annual && isPostscript(source, lines[i]!))) continue;
    count = 0;
    end = block[i]! - 1;
  }
  const quoted = quotations(source.text, lines);
  let row = 0;
  let first = 0;
  let dated = false;
  return packed(lines, (_, i): Place => {
    row = i > 0 && block[i - 1] === block[i] ? row + 1 : 0;
    if (starts[i]) {
      first = block[i]!;
      dated = false;
    }
    const seen = dated;
    dated ||= isDated(facts[i]!);
    return {
      era,
      genre,
      start: row === 0 ? STARTS : INSIDE,
      row,
      rows: rows[block[i]!]!,
      before: block[i]! - first,
      after: last[i]! - block[i]!,
      rest: rest[i]!,
      page: pageBefore[i]!,
      dated: seen,
      quoted: quoted[i]!,
    };
  });
}
