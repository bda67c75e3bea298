/** Documents as slimdom has them, with the places that it lacks: its elements come in the order of the text's. */

import { type ScanNode, scanXml } from '../../xml/scan.js';
import { attributePlace } from '../schema/outline.js';
import { type Attr, type Document, type Element, libraries, type Node } from './libraries.js';

export const SCH = 'http://purl.oclc.org/dsdl/schematron';
export const XSLT = 'http://www.w3.org/1999/XSL/Transform';

export interface PlacedDocument {
  readonly document: Document;
  /** The span of a node: of an element its start tag; of the document its root's. */
  spanOf(node: Node): readonly [number, number];
}

/** Where an element was written: the span of its start tag in a file. */
export interface Origin {
  readonly file: string;
  readonly span: readonly [number, number];
}

/** Whether an element is of Schematron, and of one of these names. */
export const is = (element: Element, ...names: string[]): boolean =>
  element.namespaceURI === SCH && names.includes(element.localName);

export const elementsOf = (node: Node): Element[] =>
  (node.childNodes as Node[]).filter((child): child is Element => child.nodeType === 1);

/** All elements under a node, in document order. */
export function descendants(node: Node, found: Element[] = []): Element[] {
  for (const child of elementsOf(node)) {
    found.push(child);
    descendants(child, found);
  }
  return found;
}

/** Elements, comments and instructions under a node, in document order. */
function tagged(node: Node, found: Node[] = []): Node[] {
  for (const child of node.childNodes as Node[]) {
    if (child.nodeType in TAGGED) found.push(child);
    tagged(child, found);
  }
  return found;
}

/** Their types as the scan has them. Text is no help here: what is one node to one is several to the other. */
const TAGGED: Readonly<Record<number, ScanNode['type']>> = { 1: 'element', 7: 'instruction', 8: 'comment' };
const ATTRIBUTE = 2;
const CDATA = 4;

const isDeclaration = (node: ScanNode): boolean => node.type === 'instruction' && node.target === 'xml';

/** Where the nodes of a document are in its text, which has them in the same order. */
function placesIn(document: Document, text: string): ReadonlyMap<Node, ScanNode> {
  const places = scanXml(text).nodes.filter((node) => node.type !== 'text' && !isDeclaration(node));
  const nodes = tagged(document);
  const byNode = new Map<Node, ScanNode>();
  for (const [i, place] of places.entries()) {
    const node = nodes[i];
    if (!node || TAGGED[node.nodeType] !== place.type) break;
    byNode.set(node, place);
  }
  return byNode;
}

/** @throws Error where the text isn't well-formed to slimdom. */
export function placed(text: string): PlacedDocument {
  const document = libraries().dom.parseXmlDocument(text);
  let places: ReadonlyMap<Node, ScanNode> | undefined;
  const starts = new Map<Node, number>();
  const spanOf = (node: Node): readonly [number, number] => {
    places ??= placesIn(document, text);
    const own = places.get(node);
    if (own) return [own.start, own.type === 'element' ? own.tagEnd : own.end];
    const parent = node.nodeType === ATTRIBUTE ? (node as Attr).ownerElement : node.parentNode;
    const outer = parent ? places.get(parent) : undefined;
    if (outer?.type === 'element') {
      if (node.nodeType === ATTRIBUTE) {
        return attributePlace(text, outer, (node as Attr).name) ?? [outer.start, outer.tagEnd];
      }
      const start = textStart(text, node, places, starts, outer.tagEnd);
      if (start < outer.closeStart) return textSpan(text, start, node.nodeType === CDATA);
    }
    const [root] = places.values();
    return root?.type === 'element' ? [root.start, root.tagEnd] : [0, 0];
  };
  return { document, spanOf };
}

/** Where a text begins: behind what comes before it. `starts` keeps what was found, for a text may be in thousands of pieces. */
function textStart(
  text: string,
  node: Node,
  places: ReadonlyMap<Node, ScanNode>,
  starts: Map<Node, number>,
  tagEnd: number,
): number {
  const later: Node[] = [];
  let first = node;
  let before = first.previousSibling;
  while (before && !starts.has(first) && !places.has(before)) {
    later.push(first);
    first = before;
    before = first.previousSibling;
  }
  let start = starts.get(first) ?? (before ? places.get(before)!.end : tagEnd);
  starts.set(first, start);
  for (const next of later.reverse()) {
    start = first.nodeType === CDATA ? text.indexOf(']]>', start) + ']]>'.length : text.indexOf('<', start);
    starts.set(next, start);
    first = next;
  }
  return start;
}

/** The characters of a text without the white space around them, so that the place is the line of the words. */
function textSpan(text: string, from: number, isCdata: boolean): readonly [number, number] {
  const start = isCdata ? text.indexOf('<![CDATA[', from) + '<![CDATA['.length : from;
  const raw = text.slice(start, text.indexOf(isCdata ? ']]>' : '<', start));
  const words = raw.trim();
  return words === ''
    ? [start, start + raw.length]
    : [start + raw.indexOf(words), start + raw.indexOf(words) + words.length];
}
