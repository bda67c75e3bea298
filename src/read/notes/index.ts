/** The notes at the end of the text: where they begin, and which lines each of them has. */

import type { MarkedNote } from '../../markup.js';
import { packed } from '../../packed.js';
import type { Source } from '../../source.js';
import { areApart } from '../../text/apart-mark.js';
import { type MarkStyle, SET_OFF_STYLES } from '../../text/mark-styles.js';
import { lowered } from '../../text/superscripts.js';
import type { TextRange } from '../../text-range.js';
import { changed, type Line } from '../lines/chunks.js';
import type { EditionRun } from './edition.js';
import { BARE, LABEL_STYLES, type LabelStyle } from './label-styles.js';
import { givesSource, headsNotes, type Labelled, opens } from './labels.js';
import { ENOUGH, marksFound } from './marks.js';

/** A note found at the end: its label is `labelFrom…labelTo`, its paragraphs are lines, the label and back-links left out. */
export interface RawNote {
  readonly n: string;
  readonly labelFrom: number;
  readonly labelTo: number;
  readonly paragraphs: readonly Line[];
  readonly mark?: TextRange;
}

/** So many of the marks must be there where a run of the edition's form is damaged. */
const MARKED_WHERE_DAMAGED = 0.5;

/** Marks that may have a blank before them, whatever the labels are. */
const APART: readonly ((n: string) => string)[] = [(n) => n, (n) => `(${n})`];

/** So many blocks may follow that of the only note. */
const MOST_OF_ONE = 2;

