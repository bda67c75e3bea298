/** How sure a conversion was of what it decided: the numbers of decisions by kind and band of stated probability. */

import { MARK_KINDS, type MarkKind } from '../decisions/decision.js';
import { KINDS } from '../resolve/decided/kinds.js';
import type { Block, Decision, Document } from '../tree.js';

export type StatedKind = MarkKind | 'note' | 'block';

/** Lower edges of the bands. */
export const BANDS = [0, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999] as const;

/** Of each kind: how many decisions were left open, then how many in each band of {@link BANDS}. Kinds without any are left out. */
export type Stated = Readonly<Partial<Record<StatedKind, readonly number[]>>>;

export const bandOf = (p: number): number => BANDS.findLastIndex((from) => p >= from);

/** Count the decisions of a document that carry a probability; what reviewers decided carries none. */
export function statedBy({ marks, placements, blocks, diagnostics }: Document): Stated {
  const counts: Partial<Record<StatedKind, number[]>> = {};
  const add = (kind: StatedKind, p: number, open = false): void => {
    counts[kind] ??= new Array<number>(BANDS.length + 1).fill(0);
    counts[kind][open ? 0 : bandOf(p) + 1]!++;
  };
  const take = (kind: StatedKind, { p, state, why }: Decision): void => {
    if (!why?.startsWith('decided by')) add(kind, p, state !== 'found');
  };
  for (const { decision } of placements) take('note', decision);
  for (const mark of marks) {
    const kind = mark.decision && MARK_KINDS.find((one) => KINDS[one].is(mark));
    if (kind) take(kind, mark.decision!);
  }
  // A name that was left untagged is no mark: the report of it is all there is.
  for (const { code, p } of diagnostics) if (code === 'person-untagged' && p !== undefined) add('person', p);
  const visit = (block: Block): void => {
    if ('children' in block) for (const child of block.children) visit(child);
    else if ('content' in block && block.p !== undefined) add('block', block.p);
  };
  for (const block of blocks) visit(block);
  return counts;
}
