/** How labelled blocks become groups: each construct says which blocks it takes and what it makes of them. */

import type { Source } from '../../source.js';
import type { Block } from '../../tree.js';
import type { Label } from '../labels/labels.js';

/** A block with the label that it came from; `start…end` are its offsets. */
export interface Piece {
  readonly label: Label;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
  readonly chunk: number;
}

export type Groups = (source: Source, all: readonly Piece[]) => Block[];

export interface Grouping {
  /** A block with one of these begins a group. */
  readonly labels: readonly Label[];
  /** What else goes on with the group; default: `labels` again. */
  readonly members?: readonly Label[];
  /** What a member must be besides; `run` is what the group has so far. */
  readonly joins?: (piece: Piece, run: readonly Piece[]) => boolean;
  readonly make: (source: Source, run: readonly Piece[], groups: Groups) => Block;
}

/** The end of a run of pieces that belong together; page breaks between two of them are counted in. */
export function runEnd(
  all: readonly Piece[],
  from: number,
  belongs: (piece: Piece, run: readonly Piece[]) => boolean,
): number {
  const run: Piece[] = [];
  let end = from;
  for (let i = from; i < all.length; i++) {
    const piece = all[i]!;
    if (piece.label === 'page') continue;
    if (!belongs(piece, run)) break;
    run.push(piece);
    end = i + 1;
  }
  return end;
}
