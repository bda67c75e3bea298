/** TEI → the plain text form that teigram reads. */

import type { XmlElement } from '../xml/parse.js';
import { layOut } from './layout.js';
import type { Style } from './style.js';

/** A note whose place was not found: the text that was read held no mark for it. */
export const isUnplaced = ({ attributes }: XmlElement): boolean => attributes.type === 'unplaced';

export const PLAIN: Style = {
  text: (value) => value,
  inline: (_, content) => content,
  mark: (note) => (isUnplaced(note) ? '' : (note.attributes.n ?? '')),
  page: (pb) => `[Page ${pb.attributes.n ?? ''}]`,
  lineEnd: '\n',
  block: (_, text) => text,
  listHead: (text) => text,
  item: (text, depth) => `${'  '.repeat(depth)}* ${text}`,
  itemRest: (text) => text,
  labelsInItems: false,
  grid: false,
  hasLines: ({ attributes }) => attributes.rend === 'bulleted' || attributes.rend === 'inline',
  rowPages: undefined,
  blockGaps: false,
  row: (cells) => cells.join(' | '),
};

export interface TextOptions {
  /** Write page breaks between the rows of a table too, which the published text leaves out. */
  readonly rowPages?: boolean;
}

/**
 * The plain text of a document's `div`: blocks parted by an empty line, then the notes, `  2. text` a line each, further lines
 * of a note indented by five spaces. Ends with a line end.
 */
export const renderText = (document: XmlElement, { rowPages = false }: TextOptions = {}): string =>
  renderWith(document, { ...PLAIN, rowPages: rowPages ? 'line' : undefined });

/** The same in a style that differs from it by signs only. */
export function renderWith(document: XmlElement, style: Style): string {
  const notes: XmlElement[] = [];
  let out = layOut(document, style, notes).join('\n\n');
  for (const note of notes) {
    const { label, lines } = noteLines(note, style);
    out += `\n${label}${lines}`;
  }
  return `${out}\n`;
}

/** A note at the end of the text: its label and its own lines. */
export const noteLines = (note: XmlElement, style: Style): { readonly label: string; readonly lines: string } => ({
  label: `  ${note.attributes.n}. `,
  lines: layOut(note, style, undefined).join('\n').replaceAll('\n', '\n     '),
});
