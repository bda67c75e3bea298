/**
 * What settles the label of a line in annual volumes, as a list of rules: the first that holds gives the label. A rule that ought to
 * win over another stands above it.
 */

import { MARKED } from '../../text/marking.js';
import { isPostscript } from '../constructs/postscript.js';
import { isOpenersReference, namesFile } from '../constructs/source-line.js';
import type { Label } from '../labels/labels.js';
import { numberLine } from '../lines/numbered.js';
import { isAttached, isBareLabel, isListed, listsAttached, startsAttachment, startsWithHead } from './attached.js';
import { isDate, isMeeting, KIND } from './dated.js';
import { isEditorsNote, isEditorsWord } from './editors.js';
import { isFound, isFoundBelowHeading, isSourced } from './found.js';
import {
  type Above,
  type AnnualLine,
  goesOn,
  isAboveDateAt,
  isAlone,
  isBelowOpener,
  isCodeAt,
  isDateAt,
  isInOpening,
  isOfAttachment,
  isPostAt,
  LONG,
  labelAbove,
  OPENING,
  startsBlock,
  wordsOf,
} from './line.js';
import { isPartsTitle } from './parts.js';
import { canHead, isShortTitle } from './titles.js';

interface Rule {
  readonly name: string;
  readonly holds: (line: AnnualLine) => boolean;
  readonly label: Label | ((line: AnnualLine) => Label | undefined);
  /** What the line is to the one below it; nothing where it isn't said. */
  readonly leaves?: Above | ((line: AnnualLine) => Above);
}

/** What is no heading, though below such a line: an editor's word, or what announces something. */
const NO_HEADING = /^\[|[:;]\d{0,2}$/;

/** A heading that no source line stands above: `Memorandum of Conversation`, `Mr. Harlow to Mr. Winslow`. */
const OWN = new RegExp(`^(?:${KIND}\\b|[^[]*? to (?:the )?\\p{Lu})`, 'u');

/** Whether a line is a heading by its words. */
export const headsByItself = (text: string): boolean => OWN.test(text);

/** A number of the sender's, alone: `No. 212`, `No. 212]`, `A–123`, `F 3042/10`; before 1906 a word may stand so, too: `Informal.]` */
const SERIAL =
  /^\[?(?:(?:Serial )?No\. ?\d[\w./–-]*|C?A ?[–-] ?\d{1,4}|\p{Lu}{1,2} ?\d{1,6}(?:\/\d{1,6}){1,3})\]?$|^(?:No\. ?\d+[.,]? )?\p{Lu}\p{Ll}[\p{L}., ]{2,40}\]$/u;

/** When it came, alone. */
const RECEIVED = /^\W*received\b.{1,60}$/i;

/** A courtesy that editors cut short: `I have [etc.]`. */
const COURTESY = /^\p{Lu}.{1,90}\[etc\.?\]\.?\d{0,2}$/u;

/** Whether a title stands below a line, alone. */
const isAboveTitle = ({ source, lines, i }: AnnualLine): boolean =>
  i + 2 < lines.length && isAlone(lines, i + 1) && canHead(wordsOf(source.text, lines[i + 1]!), false);

/** Whether the lines beside it in its block are markings, too. */
const isAmongMarkings = ({ source, lines, i }: AnnualLine): boolean =>
  [lines[i - 1]!, lines[i + 1]].every(
    (other) => other?.chunk !== lines[i]!.chunk || MARKED.test(wordsOf(source.text, other)),
  );

const firstOf = ({ source, lines }: AnnualLine): string => wordsOf(source.text, lines[0]!);
/** Whether a block of its own begins with a line that is no item. */
const startsAnew = (line: AnnualLine): boolean => startsBlock(line) && !line.lines[line.i]!.bullet;

/** An editor's word is followed by the document's heading, unless that is passed. */
const wordUntilHeading = ({ titled }: AnnualLine): Above => (titled ? undefined : 'word');

