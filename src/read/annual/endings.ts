/**
 * How documents and attachments of annual volumes end, where the model can't be left to see it: a signature above a date, above a
 * postscript, or in several lines, names with titles below them and the signers of treaties.
 */

import type { Source } from '../../source.js';
import { isOfNames } from '../constructs/heading.js';
import { isPostscript } from '../constructs/postscript.js';
import type { Label } from '../labels/labels.js';
import type { Line } from '../lines/chunks.js';
import { addressedFrom } from './addressee.js';
import type { TreatyLine } from './articles.js';
import { SEAL, SIGNED, startsAttachment } from './attached.js';
import { isDate, isPost, isPostInBlock } from './dated.js';
import { isAlone, wordsOf } from './line.js';

/** Longer lines neither sign nor tell what the signer is. */
const LONG = 80;
/** A word of a name that the editor writes out, or one as it stands: `C[ordell]`, `W.` */
const WORD = "\\p{Lu}[\\p{L}’'-]*(?:\\[[^[\\]]{1,20}\\][\\p{L}’'-]*){0,3}\\.?";
/** Initials so written out: `C[ordell] H[ull]`. */
const INITIALS = new RegExp(`^(?=.*\\p{L}\\[\\p{L})${WORD}(?:,? ${WORD}){0,5}\\d{0,2}$`, 'u');
/** What stands where nobody signed: `[File copy not signed]`. */
const UNSIGNED =
  /^\[[^\]]{0,30}\b(?:not signed|unsigned|no signature|(?:signature|initials?) (?:missing|illegible))\b[^\]]{0,20}\]\d{0,2}$/i;
