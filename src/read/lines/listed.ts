/** Lists without the bullets of the plain form: under a label, as `PARTICIPANTS`, and lines that begin with a dash each. */

import type { Source } from '../../source.js';
import type { Context } from '../../tree.js';
import { LIST_LABEL } from '../constructs/list.js';
import { changed, type Line } from './chunks.js';
import { isAnnual } from './era.js';

/** Longer lines are paragraphs. */
export const LONG_ITEM = 120;

/** Whether a line is the label of a list, in capitals or with a colon: else it may be a word of the text. */
export function isLabel(text: string, { start, end }: Line): boolean {
  if (end - start > 24) return false;
  const line = text.slice(start, end);
  return LIST_LABEL.test(line) && (line === line.toUpperCase() || /:\d{0,2}$/.test(line));
}

/** `1.`, `(a)` on a line of its own, before its item. */
export const ENUMERATOR = /^\(?[\p{L}\d]{1,4}[.)]$/u;

/** Whether an item follows. */
const isAnnounced = (text: string, line: Line): boolean =>
  text[line.end - 1] === ':' || isLabel(text, line) || ENUMERATOR.test(text.slice(line.start, line.end));

/** What begins an item, where others do so. */
export const DASH = /^[-–•▪]\s+(?=\S)/;

/** A bullet before nothing. */
const isEmptyItem = (text: string, { from, start, end }: Line): boolean =>
  end - start === 1 && start > from && /[*•▪]/.test(text[start]!);

/** The lines without the empty items of lists: the edition's are empty elements, which say nothing. */
function withoutEmptyItems(text: string, lines: readonly Line[]): readonly Line[] {
  if (!lines.some((line) => isEmptyItem(text, line))) return lines;
  const lists = new Set(lines.filter(({ bullet }) => bullet).map(({ chunk }) => chunk));
  return lines.filter((line) => !lists.has(line.chunk) || !isEmptyItem(text, line));
}

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
    return inRun ? changed(line, { start: line.start + dashes[i]!, bullet: true }) : line;
  });
}

/** The lines, with a bullet given to those of such lists. Annual volumes print those present as a paragraph. */
export function listed(source: Source, plain: readonly Line[], context: Partial<Context>): readonly Line[] {
  const { text } = source;
  const lines = dashed(text, withoutEmptyItems(text, plain));
  if (isAnnual(source, lines, context)) return lines;
  const out = [...lines];
  for (let i = 0; i < lines.length; i++) {
    const { chunk, bullet } = lines[i]!;
    if (bullet || !isLabel(text, lines[i]!)) continue;
    const items: number[] = [];
    for (let k = i + 1; lines[k]?.chunk === chunk && !isLabel(text, lines[k]!); k++) items.push(k);
    if (items.some((k) => lines[k]!.bullet || lines[k]!.end - lines[k]!.start > LONG_ITEM)) continue;
    for (const k of items) out[k] = { ...lines[k]!, bullet: true };
  }
  return out;
}
