/** What on a page is the site's and what is the document's. */

/** Never text of a document. */
const FURNITURE = new Set([
  ...['script', 'style', 'head', 'title', 'meta', 'link', 'nav', 'button', 'input', 'select', 'textarea'],
  ...['noscript', 'template', 'iframe', 'object', 'hr', 'audio', 'video'],
  // Another form of the formula beside it.
  ...['annotation', 'annotation-xml'],
]);
/** Where the edition's website has the document: all else is the site's. */
const EDITION = ['#content-inner .content', '.tei-div'];
/** Where a page has its text, best first. */
const PLACES = ['main', '[role="main"]', 'article', 'body'];
const HEADINGS = 'h1, h2, h3, h4, h5, h6';
const TEXTS = `p, pre, blockquote, table, article, main, ${HEADINGS}`;
/** A form without paragraphs whose text is longer holds the page, in characters. */
const LONG = 200;

export const isHidden = (of: Element): boolean =>
  of.hasAttribute('hidden') || /display:\s*none/i.test(of.getAttribute('style') ?? '');

/** The head or the foot of pages, as word processors write it into the text that they export. */
export function pageEdge(of: Element): 'head' | 'foot' | undefined {
  const title = of.localName === 'div' && of.parentElement?.localName === 'body' ? of.getAttribute('title') : null;
  return title === 'header' ? 'head' : title === 'footer' ? 'foot' : undefined;
}

const isEmpty = (of: Element): boolean => (of.textContent ?? '').trim() === '';

/** The block in which some words are hidden among others; a site's menus and windows are hidden, too. */
export const aroundHidden = (of: Element): Element | null =>
  of.localName === 'span' && isHidden(of) && !isEmpty(of) ? of.closest('p, li, td, th') : null;

/** Whether something leads away from the page, as a site's head and foot do. */
const leadsAway = (of: Element): boolean => of.querySelector('a[href]:not([href^="#"]), nav, form') !== null;

/** A site's heading is a link to its first page. */
const hasHeading = (of: Element): boolean =>
  [...of.querySelectorAll(HEADINGS)].some((each) => !isEmpty(each) && !leadsAway(each));

/** The site's own head and foot stand right below the body; a document's are deeper. */
const isEdge = (of: Element, name: string): boolean =>
  (name === 'header' || name === 'footer') && of.parentElement?.localName === 'body';

/** What is left out without a word. */
export const isFurniture = (of: Element, name: string): boolean =>
  FURNITURE.has(name) || (isEdge(of, name) && (isEmpty(of) || (leadsAway(of) && !hasHeading(of))));

/** What is left out, and told, for it may be the document's after all. */
export function isDoubtful(of: Element, name: string): boolean {
  if (name === 'img' || name === 'svg') return true;
  if (isEmpty(of)) return false;
  if (isEdge(of, name)) return name === 'footer' || leadsAway(of) || !hasHeading(of);
  if (name === 'form') return of.querySelector(TEXTS) === null && (of.textContent ?? '').trim().length < LONG;
  // The margin of a site, not that of a document.
  return name === 'aside' && of.parentElement?.localName === 'body' && of.ownerDocument.querySelector('nav') !== null;
}

/** The elements that hold the document, and what else holds text of unknown kind. */
export function placesOf(document: Document): { roots: readonly Element[]; beside: readonly Node[] } {
  const edition = EDITION.map((place) => document.querySelector(place)).find((found) => found && !isEmpty(found));
  if (edition) return { roots: [edition], beside: [] };
  for (const place of PLACES) {
    const found = [...document.querySelectorAll(place)].filter((each) => !isEmpty(each));
    const roots = found.filter((each) => !found.some((other) => other !== each && other.contains(each)));
    if (roots.length > 0)
      return { roots, beside: [...document.querySelectorAll('body')].flatMap((each) => besides(each, roots)) };
  }
  return { roots: [], beside: [] };
}

/** Text and elements with text that are not the site's by their kind and hold none of the roots. */
function besides(of: Node, roots: readonly Element[]): Node[] {
  if ((of.textContent ?? '').trim() === '' || roots.some((root) => root === of)) return [];
  if (of.nodeType === 3) return [of];
  if (of.nodeType !== 1) return [];
  const element = of as Element;
  if (roots.some((root) => element.contains(root))) return [...of.childNodes].flatMap((child) => besides(child, roots));
  const site = ['header', 'footer', 'aside', 'form'].includes(element.localName) || FURNITURE.has(element.localName);
  return site || isHidden(element) ? [] : [of];
}
