/** Lines of annual volumes that say where a document was found: above its heading, in volumes on conferences also below it. */

import { AS_SENT, namesFile, TREATY_SERIES } from '../constructs/source-line.js';
import { KIND } from './dated.js';
import { type AnnualLine, wordsOf } from './line.js';
import { hasCells } from './table-rows.js';

/** `International Trade Files`, `Embassy Records, Box 108` */
const COLLECTION =
  /^(?!.*\b(?:to|for) the\b)(?:[^.:]|(?<=\b[A-Z])\.){0,60}\b(?:Files?|Papers|Collection|Records?)(?:,? (?:Lot|FRC|Box|Folder|No\.?)[\w .,–-]*)?\d{0,2}$/;

/** What says where a document was found, alone. */
const FOUND: readonly RegExp[] = [
  COLLECTION,
  // `Hentzau Papers: Telegram`
  new RegExp(`^[^.:]{0,60}\\b(?:Files?|Papers|Collection|Records?) ?${AS_SENT}`, 'u'),
  // `International Trade, Lot 57D284`
  /^[^.:]{0,60},? Lot \d[\w .,–-]*$/,
  // `Treaty Series No. 812`, `Department of State Executive Agreement Series, No. 90`
  new RegExp(`^${TREATY_SERIES},? No\\. ?\\d[\\w–-]*\\.?\\d{0,2}$`),
  // `Reprinted from Department of State, Press Releases, May 9, 1936, p. 437`
  /^(?=.{10,120}$)(?:Reprinted from |Department of State,? |Bulletin, |Press Releases, )(?:.*\b(?:Bulletin|Press Releases|Department of State)\b)?.*\d.*, pp?\. ?\d[\d–-]*\.?\d{0,2}$/,
];

/** The same anywhere in the first line of a document, and file numbers. */
const SOURCED = new RegExp(
  `\\d/|\\bFiles?\\b|\\bLot \\d|^${TREATY_SERIES}\\b|\\b(?:Bulletin|Press Releases),.*, pp?\\. ?\\d`,
);

/** Whether a line says by its words alone where a document was found. */
export const isFound = (text: string): boolean => FOUND.some((form) => form.test(text));

/** Whether the first line of a document says where it was found; its heading follows. */
export const isSourced = (first: string): boolean => SOURCED.test(first);

/** What a text is that was found there: `Sapt Minutes`, `Log of the Trip`. */
const TITLE = new RegExp(`^(?:[^.:;]{0,60} )?(?:${KIND}|Log|Extracts?)\\b[^.:;]{0,60}$`);

/** So many blocks stand above, at most: source, heading, date, who was present. */
const BLOCKS = 6;
/** A sentence's end. */
const SENTENCE = /\p{Ll}{2}[.?!]["”’)]?\d{0,2}$/u;

/** Whether the lines of the block above line `i` have cells, and no text has begun: a table of those present. */
function isBelowThosePresent({ source, lines, i }: AnnualLine): boolean {
  const above = lines[i - 1]!.chunk;
  if (above - lines[0]!.chunk >= BLOCKS) return false;
  const opening = lines.slice(0, i);
  return (
    opening.some((line) => line.chunk === above && hasCells(source, line)) &&
    !opening.some((line) => SENTENCE.test(wordsOf(source.text, line)))
  );
}

/**
 * Whether a line says where the text below it was found: a file right below the heading, or a collection there or below a table of those
 * present, where the text has a title of its own.
 */
export function isFoundBelowHeading(line: AnnualLine): boolean {
  const { source, lines, i, text, alone, settled } = line;
  if (i === 0 || !alone) return false;
  const first = wordsOf(source.text, lines[0]!);
  if (i === 1 && !first.startsWith('[') && !isSourced(first) && namesFile(text)) return true;
  const below = lines[i + 1];
  return (
    below !== undefined &&
    (namesFile(text) || COLLECTION.test(text)) &&
    TITLE.test(wordsOf(source.text, below).replace(/^\[|\]$/g, '')) &&
    (settled[i - 1] === 'head' || isBelowThosePresent(line))
  );
}
