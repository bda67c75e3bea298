/** The documents of a TEI file, and what stands beside them, for rendering one by one. */

import { counted } from '../counted.js';
import { oneLine } from '../text/one-line.js';
import { childElements } from '../xml/elements.js';
import type { XmlElement } from '../xml/parse.js';
import { withNumbers } from './numbers.js';
import { textIn } from './reading.js';

export interface RenderedDocument {
  /** `xml:id`; undefined where the element has none. */
  readonly id: string | undefined;
  readonly element: XmlElement;
  /** How many divisions stand around it in its file. */
  readonly depth: number;
}

/** What a rendering takes of a document or of what stands beside documents. */
export type Rendered = Omit<RenderedDocument, 'id'>;

/** A document, or what stands between documents: a heading of theirs, a page break, a division of front or back matter. */
export interface Piece extends RenderedDocument {
  readonly isDocument: boolean;
}

/** Parts of a volume that hold divisions, whether or not there are documents among them. */
const PARTS = new Set(['text', 'front', 'body', 'back', 'group']);

const isDocument = ({ name, attributes }: XmlElement): boolean => name === 'div' && attributes.type === 'document';

/** A header and pictures of pages are no text: of these only what holds text or documents counts. */
const FILES = new Set(['TEI', 'teiCorpus']);

/**
 * Every `div[@type='document']`, in order, wherever it stands, and between them whatever else the file's `text`s hold; a file
 * without any is one document: its `text`, else its root.
 */
export function piecesIn(root: XmlElement): Piece[] {
  const holders = new Set<XmlElement>();
  const findHolders = (element: XmlElement): boolean => {
    if (isDocument(element)) return true;
    if (element.name === 'teiHeader') return false;
    const holds = childElements(element).map(findHolders).includes(true);
    if (holds) holders.add(element);
    return holds;
  };
  if (!findHolders(root)) {
    const text = childElements(root).find(({ name }) => name === 'text');
    return [{ ...pieceOf(text ?? root, 0), isDocument: true }];
  }
  const pieces: Piece[] = [];
  const visit = (element: XmlElement, depth: number): void => {
    if (isDocument(element)) {
      pieces.push({ ...pieceOf(element, depth), isDocument: true });
      return;
    }
    let own: XmlElement['children'][number][] = [];
    let isFirst = true;
    const settle = (): void => {
      // The identifier goes with what the element begins with.
      const attributes = isFirst ? element.attributes : {};
      if (own.some((child) => child.type === 'element' || child.value.trim() !== ''))
        pieces.push({ ...pieceOf({ ...element, name: 'div', attributes, children: own }, depth), isDocument: false });
      own = [];
      isFirst = false;
    };
    const below = element.name === 'div' ? depth + 1 : depth;
    for (const child of element.children) {
      const isElement = child.type === 'element';
      if (isElement && (isDocument(child) || holders.has(child) || PARTS.has(child.name))) {
        settle();
        visit(child, below);
      } else if (isElement && child.name === 'div') {
        settle();
        pieces.push({ ...pieceOf(child, below), isDocument: false });
      } else if (!FILES.has(element.name)) own.push(child);
    }
    settle();
  };
  visit(root, 0);
  return pieces;
}

const pieceOf = (element: XmlElement, depth: number): RenderedDocument => ({
  id: element.attributes['xml:id'],
  element: withNumbers(element),
  depth,
});

/** The documents alone. */
export const documentsIn = (root: XmlElement): Piece[] => piecesIn(root).filter((piece) => piece.isDocument);

/** Headings that are named. */
const SHOWN = 5;

/** What stands beside the documents, in words; undefined where nothing does. */
export function besideIn(pieces: readonly Piece[]): string | undefined {
  const beside = pieces.filter((piece) => !piece.isDocument);
  if (beside.length === 0) return undefined;
  const heads = beside.flatMap(({ element }) =>
    childElements(element).flatMap((child) => (child.name === 'head' ? [`“${oneLine(textIn(child))}”`] : [])),
  );
  const pages = beside.reduce(
    (n, { element }) => n + childElements(element).filter(({ name }) => name === 'pb').length,
    0,
  );
  const more = heads.length > SHOWN ? [`${heads.length - SHOWN} more`] : [];
  const breaks = pages > 0 ? [counted(pages, 'page break')] : [];
  const told = [...heads.slice(0, SHOWN), ...more, ...breaks].join(', ');
  return `what stands beside the documents${told && `: ${told}`}`;
}

/** What a file is called by its header: in full, else its main title, else its first; undefined where it doesn't say. */
export function titleIn(root: XmlElement): string | undefined {
  const titles = titlesIn(root);
  const title =
    titles.find(({ attributes }) => attributes.type === 'complete') ??
    titles.find(({ attributes }) => attributes.type === 'main') ??
    titles[0];
  return (title && oneLine(textIn(title))) || undefined;
}

/** The titles of the first header. */
function titlesIn(element: XmlElement): readonly XmlElement[] {
  if (element.name === 'titleStmt') return childElements(element).filter(({ name }) => name === 'title');
  if (element.name === 'text') return [];
  for (const child of childElements(element)) {
    const found = titlesIn(child);
    if (found.length > 0) return found;
  }
  return [];
}

/** The language of a file, by its root or its text; undefined where it doesn't say. */
export const languageIn = (root: XmlElement): string | undefined =>
  [root, ...childElements(root).filter(({ name }) => name === 'text')]
    .map(({ attributes }) => attributes['xml:lang'])
    .findLast(Boolean);
