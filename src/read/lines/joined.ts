/**
 * Labels of lists that an empty line parts from their items. Above bullets such a label alone is certain, and above lines that are set in;
 * elsewhere it is in the opening of a document only. Annual volumes print it as a paragraph, with the items in it where an empty line is.
 */

import { packed } from '../../packed.js';
import type { Source } from '../../source.js';
import type { Context } from '../../tree.js';
import { LIST_LABEL } from '../constructs/list.js';
import { changed, indentOf, type Line } from './chunks.js';
import { isAnnual } from './era.js';
import { isLabel, LONG_ITEM } from './listed.js';

/** Longer lines are no label above bullets. */
const LONG = 40;
/** The first label of an opening is among so many lines: heading, dateline, words beside it. */
const OPENING = 5;
const OPENS = /^(?:SUBJ(?:ECT)?|PARTICIPANTS|REFS?)\b/;
/** What has an item for each person; others have one. */
const OF_PERSONS = /particip|present/i;
/** Columns by which items are set in. */
const INDENT = 3;

/** A name with what its bearer is: words with capitals, no sentence. */
const NAME =
  /^(?=\S+ )(?:[\p{Lu}(“"][\p{L}\p{N}.’'&/()—–-]*[,;”"]?(?: |$)|(?:of|the|for|in|and|to|at|on|d[aeiu]s?|l[ae]|v[ao]n|y) )+$/u;
const SENTENCE = /\p{Ll}{3}[.?!]\d{0,2}$/u;

/** How many lines below the label at `at` are its items, an empty line before each block; 0 where none is. */
function itemsBelow({ text }: Source, lines: readonly Line[], at: number, opening: boolean): number {
  const label = lines[at]!;
  const isSetIn = (line: Line): boolean => indentOf(line) - indentOf(label) >= INDENT;
  const first = lines[at + 1];
  if (!first || first.chunk === label.chunk || lines[at - 1]?.chunk === label.chunk) return 0;
  const ofPersons = OF_PERSONS.test(text.slice(label.start, label.end));
  const setIn = isSetIn(first);
  if (!setIn && !opening) return 0;
  let k = at + 1;
  for (; k < lines.length; k++) {
    const line = lines[k]!;
    if (line.bullet || line.end - line.start > LONG_ITEM || isLabel(text, line)) break;
    const words = text.slice(line.start, line.end);
    if (setIn && !isSetIn(line)) break;
    if (ofPersons ? SENTENCE.test(words) || (!setIn && !NAME.test(words)) : line.chunk !== first.chunk) break;
  }
  // A block is an item as a whole, or none is.
  while (k > at + 1 && lines[k]?.chunk === lines[k - 1]!.chunk) k--;
  return k - at - 1;
}

/** Lines that an empty line parts from the label, or the item, of their list. */
function parted(source: Source, lines: readonly Line[]): ReadonlySet<number> {
  const { text } = source;
  const out = new Set<number>();
  let opening = -1; // the line below the last list of the opening
  for (const [i, line] of lines.entries()) {
    const below = lines[i + 1];
    if (below?.bullet && !line.bullet && line.chunk < below.chunk && lines[i - 1]?.chunk !== line.chunk) {
      if (line.end - line.start <= LONG && LIST_LABEL.test(text.slice(line.start, line.end))) out.add(i + 1);
    }
    if (line.bullet || !isLabel(text, line)) continue;
    const opens = i === opening || (i < OPENING && OPENS.test(text.slice(line.start, line.end)));
    const items = itemsBelow(source, lines, i, opens);
    for (let k = i + 1; k <= i + items; k++) if (lines[k]!.chunk !== lines[k - 1]!.chunk) out.add(k);
    if (items > 0 && opens) opening = i + items + 1;
  }
  return out;
}

/** The lines, with such labels in one block with their items. */
export function joined(source: Source, lines: readonly Line[], context: Partial<Context>): readonly Line[] {
  if (isAnnual(source, lines, context)) return lines;
  const joins = parted(source, lines);
  if (joins.size === 0) return lines;
  let shift = 0;
  return packed(lines, (line, i) => {
    if (joins.has(i)) shift++;
    return shift === 0 ? line : changed(line, { chunk: line.chunk - shift });
  });
}
