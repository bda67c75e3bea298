/**
 * Quotations that annual volumes set off from the text: between a colon and their last mark they are certain; what stands in no quotation is
 * none.
 */

import type { Source } from '../../source.js';
import { lastWords } from '../blocks/leaves.js';
import type { Line } from '../lines/chunks.js';
import { quotations } from '../lines/quotation.js';
import { endsWithColon } from './lead-ins.js';
import { isAlone } from './line.js';

/** A line is of a quotation, can be one as far as marks tell, or stands in none. */
export type Standing = 'quotation' | 'open' | 'outside';

/** The quotation ends with such a mark. */
const CLOSES = /”[.,;)\]]{0,2}\d{0,2}$/;

/** For each line whether it is of a quotation; nothing where the text quotes by straight marks, which don't say what they open. */
export function blockQuotes({ text }: Source, lines: readonly Line[]): readonly Standing[] {
  if (text.includes('"')) return [];
  if (!text.includes('“')) return lines.map(() => 'outside');
  const quoted = quotations(text, lines);
  const out = quoted.map(({ before, opens }): Standing => (before || opens ? 'open' : 'outside'));
  /** Whether a line is a paragraph: no item, no row, alone in its block. */
  const isParagraph = (i: number): boolean => {
    const { start, end } = lines[i]!;
    return isAlone(lines, i) && !text.slice(start, end).includes('|');
  };
  /** Whether it is a line below an item, in the same block. */
  const isOfItem = (first: number, last: number): boolean => {
    const [above, own] = [lines[first - 1]!, lines[first]!];
    return first === last && above.chunk === own.chunk && !own.bullet && !own.part && (above.bullet || !!above.part);
  };
  for (let first = 1; first < lines.length; first++) {
    const { before, opens } = quoted[first]!;
    if (before || !opens || !endsWithColon(text, lines[first - 1]!)) continue;
    let last = first;
    while (last < lines.length && quoted[last]!.after) last++;
    if (last === lines.length || !CLOSES.test(lastWords(text, lines[last]!))) continue;
    let plain = true;
    for (let i = first; i <= last; i++) plain &&= isParagraph(i);
    if (plain || isOfItem(first, last)) out.fill('quotation', first, last + 1);
    first = last;
  }
  return out;
}
