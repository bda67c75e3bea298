/** Lines of a PDF's pages → an electronic cable, line by line, its blanks and empty lines by their places. Lengths are in points. */

import type { XmlElement } from '../../xml/parse.js';
import { cableText } from '../cable.js';
import { blanks } from '../preformatted.js';
import { usual } from '../usual.js';
import { isApart, type Line } from './lines.js';

/** A gap between lines that leaves one empty, as a share of that between others. */
const EMPTY = 1.5;

/** The width of a letter: in all lines the same, as a teleprinter's; where text recognition or a font lets it differ, the middle one. */
function pitchOf(lines: readonly Line[]): number {
  const widths = lines.flatMap(({ pieces }) =>
    pieces.flatMap(({ text, width }) => (text.length > 3 ? [width / text.length] : [])),
  );
  return widths.toSorted((a, b) => a - b)[widths.length >> 1] ?? 0;
}

/** A line with a blank for each letter that would have room; one at least where the pieces stand apart, as letters may be narrower. */
function spaced({ pieces, size }: Line, left: number, pitch: number): string {
  let out = '';
  let end: number | undefined;
  for (const piece of pieces) {
    const column = Math.round((piece.x - left) / pitch);
    const least = isApart(end, piece, size) && !/\s$/.test(out) && !/^\s/.test(piece.text) ? 1 : 0;
    out += blanks(Math.max(column - out.length, least)) + piece.text;
    end = piece.x + piece.width;
  }
  return out.trimEnd();
}

/** @param pages the lines of each page; undefined where they aren't those of a cable */
export function cableOf(pages: readonly (readonly Line[])[]): XmlElement | undefined {
  const all = pages.flat();
  const pitch = pitchOf(all);
  if (!(pitch > 0)) return undefined;
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
