/** Lists of labels, as their places among all labels. */

import { LABELS, type Label } from './labels.js';

/** The place of each label. */
export const INDEX: ReadonlyMap<string, number> = new Map(LABELS.map((label, i) => [label, i]));

/** The places of some labels. */
export const only = (...labels: Label[]): number[] => labels.map((l) => INDEX.get(l)!);

/** Each list of labels without the closed ones; whole where nothing else is left. */
export const openIn = (closed: readonly number[]): ((labels: readonly number[]) => readonly number[]) => {
  const known = new Map<readonly number[], readonly number[]>();
  return (labels) => {
    let left = known.get(labels);
    if (!left) {
      left = labels.filter((label) => !closed.includes(label));
      if (left.length === 0 || left.length === labels.length) left = labels;
      known.set(labels, left);
    }
    return left;
  };
};
