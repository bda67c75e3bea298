/** Numbers for notes that have none: in many projects a note hangs where it stands, and whoever renders it counts. */

import type { XmlElement } from '../xml/parse.js';
import { HOLDERS } from './kinds.js';

/** Whether a note of this parent hangs in the text, without being set in its line. */
const hangs = ({ name, attributes }: XmlElement, parent: XmlElement): boolean =>
  name === 'note' && attributes.rend !== 'inline' && attributes.place !== 'inline' && !HOLDERS.has(parent.name);

/** Whether notes hang in the text of an element; undefined where one has a number, so that the others were left without. */
function unnumbered(element: XmlElement): boolean | undefined {
  let found = false;
  for (const child of element.children) {
    if (child.type !== 'element') continue;
    if (child.name === 'note' && child.attributes.n) return undefined;
    if (hangs(child, element)) found = true;
    else {
      const below = unnumbered(child);
      if (below === undefined) return undefined;
      found ||= below;
    }
  }
  return found;
}

/** A document whose notes are numbered through, if none of them has a number; else the document as it stands. */
export function withNumbers(document: XmlElement): XmlElement {
  if (!unnumbered(document)) return document;
  let count = 0;
  const numbered = (element: XmlElement): XmlElement => ({
    ...element,
    children: element.children.map((child) => {
      if (child.type === 'text') return child;
      if (!hangs(child, element)) return numbered(child);
      count++;
      return { ...child, attributes: { ...child.attributes, n: String(count) } };
    }),
  });
  return numbered(document);
}
