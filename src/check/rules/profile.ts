/** Whose rules a file falls under when nothing says so. */

import type { Scan } from '../../xml/scan.js';
import type { Profile } from './rule.js';
import { attr, isDocument } from './tree.js';

export function profileOf(scan: Scan): Profile {
  const id = scan.root ? attr(scan.root, 'xml:id') : undefined;
  if (id && /^frus\d/.test(id)) return 'frus';
  if (scan.text.includes('http://history.state.gov/frus/ns/1.0')) return 'frus';
  return holdsDocument(scan) ? 'frus' : 'tei';
}

/** Whether a numbered document of the series begins within the first characters. */
function holdsDocument({ nodes }: Scan): boolean {
  for (const node of nodes) {
    if (node.start > 20_000) return false;
    if (node.type === 'element' && isDocument(node) && /^d\d/.test(attr(node, 'xml:id') ?? '')) return true;
  }
  return false;
}
