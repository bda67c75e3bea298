/** The documents of a TEI file, for rendering one by one. */

import type { XmlElement } from '../xml/parse.js';

export interface RenderedDocument {
  /** `xml:id`; undefined where the element has none. */
  readonly id: string | undefined;
  readonly element: XmlElement;
}

/** Every `div[@type='document']`, in order; a file without any is one document: its `text`, else its root. */
export function documentsIn(root: XmlElement): RenderedDocument[] {
  const found: XmlElement[] = [];
  const visit = (element: XmlElement): void => {
    if (element.name === 'div' && element.attributes.type === 'document') found.push(element);
    else for (const child of element.children) if (child.type === 'element') visit(child);
  };
  visit(root);
  const text = root.children.find((child) => child.type === 'element' && child.name === 'text');
  if (found.length === 0) found.push((text as XmlElement | undefined) ?? root);
  return found.map((element) => ({ id: element.attributes['xml:id'], element }));
}
