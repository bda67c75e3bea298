/** Whether a text is an electronic cable as it was sent. */

import type { Source } from '../../source.js';
import { isCableHead, WIDE } from '../../text/cable-head.js';
import type { Line } from '../lines/chunks.js';

function* beginnings(source: Source, lines: readonly Line[]): Generator<string> {
  for (const { start, end } of lines) yield source.text.slice(start, Math.min(end, start + WIDE));
}

export const isCable = (source: Source, lines: readonly Line[]): boolean => isCableHead(beginnings(source, lines));

/** Whether a cable is one in small letters: its lines as they stand are none. */
export const isInSmallLetters = (source: Source, lines: readonly Line[]): boolean =>
  !isCableHead(beginnings(source, lines), (line) => line);
