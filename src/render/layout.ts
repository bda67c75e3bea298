/**
 * A TEI division → its blocks as text, in the form in which the published edition is copied from a page: one block a paragraph,
 * list items and rows a line each. What stands inside an item, a cell or a signature is run together, its own blocks a line each.
 *
 * The rules were found by comparison with the text of 12,692 published documents, all of which come out to the character.
 */

import { grid } from '../grid.js';
import type { XmlElement } from '../xml/parse.js';
import { BLOCKS, DIVISIONS, HOLDERS, isMarked, LEFT_OUT, LINES, LISTS, RUN_ON, WORDS } from './kinds.js';
import { gapText, readChildren } from './reading.js';
import type { Style } from './style.js';

// Characters that XML can't hold stand for what is settled when a block is complete.
const LINE = '\u0002';
const GLUE = '\u0003';

/** Settle white space: one space for many, none before a mark or a closing bracket, lines trimmed, none empty. */
function settle(text: string, lineEnd: string): string {
  return text
    .replace(/(?<![ \t\r\n])[ \t\r\n]*\u0003/g, '')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ ([,)])/g, '$1')
    .replaceAll('( ', '(')
    .split(LINE)
    .map((line) => line.replace(/^ +| +$/g, ''))
    .join(LINE)
    .replace(/\u0002+/g, LINE)
    .replace(/^\u0002|\u0002$/g, '')
    .replaceAll(LINE, lineEnd);
}

/** The elements among a node's children, with the text between left to the caller. */
const elements = (element: XmlElement): XmlElement[] =>
  readChildren(element).filter((child): child is XmlElement => child.type === 'element');

/**
 * The blocks of an element, in order. Notes whose marks were passed are added to `notes`; without it (inside a note) notes are
 * text like any other.
 */
