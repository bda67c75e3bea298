/** Lists as the readers of other formats give them. */

import type { XmlElement } from '../xml/parse.js';
import { type Child, element, inCell, isContent, textIn } from './tree.js';

/** A number before an item's text, as the plain text form can tell items of a list inside an item by: `a. First. b. Second.` */
const NUMBERED = /^\s*\(?(?:\d{1,2}|[ivx]{1,4}|[A-Za-z])[.)]{1,2}\s/;

/** Paragraphs above a list inside an item, on one line: a further line would be an item of that list. */
function withLead(item: Child): Child {
  if (item.type !== 'element' || item.name !== 'item') return item;
  const at = item.children.findIndex((child) => child.type === 'element' && child.name === 'list');
  return at < 0 ? item : { ...item, children: [...inCell(item.children.slice(0, at)), ...item.children.slice(at)] };
}

/** A list; where it stands in an item, its own items need bullets unless all have numbers. */
export function listOf(items: readonly Child[]): XmlElement {
  const children = items.map(withLead);
  const numbered = children.every(
    (child) => child.type === 'text' || child.name !== 'item' || NUMBERED.test(textIn(child.children)),
  );
  return element('list', children, numbered ? {} : { rend: 'bulleted' });
}

/** Lines that say what the list below them is of. */
const LIST_HEAD =
  /^(?:subjects?|participants?|(?:others |also )?present|attendees|in attendance|references?|to|from|info)\s*:?$/i;

const isListHead = (child: Child): child is XmlElement =>
  child.type === 'element' &&
  (child.name === 'p' || child.name === 'head') &&
  LIST_HEAD.test(textIn(child.children).trim());

/** Paragraphs that say what the list below them is of, as that list's heads: the plain text form has no empty line between. */
export function withListHeads(children: readonly Child[]): Child[] {
  const out: Child[] = [];
  for (const child of children) {
    if (child.type === 'element' && child.name === 'list') {
      const at = out.findLastIndex(isContent);
      const before = out[at];
      const hasHead = child.children.some((inner) => inner.type === 'element' && inner.name === 'head');
      if (before && isListHead(before) && !hasHead) {
        out.length = at;
        out.push({ ...child, children: [{ ...before, name: 'head' }, ...child.children] });
        continue;
      }
    }
    out.push(child.type === 'element' ? { ...child, children: withListHeads(child.children) } : child);
  }
  return out;
}
