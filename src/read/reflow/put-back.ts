/** A document of a text whose notes were moved to its end → the same of the text as it was. */

import { type Origin, type Source, within } from '../../source.js';
import type { TextRange } from '../../text-range.js';
import type { Block, Leaf, Note } from '../../tree.js';
import { lastUntil } from './origin.js';

/** Maps offsets and what holds them: notes stay at the end of the tree, with the places that they have in the text. */
export class PutBack {
  constructor(
    private readonly kept: Origin['kept'],
    private readonly to: Source,
  ) {}

  /** The index of the stretch that holds the character at an offset. */
  private at(offset: number): number {
    return lastUntil(this.kept, offset, 'from');
  }

  private offset(offset: number): number {
    const { from, start } = this.kept[this.at(offset)]!;
    return offset - from + start;
  }

  readonly place = <T extends TextRange>(at: T): T => {
    const start = at.end > at.start || at.start === 0 ? this.offset(at.start) : this.offset(at.start - 1) + 1;
    const end = at.end > at.start ? this.offset(at.end - 1) + 1 : start;
    return { ...at, start, end: Math.max(start, end) };
  };

  /** A leaf in as many pieces as it has stretches. */
  readonly leaf = <T extends Leaf>(leaf: T): T[] => {
    const out: T[] = [];
    for (let { start: at } = leaf.span, i = this.at(at); i < this.kept.length; i++) {
      const { from, start, end } = this.kept[i]!;
      const until = Math.min(leaf.span.end, from + end - start);
      out.push({ ...leaf, span: within(this.to.span, at - from + start, until - from + start) });
      at = until;
      if (at >= leaf.span.end) break;
    }
    return out;
  };

  readonly block = (block: Block): Block[] => {
    if (block.type === 'note') return [this.note(block)];
    if ('children' in block) return [{ ...block, children: block.children.flatMap(this.block) }];
    return 'content' in block ? [{ ...block, content: block.content.flatMap(this.leaf) }] : this.leaf(block);
  };

  private note(note: Note): Note {
    const body = note.body.flatMap((part) => this.block(part) as Note['body'][number][]);
    return { ...note, label: this.leaf(note.label)[0]!, ...(note.mark && { mark: this.place(note.mark) }), body };
  }
}
