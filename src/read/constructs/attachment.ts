/** Attachments: from a bracketed title, or a second heading, to the next one. */

import type { Source } from '../../source.js';
import type { Block } from '../../tree.js';
import type { Groups, Piece } from './grouping.js';
import { postscripts } from './postscript.js';
import { type Sign, sign } from './sign.js';

export const ATTACHMENT: readonly Sign[] = [
  sign(
    'attached',
    /^\[?(?:Attachment|Enclosure|Annex|Tab|Appendix|Sub-?enclosure|Inclosure|Addendum|Schedule|Exhibit)\b/i,
    60,
  ),
  sign('bracketedPart', /^\[(?:Attachment|Enclosure|Annex|Tab|Appendix|Sub-?enclosure|Inclosure)[^\]]{0,20}\]/i, 60),
];

/** The blocks of the document itself, then its attachments. */
export function attachments(source: Source, all: readonly Piece[], groups: Groups): Block[] {
  const starts: number[] = [];
  let headed = true;
  all.forEach(({ label }, i) => {
    if (label === 'attSeg' || (label === 'attHead' && headed)) starts.push(i);
    if (label === 'attSeg') headed = false;
    if (label === 'attHead') headed = true;
  });
  const own = postscripts(source, all.slice(0, starts[0] ?? all.length), groups);
  const attached = starts.map((start, k): Block => {
    const members = all.slice(start, starts[k + 1] ?? all.length);
    const plain = members.map((m): Piece => (m.label === 'attSeg' ? { ...m, label: 'seg' } : m));
    return { type: 'attachment', children: postscripts(source, plain, groups) };
  });
  return [...own, ...attached];
}
