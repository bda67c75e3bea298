/** The children of one element while they are walked, so that it is known what is wrong with many of them, and why. */

import type { XmlElement } from '../../../xml/parse.js';
import type { Derivatives } from './derivatives.js';
import type { Pattern } from './pattern.js';
import type { Invalid } from './validate.js';

export interface Siblings {
  /** Those so far, the last being walked, each with the pattern that stood before it. */
  readonly walked: { readonly element: XmlElement; readonly before: Pattern; isRefused?: true }[];
  /** What was told of them, and where first. */
  readonly told: Map<string, number>;
}

export const noSiblings = (): Siblings => ({ walked: [], told: new Map() });

/** The one behind which the last can't stand, although it could before that; undefined where there is none, or it is itself wrong. */
export function blockerOf({ walked }: Siblings, d: Derivatives, notAllowed: Pattern): Invalid['behind'] {
  const { ns, name } = walked.at(-1)!.element;
  const blocker = walked.slice(0, -1).findLast(({ before }) => d.open(before, ns, name) !== notAllowed);
  return blocker === undefined || blocker.isRefused
    ? undefined
    : { name: blocker.element.name, start: blocker.element.start };
}
