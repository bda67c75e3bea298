/** Every construct: its signs for the model, and how it groups blocks. */

import type { Part } from '../../features/hashed.js';
import { ATTACHMENT } from './attachment.js';
import { CLOSER, closer } from './closer.js';
import { DATELINE } from './dateline.js';
import type { Grouping } from './grouping.js';
import { HEADING } from './heading.js';
import { LIST, list } from './list.js';
import { OPENER, opener } from './opener.js';
import { PARAGRAPH, paragraph, quote } from './paragraph.js';
import { SOURCE_LINE } from './source-line.js';
import { TABLE, table } from './table.js';

export const GROUPINGS: readonly Grouping[] = [opener, list, table, closer, quote, paragraph];

const SIGNS = [SOURCE_LINE, HEADING, DATELINE, OPENER, LIST, TABLE, PARAGRAPH, CLOSER, ATTACHMENT].flat();
const RUNNING = SIGNS.filter(({ running }) => running);

/** The names of the signs that a line shows; of running text only its first characters tell. */
export function signsOf(text: string, running: boolean): Part[] {
  const out: Part[] = [];
  for (const { name, pattern, upTo } of running ? RUNNING : SIGNS) {
    if (text.length <= upTo && pattern.test(text)) out.push(name);
  }
  return out;
}
