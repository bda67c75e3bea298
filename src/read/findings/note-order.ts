/** Notes whose numbers don't follow each other, and a line right above the first that looks like a note, too. */

import type { Diagnostic } from '../../diagnostic.js';
import type { Source } from '../../source.js';
import type { Line } from '../lines/chunks.js';
import { EDITION_LABEL } from '../notes/edition.js';
import type { RawNote } from '../notes/index.js';
import { follows, labelled, numberOf } from '../notes/labels.js';

const HINT = 'look for what lacks between the notes in the source; notes are read in the order of their numbers';

/** Editions number notes through; what lacks was lost with its mark left behind, or stands elsewhere. */
function gaps(notes: readonly RawNote[]): Diagnostic[] {
  return notes.slice(1).flatMap(({ n, labelFrom, labelTo }, i): Diagnostic[] => {
    const before = notes[i]!.n;
    // At the foot of pages notes may begin anew on each.
    const [a, b] = [numberOf(before), numberOf(n)];
    if (Number.isNaN(a) || Number.isNaN(b) || b === 1 || b === a || follows(before, n)) return [];
    const message = `note ${n} follows note ${before}`;
    return [{ code: 'note-sequence', severity: 'warning', message, start: labelFrom, end: labelTo, hint: HINT }];
  });
}

/** A line above the first note, set in as that is, with a number that a further note would have. */
function above(source: Source, lines: readonly Line[], notes: readonly RawNote[]): Diagnostic[] {
  const [first] = notes;
  const at = first ? lines.findIndex(({ from }) => from === first.labelFrom) : -1;
  const line = lines[at - 1];
  if (!line || line.chunk !== lines[at]!.chunk || line.start === line.from) return [];
  const found = labelled(source, lines, at - 1, EDITION_LABEL);
  if (!found || Number.isNaN(numberOf(found.label))) return [];
  return [
    {
      code: 'note-sequence',
      severity: 'warning',
      message: `the line above note ${first!.n} begins with ${found.label} as a note does, and is read as text`,
      start: line.start,
      end: line.start + found.label.length,
      hint: HINT,
    },
  ];
}

export const noteOrder = (source: Source, lines: readonly Line[], notes: readonly RawNote[]): Diagnostic[] => [
  ...above(source, lines, notes),
  ...gaps(notes),
];
