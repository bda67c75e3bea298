/** What stands below an item in its block, without a bullet of its own, in later volumes. */

import type { Source } from '../../source.js';
import { endsWithColon, headsList } from '../annual/lead-ins.js';
import type { Line } from '../lines/chunks.js';
import { isLabel } from '../lines/listed.js';
import type { Label } from './labels.js';

/** A subject is told in a line, or in several: it has no nested list. */
const SUBJECT = /^subj(?:ect)?s?[:.]?\d{0,2}$/i;
const LONG = 12;

/** The label of line `i` where it stands so: it goes on with a subject, or is nested in an item that ends with a colon; undefined elsewhere. */
export function labelBelowItem(source: Source, lines: readonly Line[], i: number): Label | undefined {
  const [above, line] = [lines[i - 1], lines[i]!];
  if (line.bullet || line.part || !above?.bullet || above.chunk !== line.chunk) return undefined;
  const { text } = source;
  if (headsList(source, lines, i) || isLabel(text, line)) return undefined;
  if (endsWithColon(text, above)) return 'item2';
  let head = i - 1;
  while (lines[head]?.bullet && lines[head]!.chunk === line.chunk) head--;
  const { start, end, chunk } = lines[head] ?? line;
  return chunk === line.chunk && end - start <= LONG && SUBJECT.test(text.slice(start, end)) ? 'more' : undefined;
}
