/** TEI → Markdown (CommonMark with footnotes and tables): italics, bold and links kept, notes as footnotes, pages marked. */

import type { XmlElement } from '../xml/parse.js';
import type { Rendered } from './documents.js';
import { rendsOf } from './kinds.js';
import { layOut } from './layout.js';
import type { Style } from './style.js';

/** What stands before and after words that are set so. */
const EMPHASIS: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['italic', ['*', '*']],
  ['strong', ['**', '**']],
  ['underline', ['*', '*']],
  ['superscript', ['<sup>', '</sup>']],
  ['sub', ['<sub>', '</sub>']],
]);
/** TEI `rend` of a p that stands for a heading inside the document. */
const SECTION = 'sectiontitleital';

/** An ampersand is one of these where it begins what would be read as a character's name. */
const SPECIAL = /[\\`*_[\]<>|~]|&(?=#?\w+;)/g;
const escaped = (value: string): string => value.replace(SPECIAL, '\\$&');

/** Around the content, inside its white space: `* a *` is no emphasis. */
function around(content: string, before: string, after: string): string {
  const start = /^[\s\u0002]*/.exec(content)![0].length;
  let end = content.length;
  while (end > start && /[\s\u0002]/.test(content[end - 1]!)) end--;
  return end > start
    ? content.slice(0, start) + before + content.slice(start, end) + after + content.slice(end)
    : content;
}

const id = (element: XmlElement): string => element.attributes['xml:id'] ?? '';
const label = (note: XmlElement): string => (id(note) || (note.attributes.n ?? '')).replace(/[\s[\]]/g, '');

/** A link of this file; another volume's identifiers are left as text. */
function link(target: string | undefined, content: string): string {
  return target && /^(#|https?:)\S+$/.test(target) ? around(content, '[', `](${target})`) : content;
}

const INLINE: Readonly<Record<string, (element: XmlElement, content: string) => string>> = {
  hi: (element, content) =>
    rendsOf(element).reduce((inner, rend) => around(inner, ...(EMPHASIS.get(rend) ?? ['', ''])), content),
  ref: ({ attributes }, content) => link(attributes.target, content),
  persName: ({ attributes }, content) => link(attributes.corresp, content),
  gloss: ({ attributes }, content) => link(attributes.target, content),
  del: (_, content) => around(content, '~~', '~~'),
};

/** Labels that begin lists, in CommonMark those of digits, in Pandoc's dialect others as well; a capital and a stop begin names. */
const LABEL = /^(?:\d+|[a-z]|[ivxlcdm]+|(?:[A-Z]|[IVXLCDM]+)(?=\)))(?=[.)](?:\s|\\?$))/gm;
const LABEL_IN_BRACKETS = /^(?=\((?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)\)(?:\s|\\?$))/gm;

/** Characters that would begin a list, a heading or a quotation in Markdown, or underline a heading, or part what stands above and below. */
const plainStart = (text: string): string =>
  text
    .replace(LABEL, '$&\\')
    .replace(LABEL_IN_BRACKETS, '\\')
    .replace(/^(?:#{1,6}|[+-]|(?:-+|=+)(?=\s*\\?$))(?=\s|\\?$)/gm, '\\$&');

const MARKDOWN: Omit<Style, 'mark' | 'block'> = {
  text: escaped,
  inline: (element, content) => INLINE[element.name]?.(element, content) ?? content,
  page: (pb) => `${id(pb) && `<a id="${id(pb)}"></a>`}\\[Page ${escaped(pb.attributes.n ?? '')}\\]`,
  lineEnd: '\\\n',
  listHead: (text, depth) =>
    text && `${depth > 1 ? '\n' : ''}${'  '.repeat(depth - 1)}**${text.replaceAll('\\\n', ' ')}**\n`,
  // A row of its own would end the heading, or be one.
  rowPages: 'in-row',
  blockGaps: true,
  item: (text, depth) => {
    const indent = '  '.repeat(depth - 1);
    return `${indent}- ${plainStart(text).replaceAll('\n', `\n${indent}  `)}`;
  },
  itemRest: (text, depth) => `\n${'  '.repeat(depth)}${plainStart(text).replaceAll('\n', `\n${'  '.repeat(depth)}`)}`,
  labelsInItems: true,
  hasLines: () => true,
  grid: true,
  row: (cells, index) => {
    const line = `| ${cells.map((cell) => cell.replaceAll('\\\n', ' ')).join(' | ')} |`;
    return index === 0 ? `${line}\n|${' --- |'.repeat(cells.length)}` : line;
  },
};
const BARE = new Set(['list', 'table']);
/** Headings of documents that stand in no division; the first level is the file's own. */
const LEVEL = 2;
const DEEPEST = 6;

/** Blocks in a document around which `around` divisions stand. */
const blockOf =
  (around: number): Style['block'] =>
  (name, text, depth) => {
    if (name !== 'head') return BARE.has(name) ? text : plainStart(text);
    const level = Math.min(LEVEL + around + depth, DEEPEST);
    return `${'#'.repeat(level)} ${text.replaceAll('\\\n', ' ')}`;
  };

/** Labels of footnotes, each once in a file: by identifier, else by number, which may be repeated. */
function labels(): (note: XmlElement) => string {
  const given = new Map<XmlElement, string>();
  const taken = new Set<string>();
  return (note) => {
    const known = given.get(note);
    if (known !== undefined) return known;
    const base = label(note);
    let own = base;
    for (let i = 2; taken.has(own); i++) own = `${base}-${i}`;
    taken.add(own);
    given.set(note, own);
    return own;
  };
}

/** Documents' `div`s as Markdown: headings by how deep they stand, from the second level, notes as footnotes. Ends with a line end. */
export function renderMarkdown(documents: readonly Rendered[]): string {
  const labelOf = labels();
  return documents.map((document) => renderOne(document, labelOf)).join('\n---\n\n');
}

function renderOne({ element: document, depth }: Rendered, labelOf: (note: XmlElement) => string): string {
  const notes: XmlElement[] = [];
  const style: Style = { ...MARKDOWN, block: blockOf(depth), mark: (note) => `[^${labelOf(note)}]` };
  const anchor = id(document) ? `<a id="${id(document)}"></a>\n\n` : '';
  const parts = layOut(withoutSections(document), style, notes);
  for (const note of notes) {
    parts.push(`[^${labelOf(note)}]: ${layOut(note, style, undefined).join('\n\n').replaceAll('\n', '\n    ')}`);
  }
  return `${anchor}${parts.join('\n\n')}\n`;
}

/** Section titles become elements that the style knows. */
function withoutSections(element: XmlElement): XmlElement {
  return {
    ...element,
    children: element.children.map((child) => {
      if (child.type === 'text') return child;
      if (child.name !== 'p' || child.attributes.rend !== SECTION) return withoutSections(child);
      return { ...child, children: [{ ...child, name: 'hi', attributes: { rend: 'strong' } }] };
    }),
  };
}
