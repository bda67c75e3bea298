/** A note's number that was left in a heading: the surest sign that its note was not found. */

import type { Diagnostic } from '../../diagnostic.js';
import { textOf } from '../../source.js';
import type { Document } from '../../tree.js';

/** A word in small letters never ends in a number of its own. */
const GLUED = /\p{Ll}{2}(\d{1,2})\s*$/u;

export function leftMarks({ blocks, source }: Document): Diagnostic[] {
  const head = blocks.find((block) => block.type === 'head');
  const last = head && 'content' in head ? head.content.at(-1) : undefined;
  if (last?.type !== 'text') return [];
  const { start, end } = last.span;
  const match = GLUED.exec(textOf(source, last.span));
  if (!match) return [];
  return [
    {
      code: 'mark-without-note',
      severity: 'warning',
      message: `the heading ends in ${match[1]} as if a note hung there, but no such note was found`,
      start: start + match.index + match[0].lastIndexOf(match[1]!),
      end,
      hint: 'look at the notes under the text: each begins a line with its number',
    },
  ];
}
