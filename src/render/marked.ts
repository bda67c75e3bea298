/** What a reader of another format gives → the plain text form, and what its markup says of that text. */

import { type MarkedEmphasis, type MarkedNote, type Markup, RENDITIONS, type Rendition } from '../markup.js';
import { withKeptBlanks } from '../text/kept-blank.js';
import type { XmlElement } from '../xml/parse.js';
import { layOut } from './layout.js';
import type { Style } from './style.js';
import { isUnplaced, noteLines, PLAIN, renderWith } from './text.js';

// Characters that XML can't hold stand before what is to be found again in the text.
const MARK = '\u0004';
const LABEL_ROW = '\u0005';
const SIGNS = /[\u0004\u0005]/g;
/** Of each rendition, where it begins and where it ends. */
const SETTINGS = '\u000e\u000f\u0010\u0011\u0012\u0013\u0014';
/** Those, and what `layOut` puts into the text meanwhile: a web page may hold them. */
const RESERVED = /[\u0002-\u0005\u000e-\u0014]/g; // save the blanks that are kept

const SEEN = /\S/;

const UNMARKED: Style = { ...PLAIN, text: (value) => value.replace(RESERVED, ''), rowPages: 'line' };

const MARKED: Style = {
  ...UNMARKED,
  mark: (note) => (isUnplaced(note) ? '' : `${MARK}${PLAIN.mark(note)}`),
  row: (cells, index, row) => (row.attributes.role === 'label' ? LABEL_ROW : '') + PLAIN.row(cells, index, row),
};

const settingOf = ({ name, attributes }: XmlElement): string =>
  name === 'hi' && attributes.rend ? (SETTINGS[RENDITIONS.indexOf(attributes.rend as Rendition)] ?? '') : '';

const EMPHASISED: Style = {
  ...UNMARKED,
  inline: (element, content) => {
    const sign = settingOf(element);
    return sign + content + sign;
  },
};

/** A text without the signs, and where each stood. */
function withoutSigns(signed: string): { text: string; marks: number[]; labelRows: number[] } {
  const marks: number[] = [];
  const labelRows: number[] = [];
  const text = withKeptBlanks(signed).replace(SIGNS, (sign, at: number) => {
    (sign === MARK ? marks : labelRows).push(at - marks.length - labelRows.length);
    return '';
  });
  return { text, marks, labelRows };
}

/**
 * The stretches that are emphasised in a text, by the same text with signs around them. White space may differ, as signs part it: places
 * are counted in what is none. What only white space parts is one.
 */
function emphasisIn(signed: string, text: string): MarkedEmphasis[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) if (SEEN.test(text[at]!)) places.push(at);
  const found: { start: number; end: number; rend: Rendition }[] = [];
  const last = new Map<Rendition, (typeof found)[number]>();
  const begun = new Map<Rendition, number>();
  let count = 0;
  for (let at = 0; at < signed.length; at++) {
    const rend = RENDITIONS[SETTINGS.indexOf(signed[at]!)];
    if (!rend) {
      if (SEEN.test(signed[at]!)) count++;
      continue;
    }
    const from = begun.get(rend);
    if (from === undefined) {
      begun.set(rend, count);
      continue;
    }
    begun.delete(rend);
    if (from === count) continue;
    const before = last.get(rend);
    const end = places[count - 1]! + 1;
    if (before && before.end === places[from - 1]! + 1) before.end = end;
    else {
      const one = { start: places[from]!, end, rend };
      found.push(one);
      last.set(rend, one);
    }
  }
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

const isEmphasised = (of: XmlElement): boolean =>
  settingOf(of) !== '' || of.children.some((child) => child.type === 'element' && isEmphasised(child));

/** As `renderText`, with the places of the notes, of the rows of headings, and of what is emphasised. */
export function renderMarked(document: XmlElement): { readonly text: string; readonly markup: Markup } {
  const elements: XmlElement[] = [];
  const { text: body, marks, labelRows } = withoutSigns(layOut(document, MARKED, elements).join('\n\n'));
  let text = body;
  const notes = elements.map((note): MarkedNote => {
    const { label, lines } = noteLines(note, UNMARKED);
    const from = text.length + 1; // after the line end
    text += `\n${label}${withKeptBlanks(lines)}`;
    const n = note.attributes.n ?? '';
    const at = isUnplaced(note) ? undefined : marks.shift();
    return {
      n,
      label: { start: from, end: from + label.length },
      ...(at !== undefined && { mark: { start: at, end: at + n.length } }),
    };
  });
  const emphasis = isEmphasised(document) ? emphasisIn(withKeptBlanks(renderWith(document, EMPHASISED)), text) : [];
  return { text: `${text}\n`, markup: { notes, labelRows, ...(emphasis.length > 0 && { emphasis }) } };
}
