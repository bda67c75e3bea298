/** What is said of lines that are no part of the text. */

import type { Diagnostic } from '../../diagnostic.js';
import { type Source, textOf } from '../../source.js';
import { theseLines } from '../findings/lines.js';
import type { Line } from '../lines/chunks.js';
import { isStamped } from './above.js';

/** So much of a line is quoted. */
const QUOTED = 60;

const quoted = (source: Source, line: Line): string => {
  const words = textOf(source, line);
  return words.length > QUOTED ? `${words.slice(0, QUOTED)}…` : words;
};

/** One diagnostic for some lines, at the first of them. */
function one(
  source: Source,
  lines: readonly Line[],
  said: Pick<Diagnostic, 'code' | 'severity' | 'hint'>,
  where: string,
): Diagnostic[] {
  const [first] = lines;
  if (!first) return [];
  const verb = lines.length === 1 ? 'is' : 'are';
  return [
    {
      ...said,
      message: `${theseLines(lines)} ${where} ${verb} written as fw, no part of the text: “${quoted(source, first)}”${lines.length > 1 ? ' and so on' : ''}`,
      start: first.start,
      end: first.end,
    },
  ];
}

/** @param unsure what may be the number of a page, and is left as text */
export function told(
  source: Source,
  above: readonly Line[],
  pages: readonly Line[],
  below: readonly Line[],
  unsure: readonly Line[],
): Diagnostic[] {
  const severityOf = (lines: readonly Line[]): Diagnostic['severity'] =>
    lines.every((line) => isStamped(textOf(source, line))) ? 'info' : 'warning';
  return [
    ...one(
      source,
      above,
      {
        code: 'above-heading',
        severity: severityOf(above),
        hint: 'if they belong to the document, put them below its heading',
      },
      'above the heading',
    ),
    ...one(
      source,
      pages,
      { code: 'page-edge', severity: 'info', hint: 'if they belong to the text, set them in its lines' },
      'at the edges of pages',
    ),
    ...one(
      source,
      below,
      {
        code: 'below-text',
        severity: severityOf(below),
        hint: 'if they belong to the last note or paragraph, set them in its lines',
      },
      'below the text',
    ),
    ...unsure.map(
      (line): Diagnostic => ({
        code: 'page-edge-doubtful',
        severity: 'warning',
        message: `“${quoted(source, line)}” is left as a paragraph; it may be the number of a page`,
        start: line.start,
        end: line.end,
        hint: 'take it out of the source if it is',
      }),
    ),
  ];
}
