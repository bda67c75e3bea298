/** A text with pieces of it replaced, and the way back: what is found in the new text has its place in the old one. */

import { countWhile } from '../../count-while.js';
import { source } from '../../source.js';
import type { Finding } from '../finding.js';
import { placeFields } from '../place-fields.js';

export interface Replacement {
  /** What is replaced, offsets in the old text. */
  readonly from: number;
  readonly to: number;
  readonly content: string;
  /** What is said at the replaced piece of a finding at an offset of the content; its own message if left out. */
  readonly told?: (finding: Finding, offset: number) => string;
}

export interface Spliced {
  readonly text: string;
  /** A finding in `text`, moved to where it stands in the old text: at the replaced piece, if it is in what replaced it. */
  inDocument(finding: Finding): Finding;
}

/** A replacement and where its content stands in the new text. */
interface Move extends Replacement {
  readonly at: number;
  readonly end: number;
}

/** The last whose content begins at an offset of the new text or before. */
const lastAt = (moves: readonly Move[], offset: number): Move | undefined =>
  moves[countWhile(moves, ({ at }) => at <= offset) - 1];

/** `replacements` in order, none inside another. */
export function spliced(text: string, replacements: readonly Replacement[]): Spliced {
  const pieces: string[] = [];
  const moves: Move[] = [];
  let done = 0;
  let length = 0;
  for (const replacement of replacements) {
    const { from, to, content } = replacement;
    const at = length + from - done;
    length = at + content.length;
    pieces.push(text.slice(done, from), content);
    moves.push({ ...replacement, at, end: length });
    done = to;
  }
  pieces.push(text.slice(done));
  const of = source(text);
  const placeOf = (offset: number, isEnd: boolean): number => {
    const move = lastAt(moves, offset);
    if (!move) return offset;
    return offset < move.end || (isEnd && offset === move.end)
      ? isEnd
        ? move.to
        : move.from
      : move.to + offset - move.end;
  };
  return {
    text: pieces.join(''),
    inDocument: (finding) => {
      const { offset, endOffset = offset, repeats, ...rest } = finding;
      if (offset === undefined) return finding;
      const move = lastAt(moves, offset);
      const isInside = move !== undefined && offset < move.end;
      const message = isInside && move.told ? move.told(finding, offset - move.at) : finding.message;
      const first = repeats === undefined || isInside ? {} : { repeats: placeOf(repeats, false) };
      return { ...rest, message, ...first, ...placeFields(of, [placeOf(offset, false), placeOf(endOffset!, true)]) };
    },
  };
}
