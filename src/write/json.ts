/** A document as JSON: the tree with the text of its leaves, for programs that want no XML. */

import { textOf } from '../source.js';
import type { Block, Document, Leaf } from '../tree.js';

/** A leaf with its characters; `start` is its offset in the source. */
function leafData(document: Document, leaf: Leaf): object {
  const { type, span, ...rest } = leaf;
  return { type, ...rest, start: span.start, text: textOf(document.source, span) };
}

function blockData(document: Document, block: Block): object {
  if ('content' in block) return { ...block, content: block.content.map((leaf) => leafData(document, leaf)) };
  if ('children' in block) return { ...block, children: block.children.map((child) => blockData(document, child)) };
  if (block.type === 'note') {
    const body = block.body.map((part) => blockData(document, part));
    return { ...block, label: leafData(document, block.label), body };
  }
  return leafData(document, block);
}

export function documentData(document: Document): object {
  const { volume, id, n } = document.context;
  const { genre, subjects, marks, placements, correspondence, date, diagnostics } = document;
  const blocks = document.blocks.map((block) => blockData(document, block));
  return { volume, id, n, genre, subjects, date, correspondence, blocks, placements, marks, diagnostics };
}
