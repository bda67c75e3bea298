/** Whether a line can only be a document's heading. */

import { type Source, textOf } from '../../source.js';
import { isTitleOfNames } from '../constructs/heading.js';
import { genreOf } from '../genres/index.js';
import type { Line } from '../lines/chunks.js';
import { isDateline } from '../lines/opening.js';

/** Longer lines are no heading. */
const LONG = 400;
/** The dateline is among so many lines below the heading. */
const DATELINE = 5;

/** `# ` before a heading, as Markdown has it. */
export const HASH = /^#{1,6}[ \t]+(?=\S)/;

/** The printed number before a heading. */
const NUMBERED = /^(?:\d{1,4}[A-Za-z]?\. |\[(?:Document )?\d{1,4}[A-Za-z]?\] |No\. \d{1,4}[A-Za-z]?(?= |$))/;
/** Sender and recipient, as headings have them. */
const PARTIES =
  /\b[Ff]rom\b.+\b(?:to|for)\b|\b(?:[Tt]o|[Ff]or|[Bb]y|[Oo]f) the \p{Lu}|^Memorandum of (?:a )?(?:Telephone )?Conversation/u;
const EDITORIAL = /^Editorial Note\d{0,2}$/i;
/** A heading is no sentence, nor a field of a mail's head. */
const SENTENCE = /(?<!\b\p{Lu}\p{L}{0,3})[.:;,?!]["”’)]?\d{0,2}$/u;
const FIELD = /^[\p{Lu}][\p{L}-]{1,15}: /u;

/** What a line is as a heading: with the edition's number, one of its titles alone, or none. */
export function headingAt(source: Source, lines: readonly Line[], i: number): 'numbered' | 'titled' | undefined {
  const line = lines[i]!;
  if (line.bullet || line.end - line.start > LONG) return undefined;
  const whole = textOf(source, line).replace(HASH, '');
  const number = NUMBERED.exec(whole)?.[0] ?? '';
  const title = whole.slice(number.length);
  if (number !== '' && EDITORIAL.test(title)) return 'numbered';
  if (FIELD.test(title) || (SENTENCE.test(title) && !isTitleOfNames(title))) return undefined;
  const genre = genreOf([title]).name;
  const dated = (): boolean => lines.slice(i + 1, i + 1 + DATELINE).some((below) => isDateline(textOf(source, below)));
  if (number !== '') return genre !== 'document' && (PARTIES.test(title) || dated()) ? 'numbered' : undefined;
  if (genre === 'document') return undefined;
  return genre !== 'correspondence' || dated() ? 'titled' : undefined;
}
