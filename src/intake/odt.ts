/** OpenDocument texts: the body of content.xml. */

import { parseXml, type XmlElement, XmlSyntaxError } from '../xml/parse.js';
import { type Child, element, inCell, labelled, ordinal, pageNumber, type Read, text } from './tree.js';
import { unzip } from './zip.js';

const CONTENT = 'content.xml';
/** What holds no text of the document: remarks, deleted passages, declarations. */
const LEFT_OUT = new Set([
  'annotation',
  'tracked-changes',
  'sequence-decls',
  'variable-decls',
  'forms',
  'table-of-content',
  'scripts',
]);

/** OpenDocument's names → TEI's; others give their content to what holds them. */
const NAMES: Readonly<Record<string, string>> = {
  h: 'head',
  p: 'p',
  table: 'table',
  'table-row': 'row',
  section: 'div',
};

export function readOdt(bytes: Uint8Array): Read {
  const archive = unzip(bytes, (name) => name === CONTENT);
  if ('fault' in archive) return archive;
  const content = archive.files[CONTENT];
  if (!content) return { fault: 'is no OpenDocument text: it holds no content.xml', hint: 'save it again as .odt' };
  try {
    const root = parseXml(new TextDecoder().decode(content));
    const body = find(root, 'body') ?? root;
    return { tree: element('text', childrenOf(body, numberedLists(root))), remarks: [] };
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    return { fault: `its content.xml is not well-formed: ${error.message}`, hint: 'open it and save it again' };
  }
}

const elements = (of: XmlElement): XmlElement[] =>
  of.children.flatMap((child) => (child.type === 'element' ? [child] : []));

function find(of: XmlElement, name: string): XmlElement | undefined {
  if (of.name === name) return of;
  for (const child of elements(of)) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

/** How the first level of each list style counts: its form and what follows the number. */
type Numbered = ReadonlyMap<string, { readonly form: string; readonly suffix: string }>;

function numberedLists(root: XmlElement): Numbered {
  const styles = new Map<string, { form: string; suffix: string }>();
  const visit = (of: XmlElement): void => {
    if (of.name === 'list-style') {
      const level = elements(of).find((each) => each.attributes['text:level'] === '1');
      const form = level?.attributes['style:num-format'];
      if (level?.name === 'list-level-style-number' && form) {
        styles.set(of.attributes['style:name'] ?? '', { form, suffix: level.attributes['style:num-suffix'] ?? '' });
      }
    } else for (const child of elements(of)) visit(child);
  };
  visit(root);
  return styles;
}

const childrenOf = (of: XmlElement, lists: Numbered): Child[] =>
  of.children.flatMap((child) => (child.type === 'text' ? [text(child.value)] : childOf(child, lists)));

function childOf(of: XmlElement, lists: Numbered): Child[] {
  const { name, attributes } = of;
  if (LEFT_OUT.has(name)) return [];
  if (name === 'line-break') return [element('lb')];
  if (name === 'tab') return [text(' ')];
  if (name === 's') return [text(' ')];
  if (name === 'note') return noteOf(of, lists);
  if (name === 'list') return [listOf(of, lists)];
  if (name === 'table-cell') {
    const repeated = Math.min(Number(attributes['table:number-columns-repeated'] ?? 1) || 1, 100);
    return Array.from({ length: repeated }, () => element('cell', inCell(childrenOf(of, lists))));
  }
  const children = childrenOf(of, lists);
  const known = NAMES[name];
  if (!known) return children;
  const content = children.map((child) => (child.type === 'text' ? child.value : '\u0001')).join('');
  const page = pageNumber(content);
  return [element(known, page === undefined ? children : [element('pb', [], { n: page })])];
}

function noteOf(of: XmlElement, lists: Numbered): Child[] {
  const citation = find(of, 'note-citation');
  const body = find(of, 'note-body');
  const n = (citation ? plain(citation) : '').trim();
  if (!body || n === '') return [];
  return [element('note', childrenOf(body, lists), { n })];
}

const plain = (of: XmlElement): string =>
  of.children.map((child) => (child.type === 'text' ? child.value : plain(child))).join('');

function listOf(of: XmlElement, lists: Numbered): Child {
  const style = lists.get(of.attributes['text:style-name'] ?? '');
  let next = 1;
  const items = elements(of).map((item) => {
    const children = childrenOf(item, lists);
    if (item.name === 'list-header' || !style) return element('item', children);
    next = Number(item.attributes['text:start-value'] ?? next);
    return element('item', labelled(`${ordinal(next++, style.form)}${style.suffix} `, children));
  });
  return element('list', items);
}
