/** How titles within a text are set in annual volumes: apart from its sentences. */

import type { Source } from '../../source.js';
import { MARKED } from '../../text/marking.js';
import { only, openIn } from '../labels/label-sets.js';
import type { Line } from '../lines/chunks.js';
import { isDate } from './dated.js';
import { wordsOf } from './line.js';

/** Words of a title, a note's mark at their end or none. */
const TITLE =
  '\\p{Lu}[\\p{L}\\d’“”.–-]*(?:,? (?:[“(]?\\p{Lu}[\\p{L}\\d’”.–)-]*|\\d+(?:st|n?d|r?d|th)?|o[fnr]|the|in|at|to|and|by|for|with|from|as|an?|between|upon))*(?<!\\.\\d{0,2})$';
/** `3. Supplies for Zenda`: all 27 in editions are flush left. `V. Sapt` and `I. K. Sapt` may sign. */
const NUMBERED = new RegExp(
  `^(?=.{1,100}$)(?:\\d{1,2}\\.|[IVXL]{2,6}\\.|[IVXL]\\.(?= \\S+ \\S)(?!.* \\p{Lu}\\. )) ${TITLE}`,
  'u',
);
const FLUSH = only('flush');
/** `Zones of Occupation` between sentences: none is set as they are. `List A` may head an attachment. */
const UNNUMBERED = new RegExp(`^(?=\\S+ \\S.{0,100}$)(?!\\p{Lu}\\. )(?!.* [A-Z\\d]{1,4}$)${TITLE}`, 'u');
/** The parties with which a treaty's preamble begins. */
const PARTIES = /^(?:The|His|Her) .* and (?:the|His|Her) /;
const apart = openIn(only('p', 'pOpen', 'pTail'));
/** Below the dateline they are no matter of the opener: all 617 lines of that there are markings. */
const unopened = openIn(only('p', 'pOpen', 'pTail', 'seg', 'dateline'));
const SENTENCE = /[.?!:)\]”’]\d{0,2}$/;

const endsSentence = (text: string, line: Line | undefined): boolean =>
  line !== undefined && SENTENCE.test(text.slice(Math.max(line.start, line.end - 4), line.end));

/** What a title within the text can be: with its number, or between sentences; another title may stand above. */
export function asTitle(
  { text }: Source,
  lines: readonly Line[],
  i: number,
  labels: readonly number[],
): readonly number[] {
  const words = text.slice(lines[i]!.start, lines[i]!.end);
  if (NUMBERED.test(words)) return FLUSH;
  if (UNNUMBERED.test(words) && isDate(wordsOf(text, lines[i - 1]!)) && !MARKED.test(words)) return unopened(labels);
  const above = lines[i - 1]!;
  const between =
    (endsSentence(text, above) || UNNUMBERED.test(wordsOf(text, above))) && endsSentence(text, lines[i + 1]);
  return between && UNNUMBERED.test(words) && !PARTIES.test(words) ? apart(labels) : labels;
}
