/** Where each element of an output stands in the text that it was made from. */

import type { LedgerEntry } from '../../ledger.js';
import { type ScanElement, scanXml } from '../../xml/scan.js';

interface Stretch {
  start: number;
  end: number;
}

/** Add what an element holds to it and to those around it, up to a note: a note stands elsewhere than its mark. */
function widen(of: Map<ScanElement, Stretch>, inner: ScanElement | undefined, { start, end }: Stretch): void {
  for (let element = inner; element; element = element.parent) {
    const known = of.get(element);
    if (!known) of.set(element, { start, end });
    else {
      known.start = Math.min(known.start, start);
      known.end = Math.max(known.end, end);
    }
    if (element.name === 'note') return;
  }
}

/** The XML with `data-s` and `data-e` on every element that holds text; on notes and page breaks also `data-at`, their mark. */
export function annotated(xml: string, ledger: readonly LedgerEntry[]): string {
  const { nodes } = scanXml(xml);
  const texts = ledger.filter((entry) => entry.kind === 'text');
  const stretches = new Map<ScanElement, Stretch>();
  let next = 0;
  for (const node of nodes) {
    if (node.type !== 'text') continue;
    while (next < texts.length && texts[next]!.at < node.start) next++;
    for (; next < texts.length && texts[next]!.at < node.end; next++) widen(stretches, node.parent, texts[next]!);
  }
  const marks = new Map<number, Stretch>();
  for (const entry of ledger) {
    const mark = entry.kind === 'skip' && entry.reason === 'note-mark';
    if (mark || (entry.kind === 'attribute' && entry.as === 'pb/@n')) marks.set(entry.at, entry);
  }
  let out = '';
  let at = 0;
  for (const node of nodes) {
    if (node.type !== 'element') continue;
    const stretch = stretches.get(node);
    const mark = node.name === 'note' || node.name === 'pb' ? marks.get(node.start) : undefined;
    if (!stretch && !mark) continue;
    const after = node.start + 1 + node.written.length;
    out += xml.slice(at, after);
    if (stretch) out += ` data-s="${stretch.start}" data-e="${stretch.end}"`;
    if (mark) out += ` data-at="${mark.start}" data-to="${mark.end}"`;
    at = after;
  }
  return out + xml.slice(at);
}
