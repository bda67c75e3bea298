/**
 * HTML pages: saved from the edition's website, made by `teigram text`, by word processors or by publishers. Notes and page breaks are
 * taken from the markup; the page's own furniture (menus, scripts) is left out.
 */

import { parseHTML } from 'linkedom';
import { type Setting, set, UNSET } from '../emphasis.js';
import { LeftOut } from '../left-out.js';
import { listOf, withListHeads } from '../list.js';
import { preformatted } from '../preformatted.js';
import {
  type Child,
  element,
  isContent,
  labelled,
  ordinal,
  pageNumber,
  type Read,
  type Remark,
  text,
} from '../tree.js';
import { decode } from './decode.js';
import { type SettingOf, settingsOf } from './emphasis.js';
import { findNotes, type NoteOf } from './notes.js';
import { aroundHidden, isDoubtful, isFurniture, isHidden, pageEdge, placesOf } from './site.js';
import { CELLS, tableRows } from './table.js';

const HEADINGS = /^h[1-6]$/;
/** Elements that are blocks by default. */
const BLOCKS = new Set([
  ...[
    'address',
    'article',
    'aside',
    'blockquote',
    'body',
    'center',
    'dd',
    'details',
    'div',
    'dl',
    'dt',
    'figcaption',
    'figure',
  ],
  ...[
    'footer',
    'form',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
    'header',
    'li',
    'main',
    'ol',
    'p',
    'pre',
    'section',
    'table',
    'ul',
  ],
]);
export function readHtml(bytes: Uint8Array): Read {
  return readHtmlText(decode(bytes));
}

/**
 * @param html a page or a fragment
 * @param remarks on what it was made of
 */
export function readHtmlText(html: string, remarks: readonly Remark[] = []): Read {
  const { document } = parseHTML(/<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  const whole = document as unknown as Document;
  if (isDeeperThan(whole, MAX_DEPTH)) {
    return { fault: `has more than ${MAX_DEPTH} elements inside one another`, hint: 'copy its text to a plain file' };
  }
  const { roots, beside } = placesOf(whole);
  const left = new LeftOut();
  const page: Page = { notes: findNotes(whole), settings: settingsOf(whole), setting: UNSET, left };
  for (const each of beside) if (!holdsNote(each, page)) left.text('beside the document', each.textContent ?? '');
  const children = roots.flatMap((root) => childrenOf(root, page));
  return { tree: element('text', withListHeads(children)), remarks: [...remarks, ...left.remarks()] };
}

/** Few enough for functions that go through the page by recursion. */
const MAX_DEPTH = 500;

function isDeeperThan(root: ParentNode, limit: number): boolean {
  let level: ParentNode[] = [root];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > limit) return true;
    level = level.flatMap((each) => [...each.children]);
  }
  return false;
}

const holdsNote = (node: Node, { notes }: Page): boolean =>
  isElement(node) && [node, ...node.querySelectorAll('*')].some((each) => notes.isBody(each));

const isElement = (node: Node): node is Element => node.nodeType === 1;

interface Page {
  readonly notes: NoteOf;
  readonly settings: SettingOf;
  /** How the words are set that stand here. */
  readonly setting: Setting;
  readonly left: LeftOut;
}

function childrenOf(of: Element, around: Page): Child[] {
  const name = of.localName.toLowerCase();
  const setting = { ...around.setting, ...around.settings(of, name, BLOCKS.has(name) || CELLS.test(name)) };
  const page = { ...around, setting };
  return [...of.childNodes].flatMap((node) => nodeOf(node, page));
}

function nodeOf(node: Node, page: Page): Child[] {
  if (node.nodeType === 3) return [set(node.textContent ?? '', page.setting)];
  return isElement(node) ? childOf(node, page) : [];
}

function childOf(of: Element, page: Page): Child[] {
  const name = of.localName.toLowerCase();
  const { notes, left } = page;
  const words = of.textContent ?? '';
  const edge = pageEdge(of);
  if (edge) left.edge(edge, words);
  if (edge || isFurniture(of, name) || notes.isBody(of)) return [];
  const around = aroundHidden(of);
  if (around) left.reviewed('hidden passage', words, () => around.textContent ?? '');
  if (isHidden(of)) return [];
  if (isDoubtful(of, name)) {
    if (name === 'img' || words.trim() === '') left.picture(of.getAttribute('alt') ?? '');
    else left.text(`the ${name}`, words);
    return [];
  }
  if (name === 'br') return [element('lb')];
  if (name === 'math') left.flattened(1);
  // A fraction's two parts.
  if (name === 'mfrac')
    return [...of.children].flatMap((part, i) => [...(i > 0 ? [text('/')] : []), ...childOf(part, page)]);
  const number = pageNumber(words);
  if (number !== undefined && !of.querySelector('p,div')) {
    const pb = element('pb', [], { n: number });
    return BLOCKS.has(name) ? [element('p', [pb])] : [pb];
  }
  const note = notes.at(of);
  if (note) {
    const body = notes.within(note.body, () => childrenOf(note.body, { ...page, setting: UNSET }));
    return [element('note', isCounted(note.body) ? body : withoutLabel(body, note.n), { n: note.n })];
  }
  return [blockOf(of, name, page)];
}

