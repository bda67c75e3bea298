/** Where a text goes on with another document. */

import type { Diagnostic } from '../../diagnostic.js';
import { type Source, textOf } from '../../source.js';
import { oneLine } from '../../text/one-line.js';
import type { Line } from '../lines/chunks.js';
import { documentStarts } from '../several.js';

/** The first document begins among so many lines: a title of a volume or a chapter may stand above. */
const ABOVE = 6;
/** So much of a line is told. */
const TOLD = 60;

/** A warning at the second document of a text. */
export function severalDocuments(source: Source, lines: readonly Line[]): Diagnostic[] {
  const [first, second, ...more] = documentStarts(source, lines);
  if (!first || !second || lines.indexOf(first.top) > ABOVE) return [];
  const { start, end } = second.top;
  const words = oneLine(textOf(source, second.top));
  const told = words.length > TOLD ? `${words.slice(0, TOLD - 1)}…` : words;
  const all = more.length > 0 ? `; the text holds ${more.length + 2} documents` : '';
  return [
    {
      code: 'document-another',
      severity: 'warning',
      message: `another document, “${told}”, is read as a part of this one${all}`,
      start,
      end,
      hint: 'put each document into a file of its own; teigram volume split does so with plain text',
    },
  ];
}
