/**
 * TEI → an HTML page that stands alone. Notes are linked both ways; pages, persons and terms are marked and carry their identifiers
 * (`id`, `data-corresp`, `data-target`), so that the page can be read back.
 */

import { escaped } from '../text/html.js';
import { childElements } from '../xml/elements.js';
import type { XmlElement } from '../xml/parse.js';
import type { Rendered } from './documents.js';
import { pictureOf, withCaption } from './html-figure.js';
import { attribute, htmlPage, languageAttributes } from './html-page.js';
import { tableOf } from './html-table.js';
import { DIVISIONS, HOLDERS, isMarked, LISTS, rendsOf } from './kinds.js';
import { gapText, readChildren } from './reading.js';

interface Page {
  readonly notes: XmlElement[];
  /** Identifiers of the notes of all documents of the page that hang on marks. */
  readonly noteIds: Map<XmlElement, string>;
  /** Identifiers of the elements that the page holds: links to others would lead nowhere. */
  readonly ids: ReadonlySet<string>;
  readonly inNote: boolean;
  /** Level of the headings of the division in hand, from 1. */
  readonly level: number;
}

type Render = (element: XmlElement, page: Page) => string;

const content: Render = (element, page) =>
  readChildren(element)
    .map((child) => {
      if (child.type === 'text') return escaped(child.value);
      return child.name === 'gap' && HOLDERS.has(element.name) ? gapBetween('p', child) : render(child, page);
    })
    .join('');

/** A gap between blocks is shown by the style alone: whoever copies the page gets the published text, which has none there. */
const gapBetween = (tag: string, gap: XmlElement): string =>
  `<${tag} class="gap" title="${escaped(gapText(gap))}"></${tag}>`;

const languageOf = ({ attributes }: XmlElement): string => languageAttributes(attributes['xml:lang']);

/** An HTML element of this name and class; `rend` goes into the class. */
const as =
  (tag: string, ...classes: string[]): Render =>
  (element, page) => {
    const { rend, 'xml:id': id } = element.attributes;
    const names = [...classes, ...(rend ? [rend] : [])].join(' ');
    return `<${tag}${attribute('id', id)}${languageOf(element)}${attribute('class', names)}>${content(element, page)}</${tag}>`;
  };

/** A name, a term or a link: `a` where the page holds its target, else a `span` that says what it means. */
const pointing =
  (pointer: 'corresp' | 'target', name: string): Render =>
  (element, page) => {
    const target = element.attributes[pointer];
    const id = attribute('id', element.attributes['xml:id']);
    const here = target?.startsWith('#') && page.ids.has(target.slice(1));
    const outside = /^https?:/.test(target ?? '');
    const tag = here || outside ? 'a' : 'span';
    const href = tag === 'a' ? attribute('href', target) : '';
    return `<${tag}${id}${languageOf(element)}${attribute('class', name)}${href}${attribute(`data-${pointer}`, target)}>${content(element, page)}</${tag}>`;
  };

const HI: ReadonlyMap<string, string> = new Map([
  ['italic', 'em'],
  ['strong', 'strong'],
  ['sub', 'sub'],
  ['superscript', 'sup'],
  ['underline', 'u'],
]);

/** Words that are set in several ways have an element for each. */
function emphasised(element: XmlElement, page: Page): string {
  const [rend = '', ...others] = rendsOf(element);
  const tag = HI.get(rend) ?? 'span';
  if (others.length === 0) return as(tag)(element, page);
  const inner = { ...element, attributes: { rend: others.join(' ') } };
  return as(tag)({ ...element, attributes: { ...element.attributes, rend }, children: [inner] }, page);
}

/** What stands between entries and is none. */
const NO_ENTRIES = new Set(['head', 'pb', 'lb', 'gap', 'note', ...LISTS]);

/** A list of books, persons or parts: an entry a paragraph. */
const entries: Render = (element, page) => {
  const written = childElements(element).map((child) => {
    if (NO_ENTRIES.has(child.name)) return render(child, page);
    return as(holdsBlocks(child, page) ? 'div' : 'p', child.name)(child, page);
  });
  return `<div${attribute('class', element.name)}>${written.join('\n')}</div>`;
};

const DEEPEST = 6;

