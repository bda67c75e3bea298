/**
 * How documents and attachments of annual volumes end, where the model can't be left to see it: a signature above a date, above a
 * postscript, or in several lines, names with titles below them and the signers of treaties.
 */

import type { Source } from '../source.js';
import type { TreatyLine } from './articles.js';
import { isAlone, startsAttachment, textOf } from './attached.js';
import type { Line } from './chunks.js';
import { isOfNames } from './constructs/heading.js';
import { isPostscript } from './constructs/postscript.js';
import { isDate, isPost } from './dated.js';
import type { Label } from './labels.js';

/** Longer lines neither sign nor tell what the signer is. */
const LONG = 80;
/** The seal beside the name. */
const SEAL = /^\[(?:seal|l\. ?s\.)\] | \[(?:seal|l\. ?s\.)\]\.?\d{0,2}$/i;
/** What a signer is. */
const OFFICE =
  /\b(?:Secretary|Minister|Ambassador|President|Chancellor|Consul|Charg[ée]|Attorney|Director|Chairman|Chief|Counselor|Commissioner|Delegate|Representative|Plenipotentiary|Governor|General|Colonel|Captain|Admiral|Commander|Agent|Envoy)\b/;
/** What stands above a signature: the end of a sentence or of a courtesy. */
const PROSE = /[.,!?\])”]\d{0,2}$/;
const SENTENCE = /[.?!][”’)]?\d{0,2}$/;
/** A courtesy is none: `Very truly yours`, `Accept [etc.]`. */
const COURTESY = /\b(?:yours|sincerely|respectfully|faithfully|truly|cordially|regards|servant)\b|\[?etc\b/i;
/** A place on a line above its date: `The White House,` */
const PLACE = /^\p{Lu}[^,.]{1,40},$/u;
const DATE_ALONE = /^[[(]?(?:\d|\p{Lu}\p{Ll}+ \d)/u;
/** A note's mark. */
const MARK = /(?<=\D)\d{1,2}$/;

/** What may sign, or say what the signer is. */
const isSigner = (text: string): boolean =>
  text.length <= LONG && !COURTESY.test(text) && (SEAL.test(text) || isOfNames(text.replace(MARK, '')));

interface Part {
  readonly source: Source;
  readonly lines: readonly Line[];
  /** The first line of the document or the attachment, and its last. */
  readonly first: number;
  readonly last: number;
  readonly treaty: boolean;
}

const wordsAt = ({ source, lines }: Part, i: number): string => textOf(source.text, lines[i]!);
const lastOf = ({ source: { text }, lines }: Part, i: number): string =>
  text.slice(Math.max(lines[i]!.start, lines[i]!.end - LONG), lines[i]!.end);

/** Where the signers' lines begin that end with line `end`; after it where there are none. */
function signersFrom(part: Part, end: number): number {
  let from = end + 1;
  while (from > part.first && isAlone(part.lines, from - 1) && isSigner(wordsAt(part, from - 1))) from--;
  if (from <= part.first + 1) return end + 1;
  const above = lastOf(part, from - 1);
  return PROSE.test(above) || COURTESY.test(above) ? from : end + 1;
}

/** The labels of the signers' lines: names, and below a comma, or by its words, what the signer is. */
function signatures(part: Part, from: number, end: number): Label[] {
  let comma = false;
  return part.lines.slice(from, end + 1).map((_, k): Label => {
    const words = wordsAt(part, from + k);
    const title = k > 0 && !SEAL.test(words) && (comma || OFFICE.test(words));
    comma = !title && words.endsWith(',');
    if (title) return 'closer';
    return k === 0 || comma ? 'signed' : 'signed2';
  });
}

/** The first line of a postscript, or undefined. */
function postscriptOf({ source, lines, first, last }: Part): number | undefined {
  for (let i = first + 1; i <= last; i++) if (isPostscript(source, lines[i]!)) return i;
  return undefined;
}

/** How many lines at the end are the date, with its place above. */
function dateLines(part: Part): number {
  const { lines, first, last } = part;
  if (last <= first + 1 || !isAlone(lines, last) || !isDate(wordsAt(part, last))) return 0;
  const above = wordsAt(part, last - 1);
  const placed = isPost(above) || (PLACE.test(above) && DATE_ALONE.test(wordsAt(part, last)));
  return placed && isAlone(lines, last - 1) ? 2 : 1;
}

/** Whether a part ends with signatures that the model can't be left to see. */
function isHard(part: Part, from: number, end: number): boolean {
  if (from >= end) return false;
  if (part.treaty || (wordsAt(part, from).endsWith(',') && OFFICE.test(wordsAt(part, from + 1)))) return true;
  for (let i = from; i <= end; i++) if (SEAL.test(wordsAt(part, i))) return true;
  return false;
}

/** Settle how a document or an attachment ends. */
function settle(part: Part, out: (Label | undefined)[]): void {
  const { last } = part;
  const postscript = postscriptOf(part);
  const dated = postscript === undefined ? dateLines(part) : 0;
  const end = (postscript ?? last + 1 - dated) - 1;
  const from = signersFrom(part, end);
  if (from > end) {
    // A note that is dated at its end, which these volumes print as a paragraph, has a sentence above the date.
    if (dated === 1 && SENTENCE.test(lastOf(part, end))) out[last] = 'p';
  } else if (postscript !== undefined || dated > 0 || isHard(part, from, end)) {
    signatures(part, from, end).forEach((label, k) => {
      out[from + k] = label;
    });
    if (dated > 0) out[last] = 'dateline';
    if (dated > 1) out[last - 1] = 'closer';
  }
}

/** The labels that are settled by how a document and its attachments end. */
export function endingLabels(
  source: Source,
  lines: readonly Line[],
  treaties: readonly TreatyLine[],
): (Label | undefined)[] {
  const out: (Label | undefined)[] = [];
  let last = lines.length - 1;
  for (let first = last; first >= 0; first--) {
    if (first > 0 && !startsAttachment(source, lines, first)) continue;
    settle({ source, lines, first, last, treaty: treaties[last] !== undefined }, out);
    last = first - 1;
  }
  return out;
}
