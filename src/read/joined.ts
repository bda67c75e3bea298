/**
 * Labels of lists that an empty line parts from their items: above bullets such a label alone is certain. Annual volumes print it as a
 * paragraph, with the items in it where an empty line is.
 */

import type { Source } from '../source.js';
import type { Context } from '../tree.js';
import type { Line } from './chunks.js';
import { LIST_LABEL } from './constructs/list.js';
import { isAnnual } from './era.js';

/** Longer lines are no such label. */
const LONG = 40;

/** The lines, with such labels in one block with their items. */
export function joined(source: Source, lines: readonly Line[], context: Partial<Context>): readonly Line[] {
  if (isAnnual(source, lines, context)) return lines;
  const { text } = source;
  let shift = 0;
  return lines.map((line, i) => {
    const label = lines[i - 1];
    if (label && line.bullet && !label.bullet && label.chunk < line.chunk && lines[i - 2]?.chunk !== label.chunk) {
      const { start, end } = label;
      if (end - start <= LONG && LIST_LABEL.test(text.slice(start, end))) shift++;
    }
    return shift === 0 ? line : { ...line, chunk: line.chunk - shift };
  });
}
