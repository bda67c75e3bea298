/** Attachments: from a bracketed title, or a second heading, to the next one. */

import type { Source } from '../../source.js';
import type { Block } from '../../tree.js';
import type { Label } from '../labels.js';
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

/** `[Enclosure 1]`, `Annex A (Revised)`, `[Tab B—Extract]`, alone. */
const NAMED =
  /^\[?(?:(?:Sub-?)?(?:Enclosure|Inclosure|Annex|Attachment|Appendix)|Tab)(?:[ —–-]+(?:No\. ?)?“?[A-Z\d]{1,4}”?)?(?:[ —–-]+\(?(?:Extracts?|Revised|Translation)\)?)?\]?\d{0,2}$/i;
/** Longer lines aren't. */
const LONG = 40;
const CLOSINGS: ReadonlySet<Label> = new Set(['signed', 'signed2', 'closer']);
const PARAGRAPHS: ReadonlySet<Label> = new Set(['p', 'flush', 'center']);

/**
 * Whether a paragraph that names an attachment stands right below a signature: nothing but attachments follows one. Elsewhere volumes after
 * 1951 print attachments as paragraphs of the document.
 */
function followsSignature(source: Source, all: readonly Piece[], i: number): boolean {
  const { label, start, end } = all[i]!;
  if (!PARAGRAPHS.has(label) || end - start > LONG || !NAMED.test(source.text.slice(start, end))) return false;
  let before = i - 1;
  while (before >= 0 && all[before]!.label === 'page') before--;
  return before >= 0 && CLOSINGS.has(all[before]!.label);
}

/** The blocks of the document itself, then its attachments. */
export function attachments(source: Source, all: readonly Piece[], groups: Groups): Block[] {
  const starts: number[] = [];
  let headed = true;
  all.forEach(({ label }, i) => {
    if (label === 'attSeg' || (label === 'attHead' && headed) || followsSignature(source, all, i)) starts.push(i);
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
