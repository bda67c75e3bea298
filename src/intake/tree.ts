/** What the readers of other formats give: a small tree with TEI's element names, which is then rendered as plain text. */

import type { Diagnostic } from '../diagnostic.js';
import type { XmlElement } from '../xml/parse.js';

export type Child = XmlElement['children'][number];

/** An element that stands nowhere in a text. */
export const element = (
  name: string,
  children: Child[] = [],
  attributes: Readonly<Record<string, string>> = {},
): XmlElement => ({ type: 'element', name, ns: '', attributes, children, start: 0, tagEnd: 0, end: 0 });

export const text = (value: string): Child => ({ type: 'text', value });

/** The characters in some nodes. */
export const textIn = (children: readonly Child[]): string =>
  children.map((child) => (child.type === 'text' ? child.value : textIn(child.children))).join('');

/** Whether a node is more than white space between others. */
export const isContent = (child: Child): boolean => child.type === 'element' || child.value.trim() !== '';

/** A label before an item's own text, inside its first paragraph where it has one. */
export function labelled(label: string, children: Child[]): Child[] {
  const at = children.findIndex(isContent);
  const first = children[at];
  if (first?.type !== 'element' || first.name !== 'p') return [text(label), ...children];
  return children.map((child, i) => (i === at ? { ...first, children: [text(label), ...first.children] } : child));
}

/** What stands in a cell, on one line, for further lines would be rows: paragraphs and lines are parted by a space. */
export const inCell = (children: Child[]): Child[] =>
  children.flatMap((child, i) => {
    if (child.type !== 'element') return [child];
    if (child.name === 'lb') return [text(' ')];
    if (child.name === 'hi') return [{ ...child, children: inCell(child.children) }];
    if (child.name !== 'p' && child.name !== 'div') return [child];
    return [...(i > 0 ? [text(' ')] : []), ...inCell(child.children)];
  });

/** What a reader left out or is not sure of: a diagnostic on the file as a whole, whose message says where. */
export type Remark = Pick<Diagnostic, 'code' | 'severity' | 'message' | 'hint'>;

/** Why a file can't be read, in words that go on from its name, and what to do. */
export interface Fault {
  readonly fault: string;
  readonly hint: string;
  /** It is too big. */
  readonly large?: true;
}

/** A file read, or why it can't be. */
export type Read = { readonly tree: XmlElement; readonly remarks: readonly Remark[] } | Fault;

/** `1`, `2` … as a list numbers its items: `1`, `a`, `A`, `i`, `I`. */
export function ordinal(n: number, form: string): string {
  if (form.toLowerCase() === 'a' && n > 0) {
    let out = '';
    for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26)) {
      out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
    }
    return form === 'A' ? out.toUpperCase() : out;
  }
  if (form.toLowerCase() === 'i' && n > 0 && n < 4000) {
    let out = '';
    let rest = n;
    for (const [value, letters] of ROMAN) {
      out += letters.repeat(Math.floor(rest / value));
      rest %= value;
    }
    return form === 'I' ? out.toUpperCase() : out;
  }
  return String(n);
}

const ROMAN: readonly (readonly [number, string])[] = [
  ...([
    [1000, 'm'],
    [900, 'cm'],
    [500, 'd'],
    [400, 'cd'],
  ] as const),
  ...([
    [100, 'c'],
    [90, 'xc'],
    [50, 'l'],
    [40, 'xl'],
  ] as const),
  ...([
    [10, 'x'],
    [9, 'ix'],
    [5, 'v'],
    [4, 'iv'],
    [1, 'i'],
  ] as const),
];

const PAGE = /^\[\s*page\s+(\d+[A-Za-z]?|[IVXLCDM]+)\s*\]$/i;

/** The number in `[Page 81]`, if that is all. */
export const pageNumber = (content: string): string | undefined => PAGE.exec(content.trim())?.[1];
