/** The documents of a TEI file. */

import type { XmlElement } from '../xml/parse.js';

export interface ScoredDocument {
  /** `xml:id`, else its place in the file, from 1. */
  readonly id: string;
  readonly element: XmlElement;
}

/** Every `div[@type='document']`, in order; a file without any is one document: its `body`, else its root. */
export function documentsOf(root: XmlElement): ScoredDocument[] {
  const divs: XmlElement[] = [];
  let body: XmlElement | undefined;
  const visit = (element: XmlElement): void => {
    if (element.name === 'div' && element.attributes.type === 'document') {
      divs.push(element);
      return;
    }
    if (element.name === 'body') body ??= element;
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  visit(root);
  const found = divs.length > 0 ? divs : [body ?? root];
  return found.map((element, i) => ({ id: element.attributes['xml:id'] ?? String(i + 1), element }));
}