/** The end of a paragraph less a link back to the note's mark, and the white space before it. */
function withoutBackLink(text: string, start: number, end: number): number {
  let at = end;
  if (text[at - 1] === '\uFE0E') at--;
  if (!'↩↵⏎'.includes(text[at - 1] ?? ' ')) return end;
  at--;
  while (at > start && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** The styles, other than that which looks like the labels, in which a mark of each can be set. */
const otherMarks = (like: MarkStyle, labels: readonly string[]): MarkStyle[] =>
  [BARE, ...SET_OFF_STYLES].filter(
    (marks) => marks !== like && labels.every((label) => marks.mark(label) !== undefined),
  );

/** A run of labels at the end of the text, and the style in which they are set. */
interface Candidate {
  readonly style: LabelStyle;
  readonly run: EditionRun;
}

/** A note's mark in a number, or behind one: `102` is a telegram's number 10 and the mark 2, and `1936 98` a year and the mark 98; a year alone has none. */
const markOf = (n: string): RegExp => new RegExp(`(?:\\d |(?<!\\d)(?!(?:1[789]|20)\\d\\d(?!\\d))\\d+?)${n}(?![\\d.])`);

/**
 * Whether a label is the only one, and its line set in, but none above it save items of lists: `1`, or a number that goes on with a
 * chapter's.
 */
function isAlone({ text }: Source, lines: readonly Line[], { labels: [one, ...more] }: EditionRun): boolean {
  const { line, label } = one!;
  const apart = (): boolean =>
    lines.every(({ from, start, bullet }, i) => bullet || i > line || start > from === (i === line));
  if (more.length > 0 || !apart()) return false;
  const n = lowered(label);
  return n === '1' || (/^\d+$/.test(n) && markOf(n).test(text.slice(0, lines[line]!.from)));
}

/** Whether the first of the notes tells the document's source. */
function opensWithSource(source: Source, lines: readonly Line[], { run }: Candidate): boolean {
  const { line, length } = run.labels[0]!;
  return givesSource(source, lines[line]!.from + length, lines[line]!.to);
}

/** Whether a run of labels is one of notes: by how it opens and where it stands, or by the marks in the body, which look like the labels or otherwise. */
function isOfNotes(source: Source, lines: readonly Line[], { style, run }: Candidate, alike: boolean): boolean {
  const { line, label } = run.labels[0]!;
  const { from, chunk } = lines[line]!;
  if (opensWithSource(source, lines, { style, run })) return true;
  // Nothing but notes stands so, save a list that a colon announces.
  const under = style.under && !run.damaged && chunk === lines[line - 1]!.chunk && opens(label);
  const announced = source.text[lines[line - 1]!.end - 1] === ':';
  if (under && !announced) return true;
  if (style.under && !run.damaged && !announced && isAlone(source, lines, run)) return true;
  // A paragraph of the text may be the only one with a number.
  if (run.labels.length === 1 && !style.under && lines.at(-1)!.chunk - chunk > MOST_OF_ONE) return false;
  const body = source.text.slice(0, from);
  const labels = run.labels.map((one) => lowered(one.label));
  if (!alike && APART.some((mark) => areApart(body, labels.map(mark)))) return true;
  const share = run.damaged ? MARKED_WHERE_DAMAGED : style.marked;
  return (alike ? [style.like] : otherMarks(style.like, labels)).some((marks) => {
    const found = marksFound(body, labels, marks);
    const enough = alike || marks.unmistakable ? share : 1;
    return (under && found > 0) || found >= enough * Math.min(labels.length, ENOUGH);
  });
}

/** `top` is the line of what heads the note, which counts as a part of its label. */
interface LabelledNote extends Labelled, Pick<RawNote, 'mark'> {
  readonly top?: number;
}

function notesOf(source: Source, lines: readonly Line[], run: readonly LabelledNote[]): RawNote[] {
  return packed(run, ({ line, label, length, mark, top = line }, k) => {
    const next = run[k + 1];
    const until = next?.top ?? next?.line ?? lines.length;
    const { from } = lines[line]!;
    const paragraphs = packed(lines.slice(line, until), (whole, j): Line => {
      const start = j === 0 ? from + length : whole.start;
      return changed(whole, { start, end: withoutBackLink(source.text, start, whole.end) });
    });
    const kept = paragraphs.filter((p) => p.end > p.start);
    return {
      n: lowered(label),
      labelFrom: lines[top]!.from,
      labelTo: from + length,
      paragraphs: kept,
      ...(mark && { mark }),
    };
  });
}

/** Notes whose labels are known, with the lines that follow each. */
function markedNotes(source: Source, lines: readonly Line[], marked: readonly MarkedNote[]): RawNote[] {
  let line = 0;
  const known = marked.flatMap(({ n, label, mark }) => {
    const before = line;
    while (line < lines.length && lines[line]!.end <= label.start) line++;
    const at = lines[line];
    // Labels are in order, each on a line of its own.
    if (!at || label.start < at.from) {
      line = before;
      return [];
    }
    const top = line;
    while (lines[line + 1] && lines[line + 1]!.from < label.end) line++;
    const { from, to } = lines[line]!;
    const length = Math.min(label.end, to) - from;
    return [{ line: line++, top, label: n, length, ...(mark && { mark }) }];
  });
  return notesOf(source, lines, known);
}

/** The notes' heading counts as a part of the first label. */
function headed(
  source: Source,
  lines: readonly Line[],
  first: number,
  notes: RawNote[],
): { first: number; notes: RawNote[] } {
  const [top, ...rest] = notes;
  let at = first;
  while (at > 1) {
    if (!headsNotes(source, lines[at - 1]!)) break;
    at--;
  }
  if (!top || at === first) return { first, notes };
  return { first: at, notes: [{ ...top, labelFrom: lines[at]!.from }, ...rest] };
}

/** A run of labels as notes, with what heads them. */
const notesAt = (source: Source, lines: readonly Line[], { labels }: EditionRun): { first: number; notes: RawNote[] } =>
  headed(source, lines, labels[0]!.line, notesOf(source, lines, labels));

/** Find the notes, or take those that `marked` has. `first` is the index of their first line, `lines.length` where there are none. */
export function findNotes(
  source: Source,
  lines: readonly Line[],
  marked: readonly MarkedNote[] = [],
): { first: number; notes: RawNote[] } {
  if (marked.length > 0) {
    const notes = markedNotes(source, lines, marked);
    const first = lines.findIndex(({ from }) => from === notes[0]?.labelFrom);
    return { first: first < 0 ? lines.length : first, notes };
  }
  const [edition, ...others] = LABEL_STYLES;
  const candidates = (style: LabelStyle): Candidate[] => style.runs(source, lines).map((run) => ({ style, run }));
  const ofEdition = candidates(edition!);
  const sure = ofEdition.find((one) => isOfNotes(source, lines, one, true));
  if (sure) return notesAt(source, lines, sure.run);
  const all = [...ofEdition, ...others.flatMap(candidates)];
  // Paragraphs of the text may be numbered in a style that is tried before that of the notes.
  const found =
    all.find((one) => opensWithSource(source, lines, one)) ??
    all.find((one) => isOfNotes(source, lines, one, true)) ??
    all.find((one) => isOfNotes(source, lines, one, false));
  return found ? notesAt(source, lines, found.run) : { first: lines.length, notes: [] };
}

/** Words with which an unmarked source note begins: the archives that editors cite. */
const ARCHIVE =
  /^(?:Department of (?:State|Defense)|(?:Eisenhower|Kennedy|Johnson|Truman|Nixon|Ford|Carter|Roosevelt) (?:Presidential )?Library|National Archives|Washington National Records Center|Central Intelligence Agency|Library of Congress|Princeton University)\b[^.]{0,80}?(?:Files?|Papers|Lot|Collection|RG|Job|NSC|Records?)\b/;

const SOURCE = /^\P{L}?sources?\s?[:;]/iu;

/**
 * Whether a document's first note gives the document's source, by how its paragraphs open: a summary may stand before.
 */
export function isSourceNote(openings: readonly string[], index: number, sourceLine: boolean): boolean {
  if (index !== 0) return false;
  return openings.some((text) => SOURCE.test(text)) || (!sourceLine && ARCHIVE.test(openings[0] ?? ''));
}