export function layOut(root: XmlElement, style: Style, notes: XmlElement[] | undefined): string[] {
  const blocks: string[] = [];

  const anchor = (note: XmlElement): string => {
    notes!.push(note);
    return GLUE + style.mark(note);
  };

  const betweenBlocks = (gap: XmlElement): string => (style.blockGaps ? style.text(gapText(gap)) : '');

  /** What stands for an element that both kinds of content know; undefined where it isn't one of those. */
  const leaf = (child: XmlElement, parent: XmlElement, at: number): string | undefined => {
    if (LEFT_OUT.has(child.name)) return '';
    if (child.name === 'pb' && headsPage(parent, at)) return ' ';
    if (child.name === 'pb') return ` ${style.page(child)} `;
    if (child.name === 'lb') return child.attributes.break === 'no' ? GLUE : LINE;
    if (child.name === 'gap') return HOLDERS.has(parent.name) ? betweenBlocks(child) : style.text(gapText(child));
    return notes && isMarked(child) ? anchor(child) : undefined;
  };

  const unsettled = (element: XmlElement): string => {
    let out = '';
    for (const [at, child] of readChildren(element).entries()) {
      if (child.type === 'text') {
        out += style.text(child.value);
        continue;
      }
      const simple = leaf(child, element, at);
      if (simple !== undefined) out += simple;
      else if (LINES.has(child.name)) out += LINE + unsettled(child) + LINE;
      else if (WORDS.has(child.name) || element.name === 'subst') out += ` ${unsettled(child)} `;
      else out += style.inline(child, unsettled(child));
    }
    return out;
  };
  const line = (element: XmlElement): string => settle(unsettled(element), style.lineEnd);

  /** An item's lines: its own text, then its lists' items further in. */
  const itemLines = (item: XmlElement, depth: number, inline: boolean, label = ''): string[] => {
    const written = (text: string): string => (inline ? text : style.item(label ? `${label} ${text}` : text, depth));
    const apart = (child: XmlElement): boolean => child.name === 'list' && style.hasLines(child);
    if (!elements(item).some(apart)) return [written(line(item))];
    const lines: string[] = [];
    let own: XmlElement['children'] = [];
    const settleOwn = (): void => {
      const text = line({ ...item, children: own });
      own = [];
      if (lines.length === 0 && (text || label)) lines.push(written(text).trimEnd());
      else if (text) lines.push(style.itemRest(text, depth));
    };
    for (const child of item.children) {
      if (child.type === 'element' && apart(child)) {
        settleOwn();
        lines.push(list(child, depth + 1));
      } else own = [...own, child];
    }
    settleOwn();
    return lines;
  };

  const list = (element: XmlElement, depth = 1): string => {
    const lines: string[] = [];
    const inline = element.attributes.rend === 'inline';
    let lead = '';
    for (const [at, child] of readChildren(element).entries()) {
      if (child.type !== 'element' || LEFT_OUT.has(child.name)) continue;
      if (child.name === 'pb' && headsPage(element, at)) continue;
      if (child.name === 'item') {
        const label = !inline && style.labelsInItems && lead === 'label' ? lines.pop() : undefined;
        const before = inline && lead !== '' ? lines.pop() : undefined;
        const [first, ...others] = itemLines(child, depth, inline, label);
        lines.push(before === undefined ? first! : `${before} ${first}`, ...others);
      } else if (child.name === 'pb') lines.push(style.page(child));
      else if (notes && isMarked(child)) lines.push((lines.pop() ?? '') + style.mark(child), ...taken(child));
      else {
        const text = child.name === 'gap' ? betweenBlocks(child) : line(child);
        // An empty heading leaves an empty line, an empty label nothing.
        if (text || child.name === 'head') lines.push(inline ? text : leading(child.name, text, depth));
        else if (child.name === 'label') continue;
      }
      lead = child.name === 'item' ? '' : child.name;
    }
    return inline ? style.block('p', lines.join(style.lineEnd), 0) : lines.join('\n');
  };
  const leading = (name: string, text: string, depth: number): string =>
    name === 'head' ? style.listHead(text, depth) : style.block(name, text, 0);
  const taken = (note: XmlElement): string[] => {
    notes!.push(note);
    return [];
  };

  /** Rows, a line each. */
  const table = (element: XmlElement): string => {
    const lines: string[] = [];
    let index = 0;
    const cellsOf = (row: XmlElement) =>
      elements(row)
        .filter(({ name }) => name === 'cell')
        .map((cell) => ({ text: line(cell), cell }));
    // The cells are laid out once, in order: notes that hang on them are counted as they come.
    const rows = style.grid
      ? grid(
          elements(element)
            .filter(({ name }) => name === 'row')
            .map(cellsOf),
        )
      : undefined;
    let pages = '';
    for (const child of elements(element)) {
      if (child.name === 'head') lines.push(line(child), ...(style.grid ? [''] : []));
      if (child.name === 'pb' && style.rowPages === 'line') lines.push(style.page(child));
      if (child.name === 'pb' && style.rowPages === 'in-row') pages += `${style.page(child)} `;
      if (child.name !== 'row') continue;
      const [first = '', ...others] = rows?.[index] ?? cellsOf(child).map(({ text }) => text);
      lines.push(style.row([(pages + first).trimEnd(), ...others], index++, child));
      pages = '';
    }
    if (pages !== '') lines.push('', pages.trimEnd());
    return lines.join('\n');
  };

  let current = '';
  let divisions = 0;
  const flush = (name: string): void => {
    const text = settle(current, style.lineEnd);
    current = '';
    if (text) blocks.push(style.block(name, text, divisions));
  };
  const whole = (name: string, text: string): void => {
    if (text) blocks.push(style.block(name, text, divisions));
  };

  const walk = (element: XmlElement): void => {
    for (const [at, child] of readChildren(element).entries()) {
      if (child.type === 'text') {
        current += style.text(child.value);
        continue;
      }
      if (child.name === 'gap' && HOLDERS.has(element.name)) {
        flush(element.name);
        whole(child.name, betweenBlocks(child));
        continue;
      }
      const simple = leaf(child, element, at);
      if (simple !== undefined) {
        current += simple;
      } else if (child.name === 'list' || child.name === 'table') {
        flush(element.name);
        whole(child.name, child.name === 'list' ? list(child) : table(child));
      } else if (child.name === 'signed') {
        flush(element.name);
        current = unsettled(child);
        flush(child.name);
      } else if (BLOCKS.has(child.name) || (child.name === 'seg' && child.attributes.type)) {
        flush(element.name);
        divide(child);
        flush(child.name);
      } else if (child.name === 'l') {
        current += LINE + unsettled(child) + LINE;
      } else if (RUN_ON.has(child.name)) {
        current += unsettled(child);
      } else if (holdsBlocks(child)) {
        divide(child);
      } else {
        current += style.inline(child, unsettled(child));
      }
      if (LISTS.has(element.name)) flush(child.name);
    }
  };
  const divide = (element: XmlElement): void => {
    const deeper = DIVISIONS.has(element.name) ? 1 : 0;
    divisions += deeper;
    walk(element);
    divisions -= deeper;
  };
  walk(root);
  flush(root.name);
  return blocks;
}

/** Whether a page's running head prints what its break, the child `at` of its parent, says. */
const headsPage = ({ children }: XmlElement, at: number): boolean => {
  for (let next = at + 1; next < children.length; next++) {
    const child = children[next]!;
    if (child.type === 'element') return child.name === 'fw';
  }
  return false;
};

const BLOCK_INSIDE = new Set([...BLOCKS, 'list', 'table', 'signed']);

/** Whether blocks stand below an element that is none itself, such as `text` or `body`. Notes that hang on marks don't count. */
const holdsBlocks = (element: XmlElement): boolean =>
  elements(element).some((child) => !isMarked(child) && (BLOCK_INSIDE.has(child.name) || holdsBlocks(child)));
