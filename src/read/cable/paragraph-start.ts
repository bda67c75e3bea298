/** Where paragraphs of a cable begin that no empty line parts from the text before. */

import type { Line } from '../lines/chunks.js';
import type { Counting } from './counting.js';
import { LABEL, OPENS_PARAGRAPH } from './lines.js';

/** So far a paragraph's first line is set in, at least. */
const SET_IN = 2;

/** Whether a line is set in against its neighbours: the first of a paragraph, not what hangs below a label. */
export function isSetIn(lines: readonly Line[], at: number): boolean {
  const indent = (i: number): number => lines[i]!.start - lines[i]!.from;
  const next = lines[at + 1];
  return (
    indent(at) - indent(at - 1) >= SET_IN && next?.chunk === lines[at]!.chunk && indent(at) - indent(at + 1) >= SET_IN
  );
}

/** What opens a paragraph only where a sentence has ended: `ON THE\nSUMMARY OF`, `RIVER\n- THE WIDEST -`. */
const MAY_GO_ON = /^(?:-|(?:QUOTE|SUMMARY|COMMENT)\b(?!:))/;

/** A paragraph's number, or the label of a list's first entry. */
const MAY_BEGIN = /^\d+\.|^\(?[A1I][.)]/;

interface Before {
  /** The sentence of the line before has ended. */
  readonly ended: boolean;
  /** The line before is not full. */
  readonly short: boolean;
  /** It is of a paragraph with a dash. */
  readonly dashed: boolean;
}

/**
 * Whether a line begins a paragraph that no empty line parts from the one before. Where the sentence before goes on, `MAY\n15. HE`,
 * `THE\nU. S. POSITION` and `(B) TO SPEAK, AND\n(C)` are no paragraphs.
 */
export function opensParagraph(text: string, { ended, short, dashed }: Before, labels: Counting): boolean {
  const label = LABEL.exec(text)?.[0];
  if (label !== undefined) return ended || labels.expects(label) || (short && MAY_BEGIN.test(label));
  const goesOn = !ended && !short;
  if (!OPENS_PARAGRAPH.test(text)) return false;
  return !goesOn || !MAY_GO_ON.test(text) || (dashed && text.startsWith('-'));
}
