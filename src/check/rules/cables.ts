/** Which stretches of a file are electronic cables, encoded as they were sent. */

import type { Scan, ScanElement } from '../../xml/scan.js';
import { attr, documentOf } from './tree.js';

/** What the opener of a cable has, and no other document's: lines that say from whom it came, and its subject tags. */
const SENT = new Set(['from', 'tags']);

/** Whether a place lies in an electronic cable. */
export function inCable(scan: Scan): (place: { readonly start: number }) => boolean {
  const cables = new Set<ScanElement>();
  for (const node of scan.nodes) {
    if (node.type !== 'element' || node.name !== 'seg' || node.parent?.name !== 'opener') continue;
    const document = SENT.has(attr(node, 'type') ?? '') ? documentOf(node) : undefined;
    if (document) cables.add(document);
  }
  return ({ start }) => [...cables].some((cable) => start >= cable.start && start < cable.end);
}
