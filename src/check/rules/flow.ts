/** The running text of a block, inline elements dissolved, each character with its place in the file. */

import { countWhile } from '../../count-while.js';
import type { TextRange } from '../../text-range.js';
import { referenced } from '../../xml/references.js';
import type { Scan, ScanElement, ScanNode, ScanText } from '../../xml/scan.js';
import { traits } from './traits.js';

/** Elements that are part of the text around them. Any other begins a text of its own. */
const INLINE = new Set(
  (
    'abbr add affiliation altIdent am anchor app bibl c choice corr country date decoNote del distinct emph ex expan foreign forename g gap ' +
    'geogName gi gloss graphic hi idno interp lb lem link measure mentioned milestone name nameLink num orgName orig pb ' +
    'pc persName placeName ptr q quote rdg ref reg region roleName rs s seg settlement sic soCalled space subst supplied surname ' +
    'term time title unclear w'
  ).split(' '),
);

/** Elements whose text is not prose: those that stand in a text, and those that tell of it. */
const VERBATIM = new Set(['code', 'eg', 'egXML', 'formula']);
const APART = new Set(['teiHeader', 'figDesc', 'facsimile', 'sourceDoc']);

/** Elements that are no words, but stand where something is to be read or seen. */
const OBJECTS = new Set(['binaryObject', 'g', 'gap', 'graphic', 'media', 'notatedMusic', 'ptr', 'space', 'unclear']);
/** What such a thing is in a text, as it is in Unicode. */
const OBJECT = '\ufffc';

export const isInline = (element: ScanElement): boolean => INLINE.has(element.name);

/**
 * `text` is the block's text with references resolved; notes are left out (they are blocks of their own), a block inside
 * and an `lb` is a line feed, what isn't prose or is seen rather than read is a U+FFFC. Several flows may tell of one place
 * in the tree, none of them twice of one character.
 */
export class Flow {
  private readonly parts: string[] = [];
  private length = 0;
  private joined: string | undefined;
  /** Text nodes, in order. */
  readonly nodes: ScanText[] = [];
  /** Pairs of an offset in `text` and the offset in the file where the characters from there on stand. */
  private readonly runs: number[] = [];

  constructor(readonly element: ScanElement) {}

  /** Joined once, when the block is read: a string grown piece by piece is slow to search. */
  get text(): string {
    this.joined ??= this.parts.length === 1 ? this.parts[0]! : this.parts.join('');
    return this.joined;
  }

  /** Take in a text node. */
  add(node: ScanText): void {
    this.nodes.push(node);
    if (node.cdata || !node.raw.includes('&')) {
      this.push(node.raw, node.start);
      return;
    }
    let from = 0;
    for (const match of node.raw.matchAll(/&([^;&\s]+);/g)) {
      this.push(node.raw.slice(from, match.index), node.start + from);
      this.push(referenced(match[1]!) ?? OBJECT, node.start + match.index);
      from = match.index + match[0].length;
    }
    this.push(node.raw.slice(from), node.start + from);
  }

  /** Take in text that the file has no characters for. */
  push(text: string, at: number): void {
    if (text === '') return;
    this.runs.push(this.length, at);
    this.parts.push(text);
    this.length += text.length;
  }

  private mask = -1;

  /** Whether the text has one of these traits (see traits.ts), or-ed. */
  has(trait: number): boolean {
    if (this.mask < 0) this.mask = traits(this.text);
    return (this.mask & trait) !== 0;
  }

  /** The place in the file of the character at `offset`. */
  place(offset: number): number {
    const { runs } = this;
    let low = 0;
    let high = runs.length / 2 - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (runs[middle * 2]! <= offset) low = middle;
      else high = middle - 1;
    }
    return runs.length === 0 ? this.element.tagEnd : runs[low * 2 + 1]! + offset - runs[low * 2]!;
  }

  /** The stretch of the file from the first character to behind the last; tags between them are inside. */
  span(start: number, end: number): TextRange {
    return { start: this.place(start), end: this.place(end - 1) + 1 };
  }

  /** Whether `start…end` stands in the file as it is here: no tag and no reference inside. */
  plain(scan: Scan, start: number, end: number): boolean {
    const span = this.span(start, end);
    return scan.text.slice(span.start, span.end) === this.text.slice(start, end);
  }

  /** The innermost element that holds the character at `offset`. */
  holder(offset: number): ScanElement {
    const at = this.place(offset);
    const node = this.nodes[countWhile(this.nodes, ({ start }) => start <= at) - 1];
    if (node && at >= node.start && at < node.end) return node.parent ?? this.element;
    return this.element;
  }
}

/** Reads the nodes of a scan in order into flows, ordered by where their element begins; blank ones are among them. */
export class FlowReader {
  readonly flows: Flow[] = [];
  /** By the index of an element, the flow that its text belongs to. */
  private readonly of: (Flow | undefined)[] = [];
  private skip = 0;

  read(node: ScanNode): void {
    const outer = node.parent ? this.of[node.parent.at] : undefined;
    // Every node has its place in the list, so that it has no holes.
    this.of.push(node.type === 'element' ? this.flowOf(node, outer) : undefined);
    if (node.type === 'text') outer?.add(node);
  }

  private flowOf(element: ScanElement, outer: Flow | undefined): Flow | undefined {
    if (element.at < this.skip) return undefined;
    if (VERBATIM.has(element.name) || APART.has(element.name)) {
      if (VERBATIM.has(element.name)) outer?.push(OBJECT, element.start);
      this.skip = element.until;
      return undefined;
    }
    if (outer && (element.name === 'gap' || (element.children.length === 0 && OBJECTS.has(element.name))))
      outer.push(OBJECT, element.start);
    if (outer && INLINE.has(element.name)) {
      if (element.name === 'lb') outer.push('\n', element.start);
      return outer;
    }
    if (outer && element.name !== 'note') outer.push('\n', element.start);
    if (element.children.length === 0) return undefined;
    const flow = new Flow(element);
    this.flows.push(flow);
    return flow;
  }
}
