/** Lists as the readers of other formats give them. */

import type { XmlElement } from '../xml/parse.js';
import { type Child, element } from './tree.js';

/** A number before an item's text, as the plain text form can tell items of a list inside an item by: `a. First. b. Second.` */
const NUMBERED = /^\s*\(?(?:\d{1,2}|[ivx]{1,4}|[A-Za-z])[.)]{1,2}\s/;

const textIn = (children: readonly Child[]): string =>
  children.map((child) => (child.type === 'text' ? child.value : textIn(child.children))).join('');

/** A list; where it stands in an item, its own items need bullets unless all have numbers. */
export function listOf(children: Child[]): XmlElement {
  const numbered = children.every(
    (child) => child.type === 'text' || child.name !== 'item' || NUMBERED.test(textIn(child.children)),
  );
  return element('list', children, numbered ? {} : { rend: 'bulleted' });
}
