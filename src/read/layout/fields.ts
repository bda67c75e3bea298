/**
 * The fields that head a typed memorandum, their words all in one column: `PARTICIPANTS:   Mr. Sapt`, and who else took part below
 * that. In the plain form such a label stands on a line of its own, and what belongs to it has bullets below.
 */

import { type Source, textOf } from '../../source.js';
import type { Line } from '../chunks.js';
import { beginOf } from '../columns.js';
import { LIST_LABEL } from '../constructs/list.js';
import { LOWER } from '../halves.js';
import { isLabel } from '../listed.js';
import { goesOn, TOGETHER } from '../reflow/between.js';
import type { Edit } from '../reflow/origin.js';

/** A label, and what parts it from its words. */
const FIELD = /^([\p{L} ]{2,20}[.:]?)(?:[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)/u;
/** Labels that have an entry a line; the words of others go on over lines. */
const OF_ENTRIES = /particip|present|^(?:to|from|info|action|through|thru|copies)\b/i;
/** Fields are among the first lines. */
const OPENING = 40;
/** So many fields show a column, or one with more below its words. */
const FIELDS = 2;
const ASTRAY = 1;
const BULLET = `${TOGETHER}  * `;

interface Field {
  readonly line: number;
  readonly label: Line;
  /** Where its words begin, and in which column. */
  readonly start: number;
  readonly column: number;
  /** The line after its last. */
  readonly end: number;
}

/** The field that a line begins, without the lines below it. */
function fieldAt(of: Source, lines: readonly Line[], line: number): Omit<Field, 'end'> | undefined {
  const all = lines[line]!;
  const [whole, words] = all.bullet ? [] : (FIELD.exec(textOf(of, all).slice(0, OPENING)) ?? []);
  if (whole === undefined || words === undefined) return undefined;
  const label = { ...all, end: all.start + words.trimEnd().length };
  const start = all.start + whole.length;
  const isOne = LIST_LABEL.test(textOf(of, label)) && isLabel(of.text, label);
  return isOne ? { line, label, start, column: beginOf(of, { ...all, start }) } : undefined;
}

/** The fields of a text, each with the lines below it that begin in its column or further in. */
function fieldsOf(of: Source, lines: readonly Line[], isOwn: (line: Line) => boolean): Field[] {
  const fields: Field[] = [];
  for (let i = 1; i < Math.min(lines.length, OPENING); i++) {
    const field = isOwn(lines[i]!) ? undefined : fieldAt(of, lines, i);
    if (!field) continue;
    let end = i + 1;
    while (
      lines[end]?.chunk === lines[i]!.chunk &&
      !lines[end]!.bullet &&
      !isOwn(lines[end]!) &&
      beginOf(of, lines[end]!) >= field.column - ASTRAY
    )
      end++;
    fields.push({ ...field, end });
    i = end - 1;
  }
  return fields;
}

/** What is to stand in the fields of a text; nothing where no column shows. */
export function fields(of: Source, lines: readonly Line[], isOwn: (line: Line) => boolean): Edit[] {
  const found = fieldsOf(of, lines, isOwn);
  const isSet = ({ line, end, column }: Field): boolean =>
    end > line + 1 || found.filter((other) => other.column === column).length >= FIELDS;
  return found.filter(isSet).flatMap(({ line, label, start, column, end }) => {
    const edits: Edit[] = [{ start: label.end, end: start, text: BULLET }];
    for (let i = line + 1; i < end; i++) {
      const [above, next] = [lines[i - 1]!, lines[i]!];
      const [words, after] = [textOf(of, above), textOf(of, next)];
      const isEntry = OF_ENTRIES.test(textOf(of, label)) && beginOf(of, next) <= column + ASTRAY && !LOWER.test(after);
      edits.push({ start: above.end, end: next.start, text: isEntry ? BULLET : goesOn(words, after) });
    }
    return edits;
  });
}
