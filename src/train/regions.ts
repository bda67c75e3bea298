/** The gold's flows in the shape in which resolvers read a document, and its marks. */

import { MARK, type Region } from '../resolve/regions.js';
import type { FlowType } from '../tree.js';
import type { GoldDocument } from './gold.js';

const FLOWS: Readonly<Record<string, FlowType>> = {
  head: 'head',
  dateline: 'dateline',
  seg: 'seg',
  salute: 'salute',
  p: 'p',
  item: 'item',
  cell: 'cell',
  label: 'label',
  signed: 'signed',
};

function maskedText(gold: GoldDocument): string {
  let out = '';
  let at = 0;
  const holes = gold.elements.filter(
    (e) => (e.name === 'pb' || (e.name === 'note' && e.attributes.rend !== 'inline')) && e.end > e.start,
  );
  for (const e of [...holes].sort((a, b) => a.start - b.start)) {
    if (e.start < at) continue;
    out += gold.text.slice(at, e.start) + (e.name === 'note' ? MARK : ' ').repeat(e.end - e.start);
    at = e.end;
  }
  return (out + gold.text.slice(at)).replace(/[\n\r]/g, ' ');
}

/** Flows in source order: the innermost that hold text, then one a note. */
export function goldRegions(gold: GoldDocument): Region[] {
  const text = maskedText(gold);
  const regions: Region[] = [];
  const holds = new Set<number>();
  gold.elements.forEach((e) => {
    if (FLOWS[e.name]) for (let p = e.parent; p >= 0; p = gold.elements[p]!.parent) holds.add(p);
  });
  gold.elements.forEach((e, i) => {
    const parent = gold.elements[e.parent];
    const source = e.name === 'note' && e.attributes.rend === 'inline' && e.note === undefined;
    const type = source ? 'sourceLine' : FLOWS[e.name];
    if (!type || e.note !== undefined || holds.has(i) || e.end <= e.start) return;
    let attached = false;
    for (let p = e.parent; p >= 0; p = gold.elements[p]!.parent) {
      if (gold.elements[p]!.name === 'attachment') attached = true;
    }
    const breaks = gold.elements.filter(
      (b) => b.name === 'lb' && b.start > e.start && b.end < e.end && b.note === undefined,
    );
    regions.push({
      type: type === 'head' && parent?.name === 'list' ? 'listHead' : type,
      start: e.start,
      end: e.end,
      text: text.slice(e.start, e.end),
      ...(attached && { attached }),
      ...(breaks.length > 0 && { breaks: breaks.map((b) => b.start) }),
    });
  });
  for (const note of gold.notes) {
    const { bodyStart: start, bodyEnd: end, n, source } = note;
    if (end > start)
      regions.push({ type: 'p', start, end, text: text.slice(start, end), note: n, ...(source && { source }) });
  }
  return regions;
}
