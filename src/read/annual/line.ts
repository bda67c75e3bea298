/** Lines of annual volumes, as the rules for them see them. */

import type { Source } from '../../source.js';
import type { Label } from '../labels/labels.js';
import type { Line } from '../lines/chunks.js';
import type { TreatyLine } from './articles.js';
import { isCode } from './codes.js';
import { isDate, isPost, isPostInBlock } from './dated.js';

/** Longer lines are no title, nor anything else that these volumes settle. */
export const LONG = 300;

/** The text of a line, cut where it is too long. */
export const wordsOf = (whole: string, { start, end }: Line): string =>
  whole.slice(start, Math.min(end, start + LONG + 1));

/** Whether a line is a block of its own, and no item. */
export const isAlone = (lines: readonly Line[], i: number): boolean =>
  lines[i - 1]?.chunk !== lines[i]!.chunk && !lines[i]!.bullet && lines[i + 1]?.chunk !== lines[i]!.chunk;

/**
 * What the line above is to this one: an editor's word or a source line of the opening (`word`), the label of an attachment with what
 * belongs to it (`attachment`), an attachment's heading (`title`), or a list of attachments (`list`).
 */
export type Above = 'word' | 'attachment' | 'title' | 'list' | undefined;

/** Whether the opening of an attachment goes on below a line. */
export const isOfAttachment = (above: Above): boolean => above === 'attachment' || above === 'title';

export interface AnnualLine {
  readonly source: Source;
  readonly lines: readonly Line[];
  /** Its place among the lines, and its text, cut where it is too long for any of the rules. */
  readonly i: number;
  readonly text: string;
  /** Whether it is a block of its own. */
  readonly alone: boolean;
  readonly above: Above;
  /** Whether the document's own heading must have been passed. */
  readonly titled: boolean;
  /** Whether the document's number stands on the first line, the heading below it. */
  readonly numbered: boolean;
  /** The labels that the lines above have got. */
  readonly settled: readonly (Label | undefined)[];
  /** What a heading above says of it, what the end of the document or attachment does, and what it is of a treaty. */
  readonly belowHead: Label | undefined;
  readonly ending: Label | undefined;
  readonly treaty: TreatyLine;
}

/** Lines down to which numbers, markings and dates belong to the opening. */
export const OPENING = 6;
/** After these an attachment's opening goes on. */
const OPENERS = new Set<Label | undefined>(['attHead', 'dateline', 'seg']);
/** A sentence or a courtesy ends. */
const CLOSED = /[.,:;]\d{0,2}$/;

const textAt = ({ source, lines }: AnnualLine, k: number): string => wordsOf(source.text, lines[k]!);

/** The label of the line above. */
export const labelAbove = ({ settled, i }: AnnualLine): Label | undefined => settled[i - 1];

/** Whether a line belongs to the opening of the document or of an attachment. */
export const isInOpening = (line: AnnualLine): boolean => line.i <= OPENING || OPENERS.has(labelAbove(line));

/** Whether line `k` is a date. */
export const isDateAt = (line: AnnualLine, k: number): boolean => k < line.lines.length && isDate(textAt(line, k));

/** Whether line `k` is the code of a council's paper, and alone. */
export const isCodeAt = (line: AnnualLine, k: number): boolean =>
  k < line.lines.length && isAlone(line.lines, k) && isCode(textAt(line, k));

/** Whether the block of line `k` goes on below it. */
export const goesOn = ({ lines }: AnnualLine, k: number): boolean => lines[k + 1]?.chunk === lines[k]!.chunk;

/** Whether the block of a line begins with it. */
export const startsBlock = ({ lines, i }: AnnualLine): boolean => lines[i - 1]?.chunk !== lines[i]!.chunk;

/** Whether line `k` is the post's own line right above its date, by its words alone. */
export const isPostAt = (line: AnnualLine, k: number): boolean =>
  k >= 0 && isDateAt(line, k + 1) && isPost(textAt(line, k));

/** Whether line `k` is what stands above its date: a post's own line, or, in a block with the date, whatever may be one. */
export const isAboveDateAt = (line: AnnualLine, k: number): boolean =>
  isPostAt(line, k) ||
  (k > 0 && k + 2 < line.lines.length && isDateAt(line, k + 1) && goesOn(line, k) && isPostInBlock(textAt(line, k)));

/** Whether a line stands below a heading or matter of the opener. */
export const isBelowOpener = (line: AnnualLine): boolean => {
  const { i } = line;
  return i === 1 || OPENERS.has(labelAbove(line)) || (i > 0 && i <= OPENING && !CLOSED.test(textAt(line, i - 1)));
};
