/**
 * Text that was broken into lines of a set width, as mail and text files are: there a line end inside a block means
 * nothing, and the lines of a block are read as one.
 */

import type { Line } from './chunks.js';

/** Lines of set width are neither shorter than a few words nor longer than a page is wide. */
const NARROW = 45;
const WIDE = 100;

/**
 * Whether a text is broken so: many lines that end inside a block, nearly all of them full, and none that is too long but for a
 * heading.
 */
export function isWrapped(lines: readonly Line[]): boolean {
  let inner = 0;
  let full = 0;
  for (const [i, line] of lines.entries()) {
    const length = line.to - line.from;
    if (length > WIDE && line.chunk > lines[0]!.chunk) return false;
    const next = lines[i + 1];
    if (!next || next.chunk !== line.chunk || next.bullet) continue;
    inner++;
    if (length >= NARROW) full++;
  }
  return full >= 6 && full >= 0.8 * inner;
}

/** Lines of set width as one line a block; `lines` of the result are those that it was made of. */
export function unwrap(lines: readonly Line[]): Line[] {
  const out: Line[] = [];
  let run: Line[] = [];
  const close = (): void => {
    const [first] = run;
    if (!first) return;
    const last = run[run.length - 1]!;
    out.push(run.length === 1 ? first : { ...first, end: last.end, to: last.to, lines: run });
    run = [];
  };
  for (const line of lines) {
    const before = run[run.length - 1];
    const last = before?.lines?.at(-1) ?? before;
    const full = last !== undefined && last.to - last.from >= NARROW;
    if (!before || !full || before.chunk !== line.chunk || line.bullet) close();
    run.push(line);
  }
  close();
  return out;
}