const RENDER: Readonly<Record<string, Render>> = {
  teiHeader: () => '',
  file: () => '',
  pdf: () => '',
  div: as('section'),
  attachment: as('section', 'attachment'),
  head: (element, page) => as(`h${Math.min(page.level, DEEPEST)}`)(element, page),
  opener: as('header', 'opener'),
  closer: as('footer', 'closer'),
  postscript: as('div', 'postscript'),
  dateline: as('p', 'dateline'),
  seg: as('span', 'seg'),
  salute: as('p', 'salute'),
  signed: as('p', 'signed'),
  p: (element, page) => (holdsBlocks(element, page) ? as('div', 'p') : as('p'))(element, page),
  ab: as('p', 'ab'),
  trailer: as('p', 'trailer'),
  speaker: as('p', 'speaker'),
  titlePart: as('p', 'titlePart'),
  byline: as('p', 'byline'),
  docImprint: as('p', 'docImprint'),
  floatingText: as('section', 'floatingText'),
  addrLine: (element, page) => `${content(element, page)}<br>`,
  figure: (element, page) => as('figure')(withCaption(element), page),
  caption: as('figcaption'),
  figDesc: as('p', 'figDesc'),
  graphic: pictureOf,
  quote: as('blockquote'),
  hi: emphasised,
  del: as('del'),
  add: as('ins'),
  foreign: as('span', 'foreign'),
  gap: (element) => `<span class="gap">${escaped(gapText(element))}</span>`,
  lg: (element, page) => as(holdsBlocks(element, page) ? 'div' : 'p', 'lg')(element, page),
  l: (element, page) => `${as('span', 'l')(element, page)}<br>`,
  lb: ({ attributes }) => (attributes.break === 'no' ? '' : '<br>'),
  fw: as('span', 'fw'),
  pb: ({ attributes }) =>
    `<span class="page"${attribute('id', attributes['xml:id'])}>[Page ${escaped(attributes.n ?? '')}]</span>`,
  persName: pointing('corresp', 'persName'),
  gloss: pointing('target', 'gloss'),
  ref: pointing('target', 'ref'),
  placeName: as('span', 'placeName'),
  date: (element, page) => `<time${attribute('datetime', element.attributes.when)}>${content(element, page)}</time>`,
  term: as('dfn', 'term'),
  list: (element, page) => {
    const children = childElements(element);
    const items = children.map((child) => {
      const kind = child.name === 'item' ? '' : attribute('class', child.name === 'head' ? 'list-head' : child.name);
      if (child.name === 'gap') return gapBetween('li', child);
      if (child.name === 'lb') return '';
      const inner = child.name === 'pb' || child.name === 'note' ? render(child, page) : content(child, page);
      return `<li${kind}>${inner}</li>`;
    });
    return `<ul${attribute('class', element.attributes.type)}>${items.join('\n')}</ul>`;
  },
  ...Object.fromEntries([...LISTS].map((name) => [name, entries])),
  table: (table, page) =>
    tableOf(
      table,
      (element) => content(element, page),
      (element) => render(element, page),
    ),
  note: (element, page) => {
    if (page.inNote || !isMarked(element)) return as(holdsBlocks(element, page) ? 'div' : 'p', 'note')(element, page);
    page.notes.push(element);
    const id = element.attributes['xml:id'] ?? `note-${page.noteIds.size + 1}`;
    page.noteIds.set(element, id);
    return `<sup class="note-mark"><a id="${escaped(id)}-mark" href="#${escaped(id)}">${escaped(element.attributes.n ?? '')}</a></sup>`;
  },
};

/** What no `p` of HTML may hold. */
const NOT_IN_P = new Set(['list', 'table', 'quote', 'p', 'lg', 'head', 'figure', 'note', 'floatingText', ...LISTS]);

/** Whether it holds a block, where it stands itself; notes that hang on marks stand elsewhere. */
const holdsBlocks = (element: XmlElement, page: Page): boolean =>
  element.children.some(
    (child) =>
      child.type === 'element' &&
      (page.inNote || !isMarked(child)) &&
      (NOT_IN_P.has(child.name) || holdsBlocks(child, page)),
  );

function render(element: XmlElement, page: Page): string {
  const inside = DIVISIONS.has(element.name) ? { ...page, level: page.level + 1 } : page;
  return (RENDER[element.name] ?? content)(element, inside);
}

/** A note's text at the end of its document, with the way back. */
function endnote(note: XmlElement, page: Page): string {
  const id = page.noteIds.get(note)!;
  const inside = { ...page, inNote: true };
  const inner = content(note, inside);
  const text = holdsBlocks(note, inside) ? inner : `<p>${inner}</p>`;
  return `<li id="${escaped(id)}"><span class="n">${escaped(note.attributes.n ?? '')}.</span> ${text} <a class="back" href="#${escaped(id)}-mark">↩</a></li>`;
}

/** One or more documents' `div`s as a whole HTML page, whose language is English where neither the file nor its documents say. */
export function renderHtml(documents: readonly Rendered[], title: string, language?: string): string {
  const ids = new Set<string>();
  const collect = (element: XmlElement): void => {
    const id = element.attributes['xml:id'];
    if (id) ids.add(id);
    for (const child of element.children) if (child.type === 'element') collect(child);
  };
  for (const { element } of documents) collect(element);
  const noteIds = new Map<XmlElement, string>();
  const sections = documents.map(({ element, depth }) => {
    const page: Page = { notes: [], noteIds, ids, inNote: false, level: depth + 1 };
    const body = render(element, page);
    const notes = page.notes.map((note) => endnote(note, page)).join('\n');
    return notes ? `${body}\n<ol class="notes">\n${notes}\n</ol>` : body;
  });
  return htmlPage(sections.join('\n<hr>\n'), title, language ?? languageOfAll(documents) ?? 'en');
}

function languageOfAll(documents: readonly Rendered[]): string | undefined {
  const languages = new Set(documents.map(({ element }) => element.attributes['xml:lang']));
  return languages.size === 1 ? [...languages][0] : undefined;
}
