/**
 * What the annual volumes' own conventions settle before the model is asked: lines that say where a document was found, bracketed
 * words, and how an attachment begins. Later volumes print the same words and encode them as paragraphs.
 */

import { MARKED } from '../marking.js';
import { isNumberAlone } from '../printed-number.js';
import type { Source } from '../source.js';
import type { TreatyLine } from './articles.js';
import {
  isAlone,
  isAttached,
  isListed,
  LONG,
  listsAttached,
  startsAttachment,
  startsWithHead,
  textOf,
} from './attached.js';
import type { Line } from './chunks.js';
import { isCode } from './codes.js';
import { isPostscript } from './constructs/postscript.js';
import { isOpenersReference } from './constructs/sourceLine.js';
import { isDate, isPost, isPostInBlock, KIND } from './dated.js';
import { endingLabels } from './endings.js';
import type { Label } from './labels.js';
import { canHead, hasPost, titlesBelow } from './titles.js';

/** What an editor says of the text above or below the heading: `[Extract]`, `[Telegram—Paraphrase]`. */
const BRACKETED =
  /^\[(?:Extracts?|Translation|Paraphrase|Telegram|Cablegram|Circular|Substance|Summary|Memorandum)\b[^\]]{0,40}\]\d{0,2}$/i;
/** Lines down to which such words belong to the opening. */
const OPENING = 4;

/** A collection or a file, with its lot or number, alone: `International Trade Files, Lot 57D284, Box 108`. */
const FOUND =
  /^(?!.*\bto the\b)[^.:]{0,60}\b(?:Files?|Papers|Collection|Records?)(?:,? (?:Lot|FRC|Box|Folder|No\.?)[\w .,–-]*)?\d{0,2}$|^[^.:]{0,60},? Lot \d[\w .,–-]*$|^(?:Treaty|Executive Agreement) Series,? No\. ?\d[\w–-]*\.?\d{0,2}$/;

