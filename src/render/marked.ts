/** What a reader of another format gives → the plain text form, and what its markup says of that text. */

import type { MarkedNote, Markup } from '../markup.js';
import type { XmlElement } from '../xml/parse.js';
import { layOut } from './layout.js';
import type { Style } from './style.js';
import { isUnplaced, noteLines, PLAIN } from './text.js';

// Characters that XML can't hold stand before what is to be found again in the text.
const MARK = '\u0004';
const LABEL_ROW = '\u0005';
const SIGNS = /[\u0004\u0005]/g;
/** Those, and what `layOut` puts into the text meanwhile: a web page may hold them. */
const RESERVED = /[\u0002-\u0005]/g;

const MARKED: Style = {
  ...PLAIN,
  text: (value) => value.replace(RESERVED, ''),
  mark: (note) => (isUnplaced(note) ? '' : `${MARK}${PLAIN.mark(note)}`),
  row: (cells, index, row) => (row.attributes.role === 'label' ? LABEL_ROW : '') + PLAIN.row(cells, index, row),
};

/** A text without the signs, and where each stood. */
function withoutSigns(signed: string): { text: string; marks: number[]; labelRows: number[] } {
  const marks: number[] = [];
  const labelRows: number[] = [];
  const text = signed.replace(SIGNS, (sign, at: number) => {
    (sign === MARK ? marks : labelRows).push(at - marks.length - labelRows.length);
    return '';
  });
  return { text, marks, labelRows };
}

/** As `renderText`, with the places of the notes and of the rows of headings. */
export function renderMarked(document: XmlElement): { readonly text: string; readonly markup: Markup } {
  const elements: XmlElement[] = [];
  const { text: body, marks, labelRows } = withoutSigns(layOut(document, MARKED, elements).join('\n\n'));
  let text = body;
  const notes = elements.map((note): MarkedNote => {
    const { label, lines } = noteLines(note);
    const from = text.length + 1; // after the line end
    text += `\n${label}${lines}`;
    const n = note.attributes.n ?? '';
    const at = isUnplaced(note) ? undefined : marks.shift();
    return {
      n,
      label: { start: from, end: from + label.length },
      ...(at !== undefined && { mark: { start: at, end: at + n.length } }),
    };
  });
  return { text: `${text}\n`, markup: { notes, labelRows } };
}
