/**
 * The fields that head a typed memorandum, their words all in one column: `PARTICIPANTS:   Mr. Sapt`, and who else took part below
 * that. In the plain form such a label stands on a line of its own, and what belongs to it has bullets below.
 */

import { type Source, textOf } from '../../source.js';
import { LIST_LABEL } from '../constructs/list.js';
import type { Line } from '../lines/chunks.js';
import { beginOf } from '../lines/columns.js';
import { LOWER } from '../lines/halves.js';
import { isLabel } from '../lines/listed.js';
import { APART, goesOn, TOGETHER } from '../reflow/between.js';
import type { Edit } from '../reflow/origin.js';
import { INDENT, isRow } from '../reflow/setting.js';

/** A label, and what parts it from its words: the longest of a column has but one blank behind it. */
const FIELD = /^([\p{L} ]{2,20}[.:]?)((?<=:)[ \u00a0]|[ \u00a0]{2,}|[ \u00a0]*\t[ \t\u00a0]*)(?=\S)/u;
const ONE_BLANK = /^[ \u00a0]$/;
/** The words of a field begin among so many characters of its line. */
const OPENING = 40;
/** Labels that have an entry a line; the words of others go on over lines. */
const OF_ENTRIES = /particip|present|^(?:to|from|info|action|through|thru|copies)\b/i;
/** Fields are among so many lines. */
const FIRST_LINES = 40;
const ASTRAY = 1;
const BULLET = `${TOGETHER}  * `;

interface Field {
  readonly line: number;
  readonly label: Line;
  /** Where its words begin, and in which column. */
  readonly start: number;
  readonly column: number;
  /** More than a blank stands before its words. */
  readonly wide: boolean;
  /** The line after its last. */
  readonly end: number;
}

/** The field that a line begins, without the lines below it. */
function fieldAt(of: Source, lines: readonly Line[], line: number): Omit<Field, 'end'> | undefined {
  const all = lines[line]!;
  const [whole, words, gap] = all.bullet || isRow(of, all) ? [] : (FIELD.exec(textOf(of, all).slice(0, OPENING)) ?? []);
  if (whole === undefined || words === undefined || gap === undefined) return undefined;
  const label = { ...all, end: all.start + words.trimEnd().length };
  const start = all.start + whole.length;
  const isOne = LIST_LABEL.test(textOf(of, label)) && isLabel(of.text, label);
  return isOne ? { line, label, start, column: beginOf(of, { ...all, start }), wide: !ONE_BLANK.test(gap) } : undefined;
}

/** The fields of a text, each with the lines below it that are set in. */
function fieldsOf(of: Source, lines: readonly Line[], isOwn: (line: Line) => boolean): Field[] {
  const fields: Field[] = [];
  for (let i = 1; i < Math.min(lines.length, FIRST_LINES); i++) {
    const field = isOwn(lines[i]!) ? undefined : fieldAt(of, lines, i);
    if (!field) continue;
    let end = i + 1;
    while (
      lines[end]?.chunk === lines[i]!.chunk &&
      !lines[end]!.bullet &&
      !isOwn(lines[end]!) &&
      !isRow(of, lines[end]!) &&
      beginOf(of, lines[end]!) >= beginOf(of, lines[i]!) + INDENT
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
  const isSet = (field: Field): boolean => {
    const { line, end, column, wide } = field;
    const goesOnBelow = lines.slice(line + 1, end).some((below) => wide || beginOf(of, below) >= column - ASTRAY);
    return goesOnBelow || found.some((other) => other !== field && other.column === column && (wide || other.wide));
  };
  const set = found.filter(isSet);
  const starts = new Set(set.map(({ line }) => line));
  const ends = new Set(set.map(({ end }) => end));
  /** What parts a field from the text next to it, where their block goes on with line `i`. */
  const apart = (i: number, text: Line | undefined): Edit[] => {
    const [above, line] = [lines[i - 1]!, lines[i]];
    if (line?.chunk !== above.chunk || !text || text.bullet || isOwn(text)) return [];
    return [{ start: above.end, end: line.from, text: APART }];
  };
  return set.flatMap(({ line, label, start, column, end }) => {
    const edits = ends.has(line) ? [] : apart(line, lines[line - 1]);
    edits.push({ start: label.end, end: start, text: BULLET });
    for (let i = line + 1; i < end; i++) {
      const [above, next] = [lines[i - 1]!, lines[i]!];
      const [words, after] = [textOf(of, above), textOf(of, next)];
      const isEntry = OF_ENTRIES.test(textOf(of, label)) && beginOf(of, next) <= column + ASTRAY && !LOWER.test(after);
      edits.push({ start: above.end, end: next.start, text: isEntry ? BULLET : goesOn(words, after) });
    }
    return starts.has(end) ? edits : [...edits, ...apart(end, lines[end])];
  });
}
