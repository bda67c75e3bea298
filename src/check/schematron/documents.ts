/** Documents as slimdom has them, with the places that it lacks: its elements come in the order of the text's. */

import { position, type Source, source } from '../../source.js';
import { attributePlace, type Outline, outline, type Place } from '../schema/outline.js';
import { type Document, type Element, libraries, type Node } from './libraries.js';

export const SCH = 'http://purl.oclc.org/dsdl/schematron';
export const XSLT = 'http://www.w3.org/1999/XSL/Transform';

export interface PlacedDocument {
  readonly document: Document;
  /** The span of a node: a start tag, an attribute in it, else the parent's. */
  spanOf(node: Node): readonly [number, number];
}

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

/** @throws Error where the text isn't well-formed to slimdom. */
export function placed(text: string): PlacedDocument {
  const document = libraries().dom.parseXmlDocument(text);
  let places: Outline | undefined;
  const order = new Map<Node, number>();
  const placeOf = (node: Node): Place | undefined => {
    if (!places) {
      places = outline(text);
      descendants(document).forEach((element, index) => {
        order.set(element, index);
      });
    }
    return places[order.get(node) ?? -1];
  };
  const spanOf = (node: Node): readonly [number, number] => {
    if (node.nodeType === 2) {
      const attribute = node as unknown as { ownerElement: Element | null; name: string };
      const place = attribute.ownerElement ? placeOf(attribute.ownerElement) : undefined;
      if (!place) return [0, 0];
      return attributePlace(text, place, attribute.name) ?? [place.start, place.tagEnd];
    }
    for (let here: Node | null = node; here; here = here.parentNode) {
      const place = placeOf(here);
      if (place) return [place.start, place.tagEnd];
    }
    return [places?.[0]?.start ?? 0, places?.[0]?.tagEnd ?? 0];
  };
  return { document, spanOf };
}

/** A span as findings carry it. */
export function placeFields(of: Source | string, [start, end]: readonly [number, number]) {
  const where = typeof of === 'string' ? source(of) : of;
  const to = position(where, end);
  return { ...position(where, start), endLine: to.line, endColumn: to.column, offset: start, endOffset: end };
}
