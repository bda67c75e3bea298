/** OpenDocument texts: the body of content.xml, set by the styles there and in styles.xml. */

import { strFromU8 } from 'fflate';
import { childElements } from '../../xml/elements.js';
import { parseXml, type XmlElement, XmlSyntaxError } from '../../xml/parse.js';
import { cableLines } from '../cable.js';
import { type Setting, set, UNSET } from '../emphasis.js';
import { LeftOut } from '../left-out.js';
import { listOf, withListHeads } from '../list.js';
import { blanks } from '../preformatted.js';
import { LOCKED } from '../signature.js';
import { type Child, element, inCell, labelled, pageNumber, type Read, text, textIn } from '../tree.js';
import { unzip } from '../zip.js';
import { Numbering } from './lists.js';
import { tellEdges, tellReviews } from './review.js';
import { hidingStyles, type StyleOf, stylesOf } from './styles.js';

const CONTENT = 'content.xml';
const STYLES = 'styles.xml';
const MANIFEST = 'META-INF/manifest.xml';
/** What the manifest says of a file that is locked. */
const ENCRYPTED = '<manifest:encryption-data';
/** What holds no text of the document: remarks and deleted passages, which are told, and declarations. */
const LEFT_OUT = new Set([
  'annotation',
  'tracked-changes',
  'sequence-decls',
  'variable-decls',
  'forms',
  'table-of-content',
  'scripts',
  // How the word beside it is spoken.
  'ruby-text',
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
  const archive = unzip(bytes, (name) => [CONTENT, STYLES, MANIFEST].includes(name));
  if ('fault' in archive) return archive;
  const content = archive.files[CONTENT];
  const manifest = archive.files[MANIFEST];
  if (manifest && strFromU8(manifest).includes(ENCRYPTED)) return LOCKED;
  if (!content) return { fault: 'is no OpenDocument text: it holds no content.xml', hint: 'save it again as .odt' };
  try {
    const root = parseXml(new TextDecoder().decode(content));
    const body = find(root, 'body') ?? root;
    const left = new LeftOut();
    const styles = stylesIn(archive.files[STYLES]);
    const named = styles && find(styles, 'styles');
    const automatic = find(root, 'automatic-styles');
    const hiding = hidingStyles([automatic, named]);
    tellReviews(body, hiding, left);
    if (styles) tellEdges(styles, left);
    const styleOf = stylesOf(automatic, named);
    const numbering = new Numbering([...(named ? [named] : []), root]);
    const children = childrenOf(body, { numbering, numbers: [], styleOf, hiding, setting: UNSET, left });
    const cable = cableLines(children);
    return { tree: element('text', cable ? [cable] : withListHeads(children)), remarks: left.remarks() };
  } catch (error) {
    if (!(error instanceof XmlSyntaxError)) throw error;
    return { fault: `its content.xml is not well-formed: ${error.message}`, hint: 'open it and save it again' };
  }
}

/** The file of the document's own styles; what can't be read says nothing of the text. */
function stylesIn(file: Uint8Array | undefined): XmlElement | undefined {
  try {
    return file && parseXml(new TextDecoder().decode(file));
  } catch (error) {
    if (error instanceof XmlSyntaxError) return undefined;
    throw error;
  }
}

function find(of: XmlElement, name: string): XmlElement | undefined {
  if (of.name === name) return of;
  for (const child of childElements(of)) {
    const found = find(child, name);
    if (found) return found;
  }
  return undefined;
}

interface Context {
  readonly numbering: Numbering;
  /** The numbers of the items around, the outermost first. */
  readonly numbers: readonly string[];
  readonly styleOf: StyleOf;
  /** Styles whose words nobody sees. */
  readonly hiding: ReadonlySet<string>;
  /** Among such words. */
  readonly isHidden?: boolean;
  /** How the words are set that stand here. */
  readonly setting: Setting;
  /** In a link: that those are underlined is the way to show them. */
  readonly isLink?: boolean;
  /** The style and the level of the list around. */
  readonly style?: string;
  readonly level?: number;
  readonly left: LeftOut;
  /** Among a table's rows of headings. */
  readonly isLabel?: boolean;
}

const blanksIn = ({ attributes }: XmlElement): string => blanks(Math.max(Number(attributes['text:c'] ?? 1) || 1, 1));

function childrenOf(of: XmlElement, around: Context): Child[] {
  const isLink = around.isLink || of.name === 'a';
  const { underline, ...own } = around.styleOf(of.name, of.attributes['text:style-name']);
  const setting = { ...around.setting, ...own, ...(underline !== undefined && !isLink && { underline }) };
  const isHidden = around.isHidden || around.hiding.has(of.attributes['text:style-name'] ?? '');
  const context = { ...around, setting, isLink, isHidden };
  return of.children.flatMap((child) => {
    if (child.type === 'element') return childOf(child, context);
    return isHidden ? [] : [set(child.value, setting)];
  });
}

function childOf(of: XmlElement, context: Context): Child[] {
  const { name, attributes } = of;
  if (name === 'table-of-content') context.left.text('the table of contents', textIn(of.children));
  if (LEFT_OUT.has(name)) return [];
  if (name === 'frame' && FRAMED.some((each) => find(of, each))) context.left.picture(pictureName(of));
  if (name === 'line-break') return [element('lb')];
  if (name === 'tab') return [text(' ')];
  if (name === 's') return [text(blanksIn(of))];
  if (name === 'note') return noteOf(of, context);
  if (name === 'list') return [readList(of, context)];
  if (name === 'table-cell' || name === COVERED) {
    const words = name === COVERED ? textIn(of.children).trim() : '';
    if (words !== '') context.left.text('a cell that another covers', words);
    const repeated = Math.min(Number(attributes['table:number-columns-repeated'] ?? 1) || 1, 100);
    return Array.from({ length: repeated }, () =>
      name === COVERED ? element('cell', [], { role: COVERED }) : element('cell', inCell(childrenOf(of, context))),
    );
  }
  if (name === 'table-header-rows') return childrenOf(of, { ...context, isLabel: true });
  const children = childrenOf(of, context);
  const known = NAMES[name];
  if (!known) return children;
  const page = pageNumber(textIn(children));
  if (known === 'row') while (isCovered(children.at(-1))) children.pop();
  const kind = known === 'row' && context.isLabel ? { role: 'label' } : {};
  return [element(known, page === undefined ? children : [element('pb', [], { n: page })], kind)];
}

/** A place that another cell reaches over: it stands empty where a further cell follows. */
const COVERED = 'covered-table-cell';

/** Whether a row may end before such a place, or before the white space behind it. */
const isCovered = (child: Child | undefined): boolean =>
  child?.type === 'text' ? child.value.trim() === '' : child?.attributes.role === COVERED;

/** What stands in a frame and is no text: a picture, or a formula or a chart, which are files of their own. */
const FRAMED = ['image', 'object', 'object-ole'];

const pictureName = (frame: XmlElement): string =>
  textIn((find(frame, 'title') ?? find(frame, 'desc') ?? element('desc')).children);

function noteOf(of: XmlElement, context: Context): Child[] {
  const citation = find(of, 'note-citation');
  const body = find(of, 'note-body');
  const n = (citation ? textIn(citation.children) : '').trim();
  if (!body || n === '') return [];
  const { style: _, level: __, isHidden: ___, ...around } = context;
  return [element('note', childrenOf(body, { ...around, numbers: [], setting: UNSET, isLink: false }), { n })];
}

/** A list inside another has its style, unless it names its own. */
function readList(of: XmlElement, context: Context): Child {
  const style = of.attributes['text:style-name'] ?? context.style ?? '';
  const level = (context.level ?? 0) + 1;
  const count = context.numbering.counter(of, { style, level }, context.numbers);
  const items = childElements(of).map((item) => {
    const counted = item.name === 'list-header' ? undefined : count?.(item);
    const numbers = [...context.numbers, counted?.number ?? ''];
    const children = childrenOf(item, { ...context, style, level, numbers });
    return element('item', counted?.label ? labelled(counted.label, children) : children);
  });
  return listOf(items);
}