function blockOf(of: Element, name: string, page: Page): Child {
  const children = (): Child[] => childrenOf(of, page);
  if (HEADINGS.test(name) || name === 'caption') return element('head', children());
  if (name === 'ul' || name === 'ol') return listOf(items(of, name === 'ol', page));
  if (name === 'dl') return element('list', children());
  if (name === 'dt') return element('label', children());
  if (name === 'dd' || name === 'li') return element('item', children());
  if (name === 'table')
    return element(
      'table',
      tableRows(
        of,
        (each) => childrenOf(each, page),
        (node) => nodeOf(node, page),
      ),
    );
  if (name === 'blockquote') return element('quote', children());
  if (name === 'pre') return preformatted(children());
  if (!BLOCKS.has(name)) return element('hi', children());
  const holdsBlocks = [...of.querySelectorAll('*')].some(
    (each) => BLOCKS.has(each.localName) && !page.notes.isBody(each),
  );
  return element(holdsBlocks && name !== 'p' ? 'div' : 'p', children());
}

/** How a list counts, by CSS: its form is that of HTML, undefined where it doesn't count. */
const LIST_STYLES: readonly (readonly [style: RegExp, form: string | undefined])[] = [
  [/\blower-(?:alpha|latin)\b/i, 'a'],
  [/\bupper-(?:alpha|latin)\b/i, 'A'],
  [/\blower-roman\b/i, 'i'],
  [/\bupper-roman\b/i, 'I'],
  [/\bdecimal\b/i, '1'],
  [/\b(?:none|disc|circle|square)\b/i, undefined],
];
const LIST_STYLE = /\blist-style(?:-type)?\s*:([^;]*)/i;

/** The form of a list's numbers; undefined where it has none. */
function numbersOf(of: Element): string | undefined {
  const style = LIST_STYLE.exec(of.getAttribute('style') ?? '')?.[1] ?? '';
  const known = LIST_STYLES.find(([pattern]) => pattern.test(style));
  return known ? known[1] : (of.getAttribute('type') ?? '1');
}

/** Whether an item has a number that is not among its words. */
const isCounted = (of: Element): boolean =>
  of.parentElement?.localName === 'ol' && numbersOf(of.parentElement) !== undefined;

/** The text of a note without its number, where that is written before it as text. */
function withoutLabel(body: readonly Child[], n: string): Child[] {
  const at = body.findIndex(isContent);
  const first = body[at];
  if (!first) return [...body];
  const rest = (value: string): string => {
    const words = value.trimStart();
    const label = words.startsWith(n) ? /^[.):]\s+/.exec(words.slice(n.length))?.[0] : undefined;
    return label === undefined ? value : words.slice(n.length + label.length);
  };
  const bare =
    first.type === 'text' ? text(rest(first.value)) : { ...first, children: withoutLabel(first.children, n) };
  return body.map((child, i) => (i === at ? bare : child));
}

/** What stands between items, as `teigram text` writes it. */
const besideItems = ({ className }: Element): 'head' | 'label' | undefined =>
  /\blist-head\b/.test(className) ? 'head' : /\blabel\b/.test(className) ? 'label' : undefined;

function items(of: Element, ordered: boolean, page: Page): Child[] {
  const form = ordered ? numbersOf(of) : undefined;
  const by = of.hasAttribute('reversed') ? -1 : 1;
  const count = [...of.children].filter(
    (each) => each.localName === 'li' && !isHidden(each) && !besideItems(each),
  ).length;
  let next = Number(of.getAttribute('start') ?? (by < 0 ? count : 1));
  return [...of.childNodes].flatMap((node): Child[] => {
    if (!isElement(node)) return [];
    if (node.localName !== 'li') return childOf(node, page);
    if (isHidden(node)) return [];
    const n = Number(node.getAttribute('value') ?? next);
    if (page.notes.isBody(node)) {
      next = n + by;
      return [];
    }
    const beside = besideItems(node);
    if (beside) return [element(beside, childrenOf(node, page))];
    const inner = childrenOf(node, page);
    const only = inner.filter(isContent);
    if (only.length === 1 && only[0]!.type === 'element' && only[0]!.name === 'pb') return only;
    next = n + by;
    return [element('item', form === undefined ? inner : labelled(`${ordinal(n, form)}. `, inner))];
  });
}