/** What the first line of a document says where it was found; its heading follows. */
const SOURCED = /\d\/|\bFiles?\b|\bLot \d|^(?:Treaty|Executive Agreement) Series\b/;
const isHeading = (before: string, text: string): boolean =>
  SOURCED.test(before) && text.length <= LONG && !/^\[|[:;]\d{0,2}$/.test(text);

/** A heading that no source line stands above. */
const OWN = new RegExp(`^(?:${KIND}\\b|[^[]*? to (?:the )?\\p{Lu})`, 'u');

/** A number of the sender's, alone: `No. 212`, `No. 212]`, `A–123`, `F 3042/10`. Above a dateline it belongs to the opener; below, the model says. */
const SERIAL = /^\[?(?:(?:Serial )?No\. ?\d[\w./–-]*|C?A ?[–-] ?\d{1,4}|\p{Lu}{1,2} ?\d{1,6}(?:\/\d{1,6}){1,3})\]?$/u;
/** Lines down to which it belongs to the opening. */
const NUMBERED = 6;

/** When it came, alone: it belongs to the dateline above the words of the opener. */
const RECEIVED = /^\W*received\b.{1,60}$/i;

/** A courtesy that editors cut short: `I have [etc.]`. */
const COURTESY = /^\p{Lu}.{1,90}\[etc\.?\]\.?\d{0,2}$/u;

/** A sentence or a courtesy ends. */
const CLOSED = /[.,:;]\d{0,2}$/;

/** After these an attachment's opening goes on. */
const OPENERS = new Set<Label | undefined>(['attHead', 'dateline', 'seg']);

/** Whether a document's number stands above its heading, an empty line between or not; the heading may end with a stop. */
function isNumbered({ text }: Source, lines: readonly Line[]): boolean {
  const [number, head, below] = lines;
  if (!number || !head || !below || head.bullet || head.chunk === below.chunk) return false;
  return (
    isNumberAlone(textOf(text, number)) !== undefined && head.end - head.start <= LONG && OWN.test(textOf(text, head))
  );
}

/** The labels that are settled, by line; lines that only hold a page's mark are left out of `lines`. */
export function annualLabels(
  source: Source,
  lines: readonly Line[],
  treaties: readonly TreatyLine[],
): (Label | undefined)[] {
  const whole = source.text;
  const endings = endingLabels(source, lines, treaties);
  const out: (Label | undefined)[] = [];
  const belowHead: Label[] = []; // what a heading above has settled
  const first = lines[0] ? textOf(whole, lines[0]) : '';
  const numbered = isNumbered(source, lines);
  let titled = false; // whether the document's own heading must have been passed
  let above: 'word' | 'attachment' | 'title' | 'list' | undefined;
  const dates = (i: number): boolean => i < lines.length && isDate(textOf(whole, lines[i]!));
  const codeAt = (i: number): boolean => i < lines.length && isAlone(lines, i) && isCode(textOf(whole, lines[i]!));
  const goesOn = (i: number): boolean => lines[i + 1]?.chunk === lines[i]!.chunk;
  /** Whether a line is the post's own above its date; in a block with it, below a heading or matter of the opener, anything may be. */
  const postAt = (i: number, below: boolean): boolean => {
    if (i < 0 || !dates(i + 1)) return false;
    const text = textOf(whole, lines[i]!);
    return isPost(text) || (below && i > 0 && i + 2 < lines.length && goesOn(i) && isPostInBlock(text));
  };
  const isBelowOpener = (i: number): boolean =>
    i === 1 || OPENERS.has(out[i - 1]) || (i > 0 && i <= NUMBERED && !CLOSED.test(textOf(whole, lines[i - 1]!)));
  lines.forEach((line, i) => {
    const text = textOf(whole, line);
    const alone = isAlone(lines, i);
    const opening = i <= NUMBERED || OPENERS.has(out[i - 1]);
    let label: Label | undefined;
    let here: typeof above;
    if (numbered && i < 2) label = i === 0 ? 'head' : 'more';
    else if (i === 0 && alone && isAttached(text)) {
      label = 'seg';
      here = 'word';
    } else if (i > 0 && startsWithHead(source, lines, i)) {
      label = 'attHead';
      here = 'title';
    } else if (i > 0 && startsAttachment(source, lines, i)) {
      label = 'attSeg';
      here = 'attachment';
    } else if (listsAttached(source, lines, i) || (above === 'list' && isListed(text))) {
      label = lines[i - 1]?.chunk === line.chunk ? 'more' : 'closer';
      here = 'list';
    } else if (alone && (i < OPENING || above === 'attachment') && BRACKETED.test(text)) {
      label = 'seg';
      here = above === 'attachment' ? above : titled ? undefined : 'word';
    } else if (i <= 1 && codeAt(i)) {
      label = 'seg';
      here = titled ? undefined : 'word';
    } else if (endings[i]) label = endings[i];
    else if (treaties[i] === 'title') label = 'center';
    else if (alone && COURTESY.test(text)) label = 'p';
    else if (alone && i === 0 && (FOUND.test(text) || (codeAt(1) && !OWN.test(text)))) label = 'sourceLine';
    else if (alone && ((above === 'word' && canHead(text, false)) || (i === 1 && isHeading(first, text))))
      label = 'head';
    else if (above === 'attachment' && codeAt(i)) {
      label = 'seg';
      here = above;
    } else if (alone && above === 'attachment' && canHead(text, true)) {
      label = 'attHead';
      here = 'title';
    } else if (belowHead[i]) label = belowHead[i];
    else if ((above === 'attachment' || above === 'title') && isDate(text)) label = 'dateline';
    else if (
      (alone || (goesOn(i) && lines[i - 1]?.chunk !== line.chunk && !line.bullet)) &&
      i > 0 &&
      (i < NUMBERED || above === 'title') &&
      SERIAL.test(text) &&
      (dates(i + 1) || postAt(i + 1, true))
    ) {
      label = 'seg';
      here = above === 'title' ? above : undefined;
    } else if (goesOn(i) && postAt(i, isBelowOpener(i))) label = 'dateline';
    else if (alone && (i < NUMBERED || above === 'title') && postAt(i, false)) label = 'seg';
    else if (alone && opening && dates(i) && postAt(i - 1, false)) label = 'dateline';
    else if (alone && i <= NUMBERED && out[i - 1] === 'seg' && RECEIVED.test(text)) label = 'dateline';
    else if (alone && isPostscript(source, line)) label = 'p';
    else if (alone && i > 0 && i <= NUMBERED && isOpenersReference(text)) label = 'seg';
    else if (alone && i > 0 && opening && MARKED.test(text)) label = 'seg';
    const own = i === 0 && label === undefined && alone && OWN.test(text) && !SOURCED.test(text);
    if (label === 'head' || label === 'attHead' || (numbered && i === 1) || own) {
      const titles = titlesBelow(source, lines, i);
      for (let k = 1; k <= titles; k++) belowHead[i + k] = 'seg';
      if (titles > 0 && !hasPost(source, lines, i + titles + 1)) belowHead[i + titles + 1] = 'dateline';
    }
    titled ||=
      numbered ||
      label === 'head' ||
      (i > 0 && label === undefined) ||
      (i === 0 && !SOURCED.test(text) && !text.startsWith('['));
    above = here;
    out.push(label);
  });
  return out;
}
