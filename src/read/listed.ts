/** Lists under a label that lack their bullets: `PARTICIPANTS` and, on the lines right below, whoever took part. */

import type { Source } from '../source.js';
import type { Line } from './chunks.js';

/** The labels above lists at the head of a document, alone on a line, perhaps with a note's number. */
const LABEL =
  /^(?:(?:SUBJECTS?|(?:OTHERS? |ALSO )?(?:PARTICIPANTS|PRESENT)|THROUGH|THRU|TO|FROM|INFO|COPIES TO|REF(?:ERENCE)?S?|PLACE|TIME|DATE(?: AND TIME)?|PLACE AND TIME):?|(?:Subjects?|(?:Others? )?(?:[Pp]articipants|[Pp]resent)|References?):)\d{0,2}$/;
/** Longer lines are paragraphs. */
const LONG = 120;

const isLabel = (text: string, { start, end }: Line): boolean =>
  end - start <= 24 && LABEL.test(text.slice(start, end));

/** The lines, with a bullet given to those of such a list. */
export function listed({ text }: Source, lines: readonly Line[]): readonly Line[] {
  const out = [...lines];
  for (let i = 0; i < lines.length; i++) {
    const { chunk, bullet } = lines[i]!;
    if (bullet || !isLabel(text, lines[i]!)) continue;
    const items: number[] = [];
    for (let k = i + 1; lines[k]?.chunk === chunk && !isLabel(text, lines[k]!); k++) items.push(k);
    if (items.some((k) => lines[k]!.bullet || lines[k]!.end - lines[k]!.start > LONG)) continue;
    for (const k of items) out[k] = { ...lines[k]!, bullet: true };
  }
  return out;
}
