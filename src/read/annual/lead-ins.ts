/**
 * What leads up to a list or a table in annual volumes. A colon above it has it inside its paragraph; a title above it, or a short
 * sentence, is a paragraph of its own.
 */

import type { Source } from '../../source.js';
import { lastWords } from '../blocks/leaves.js';
import { LIST_LABEL } from '../constructs/list.js';
import type { Line } from '../lines/chunks.js';
import { ENUMERATOR } from '../lines/listed.js';
import { hasCells } from './table-rows.js';

const COLON = /:\d{0,2}$/;
/** Longer lines may be sentences; none that ends with such a sign is a title. A stop ends titles, too, and telegrams' first words: `85. For Berg from Dale.` */
const SHORT = 60;
const PUNCTUATED = /[,:;?!…—–”’\])]\d{0,2}$/;
/** A sentence that its list ends: `The parties agreed that`. */
const GOES_ON =
  /\b(?:that|as|are|is|was|were|to|of|by|for|from|with|on|in|at|and|or|the|if|when|whether|follows?|following)\.?\d{0,2}$/;
/** A longer title has capitals but for its small words. */
const LONGEST = 120;
const IN_SMALL_LETTERS = /(?<!\p{L})\p{Ll}{5,}/u;
/** A label of an item alone is shorter. */
const LABEL = 6;

/** Whether a list or a table begins with a line: with an item, with the label of one, or with cells. */
export function beginsList(source: Source, lines: readonly Line[], i: number): boolean {
  const line = lines[i];
  if (!line) return false;
  if (line.bullet) return true;
  const { text } = source;
  const { start, end, chunk } = line;
  const below = lines[i + 1];
  if (end - start <= LABEL && below?.chunk === chunk && below.bullet) return ENUMERATOR.test(text.slice(start, end));
  return hasCells(source, line);
}

/** Whether a line ends with a colon; a page may begin below it. */
export const endsWithColon = (text: string, line: Line): boolean => COLON.test(lastWords(text, line));

/** How line `i` leads up to a list or a table that begins right below its block: as the paragraph that holds it, or as a title; undefined where neither is certain. */
export function leadIn(source: Source, lines: readonly Line[], i: number): 'holder' | 'title' | undefined {
  const { start, end, chunk, bullet } = lines[i]!;
  if (bullet || lines[i + 1]?.chunk === chunk || !beginsList(source, lines, i + 1)) return undefined;
  const last = lastWords(source.text, lines[i]!);
  if (COLON.test(last)) return 'holder';
  if (end - start > LONGEST || PUNCTUATED.test(last) || GOES_ON.test(last)) return undefined;
  // `Present` may head a list; no table.
  if (LIST_LABEL.test(last) && !hasCells(source, lines[i + 1]!)) return undefined;
  return end - start < SHORT || !IN_SMALL_LETTERS.test(source.text.slice(start, end)) ? 'title' : undefined;
}

/** What heads a list right below another: `PARTICIPANTS`, `Cons:`. */
const LIST_HEAD = /^(?:\p{Lu}[\p{Lu} ]{2,40}|\p{Lu}[^.]{1,60}:)$/u;
/** Longer lines head none. */
const LONG = 80;

/** Whether a line stands between two bulleted ones of its block, and is set as a list's head is. */
export function headsList({ text }: Source, lines: readonly Line[], i: number): boolean {
  const { start, end, chunk, bullet } = lines[i]!;
  if (bullet || lines[i - 1]?.chunk !== chunk || lines[i + 1]?.chunk !== chunk) return false;
  return lines[i - 1]!.bullet && lines[i + 1]!.bullet && LIST_HEAD.test(text.slice(start, Math.min(end, start + LONG)));
}
