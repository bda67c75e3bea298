/** Placeholder that reads every chunk as a paragraph; the reader replaces this file. */
import { cut, type Source } from '../source.js';
import type { Block, Context, Document } from '../tree.js';

export function read(source: Source, context: Partial<Context> = {}): Document {
  const blocks: Block[] = [];
  const pattern = /\S[\s\S]*?(?=\n\s*\n|\s*$)/g;
  let rest = source.span;
  for (const match of source.text.matchAll(pattern)) {
    const [before, inside, after] = cut(rest, match.index, match.index + match[0].length);
    if (before!.end > before!.start) blocks.push({ type: 'skip', span: before!, reason: 'blank' });
    blocks.push({ type: 'p', content: [{ type: 'text', span: inside! }] });
    rest = after!;
  }
  if (rest.end > rest.start) blocks.push({ type: 'skip', span: rest, reason: 'blank' });
  return { source, context: { id: 'd1', ...context }, blocks, notes: [], placements: [], marks: [], diagnostics: [] };
}
