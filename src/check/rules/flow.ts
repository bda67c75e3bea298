/** The running text of a block, inline elements dissolved, each character with its place in the file. */

import { referenced, type Scan, type ScanElement, type ScanText } from '../../xml/scan.js';
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

/** Elements whose text is not prose. */
const VERBATIM = new Set(['code', 'eg', 'egXML', 'formula', 'teiHeader', 'figDesc', 'facsimile', 'sourceDoc']);

export const isInline = (element: ScanElement): boolean => INLINE.has(element.name);

/**
 * `text` is the block's text with references resolved; notes are left out (they are blocks of their own), a block inside
 * and an `lb` is a line feed. Several flows may tell of one place in the tree, none of them twice of one character.
 */
export class Flow {
  text = '';
  /** Text nodes, in order. */
  readonly nodes: ScanText[] = [];
  /** Pairs of an offset in `text` and the offset in the file where the characters from there on stand. */
  private readonly runs: number[] = [];

  constructor(readonly element: ScanElement) {}

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
      this.push(referenced(match[1]!) ?? '\ufffc', node.start + match.index);
      from = match.index + match[0].length;
    }
    this.push(node.raw.slice(from), node.start + from);
  }

  /** Take in text that the file has no characters for. */
  push(text: string, at: number): void {
    if (text === '') return;
    this.runs.push(this.text.length, at);
    this.text += text;
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
  span(start: number, end: number): { start: number; end: number } {
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
    for (const node of this.nodes) if (at >= node.start && at < node.end) return node.parent ?? this.element;
    return this.element;
  }
}

/** All flows of a scan, ordered by where their element begins; blank ones left out. */
export function flows(scan: Scan): Flow[] {
  const { nodes } = scan;
  const out: Flow[] = [];
  const of: (Flow | undefined)[] = new Array(nodes.length);
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    if (node.type === 'element') {
      if (VERBATIM.has(node.name)) {
        at = node.until - 1;
        continue;
      }
      const outer = node.parent ? of[node.parent.at] : undefined;
      if (outer && INLINE.has(node.name)) {
        of[at] = outer;
        if (node.name === 'lb') outer.push('\n', node.start);
        continue;
      }
      if (outer && node.name !== 'note') outer.push('\n', node.start);
      const flow = new Flow(node);
      of[at] = flow;
      out.push(flow);
    } else if (node.type === 'text' && node.parent) {
      of[node.parent.at]?.add(node);
    }
  }
  return out.filter((flow) => /\S/.test(flow.text));
}
