/**
 * Blocks in an order that TEI allows, whatever the lines were taken for: a heading, openers, the body, closings, attachments.
 * What stands where it cannot is a paragraph; nothing is moved.
 */

import type { Block, Flow, Group } from '../../tree.js';
import { listsOf } from './lists.js';

/** What a block is for the order of a division; `free` may stand anywhere. */
type Part = 'free' | 'head' | 'front' | 'body' | 'closing' | 'attachment';

const PARTS: Partial<Record<Block['type'], Part>> = {
  skip: 'free',
  pb: 'free',
  note: 'free',
  sourceLine: 'free',
  head: 'head',
  opener: 'front',
  dateline: 'front',
  closer: 'closing',
  postscript: 'closing',
  attachment: 'attachment',
};

/** Flows that stand in a division by themselves; all others need a group around them. */
const BY_ITSELF = new Set<Block['type']>(['sourceLine', 'head', 'dateline', 'p']);

const isGroup = (block: Block): block is Group => 'children' in block;
const isFlow = (block: Block): block is Flow => 'content' in block;

/** A block, or the flows of a group, as paragraphs; page breaks stay between them. */
function paragraphs(block: Block): Block[] {
  if (isFlow(block)) return [{ ...block, type: 'p' }];
  if (isGroup(block) && PARTS[block.type]) return block.children.flatMap(paragraphs);
  return [block];
}

/** The blocks of a document or of an attachment. */
export function ordered(blocks: readonly Block[]): Block[] {
  const own: Block[] = [];
  const attached: Block[] = [];
  let following: Block[] = []; // what goes on with the attachment that is last
  const settle = (): void => {
    const last = attached.at(-1);
    if (following.length > 0 && last && isGroup(last))
      attached[attached.length - 1] = { ...last, children: [...last.children, ...following] };
    following = [];
  };
  for (const block of blocks) {
    const last = attached.at(-1);
    if (block.type === 'attachment') {
      settle();
      attached.push(block);
    } else if (!last) own.push(block);
    else if (isGroup(last) && PARTS[block.type] !== 'free') {
      // Nothing follows an attachment but another one: it goes on to the end.
      following.push(block);
    } else {
      settle();
      attached.push(block);
    }
  }
  settle();
  return [...division(own), ...attached.map((block) => (isGroup(block) ? withOrder(block) : block))];
}

const withOrder = (group: Group): Group => ({ ...group, children: ordered(group.children) });

/** A closer that nobody signs: editions have none. */
const isUnsigned = (block: Block): boolean =>
  block.type === 'closer' && isGroup(block) && !block.children.some(({ type }) => type === 'signed');

function division(blocks: readonly Block[]): Block[] {
  const parts = partsOf(blocks);
  const end = parts.lastIndexOf('body');
  return blocks.flatMap((block, i): Block[] => {
    const part = PARTS[block.type] ?? 'body';
    const misplaced = part !== 'free' && part !== 'body' && (parts[i] === 'body' || (part === 'closing' && i < end));
    if (misplaced || (isFlow(block) && !BY_ITSELF.has(block.type))) return paragraphs(block).flatMap(inside);
    return inside(block);
  });
}

/** The part that each block can be where it stands. */
function partsOf(blocks: readonly Block[]): Part[] {
  let headed = false;
  let begun = false;
  return blocks.map((block) => {
    let part = isUnsigned(block) ? 'body' : (PARTS[block.type] ?? 'body');
    if (begun && (part === 'head' || part === 'front')) part = 'body';
    if (part === 'head' && headed) part = 'body';
    if (block.type === 'dateline' && !headed) part = 'body';
    if (part === 'head') headed = true;
    if (part === 'body' || part === 'closing') begun = true;
    return part;
  });
}

const asRun = (block: Block): Block => (block.type === 'p' && isFlow(block) ? { ...block, type: 'run' } : block);

/** Lists at any depth, each of items alone or of labels with their items. */
function inside(block: Block): Block[] {
  if (!isGroup(block) || PARTS[block.type]) return [block];
  const children = block.children.flatMap(inside);
  if (block.type === 'list') return listsOf({ ...block, children });
  // A paragraph holds no paragraph.
  return [{ ...block, children: block.type === 'p' ? children.map(asRun) : children }];
}
