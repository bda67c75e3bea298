/** Lists without the bullets of the plain form: under a label, as `PARTICIPANTS`, and lines that begin with a dash each. */

import type { Source } from '../source.js';
import type { Line } from './chunks.js';

/** The labels above lists at the head of a document, alone on a line, perhaps with a note's number. */
const LABEL =
  /^(?:(?:SUBJECTS?|(?:OTHERS? |ALSO )?(?:PARTICIPANTS|PRESENT)|THROUGH|THRU|TO|FROM|INFO|COPIES TO|REF(?:ERENCE)?S?|PLACE|TIME|DATE(?: AND TIME)?|PLACE AND TIME):?|(?:Subjects?|(?:Others? )?(?:[Pp]articipants|[Pp]resent)|References?):)\d{0,2}$/;
/** Longer lines are paragraphs. */
const LONG = 120;

const isLabel = (text: string, { start, end }: Line): boolean =>
  end - start <= 24 && LABEL.test(text.slice(start, end));

/** `1.`, `(a)` on a line of its own, before its item. */
export const ENUMERATOR = /^\(?[\p{L}\d]{1,4}[.)]$/u;

/** Whether an item follows. */
const isAnnounced = (text: string, line: Line): boolean =>
  text[line.end - 1] === ':' || isLabel(text, line) || ENUMERATOR.test(text.slice(line.start, line.end));

const DASH = /^[-–•]\s+(?=\S)/;

/** The lines, with those of a run that begin with a dash as items; a dash alone may be anything. */
function dashed(text: string, lines: readonly Line[]): readonly Line[] {
  const dashes = lines.map(({ start, end, bullet }) =>
    bullet ? 0 : (DASH.exec(text.slice(start, Math.min(end, start + 8)))?.[0].length ?? 0),
  );
  if (!dashes.some((length) => length > 0)) return lines;
  return lines.map((line, i) => {
    if (dashes[i] === 0) return line;
    const near = [i - 1, i + 1].filter((k) => lines[k]?.chunk === line.chunk);
    const inRun = near.some((k) => dashes[k]! > 0 || (k < i && isAnnounced(text, lines[k]!)));
    return inRun ? { ...line, start: line.start + dashes[i]!, bullet: true } : line;
  });
}

/** The lines, with a bullet given to those of such lists. */
export function listed({ text }: Source, plain: readonly Line[]): readonly Line[] {
  const lines = dashed(text, plain);
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
