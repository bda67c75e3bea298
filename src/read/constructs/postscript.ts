/** Postscripts: what follows a signature and says that it does. */

import type { Source } from '../../source.js';
import type { TextRange } from '../../text-range.js';
import type { Block } from '../../tree.js';
import type { Groups, Piece } from './grouping.js';

const POSTSCRIPT = /^\W?(?:P\. ?S\.|PS[:.]|Postscript\b)/;
export const isPostscript = ({ text }: Source, { start, end }: TextRange): boolean =>
  POSTSCRIPT.test(text.slice(start, Math.min(end, start + 16)));

const CLOSING = new Set(['signed', 'signed2', 'closer']);
const PARAGRAPHS = new Set(['p', 'flush', 'page']);

/** Where the postscript begins: below a signature, with paragraphs to the end but for a signature of its own. */
function startOf(source: Source, all: readonly Piece[]): number {
  const signed = all.findLastIndex(({ label }, i) => CLOSING.has(label) && PARAGRAPHS.has(all[i + 1]?.label ?? ''));
  const start = signed < 0 ? -1 : all.findIndex(({ label }, i) => i > signed && label !== 'page');
  if (start < 0 || !isPostscript(source, all[start]!)) return -1;
  const end = all.findLastIndex(({ label }) => !CLOSING.has(label) && label !== 'page') + 1;
  return all.slice(start, end).every(({ label }) => PARAGRAPHS.has(label)) ? start : -1;
}

/** The blocks of a document or an attachment; paragraphs after the signature are a postscript where the first one says so. */
export function postscripts(source: Source, all: readonly Piece[], groups: Groups): Block[] {
  const start = startOf(source, all);
  if (start < 0) return groups(source, all);
  const pages = all.findLastIndex(({ label }) => label !== 'page') + 1;
  const children = groups(source, all.slice(start, pages));
  return [
    ...groups(source, all.slice(0, start)),
    { type: 'postscript', children },
    ...groups(source, all.slice(pages)),
  ];
}
