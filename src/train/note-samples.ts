/** Documents as examples of where notes hang, also with their notes marked otherwise than the corpus marks them. */

import { factsOf, remember, type TelegramNumbers, telegramsBeside, type VolumeMemory } from '../memory.js';
import { read } from '../read/index.js';
import type { NoteText, Stretch } from '../resolve/notes/marks.js';
import { noteText, stretches } from '../resolve/notes/place.js';
import { source } from '../source.js';
import { raised } from '../text/superscripts.js';
import type { Document } from '../tree.js';
import type { GoldDocument } from './gold.js';

/** A text, where marks may stand in it, its notes, and where their marks do stand. */
export interface NoteSample {
  readonly text: string;
  readonly stretches: readonly Stretch[];
  readonly notes: readonly NoteText[];
  /** Numbers of the volume's other telegrams. */
  readonly telegrams?: TelegramNumbers;
  /** Undefined for a note whose mark isn't in the text. */
  readonly marks: readonly ({ readonly start: number; readonly end: number } | undefined)[];
}

/** The documents of a volume as they are read; without those whose notes are read otherwise than they are encoded. */
export function noteSamples(volume: readonly GoldDocument[]): NoteSample[] {
  const documents = volume.map(({ text, volume, id }) => read(source(text), { volume, id }));
  const memory = remember(documents.map(factsOf));
  return volume.flatMap((gold, i) => noteSample(gold, documents[i]!, memory) ?? []);
}

function noteSample({ text, notes }: GoldDocument, document: Document, memory: VolumeMemory): NoteSample | undefined {
  if (document.notes.length !== notes.length || document.notes.some(({ n }, i) => n !== notes[i]!.n)) return undefined;
  return {
    text,
    stretches: stretches(document.blocks),
    notes: document.notes.map((note) => noteText(document.source, note)),
    telegrams: telegramsBeside(memory, factsOf(document)),
    marks: notes.map(({ start, end }) => ({ start, end })),
  };
}

/** How the notes of a document might be marked: the label and the mark of note `i` (from 0), given its number. */
export type Restyle = (n: string, i: number) => { readonly label: string; readonly mark: string };

const same = (label: string) => ({ label, mark: label });
const SYMBOLS = ['*', '†', '‡', '§', '‖', '¶'];

/** Numbers that run on through a volume, with letters for notes that were put in late, are what older volumes have. */
export const RESTYLES: readonly Restyle[] = [
  (_, i) => same(SYMBOLS[i % SYMBOLS.length]!.repeat(1 + Math.floor(i / SYMBOLS.length))),
  (n) => ({ label: n, mark: `[${n}]` }),
  (n) => ({ label: n, mark: raised(n) }),
  (n, i) => same(i % 3 === 2 ? `${Number(n) + 15}a` : String(Number(n) + 16)),
  (_, i) => same(String.fromCharCode(97 + (i % 26))),
  (n) => same(String(Number(n) + 1)),
  (n) => same(String(Number(n) + 8)),
  (n) => same(String(Number(n) + 23)),
  (n) => same(String(Number(n) + 58)),
  (n) => same(String(Number(n) + 97)),
];

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A document with other characters in places: `edits` rise. What stood at the edge of an edit stays at its edge. */
function edited(of: NoteSample, edits: readonly Edit[]): Pick<NoteSample, 'text' | 'stretches'> & { moved: Moved } {
  let text = '';
  let at = 0;
  const shifts: { readonly from: number; readonly by: number }[] = [];
  for (const edit of edits) {
    text += of.text.slice(at, edit.start) + edit.text;
    at = edit.end;
    shifts.push({ from: edit.end, by: text.length - edit.end });
  }
  text += of.text.slice(at);
  const moved: Moved = (offset) => offset + (shifts.findLast((shift) => shift.from <= offset)?.by ?? 0);
  const stretches = of.stretches.map(({ start, end, from, to, type }) => ({
    start: moved(start),
    end: moved(end),
    from: moved(from),
    to: moved(to),
    type,
  }));
  return { text, stretches, moved };
}

type Moved = (offset: number) => number;

/** The same document, its notes marked another way. */
export function restyled(of: NoteSample, restyle: Restyle): NoteSample {
  const to = of.notes.map(({ n }, i) => restyle(n, i));
  const edits = of.marks.flatMap((mark, i) => (mark ? [{ ...mark, text: to[i]!.mark }] : []));
  const { text, stretches, moved } = edited(of, edits);
  const marks = of.marks.map((mark, i) => {
    if (!mark) return undefined;
    const end = moved(mark.end);
    return { start: end - to[i]!.mark.length, end };
  });
  const notes = of.notes.map(({ text: words }, i) => ({ n: to[i]!.label, text: words }));
  return { ...of, text, stretches, notes, marks };
}

/** The same document, with the mark of note `i` (from 1) moved to stand in a row with the one before it. */
export function inRow(of: NoteSample, i: number, between: string): NoteSample {
  const [before, mark] = [of.marks[i - 1], of.marks[i]];
  if (!before || !mark) return of;
  const inserted = between + of.text.slice(mark.start, mark.end);
  const { text, stretches, moved } = edited(of, [
    { start: before.end, end: before.end, text: inserted },
    { ...mark, text: '' },
  ]);
  const marks = of.marks.map((one, k) => {
    if (k === i) return { start: before.end + between.length, end: before.end + inserted.length };
    return k < i ? one : one && { start: moved(one.start), end: moved(one.end) };
  });
  return { ...of, text, stretches, marks };
}

/** The same document, without the mark of note `i`. */
export function unmarked(of: NoteSample, i: number): NoteSample {
  const mark = of.marks[i];
  if (!mark) return of;
  const { text, stretches, moved } = edited(of, [{ ...mark, text: '' }]);
  const marks = of.marks.map((one, k) =>
    k === i || !one ? undefined : { start: moved(one.start), end: moved(one.end) },
  );
  return { ...of, text, stretches, marks };
}
