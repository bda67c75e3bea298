/**
 * HTML pages: saved from the edition's website, made by `teigram text`, by word processors or by publishers. Notes and page breaks are
 * taken from the markup; the page's own furniture (menus, scripts) is left out.
 */

import { parseHTML } from 'linkedom';
import { decode } from './html-decode.js';
import { findNotes, type NoteOf } from './html-notes.js';
import { type Child, element, inCell, labelled, ordinal, pageNumber, type Read, text } from './tree.js';

const FURNITURE = new Set([
  ...['script', 'style', 'head', 'title', 'meta', 'link', 'nav', 'aside', 'form', 'button', 'input', 'select'],
  ...['noscript', 'template', 'svg', 'iframe', 'object', 'img', 'hr', 'audio', 'video'],
]);
const HEADINGS = /^h[1-6]$/;
/** Elements that are blocks by default. */
const BLOCKS = new Set([
  ...['address', 'article', 'blockquote', 'body', 'center', 'dd', 'details', 'div', 'dl', 'dt', 'figcaption', 'figure'],
  ...['footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'li', 'main', 'ol', 'p', 'pre', 'section', 'table', 'ul'],
]);
/** Where the document stands on a page, best first. */
const PLACES = ['#content-inner .content', '.tei-div', 'main', 'article', '[role="main"]', 'body'];

export function readHtml(bytes: Uint8Array): Read {
  return readHtmlText(decode(bytes));
}

/** @param html a page or a fragment */
export function readHtmlText(html: string): Read {
  const { document } = parseHTML(/<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const root = PLACES.map((place) => document.querySelector(place)).find((found) => found !== null);
  if (!root) return { fault: 'holds no text', hint: 'save the page as “web page, HTML only”' };
  if (isDeeperThan(root as unknown as Element, MAX_DEPTH)) {
    return { fault: `has more than ${MAX_DEPTH} elements inside one another`, hint: 'copy its text to a plain file' };
  }
  const notes = findNotes(document as unknown as Document);
  return { tree: element('text', childrenOf(root as unknown as Element, notes)), remarks: [] };
}

/** Few enough for functions that go through the page by recursion. */
const MAX_DEPTH = 500;

function isDeeperThan(root: Element, limit: number): boolean {
  let level: Element[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((each) => [...each.children]);
  }
  return false;
}

const isElement = (node: Node): node is Element => node.nodeType === 1;

const hidden = (of: Element): boolean =>
  of.hasAttribute('hidden') || /display:\s*none/i.test(of.getAttribute('style') ?? '');

/** The site's own head and foot; a document's are deeper. */
const isSiteEdge = (of: Element, name: string): boolean =>
  (name === 'header' || name === 'footer') && of.parentElement?.localName === 'body';

function childrenOf(of: Element, notes: NoteOf): Child[] {
  return [...of.childNodes].flatMap((node): Child[] => {
    if (node.nodeType === 3) return [text(node.textContent ?? '')];
    return isElement(node) ? childOf(node, notes) : [];
  });
}

function childOf(of: Element, notes: NoteOf): Child[] {
  const name = of.localName.toLowerCase();
  if (FURNITURE.has(name) || hidden(of) || notes.isBody(of) || isSiteEdge(of, name)) return [];
  if (name === 'br') return [element('lb')];
  const page = pageNumber(of.textContent ?? '');
  if (page !== undefined && !of.querySelector('p,div')) {
    const pb = element('pb', [], { n: page });
    return BLOCKS.has(name) ? [element('p', [pb])] : [pb];
  }
  const note = notes.at(of);
  if (note) {
    const body = notes.within(note.body, () => childrenOf(note.body, notes));
    return [element('note', body, { n: note.n })];
  }
  return [blockOf(of, name, notes)];
}

function blockOf(of: Element, name: string, notes: NoteOf): Child {
  const children = (): Child[] => childrenOf(of, notes);
  if (HEADINGS.test(name) || name === 'caption') return element('head', children());
  if (name === 'ul' || name === 'ol') return element('list', items(of, name === 'ol', notes));
  if (name === 'dl') return element('list', children());
  if (name === 'dt') return element('label', children());
  if (name === 'dd' || name === 'li') return element('item', children());
  if (name === 'table') return element('table', tableRows(of, notes));
  if (name === 'blockquote') return element('quote', children());
  if (name === 'pre') return element('p', lines(children()));
  if (!BLOCKS.has(name)) return element('hi', children());
  const holdsBlocks = [...of.querySelectorAll('*')].some((each) => BLOCKS.has(each.localName) && !notes.isBody(each));
  return element(holdsBlocks && name !== 'p' ? 'div' : 'p', children());
}

function items(of: Element, numbered: boolean, notes: NoteOf): Child[] {
  let next = Number(of.getAttribute('start') ?? 1);
  const form = of.getAttribute('type') ?? '1';
  return [...of.childNodes].flatMap((node): Child[] => {
    if (!isElement(node)) return [];
    if (node.localName !== 'li') return childOf(node, notes);
    if (notes.isBody(node) || hidden(node)) return [];
    // As `teigram text` writes what stands between items.
    const beside = /\blist-head\b/.test(node.className)
      ? 'head'
      : /\blabel\b/.test(node.className)
        ? 'label'
        : undefined;
    if (beside) return [element(beside, childrenOf(node, notes))];
    const inner = childrenOf(node, notes);
    const only = inner.filter((child) => child.type === 'element' || child.value.trim() !== '');
    if (only.length === 1 && only[0]!.type === 'element' && only[0]!.name === 'pb') return only;
    const n = Number(node.getAttribute('value') ?? next);
    next = n + 1;
    return [element('item', numbered ? labelled(`${ordinal(n, form)}. `, inner) : inner)];
  });
}

function tableRows(of: Element, notes: NoteOf): Child[] {
  return [...of.querySelectorAll('caption, tr')]
    .filter((row) => row.closest('table') === of)
    .map((row) => {
      if (row.localName === 'caption') return element('head', childrenOf(row, notes));
      const cells = [...row.children].filter((cell) => /^t[dh]$/.test(cell.localName));
      return element(
        'row',
        cells.map((cell) => element('cell', inCell(childrenOf(cell, notes)))),
      );
    });
}

/** Text as it stands, line by line. */
const lines = (children: Child[]): Child[] =>
  children.flatMap((child) =>
    child.type === 'element'
      ? [element(child.name, lines(child.children), child.attributes)]
      : child.value.split('\n').flatMap((line, i) => (i === 0 ? [text(line)] : [element('lb'), text(line)])),
  );
