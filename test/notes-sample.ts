/** A tree for tests, cut by the plainest reader: blocks parted by empty lines, notes as `  N. text` at the end. */

import { cut, source } from '../src/source.js';
import type { Block, Document, FlowType, Leaf, Note } from '../src/tree.js';

const LABEL = /^ {2}(\S{1,6})\. /;

export function sample(text: string): Document {
  const of = source(text);
  const blocks: Block[] = [];
  const notes: Note[] = [];
  let rest = of.span;
  const take = (end: number) => {
    const [piece, left] = cut(rest, end);
    rest = left!;
    return piece!;
  };
  for (const line of text.matchAll(/[^\n]+/g)) {
    const end = line.index + line[0].length;
    if (line.index > rest.start) blocks.push({ type: 'skip', span: take(line.index), reason: 'blank' });
    const label = LABEL.exec(line[0]);
    if (label) {
      const skip = { type: 'skip', span: take(line.index + label[0].length), reason: 'note-label' } as const;
      const body: Block[] = [{ type: 'p', content: [{ type: 'text', span: take(end) }] }];
      const note = { type: 'note', n: label[1]!, label: skip, body, index: notes.length } as Note;
      notes.push(note);
      blocks.push(note);
      continue;
    }
    const content: Leaf[] = [];
    for (const page of line[0].matchAll(/\[Page (\w+)\]/g)) {
      const at = line.index + page.index;
      if (at > rest.start) content.push({ type: 'text', span: take(at) });
      content.push({ type: 'pb', span: take(at + page[0].length), n: page[1]! });
    }
    if (rest.start < end) content.push({ type: 'text', span: take(end) });
    const type: FlowType = line.index === 0 ? 'head' : /^\p{Lu}\w+$/u.test(line[0]) ? 'signed' : 'p';
    blocks.push({ type, content });
  }
  if (rest.end > rest.start) blocks.push({ type: 'skip', span: take(rest.end), reason: 'blank' });
  return {
    source: of,
    context: { id: 'd1' },
    genre: 'document',
    blocks,
    notes,
    placements: [],
    marks: [],
    diagnostics: [],
  };
}

/** All leaves of a tree in order. */
export function leaves(blocks: readonly Block[]): Leaf[] {
  return blocks.flatMap((block): Leaf[] => {
    if ('children' in block) return leaves(block.children);
    if ('content' in block) return [...block.content];
    if ('body' in block) return [block.label, ...leaves(block.body)];
    return [block];
  });
}

/** The body as it reads once notes are placed: each mark as `⟦n⟧`. */
export function shown(document: Document): string {
  const { text } = document.source;
  return leaves(document.blocks.filter((block) => block.type !== 'note'))
    .map((leaf) => {
      const is = text.slice(leaf.span.start, leaf.span.end);
      return leaf.type === 'anchor' ? `⟦${is}⟧` : is;
    })
    .join('');
}
