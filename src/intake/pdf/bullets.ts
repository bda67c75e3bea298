/** Paragraphs that begin with a bullet → lists. How far they are set in is not read: lists inside items are one with theirs. */

import type { XmlElement } from '../../xml/parse.js';
import { listOf, withListHeads } from '../list.js';
import { type Child, element, text } from '../tree.js';

export const BULLET = /^\s*[•‣▪◦●○■□·]\s+/;

/** A paragraph as an item, its bullet left out: the list says that it has one. */
function itemOf({ children: [first, ...rest] }: XmlElement): XmlElement | undefined {
  if (first?.type !== 'text' || !BULLET.test(first.value)) return undefined;
  return element('item', [text(first.value.replace(BULLET, '')), ...rest]);
}

const isBreak = ({ children }: XmlElement): boolean =>
  children.every((child) => child.type === 'element' && child.name === 'pb');

/** What a text consists of, its lists with what heads them; page breaks between items are of their list. */
export function withLists(paragraphs: readonly XmlElement[]): Child[] {
  const out: Child[] = [];
  for (let i = 0; i < paragraphs.length; ) {
    const items: Child[] = [];
    let end = i;
    for (let next = i; next < paragraphs.length; next++) {
      const item = itemOf(paragraphs[next]!);
      if (!item && !(items.length > 0 && isBreak(paragraphs[next]!))) break;
      if (!item) continue;
      items.push(...paragraphs.slice(end, next).flatMap(({ children }) => children), item);
      end = next + 1;
    }
    if (end > i) out.push(listOf(items));
    else out.push(paragraphs[end++]!);
    i = end;
  }
  return withListHeads(out);
}