/** A name in full, alone. */
const FULL_NAME = /^(?:\p{Lu}[\p{L}’'-]*\.? ){1,3}\p{Lu}[\p{L}’'-]+\d{0,2}$/u;
/** What a signer is. */
const OFFICE =
  /\b(?:Secretary|Minister|Ambassador|President|Chancellor|Consul|Charg[ée]|Attorney|Director|Chairman|Chief|Counselor|Commissioner|Delegate|Representative|Plenipotentiary|Governor|General|Colonel|Captain|Admiral|Commander|Agent|Envoy)\b/;
/** It may stand beside the name: `Karl Sapt, Chairman`. */
const BESIDE_NAME =
  /, (?:Secretary|Chairman|Agent|Commissioner|Delegate|Representative|Umpire|Arbitrator|President)\.?$/;
/** What stands above a signature: the end of a sentence or of a courtesy. */
const PROSE = /[.,!?\])”]\d{0,2}$/;
const SENTENCE = /[.?!][”’)]?\d{0,2}$/;
/** A courtesy is none: `Very truly yours`, `Accept [etc.]`. */
const COURTESY = /\b(?:yours|sincerely|respectfully|faithfully|truly|cordially|regards|servant)\b|\[?etc\b/i;
/** What leads up to a signature: `For the Secretary of State:`, `[For the Minister]`, `Approved:`, `The minister of war,`, `[seal]`. */
const LEADING =
  /^(?:(?:For|By) (?:the )?\p{Lu}[^:.]{2,60}(?:a\. ?i\.)?:|[[(]For the \p{Lu}[^[\]():.]{2,50}[\])]:?|(?:Approved|Agreed|Concurred in|Attest)(?: by)?:|The (?:under )?(?:secretary|minister|president|governor|chief)\b[\p{L} ]{0,60},|\[(?:[Ss]eal|SEAL|[Ll]\. ?[Ss])\.?\])$/u;
/** Who approved it, on a line with the word: `Approved: A[nna] B[erg]`, but no answer. */
const APPROVED = /^(?:Approved|Agreed|Concurred in|Attest)(?: by)?: (?=\p{Lu})(?!(?:Yes|No)\b)/u;
/** A place on a line above its date: `The White House,` */
const PLACE = /^\p{Lu}[^,.]{1,40},$/u;
const DATE_ALONE = /^[[(]?(?:\d|\p{Lu}\p{Ll}+ \d)/u;
/** A note's mark. */
const MARK = /(?<=\D)\d{1,2}$/;

/** Whether a line is the signature by its form alone. */
const isSignature = (words: string): boolean =>
  SEAL.test(words) || INITIALS.test(words) || UNSIGNED.test(words) || SIGNED.test(words);

/** What may sign, say what the signer is, or lead up to a signature. */
const isSigner = (text: string): boolean => {
  const name = text.replace(APPROVED, '').replace(SIGNED, '');
  return (
    text.length <= LONG &&
    !COURTESY.test(text) &&
    (isSignature(name) || isOfNames(name.replace(MARK, '')) || LEADING.test(text))
  );
};

interface Part {
  readonly source: Source;
  readonly lines: readonly Line[];
  /** The first line of the document or the attachment, and its last. */
  readonly first: number;
  readonly last: number;
  readonly treaty: boolean;
}

const wordsAt = ({ source, lines }: Part, i: number): string => wordsOf(source.text, lines[i]!);
const lastOf = ({ source: { text }, lines }: Part, i: number): string =>
  text.slice(Math.max(lines[i]!.start, lines[i]!.end - LONG), lines[i]!.end);

/** Whether a line goes on with the block of the line before it. */
const goesOn = ({ lines }: Part, i: number): boolean => lines[i - 1]?.chunk === lines[i]?.chunk;

/** Where the block begins that ends with line `last`, where each of its lines signs or says what the signer is; after it where one doesn't. */
function signersBlock(part: Part, last: number): number {
  if (part.lines[last + 1]?.chunk === part.lines[last]!.chunk) return last + 1;
  for (let i = last; i >= part.first; i--) {
    if (part.lines[i]!.bullet || !isSigner(wordsAt(part, i))) break;
    if (!goesOn(part, i)) return i;
  }
  return last + 1;
}

/** Where the signers' lines begin that end with line `end`; after it where there are none. */
function signersFrom(part: Part, end: number): number {
  let from = end + 1;
  while (from > part.first) {
    const block = signersBlock(part, from - 1);
    if (block === from) break;
    from = block;
  }
  if (from > end || from <= part.first + 1) return end + 1;
  const above = lastOf(part, from - 1);
  return PROSE.test(above) || COURTESY.test(above) || LEADING.test(wordsAt(part, from)) ? from : end + 1;
}

/** The labels of the signers' lines: names, and below a comma, or by its words, what the signer is. Within a block the model says. */
function signatures(part: Part, from: number, end: number): (Label | undefined)[] {
  let comma = false;
  let led = false; // whether the line above leads up to a signature
  return part.lines.slice(from, end + 1).map((_, k) => {
    if (k > 0 && goesOn(part, from + k)) return undefined;
    const words = wordsAt(part, from + k);
    const first = k === 0 || led;
    const leading = LEADING.test(words);
    led = leading && !goesOn(part, from + k + 1);
    if (led) return 'closer';
    const title = !first && !leading && !SEAL.test(words) && (comma || OFFICE.test(words));
    comma = !title && !leading && words.endsWith(',');
    if (title) return 'closer';
    return first || comma ? 'signed' : 'signed2';
  });
}

/** The first line of a postscript, or undefined. */
function postscriptOf({ source, lines, first, last }: Part): number | undefined {
  for (let i = first + 1; i <= last; i++) if (isPostscript(source, lines[i]!)) return i;
  return undefined;
}

/** The labels of the lines at the end that are the date, with its place above; none where there is no date. */
function dateLabels(part: Part): Label[] {
  const { lines, first, last } = part;
  if (last <= first + 1 || !isDate(wordsAt(part, last))) return [];
  const above = wordsAt(part, last - 1);
  if (goesOn(part, last)) {
    const alone = last > first + 2 && !goesOn(part, last - 1) && !lines[last]!.bullet;
    return alone && isPostInBlock(above) ? ['dateline', 'more'] : [];
  }
  if (!isAlone(lines, last)) return [];
  const placed = isPost(above) || (PLACE.test(above) && DATE_ALONE.test(wordsAt(part, last)));
  return placed && isAlone(lines, last - 1) ? ['closer', 'dateline'] : ['dateline'];
}

/** The labels of the lines below the signatures: the date, or whom a letter is addressed to. */
function labelsBelow(part: Part): Label[] {
  const { source, lines, first, last } = part;
  const from = last > first + 1 ? addressedFrom(source, lines, first + 2, last) : undefined;
  if (from !== undefined) return lines.slice(from, last + 1).map((_, k) => (k === 0 ? 'closer' : 'more'));
  return dateLabels(part);
}

/** Whether a line is a name in full, and no office. */
const isFullName = (name: string): boolean => FULL_NAME.test(name) && !OFFICE.test(name);

/** Whether a part ends with signatures that the model can't be left to see. */
function isHard(part: Part, from: number, end: number): boolean {
  const words = part.lines.slice(from, end + 1).map((_, k) => wordsAt(part, from + k));
  if (words.some(isSignature)) return true;
  if (words.length < 2) return false;
  if (words.some((line) => LEADING.test(line) || APPROVED.test(line))) return true;
  if (part.treaty || (words[0]!.endsWith(',') && OFFICE.test(words[1]!))) return true;
  return words.every((line) => isFullName(line.replace(BESIDE_NAME, '')));
}

/** Settle how a document or an attachment ends. */
function settle(part: Part, out: (Label | undefined)[]): void {
  const { lines, first, last } = part;
  const postscript = postscriptOf(part);
  const below = postscript === undefined ? labelsBelow(part) : [];
  const end = (postscript ?? last + 1 - below.length) - 1;
  const from = signersFrom(part, end);
  if (from > end) {
    // A note that is dated at its end, which these volumes print as a paragraph, has a sentence above the date.
    if (below[0] === 'dateline' && below.length === 1 && SENTENCE.test(lastOf(part, end))) out[last] = 'p';
  } else if (postscript !== undefined || below.length > 0 || isHard(part, from, end)) {
    for (const [k, label] of signatures(part, from, end).entries()) out[from + k] = label;
    for (const [k, label] of below.entries()) out[end + 1 + k] = label;
    // Where and when a treaty was signed, below its text.
    if (from > first + 3 && isAlone(lines, from - 1) && isDate(wordsAt(part, from - 1))) out[from - 1] = 'p';
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