export const ANNUAL_RULES: readonly Rule[] = [
  // `38.` on the first line, `The Minister in Ruritania (Reade) to the Secretary of State` below it
  { name: 'number', holds: ({ numbered, i }) => numbered && i === 0, label: 'head' },
  { name: 'heading below its number', holds: ({ numbered, i }) => numbered && i === 1, label: 'more' },
  // `[Enclosure]` on the first line: the document was one
  {
    name: 'document that was attached',
    holds: (line) =>
      line.i === 0 && line.alone && (isAttached(line.text) || (isBareLabel(line.text) && isAboveTitle(line))),
    label: 'seg',
    leaves: 'word',
  },
  // `Mr. Harlow to Mr. Winslow.` below the end of another letter
  {
    name: 'heading of a letter enclosed',
    holds: ({ source, lines, i }) => i > 0 && startsWithHead(source, lines, i),
    label: 'attHead',
    leaves: 'title',
  },
  // `[Enclosure 2—Translation]`, `Annexure “A”`
  {
    name: 'label of an attachment',
    holds: ({ source, lines, i }) => i > 0 && startsAttachment(source, lines, i),
    label: 'attSeg',
    leaves: 'attachment',
  },
  // `[Enclosures:]` and below it `1. Map of the frontier`
  {
    name: 'list of attachments',
    holds: ({ source, lines, i, above, text }) =>
      listsAttached(source, lines, i) || (above === 'list' && isListed(text)),
    label: (line) => (startsBlock(line) ? 'closer' : 'more'),
    leaves: 'list',
  },
  // `[Editorial Note]`
  {
    name: 'note of the editors',
    holds: ({ i, alone, text }) => i === 0 && alone && isEditorsNote(text),
    label: 'head',
  },
  // `[Extract]`
  {
    name: 'editor’s word',
    holds: isEditorsWord,
    label: 'seg',
    leaves: (line) => (isOfAttachment(line.above) ? line.above : wordUntilHeading(line)),
  },
  // `IC–180A`
  {
    name: 'code of a council’s paper',
    holds: (line) => line.i <= 1 && isCodeAt(line, line.i),
    label: 'seg',
    leaves: wordUntilHeading,
  },
  // `Press Release Issued by the Department of State on September 22, 1937`
  {
    name: 'heading by its words',
    holds: ({ i, alone, text }) => i === 0 && alone && headsByItself(text) && !isSourced(text) && canHead(text, false),
    label: 'head',
  },
  // `799.94/4001` below `[Extract]`
  {
    name: 'file number below an editor’s word',
    holds: ({ i, alone, above, text }) => i === 1 && alone && above === 'word' && namesFile(text),
    label: 'sourceLine',
    leaves: 'word',
  },
  { name: 'ending', holds: ({ ending }) => ending !== undefined, label: ({ ending }) => ending },
  // `Article IV`
  { name: 'title of an article', holds: ({ treaty }) => treaty === 'title', label: 'center' },
  // `Sunday, November 28th`, `II.`
  {
    name: 'day of a diary, number of a part',
    holds: ({ i, alone, text }) => i > 0 && alone && isPartsTitle(text),
    label: 'center',
  },
  // `I have [etc.]`
  { name: 'courtesy cut short', holds: ({ alone, text }) => alone && COURTESY.test(text), label: 'p' },
  // `International Trade Files, Lot 57D284`, or anything but a heading above `IC–180A`
  {
    name: 'where it was found',
    holds: (line) =>
      line.i === 0 &&
      line.alone &&
      (isFound(line.text) ||
        (isCodeAt(line, 1) && !headsByItself(line.text)) ||
        numberLine(line.source, line.lines) === 1),
    label: 'sourceLine',
  },
  // `Plenary Meeting, November 28, 1943, 4 p. m.`, also below `Hentzau Papers`
  {
    name: 'heading of a meeting',
    holds: (line) =>
      line.alone && (line.i === 0 || (line.i === 1 && labelAbove(line) === 'sourceLine')) && isMeeting(line.text),
    label: 'head',
  },
  // `Hentzau Papers` below it, or below who was present
  { name: 'where it was found, below its heading', holds: isFoundBelowHeading, label: 'sourceLine' },
  // `Sapt Minutes` below that, and their marking
  {
    name: 'title below where it was found',
    holds: (line) => line.i > 1 && line.alone && line.titled && labelAbove(line) === 'sourceLine',
    label: 'center',
  },
  {
    name: 'marking below that',
    holds: (line) =>
      line.i > 2 && line.alone && line.settled[line.i - 2] === 'sourceLine' && line.titled && MARKED.test(line.text),
    label: 'flush',
  },
  // `The Minister in Ruritania (Reade) to the Secretary of State` below `[Extract]`
  {
    name: 'heading below an editor’s word',
    holds: ({ alone, above, text }) => alone && above === 'word' && canHead(text, false),
    label: 'head',
  },
  // The same below `799.94/4001`
  {
    name: 'heading below where it was found',
    holds: (line) =>
      line.i === 1 &&
      line.alone &&
      (isSourced(firstOf(line)) || (isFound(firstOf(line)) && !isDate(line.text))) &&
      line.text.length <= LONG &&
      !NO_HEADING.test(line.text),
    label: 'head',
  },
  // `IC–180A` below `Appendix I to IC–180A`
  {
    name: 'code of an attachment',
    holds: (line) => line.above === 'attachment' && isCodeAt(line, line.i),
    label: 'seg',
    leaves: 'attachment',
  },
  // `Draft Resolution` below it
  {
    name: 'heading of an attachment',
    holds: ({ source, lines, i, alone, above, text }) =>
      alone && above === 'attachment' && (canHead(text, true) || isShortTitle(source, lines, i)),
    label: 'attHead',
    leaves: 'title',
  },
  // `Strictly confidential, tentative and without commitment`, and the dateline below it
  { name: 'title below a heading', holds: ({ belowHead }) => belowHead !== undefined, label: (line) => line.belowHead },
  // `Strelsau, May 9, 1919.`
  {
    name: 'dateline of an attachment',
    holds: ({ above, text }) => isOfAttachment(above) && isDate(text),
    label: 'dateline',
  },
  // `No. 212` above a dateline; below one the model says
  {
    name: 'number of the sender’s',
    holds: (line) =>
      startsAnew(line) &&
      line.i > 0 &&
      (line.i < OPENING || line.above === 'title') &&
      SERIAL.test(line.text) &&
      (isDateAt(line, line.i + 1) || isAboveDateAt(line, line.i + 1)),
    label: 'seg',
    leaves: ({ above }) => (above === 'title' ? above : undefined),
  },
  // `American Legation,` and right below it `Strelsau, May 9, 1919.`
  {
    name: 'post in a block with its date',
    holds: (line) =>
      goesOn(line, line.i) && (isBelowOpener(line) ? isAboveDateAt(line, line.i) : isPostAt(line, line.i)),
    label: 'dateline',
  },
  // The same with an empty line between
  {
    name: 'post above its date',
    holds: (line) => line.alone && (line.i < OPENING || line.above === 'title') && isPostAt(line, line.i),
    label: 'seg',
  },
  {
    name: 'date below its post',
    holds: (line) => line.alone && isInOpening(line) && isDateAt(line, line.i) && isPostAt(line, line.i - 1),
    label: 'dateline',
  },
  // `[Received May 10—9:30 a. m.]` below matter of the opener
  {
    name: 'when it came',
    holds: (line) => line.alone && line.i <= OPENING && labelAbove(line) === 'seg' && RECEIVED.test(line.text),
    label: 'dateline',
  },
  // `P. S. The harvest is in.`
  { name: 'postscript', holds: ({ source, lines, i, alone }) => alone && isPostscript(source, lines[i]!), label: 'p' },
  // `No. 2345 Telegraphic [N 4321/22/38]`
  {
    name: 'archive’s reference',
    holds: ({ i, alone, text }) => alone && i > 0 && i <= OPENING && isOpenersReference(text),
    label: 'seg',
  },
  // `SECRET`
  {
    name: 'classification',
    holds: (line) => line.i > 0 && isInOpening(line) && MARKED.test(line.text) && isAmongMarkings(line),
    label: 'seg',
  },
];
