/**
 * What the carrier of a text added to it: `> ` before the lines of quoted mail, numbers of lines, line ends of other systems,
 * and characters that nobody sees. The text is read without them; each is a recorded skip.
 */

import { type Source, source } from '../../source.js';
import type { TextRange } from '../../text-range.js';
import { UNSEEN } from '../../xml/characters.js';
import { CARRIED, carrierFindings } from './carrier-findings.js';
import { carried, leftOut } from './line-prefixes.js';
import { type Edit, edited } from './origin.js';

const SEEN = /\S/;
const PLAIN = /[\n\r\f\v]/;

/** What is left out before lines, together with the line end before, for which a plain one stands. */
function removals(text: string, before: readonly TextRange[]): Edit[] {
  const edits: Edit[] = [];
  let next = 0;
  const until = (end: number): void => {
    for (; next < before.length && before[next]!.start <= end; next++) {
      const { start, end } = before[next]!;
      const lineEnd = text[start - 1] ?? '';
      edits.push(
        start === 0 ? { start, end, text: ' ' } : { start: start - 1, end, text: PLAIN.test(lineEnd) ? lineEnd : '\n' },
      );
    }
  };
  for (const { 0: run, index } of text.matchAll(CARRIED)) {
    const end = index + run.length;
    const unseen = UNSEEN.test(run);
    if (!unseen && before[next]?.start === end) continue;
    until(index);
    // What nobody sees within a prefix goes with it.
    if (next > 0 && before[next - 1]!.end >= end) continue;
    edits.push({ start: index, end, text: unseen ? '' : '\n' });
  }
  until(text.length);
  return edits;
}

/** The text without what its carrier added; as it is where that is nothing, or all. */
export function withoutCarrier(of: Source): Source {
  const found = carried(of.text);
  const edits = removals(of.text, leftOut(found, of.text.length));
  if (edits.length === 0) return of;
  const { text, kept } = edited(of.text, edits);
  if (!SEEN.test(text)) return of;
  const formeWork = found.mail.map(({ start, end }) => ({ start, end }));
  return {
    ...source(text, of.name),
    origin: { source: of, kept, formeWork, diagnostics: carrierFindings(of.text, found) },
  };
}
