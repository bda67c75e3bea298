/** Text that is given line by line, such as a web page's `pre`: its empty lines part paragraphs, its blanks set columns. */

import { KEPT_BLANK, withKeptBlanks } from '../text/kept-blank.js';
import type { XmlElement } from '../xml/parse.js';
import { type Child, element, text, textIn } from './tree.js';

/** Columns between the stops of a tab. */
const TAB = 8;
/** No line has more blanks in a row. */
const MOST_BLANKS = 200;
/** What stands beside the lines, or in no line. */
const WHOLE = new Set(['note', 'pb', 'p', 'div', 'table', 'list', 'head', 'quote']);

export const blanks = (count: number): string => ' '.repeat(Math.min(Math.max(count, 0), MOST_BLANKS));

/** A piece of a line with its blanks kept, save single ones between words; `column` is where the line is. */
function kept(piece: string, column: number): string {
  let out = '';
  for (const character of piece)
    out += character === '\t' ? ' '.repeat(TAB - ((column + out.length) % TAB)) : character;
  return out.replace(/ +/g, (run, at: number) =>
    run.length > 1 || column + at === 0 ? KEPT_BLANK.repeat(run.length) : run,
  );
}

/** The lines of some nodes: what is set in italics over several is so in each. */
function linesOf(children: readonly Child[]): Child[][] {
  const lines: Child[][] = [[]];
  let column = 0;
  const visit = (child: Child, wrap: (inner: Child) => Child): void => {
    if (child.type === 'text') {
      child.value.split(/\r\n?|\n/).forEach((piece, i) => {
        if (i > 0) {
          lines.push([]);
          column = 0;
        }
        const words = kept(piece, column);
        column += words.length;
        if (words) lines.at(-1)!.push(wrap(text(words)));
      });
    } else if (child.name === 'lb') {
      lines.push([]);
      column = 0;
    } else if (WHOLE.has(child.name)) lines.at(-1)!.push(wrap(child));
    else for (const inner of child.children) visit(inner, (each) => wrap({ ...child, children: [each] }));
  };
  for (const child of children) visit(child, (inner) => inner);
  return lines;
}

const isEmpty = (line: readonly Child[]): boolean =>
  withKeptBlanks(textIn(line)).trim() === '' && line.every((child) => child.type === 'text' || !WHOLE.has(child.name));

/** The paragraphs of such a text, their lines parted by `lb`. */
export function preformatted(children: readonly Child[]): XmlElement {
  const paragraphs: XmlElement[] = [];
  let open: Child[] | undefined;
  for (const line of linesOf(children)) {
    if (isEmpty(line)) open = undefined;
    else if (open) {
      open.push(element('lb'));
      for (const child of line) open.push(child);
    } else {
      open = [...line];
      paragraphs.push(element('p', open));
    }
  }
  return paragraphs.length === 1 ? paragraphs[0]! : element('div', paragraphs);
}
