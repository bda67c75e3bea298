/** Lists as TEI has them: items alone, or each with its label. A list that mixes both is parted where it changes. */

import type { Block, Group } from '../../tree.js';

type Kind = 'items' | 'pairs';

interface Run {
  readonly kind: Kind;
  readonly children: Block[];
}

const asItem = (block: Block): Block => ('content' in block ? { ...block, type: 'item' } : block);
const asParagraph = (block: Block): Block => ('content' in block ? { ...block, type: 'p' } : block);
const isItem = ({ type }: Block): boolean => type === 'item';

/** The list, or the lists that it takes; paragraphs where it has no item. */
export function listsOf(list: Group): Block[] {
  if (!list.children.some((child) => isItem(child) || child.type === 'label')) return list.children.map(asParagraph);
  const first = list.children.findIndex((child) => 'content' in child || 'children' in child);
  const headed = list.children[first]?.type === 'listHead';
  const body = list.children.slice(headed ? first + 1 : 0);
  const runs = runsOf(body);
  const front = headed ? list.children.slice(0, first + 1) : [];
  return runs.map(({ children }, i) => ({ ...list, children: i === 0 ? [...front, ...children] : children }));
}

/** Runs of items, and of labels with items. A label without an item is one; what stands between belongs to the run before. */
function runsOf(children: readonly Block[]): Run[] {
  const runs: Run[] = [];
  let between: Block[] = [];
  let label: Block | undefined;
  let held: Block[] = []; // between a label and its item
  const put = (kind: Kind, ...blocks: Block[]): void => {
    const last = runs.at(-1);
    if (last?.kind === kind) last.children.push(...between, ...blocks);
    else runs.push({ kind, children: [...between, ...blocks] });
    between = [];
  };
  const settle = (): void => {
    if (label) put('items', asItem(label));
    between.push(...held);
    label = undefined;
    held = [];
  };
  for (const child of children) {
    if (child.type === 'label') {
      settle();
      label = child;
    } else if (isItem(child) || child.type === 'listHead') {
      if (label) put('pairs', label, ...held, asItem(child));
      else put('items', asItem(child));
      label = undefined;
      held = [];
    } else (label ? held : between).push(child);
  }
  settle();
  if (between.length > 0) runs.at(-1)!.children.push(...between);
  return runs;
}
