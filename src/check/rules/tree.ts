/** Questions that rules ask of a scanned tree. */

import { madeOnce } from '../../made-once.js';
import { type Source, source } from '../../source.js';
import type { Scan, ScanAttribute, ScanElement, ScanNode } from '../../xml/scan.js';
import { isSpace } from './characters.js';

export function attribute(element: ScanElement, name: string): ScanAttribute | undefined {
  const { attributes } = element;
  // By number: asked so often that iterators would be felt.
  for (let i = 0; i < attributes.length; i++) if (attributes[i]!.name === name) return attributes[i];
  return undefined;
}

/** The value of an attribute; undefined where there is none. */
export function attr(element: ScanElement, name: string): string | undefined {
  return attribute(element, name)?.value;
}

/** The nearest element of one of these names around a node. */
export function around(node: ScanNode, ...names: string[]): ScanElement | undefined {
  for (let up = node.parent; up; up = up.parent) if (names.includes(up.name)) return up;
  return undefined;
}

/** Whether an element has one of these names, or stands in one that has. */
export function within(element: ScanElement, ...names: string[]): boolean {
  return names.includes(element.name) || around(element, ...names) !== undefined;
}

/** The document around a node: `div[@type='document']`. */
export function documentOf(node: ScanNode): ScanElement | undefined {
  for (let up: ScanElement | undefined = node.parent; up; up = up.parent) if (isDocument(up)) return up;
  return undefined;
}

export const isDocument = (element: ScanElement): boolean =>
  element.name === 'div' && attr(element, 'type') === 'document';

/** Child elements, of one name if given. */
export function childElements(element: ScanElement, name?: string): ScanElement[] {
  const out: ScanElement[] = [];
  for (const child of element.children) {
    if (child.type === 'element' && (name === undefined || child.name === name)) out.push(child);
  }
  return out;
}

/**
 * The one document of a file that holds nothing else: the root, or the only child of the body of a TEI file without a volume's id.
 * Such a file has no volume's header, and what its links lead to lies elsewhere.
 */
export function loneDocument(root: ScanElement): ScanElement | undefined {
  if (isDocument(root)) return root;
  if (root.name !== 'TEI' || attr(root, 'xml:id') !== undefined) return undefined;
  const [text, ...others] = childElements(root, 'text').flatMap((each) => childElements(each));
  if (text?.name !== 'body' || others.length > 0) return undefined;
  const [div, ...more] = childElements(text);
  return div && more.length === 0 && isDocument(div) ? div : undefined;
}

/** Descendants of a name, in order; `not` names elements that aren't entered. */
export function descendants(scan: Scan, element: ScanElement, name: string, not?: string): ScanElement[] {
  const out: ScanElement[] = [];
  for (let at = element.at + 1; at < element.until; at++) {
    const node = scan.nodes[at]!;
    if (node.type !== 'element') continue;
    if (node.name === name) out.push(node);
    if (node.name === not) at = node.until - 1;
  }
  return out;
}

/** The first of an element's descendants of a name, `wanted` ones if given; `not` names elements that aren't entered. */
export function firstDescendant(
  scan: Scan,
  element: ScanElement,
  name: string,
  wanted: (found: ScanElement) => boolean = () => true,
  not?: string,
): ScanElement | undefined {
  for (let at = element.at + 1; at < element.until; at++) {
    const node = scan.nodes[at]!;
    if (node.type !== 'element') continue;
    if (node.name === name && wanted(node)) return node;
    if (node.name === not) at = node.until - 1;
  }
  return undefined;
}

/** The text of an element, references as written; `not` names elements that are left out. */
export function textIn(scan: Scan, element: ScanElement, not?: string): string {
  const [only] = element.children;
  if (element.children.length === 1 && only?.type === 'text') return only.raw;
  let text = '';
  for (let at = element.at + 1; at < element.until; at++) {
    const node = scan.nodes[at]!;
    if (node.type === 'text') text += node.raw;
    else if (node.type === 'element' && node.name === not) at = node.until - 1;
  }
  return text;
}

/** Whether an element holds no text but white space. */
export function isBlankInside(scan: Scan, element: ScanElement): boolean {
  for (let at = element.at + 1; at < element.until; at++) {
    const node = scan.nodes[at]!;
    if (node.type === 'text' && !isWhite(node.raw)) return false;
  }
  return true;
}

/** The first or last text in an element that isn't blank, references as written; texts in notes are notes' own. */
export function edgeText(scan: Scan, element: ScanElement, edge: 'first' | 'last'): string {
  const step = edge === 'first' ? 1 : -1;
  for (let at = step > 0 ? element.at + 1 : element.until - 1; at > element.at && at < element.until; at += step) {
    const node = scan.nodes[at]!;
    if (node.type === 'text' && !isBlank(node) && around(node, 'note') === noteOf(element)) return node.raw;
  }
  return '';
}

const noteOf = (element: ScanElement): ScanElement | undefined =>
  element.name === 'note' ? element : around(element, 'note');

function isWhite(raw: string): boolean {
  for (let i = 0; i < raw.length; i++) if (!isSpace(raw.charCodeAt(i))) return false;
  return true;
}

export const isBlank = (node: ScanNode): boolean => node.type === 'text' && !node.cdata && isWhite(node.raw);

/** Neither blank text nor a comment or instruction. */
export const isContent = (node: ScanNode): boolean =>
  node.type === 'element' || (node.type === 'text' && !isBlank(node));

/** Children without blank text, comments and instructions. */
export function content(element: ScanElement): ScanNode[] {
  return element.children.filter(isContent);
}

/** The sibling before or after (`step` −1 or 1), whatever it is. */
export function sibling(node: ScanNode, step: -1 | 1): ScanNode | undefined {
  return node.parent?.children[node.index + step];
}

/** The text of a scan, for places in it: lines are found once. */
export const sourceOf: (scan: Scan) => Source = madeOnce(({ text }) => source(text));
