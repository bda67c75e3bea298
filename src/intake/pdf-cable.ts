/** Lines of a PDF's pages → an electronic cable, line by line, its blanks and empty lines by their places. Lengths are in points. */

import type { XmlElement } from '../xml/parse.js';
import { cableText } from './cable.js';
import type { Line } from './pdf-lines.js';
import { blanks } from './preformatted.js';
import { usual } from './usual.js';

/** A gap between lines that leaves one empty, as a share of that between others. */
const EMPTY = 1.5;

/** The width of a letter: in all lines the same, as a teleprinter's. */
function pitchOf(lines: readonly Line[]): number {
  const widths = lines.flatMap(({ pieces }) =>
    pieces.flatMap(({ text, width }) => (text.length > 3 ? [(100 * width) / text.length] : [])),
  );
  return usual(widths) / 100;
}

/** A line with a blank for each letter that would have room. */
function spaced({ pieces }: Line, left: number, pitch: number): string {
  let out = '';
  for (const { text, x } of pieces) {
    const column = Math.round((x - left) / pitch);
    out += blanks(column - out.length) + text;
  }
  return out.trimEnd();
}

/** @param pages the lines of each page; undefined where they aren't those of a cable */
export function cableOf(pages: readonly (readonly Line[])[]): XmlElement | undefined {
  const all = pages.flat();
  const pitch = pitchOf(all);
  if (pitch === 0) return undefined;
  const left = all.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY);
  const leading = usual(pages.flatMap((lines) => lines.slice(1).map(({ y }, i) => lines[i]!.y - y)));
  return cableText(
    pages.flatMap((lines) =>
      lines.flatMap((line, i) => {
        const gap = i > 0 ? lines[i - 1]!.y - line.y : 0;
        return [...(gap > EMPTY * leading ? [''] : []), spaced(line, left, pitch)];
      }),
    ),
  );
}
