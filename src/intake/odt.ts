/** OpenDocument texts: the body of content.xml. */

import { parseXml, type XmlElement, XmlSyntaxError } from '../xml/parse.js';
import { LeftOut } from './left-out.js';
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
  // What a picture shows, told apart.
  'title',
  'desc',
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
    const left = new LeftOut();
    return { tree: element('text', childrenOf(body, { lists: numberedLists(root), left })), remarks: left.remarks() };
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

interface Context {
  readonly lists: Numbered;
  readonly left: LeftOut;
}

const childrenOf = (of: XmlElement, context: Context): Child[] =>
  of.children.flatMap((child) => (child.type === 'text' ? [text(child.value)] : childOf(child, context)));

function childOf(of: XmlElement, context: Context): Child[] {
  const { name, attributes } = of;
  if (LEFT_OUT.has(name)) return [];
  if (name === 'frame' && FRAMED.some((each) => find(of, each))) context.left.picture(pictureName(of));
  if (name === 'line-break') return [element('lb')];
  if (name === 'tab') return [text(' ')];
  if (name === 's') return [text(' ')];
  if (name === 'note') return noteOf(of, context);
  if (name === 'list') return [listOf(of, context)];
  if (name === 'table-cell') {
    const repeated = Math.min(Number(attributes['table:number-columns-repeated'] ?? 1) || 1, 100);
    return Array.from({ length: repeated }, () => element('cell', inCell(childrenOf(of, context))));
  }
  const children = childrenOf(of, context);
  const known = NAMES[name];
  if (!known) return children;
  const content = children.map((child) => (child.type === 'text' ? child.value : '\u0001')).join('');
  const page = pageNumber(content);
  return [element(known, page === undefined ? children : [element('pb', [], { n: page })])];
}

/** What stands in a frame and is no text: a picture, or a formula or a chart, which are files of their own. */
const FRAMED = ['image', 'object', 'object-ole'];

const pictureName = (frame: XmlElement): string =>
  plain(find(frame, 'title') ?? find(frame, 'desc') ?? element('desc'));

function noteOf(of: XmlElement, context: Context): Child[] {
  const citation = find(of, 'note-citation');
  const body = find(of, 'note-body');
  const n = (citation ? plain(citation) : '').trim();
  if (!body || n === '') return [];
  return [element('note', childrenOf(body, context), { n })];
}

const plain = (of: XmlElement): string =>
  of.children.map((child) => (child.type === 'text' ? child.value : plain(child))).join('');

function listOf(of: XmlElement, context: Context): Child {
  const style = context.lists.get(of.attributes['text:style-name'] ?? '');
  let next = 1;
  const items = elements(of).map((item) => {
    const children = childrenOf(item, context);
    if (item.name === 'list-header' || !style) return element('item', children);
    next = Number(item.attributes['text:start-value'] ?? next);
    return element('item', labelled(`${ordinal(next++, style.form)}${style.suffix} `, children));
  });
  return element('list', items);
}
