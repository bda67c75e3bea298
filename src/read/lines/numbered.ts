/**
 * A document's number that stands on a line of its own above the heading, an empty line between or not: `No. 123`, `Nr. 234`, `123`. Editions
 * that print it so, and say where the document was found beside or below it, have it in the heading, which goes on below.
 */

import { packed } from '../../packed.js';
import { type Source, textOf } from '../../source.js';
import { MARKED } from '../../text/marking.js';
import { isNumberAlone } from '../../text/printed-number.js';
import { isTitleOfNames } from '../constructs/heading.js';
import { AS_SENT, isNumbersReference, namesFile } from '../constructs/source-line.js';
import { changed, type Line } from './chunks.js';
import { isDateline } from './opening.js';

/** Longer lines are no title. */
const LONG = 250;
const SENTENCE = /(?<!\d [ap]\. ?m)[.,;:!?]["”’)\]]?\d{0,2}$/i;
const TITLE = /^[“"«]?\p{Lu}/u;
/** What stands in brackets below or after a title: `(Received 3 May, 9.20 p.m.)`. */
const REMARKS = /(?:\s*\([^()]*\))+$/;
/** A title with a number of its own. */
const OTHER_NUMBER = /^(?:\d{1,4}[A-Za-z]?\.|\[\d+\]) /;
/** `No. 210 NAI DT S 11007`: where the document was found, beside its number. */
const FOUND_BESIDE = /^(?:No\.|Nr\.?) ?\d{1,4}[A-Za-z]? (?=\p{Lu}{2,}\b)(?=.*\d)[^;:!?]{2,80}$/u;

/** `Hentzau Papers`: where it was found, below its number; `Briefing Papers` are what it is. */
const PAPERS =
  /^(?!(?:\S+ )?(?:Background|Briefing|Discussion|Position|White|Working) )(?:\p{Lu}\S* ){1,4}(?:Papers|Files|Collection)\d{0,2}$/u;

/** The same above the number, which a word begins: `Hentzau Papers: Telegram`, `Sapt Minutes`. */
const FOUND_ABOVE = new RegExp(
  `^(?!.* to )(?=.{1,80}$)(?:\\p{Lu}\\S* |of |the ){1,6}(?:Papers|Files?|Collection|Records?|Minutes|Notes|Log)(?:\\d{0,2}$| ?${AS_SENT})`,
  'u',
);

/** Whether the block of lines that begins at `at` is a title, by its looks. */
function isTitle(source: Source, lines: readonly Line[], at: number): boolean {
  const first = lines[at];
  if (!first || first.bullet || first.end - first.start > LONG) return false;
  const words = textOf(source, first);
  if (!TITLE.test(words) || OTHER_NUMBER.test(words) || MARKED.test(words) || isDateline(words)) return false;
  if (!SENTENCE.test(words.replace(REMARKS, ''))) return true;
  let last = at;
  while (lines[last + 1]?.chunk === first.chunk) last++;
  const whole = source.text.slice(first.start, Math.min(lines[last]!.end, first.start + LONG));
  return isTitleOfNames(whole.replace(/\s+/g, ' '));
}

/** How many lines the number has with the first line of its heading; 1 where it stands alone, 0 where line `at` is no such number. */
export function numberedLines(source: Source, lines: readonly Line[], at: number): number {
  const line = lines[at];
  if (!line || line.bullet || line.end - line.start > LONG) return 0;
  const words = textOf(source, line);
  const beside = FOUND_BESIDE.test(words);
  const alone = isNumberAlone(words);
  if (!alone && !beside) return 0;
  const below = lines[at + 1];
  const found = alone && below ? textOf(source, below) : '';
  const title = isNumbersReference(found) || namesFile(found) || PAPERS.test(found) ? at + 2 : at + 1;
  if (isTitle(source, lines, title)) return title - at + 1;
  return alone === 'word' ? 1 : 0;
}

/** The line of such a number, if there is one: the first, or that below the line that says where the document was found. */
export function numberLine(source: Source, lines: readonly Line[]): number {
  const [top, below] = lines;
  if (!top || !below || below.chunk === top.chunk || top.end - top.start > LONG) return 0;
  const words = textOf(source, top);
  if (namesFile(words)) return 1;
  const number = below.end - below.start <= LONG && isNumberAlone(textOf(source, below)) === 'word';
  return number && FOUND_ABOVE.test(words) && isTitle(source, lines, 2) ? 1 : 0;
}

/** The lines, with such a number in one block with its heading. */
export function numbered(source: Source, lines: readonly Line[]): readonly Line[] {
  const at = numberLine(source, lines);
  const end = at + numberedLines(source, lines, at);
  const own = lines[at]?.chunk;
  const last = lines[end - 1]?.chunk;
  if (own === undefined || last === undefined || last <= own) return lines;
  return packed(lines, (line, i) =>
    i < at ? line : changed(line, { chunk: i < end ? own : line.chunk - (last - own) }),
  );
}
