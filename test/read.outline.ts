import { type Source, textOf } from '../src/source.js';
import type { Block, Leaf } from '../src/tree.js';

const brief = (text: string): string => (text.length > 48 ? `${text.slice(0, 30)}…${text.slice(-16)}` : text);

const inside = (of: Source, content: readonly Leaf[]): string =>
  content
    .map((leaf) => {
      if (leaf.type === 'text') return brief(textOf(of, leaf.span));
      if (leaf.type === 'pb') return `{pb ${leaf.n}}`;
      if (leaf.type === 'lb') return '{lb}';
      return leaf.type === 'skip' && (leaf.reason === 'blank' || leaf.reason === 'indent')
        ? ''
        : `{${leaf.type === 'skip' ? leaf.reason : leaf.type}}`;
    })
    .join('');

/** A tree as an outline: a line a block, `type[rend]: text`, notes with their label; blank skips left out. */
export function outline(of: Source, blocks: readonly Block[], depth = 0): string[] {
  const pad = '  '.repeat(depth);
  return blocks.flatMap((block) => {
    if (block.type === 'skip')
      return block.reason === 'blank' || block.reason === 'bullet' || block.reason === 'cell-edge'
        ? []
        : [`${pad}(${block.reason})`];
    if (block.type === 'pb') return [`${pad}pb ${block.n}`];
    if (block.type === 'fw') return [`${pad}fw: ${inside(of, [block])}`];
    if (block.type === 'note')
      return [`${pad}note ${block.n}${block.kind ? ` ${block.kind}` : ''}`, ...outline(of, block.body, depth + 1)];
    if ('content' in block)
      return [`${pad}${block.type}${block.rend ? `[${block.rend}]` : ''}: ${inside(of, block.content)}`];
    const kind = block.listType ?? (block.cols === undefined ? '' : `${block.cols} columns`);
    return [`${pad}${block.type}${kind ? ` ${kind}` : ''}`, ...outline(of, block.children, depth + 1)];
  });
}
