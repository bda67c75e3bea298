/**
 * Notes in HTML: a link whose target links back, whatever the page calls them. That is how the edition's website, EPUBs, word
 * processors and Markdown converters all write them. Pages written by hand often have no link back: there a raised number that leads
 * to where a page has its notes is a mark.
 */

import { isFurniture } from './site.js';

/** Digits, a letter after them, or symbols; brackets around are layout. */
const MARK = /^[[(]?\s*(\d{1,4}[a-z]?|[*†‡§¶#]{1,5}|[a-z])\s*[\])]?$/;
const NOTE_CLASS = /(^|[\s_-])(foot|end)?notes?($|[\s_-])|footnote|endnote|noteref|\bfn\b/i;
const BACK =
  /^[\s\u00a0]*(↩\ufe0e?|↑|\^|⏎|back|return|[[(]?\s*(\d{1,4}[a-z]?|[*†‡§¶#]{1,5}|[a-z])\s*[\]).]?)[\s\u00a0]*$/i;
/** What holds a page's notes, by its name. */
const ENDNOTES = '.footnotes, .endnotes, .notes, [role="doc-endnotes"]';
const LISTS = 'ol, ul, dl';
const HOLDERS = 'li, dd, aside, div, p, td, section';

export interface HtmlNote {
  readonly n: string;
  readonly body: Element;
}

export interface NoteOf {
  /** The note that hangs on an element. */
  at(element: Element): HtmlNote | undefined;
  /** Whether an element is a note's text, or a label or way back in one: left out where it stands. */
  isBody(element: Element): boolean;
  /** Run with a note's text taken for text. */
  within<T>(body: Element, run: () => T): T;
}

export function findNotes(document: Document): NoteOf {
  const byId = new Map<string, Element>();
  for (const each of document.querySelectorAll('[id], a[name]')) {
    for (const key of [each.getAttribute('id'), each.getAttribute('name')]) {
      if (key && !byId.has(key)) byId.set(key, each);
    }
  }
  const targetOf = (link: Element): Element | undefined => {
    const href = link.getAttribute('href') ?? '';
    const fragment = href.includes('#') ? href.slice(href.indexOf('#') + 1) : '';
    return fragment ? (byId.get(fragment) ?? byId.get(unescaped(fragment))) : undefined;
  };
  const marks = new Map<Element, HtmlNote>();
  const left = new Set<Element>(); // texts of notes, their labels and ways back
  const bodies = new Set<Element>();
  for (const link of document.querySelectorAll('a[href*="#"]')) {
    const n = MARK.exec((link.textContent ?? '').trim())?.[1];
    const target = n === undefined ? undefined : targetOf(link);
    if (n === undefined || !target || target.contains(link) || left.has(link)) continue;
    const holder = target.matches(HOLDERS) ? target : target.closest(HOLDERS);
    const body = holder && allOf(holder, link);
    if (!body || body.contains(link) || bodies.has(body)) continue;
    const back = [...body.querySelectorAll('a[href*="#"]')].filter((each) => around(link, targetOf(each)));
    // A link back further up is a note on a note; a link with neither is a cross-reference.
    if (back.length === 0 && !isMarked(link, target) && !(isRaised(link, n) && isAmongNotes(link, body))) continue;
    marks.set(link, { n, body });
    bodies.add(body);
    left.add(body);
    for (const each of back) if (BACK.test(each.textContent ?? '')) left.add(each);
    const label = firstElement(body);
    if (label && isLabel(label.textContent ?? '', n)) left.add(label);
  }
  return {
    at: (element) => marks.get(element),
    isBody: (element) => left.has(element),
    within(body, run) {
      left.delete(body);
      try {
        return run();
      } finally {
        left.add(body);
      }
    },
  };
}

/** A note's text from its first paragraph on: word processors put each note into a `div` with an identifier of its own. */
function allOf(first: Element, mark: Element): Element {
  const around = first.parentElement;
  const isWhole =
    first.localName === 'p' &&
    around?.localName === 'div' &&
    around.firstElementChild === first &&
    /\d$/.test(around.getAttribute('id') ?? '') &&
    !around.contains(mark) &&
    // Where more links look like marks, it holds more notes.
    [...around.querySelectorAll('a[href*="#"]')].every(
      (a) => first.contains(a) || !MARK.test(a.textContent?.trim() ?? ''),
    );
  return isWhole ? around : first;
}

/** Fragments may be percent-encoded. */
function unescaped(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Whether a link back leads to the mark, to what closely holds it, or into it. */
function around(mark: Element, target: Element | undefined): boolean {
  if (!target) return false;
  if (mark.contains(target)) return true;
  let above: Element | null = mark;
  for (let i = 0; i < 3 && above; i++, above = above.parentElement) if (above === target) return true;
  const beside = [mark.previousElementSibling, mark.nextElementSibling];
  return beside.includes(target);
}

const isMarked = (link: Element, target: Element): boolean =>
  [link.getAttribute('rel'), link.getAttribute('role'), link.className].some((each) => NOTE_CLASS.test(each ?? '')) &&
  [target.getAttribute('role'), target.className].some((each) => NOTE_CLASS.test(each ?? ''));

/** Whether a link is a raised number. */
const isRaised = (link: Element, n: string): boolean =>
  /^\d/.test(n) && (link.closest('sup') !== null || link.querySelector('sup') !== null);

/** Whether a text stands where a page has its notes, and a mark doesn't: in what is named so, or in a list that nothing follows. */
function isAmongNotes(mark: Element, body: Element): boolean {
  const named = body.closest(ENDNOTES);
  if (named) return !named.contains(mark);
  let list = body.closest(LISTS);
  for (let outer = list; outer; outer = outer.parentElement?.closest(LISTS) ?? null) list = outer;
  return list !== null && !list.contains(mark) && isLast(list);
}

/** Whether no text of the page follows an element. */
function isLast(of: Element): boolean {
  for (let at: Element | null = of; at && at.localName !== 'body'; at = at.parentElement) {
    for (let next = at.nextSibling; next; next = next.nextSibling) if (isText(next)) return false;
  }
  return true;
}

/** Whether a node holds text that is not the site's. */
function isText(node: Node): boolean {
  if (node.nodeType === 3) return (node.textContent ?? '').trim() !== '';
  if (node.nodeType !== 1 || (node.textContent ?? '').trim() === '') return false;
  const element = node as Element;
  return element.localName !== 'footer' && !isFurniture(element, element.localName);
}

const isLabel = (content: string, n: string): boolean =>
  content
    .trim()
    .replace(/^[[(]|[\]).:]+$/g, '')
    .trim() === n;

/** The first element that begins a note's text, if nothing stands before it. */
function firstElement(body: Element): Element | undefined {
  let at: Element = body;
  for (;;) {
    const first = [...at.childNodes].find((node) => node.nodeType === 1 || (node.textContent ?? '').trim() !== '');
    if (first?.nodeType !== 1) return at === body ? undefined : at;
    at = first as Element;
    if (/^(span|sup|a|b|strong|dt)$/.test(at.localName)) return at;
  }
}
