/** The running text of a document, flow by flow, as passes read it: same length and offsets as the source, marks and breaks masked. */

import { latest } from '../latest.js';
import type { Block, Document, FlowType, GroupType, Leaf } from '../tree.js';

/**
 * One flow. `text[i]` is the character at `start + i` of the source, save that what is not text of the output is masked:
 * line ends, page breaks and indents by spaces, marks of notes by {@link MARK}.
 */
export interface Region {
  readonly type: FlowType;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The printed number of the note it belongs to. */
  readonly note?: string | undefined;
  /** It belongs to the source note. */
  readonly source?: boolean | undefined;
  /** The group it stands in. */
  readonly within?: GroupType | undefined;
  /** It belongs to an attachment. */
  readonly attached?: boolean | undefined;
  /** Offsets in the source of its line breaks, where the output keeps them. */
  readonly breaks?: readonly number[] | undefined;
}

/** Stands for each character of a note's mark; no letter, digit or space. */
export const MARK = '\u0001';

type Place = Required<Pick<Region, 'note' | 'source' | 'within' | 'attached'>>;

const BODY: Place = { note: undefined, source: undefined, within: undefined, attached: undefined };

function mask(leaf: Leaf, source: string): string {
  const { start, end } = leaf.span;
  if (leaf.type === 'text') return source.slice(start, end);
  const note = leaf.type === 'anchor' || (leaf.type === 'skip' && leaf.reason === 'note-mark');
  return (note ? MARK : ' ').repeat(end - start);
}

function collect(blocks: readonly Block[], place: Place, source: string, out: Region[]): void {
  for (const block of blocks) {
    if (block.type === 'skip' || block.type === 'pb' || block.type === 'fw') continue;
    if (block.type === 'note') {
      collect(block.body, { ...BODY, note: block.n, source: block.kind ? true : undefined }, source, out);
    } else if ('children' in block) {
      const { note, source: ofSource } = place;
      const attached = place.attached || block.type === 'attachment' || undefined;
      collect(block.children, { note, source: ofSource, within: block.type, attached }, source, out);
    } else if (block.content.length > 0) {
      const start = block.content[0]!.span.start;
      const end = block.content[block.content.length - 1]!.span.end;
      const text = block.content.map((leaf) => mask(leaf, source)).join('');
      const ends = block.content.filter((leaf) => leaf.type === 'lb');
      const breaks = ends.length > 0 ? ends.map((leaf) => leaf.span.start) : undefined;
      // All regions have the same fields, set or not, so that what reads them is compiled once.
      const { note, source: ofSource, within, attached } = place;
      out.push({ type: block.type, start, end, text, note, source: ofSource, within, attached, breaks });
    }
  }
}

const known = latest((blocks: Document['blocks'], source: string) => {
  const regions: Region[] = [];
  collect(blocks, BODY, source, regions);
  return regions;
});

/** The flows of a document in source order, notes last; computed once for a reading of it while it is the one at hand. */
export const regionsOf = ({ blocks, source }: Document): readonly Region[] => known(blocks, source.text);
