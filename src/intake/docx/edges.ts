/** What Word prints at the head and the foot of pages: no part of the text, whose pages are others. */

import type { LeftOut } from '../left-out.js';
import { parsed, textIn } from './review.js';

/** The parts that hold it. */
export const EDGE = /^word\/(?:header|footer)\d*\.xml$/;

export function tellEdges(parts: readonly string[], left: LeftOut): void {
  for (const root of parts.flatMap((part) => parsed(part) ?? []))
    left.edge(root.name === 'hdr' ? 'head' : 'foot', textIn(root, 't'));
}
