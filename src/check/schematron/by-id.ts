/** `id()` by xml:id, which the engine looks for in attributes named `id`. */

import { madeOnce } from '../../made-once.js';
import { descendants } from './documents.js';
import type { Document, Element } from './libraries.js';

/** The elements of a document by their `xml:id`; of several with one the first. */
const indexOf = madeOnce((document: Document): ReadonlyMap<string, Element> => {
  const index = new Map<string, Element>();
  for (const element of descendants(document)) {
    const id = element.getAttribute('xml:id')?.trim();
    if (id && !index.has(id)) index.set(id, element);
  }
  return index;
});

/** In document order, each once, as XPath has it. */
export function elementsById(document: Document, ids: readonly string[]): Element[] {
  const index = indexOf(document);
  const found = new Set(ids.flatMap((list) => list.split(/\s+/)).flatMap((id) => index.get(id) ?? []));
  return [...found].sort((a, b) => (a.compareDocumentPosition(b) & FOLLOWING ? -1 : 1));
}

const FOLLOWING = 4;
