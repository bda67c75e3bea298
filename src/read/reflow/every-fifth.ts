/** Numbers before every fifth line, or every tenth, as editions of texts and transcripts count their lines. */

import type { TextRange } from '../../text-range.js';

const LINE = /[^\n\r\f\v\u0085\u2028\u2029]*(?:\r\n|[\n\r\f\v\u0085\u2028\u2029]|$)/g;
/** Group 1 is the number of a line, group 2 the blanks before its text. */
const NUMBERED = /^[\ufeff\u200b]*[ \t]{0,8}(\d{1,5})(?:([ \t]+)(?=\S)|[ \t]*$)/;
const MAY_HAVE = /^[\ufeff\u200b]?[ \t]{0,8}(?:5|10)(?:[ \t]|$)/m;
const BLANKS = /^[ \t]*/;
const STEPS = [5, 10];
/** So many numbers at least. */
const ENOUGH = 3;

interface NumberedLine {
  readonly row: number;
  readonly n: number;
  /** Characters to the end of the number, and to where the line's text begins. */
  readonly digits: number;
  readonly width: number;
}

/** The numbers of a text's lines, each the next by a step and as many lines below the one before; empty lines count, or don't. */
function numbersOf(lines: readonly string[], step: number): readonly NumberedLine[] {
  const found: NumberedLine[] = [];
  for (const [row, line] of lines.entries()) {
    const [whole, n] = NUMBERED.exec(line) ?? [];
    const next = (found.at(-1)?.n ?? 0) + step;
    if (whole === undefined || Number(n) !== next) continue;
    const above = found.length > 0 ? found.at(-1)!.row : -1;
    if (row - above === step) found.push({ row, n: next, digits: whole.trimEnd().length, width: whole.length });
  }
  return found;
}

/** What stands before the lines of a text of which every fifth has its number: the numbers, and the blanks over which they reach. */
export function everyFifth(text: string): readonly TextRange[] {
  if (!MAY_HAVE.test(text)) return [];
  const all = Array.from(text.matchAll(LINE), ({ 0: whole, index }) => ({ start: index, line: whole.trimEnd() }));
  const full = all.filter(({ line }) => line !== '');
  for (const lines of [all, full])
    for (const step of STEPS) {
      const numbers = numbersOf(
        lines.map(({ line }) => line),
        step,
      );
      // All of them, as far as the text goes.
      if (numbers.length < ENOUGH || numbers.length < Math.floor(full.length / step)) continue;
      const rows = new Map(numbers.map((one) => [one.row, one]));
      const others = lines.filter(({ line }, row) => line !== '' && !rows.has(row));
      const blanks = Math.min(...others.map(({ line }) => BLANKS.exec(line)![0].length));
      // Where the others are set in further than numbers reach, a numbered line begins where they do; else it keeps what it has more than another.
      const inside = blanks >= Math.max(...numbers.map(({ digits }) => digits)) + 1;
      const width = inside ? blanks : Math.min(...numbers.map((one) => one.width));
      const near = Math.min(width, blanks);
      return lines.flatMap(({ start, line }, row): TextRange[] => {
        const number = rows.get(row);
        const end = start + (number ? Math.min(number.width, line.length, width) : near);
        return end > start && line !== '' ? [{ start, end }] : [];
      });
    }
  return [];
}
