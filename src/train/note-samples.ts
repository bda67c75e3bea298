/** Documents as examples of where notes hang, also with their notes marked otherwise than the corpus marks them. */

import { read } from '../read/index.js';
import type { NoteText, Stretch } from '../resolve/notes/marks.js';
import { noteText, stretches } from '../resolve/notes/place.js';
import { source } from '../source.js';
import type { GoldDocument } from './gold.js';

/** A text, where marks may stand in it, its notes, and where their marks do stand. */
export interface NoteSample {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly notes: readonly NoteText[];
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

/** A document as it is read; undefined where its notes are read otherwise than they are encoded. */
export function noteSample({ text, volume, id, notes }: GoldDocument): NoteSample | undefined {
  const document = read(source(text), { volume, id });
  if (document.notes.length !== notes.length || document.notes.some(({ n }, i) => n !== notes[i]!.n)) return undefined;
  return {
    text,
    stretches: stretches(document.blocks),
    notes: document.notes.map((note) => noteText(document.source, note)),
    marks: notes.map(({ start, end }) => ({ start, end })),
  };
}

/** How the notes of a document might be marked: the label and the mark of note `i` (from 0), given its number. */
export type Restyle = (n: string, i: number) => { readonly label: string; readonly mark: string };

const same = (label: string) => ({ label, mark: label });
const SYMBOLS = ['*', '†', '‡', '§', '‖', '¶'];
const SUPERSCRIPT = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Numbers that run on through a volume, with letters for notes that were put in late, are what older volumes have. */
export const RESTYLES: readonly Restyle[] = [
  (_, i) => same(SYMBOLS[i % SYMBOLS.length]!.repeat(1 + Math.floor(i / SYMBOLS.length))),
  (n) => ({ label: n, mark: `[${n}]` }),
  (n) => ({ label: n, mark: n.replace(/\d/g, (d) => SUPERSCRIPT[Number(d)]!) }),
  (n, i) => same(i % 3 === 2 ? `${Number(n) + 15}a` : String(Number(n) + 16)),
  (_, i) => same(String.fromCharCode(97 + (i % 26))),
  (n) => same(String(Number(n) + 1)),
  (n) => same(String(Number(n) + 8)),
  (n) => same(String(Number(n) + 23)),
  (n) => same(String(Number(n) + 58)),
  (n) => same(String(Number(n) + 97)),
];

/** The same document, its notes marked another way. */
export function restyled(of: NoteSample, restyle: Restyle): NoteSample {
  const to = of.notes.map(({ n }, i) => restyle(n, i));
  let text = '';
  let at = 0;
  const shifts: { readonly from: number; readonly by: number }[] = [];
  const marks = of.marks.map(({ start, end }, i) => {
    text += of.text.slice(at, start) + to[i]!.mark;
    at = end;
    shifts.push({ from: end, by: text.length - end });
    return { start: text.length - to[i]!.mark.length, end: text.length };
  });
  text += of.text.slice(at);
  const moved = (offset: number): number => offset + (shifts.findLast((shift) => shift.from <= offset)?.by ?? 0);
  const stretches = of.stretches.map(({ start, end, from, to: last, type }) => ({
    start: moved(start),
    end: moved(end),
    from: moved(from),
    to: moved(last),
    type,
  }));
  return { text, stretches, notes: of.notes.map(({ text: words }, i) => ({ n: to[i]!.label, text: words })), marks };
}

/** The same document, with the mark of note `i` (from 1) moved to stand in a row with the one before it. */
export function inRow(of: NoteSample, i: number, between: string): NoteSample {
  const { start, end } = of.marks[i]!;
  const after = of.marks[i - 1]!.end;
  const inserted = between + of.text.slice(start, end);
  const text = of.text.slice(0, after) + inserted + of.text.slice(after, start) + of.text.slice(end);
  const moved = (offset: number): number =>
    offset < after ? offset : offset <= start ? offset + inserted.length : offset + inserted.length - (end - start);
  const shift = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: moved(span.start),
    end: moved(span.end),
  });
  const marks = of.marks.map((mark, k) => {
    if (k < i) return mark;
    return k > i ? shift(mark) : { start: after + between.length, end: after + inserted.length };
  });
  const stretches = of.stretches.map((stretch) => ({
    ...shift(stretch),
    from: moved(stretch.from),
    to: moved(stretch.to),
  }));
  return { ...of, text, stretches, marks };
}
