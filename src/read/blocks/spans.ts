/** Where blocks begin and end in the source. */

import type { Block } from '../../tree.js';

export function startOf(block: Block): number {
  if (block.type === 'skip' || block.type === 'pb' || block.type === 'fw') return block.span.start;
  if (block.type === 'note') return block.label.span.start;
  return 'content' in block ? block.content[0]!.span.start : startOf(block.children[0]!);
}

export function endOf(block: Block): number {
  if (block.type === 'skip' || block.type === 'pb' || block.type === 'fw') return block.span.end;
  if (block.type === 'note') return block.body.length > 0 ? endOf(block.body.at(-1)!) : block.label.span.end;
  return 'content' in block ? block.content.at(-1)!.span.end : endOf(block.children.at(-1)!);
}
