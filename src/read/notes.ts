/** The notes at the end of the text: where they begin, and which lines each of them has. */

import type { MarkedNote, TextRange } from '../markup.js';
import type { Source } from '../source.js';
import { lowered, SUPERSCRIPTS } from '../superscripts.js';
import type { Line } from './chunks.js';
import { type EditionRun, editionRuns } from './edition-notes.js';
import { follows, type Labelled, labelled, opens } from './note-labels.js';
import { ENOUGH, marksFound } from './note-marks.js';

/** A note found at the end: its label is `labelFrom…labelTo`, its paragraphs are lines, the label and back-links left out. */
export interface RawNote {
  readonly n: string;
  readonly labelFrom: number;
  readonly labelTo: number;
  readonly paragraphs: readonly Line[];
  readonly mark?: TextRange;
}

interface LabelStyle {
  readonly name: string;
  /** Runs of labels that reach to the end of the text, the one to try first first. */
  readonly runs: (source: Source, lines: readonly Line[]) => readonly EditionRun[];
  /** How the label looks where the note hangs. */
  readonly mark: (label: string) => string;
  /** Set right under the last line of the text, without an empty one between. */
  readonly under: boolean;
  /** The share of the labels whose marks must stand in the body, in order, before the run counts as notes. */
  readonly marked: number;
}

/** So many of the marks must be there where a run of the edition's form is damaged. */
const MARKED_WHERE_DAMAGED = 0.5;

/** Notes that begin at the margin, or nearly. */
const marginal =
  (pattern: RegExp) =>
  (source: Source, lines: readonly Line[]): EditionRun[] => {
    const labels = lastRun(source, lines, pattern);
    return labels.length > 0 ? [{ labels, damaged: false }] : [];
  };

/** Every way of labelling a note that is known; the first style that explains the end of the text is taken. */
const STYLES: readonly LabelStyle[] = [
  { name: 'indented', runs: editionRuns, mark: (n) => n, under: true, marked: 0.3 },
  {
    name: 'bracketed',
    runs: marginal(/^\s{0,4}\[(\d{1,3}[a-z]?|[*†‡§¶‖]{1,4})\]:?\s+/),
    mark: (n) => `[${n}]`,
    under: false,
    marked: 0.5,
  },
  {
    name: 'superscript',
    runs: marginal(new RegExp(String.raw`^\s{0,4}([${SUPERSCRIPTS}]{1,3}) ?(?=\S)`)),
    mark: (n) => n,
    under: false,
    marked: 0.5,
  },
  { name: 'symbol', runs: marginal(/^\s{0,4}([*†‡§¶‖]{1,4}) ?(?=\S)/), mark: (n) => n, under: false, marked: 1 },
  {
    name: 'flush',
    runs: marginal(/^(\d{1,3}[a-z]?|l(?=\.))[.)]?[ \u00a0]+(?=\S)/),
    mark: (n) => n,
    under: false,
    marked: 1,
  },
  {
    name: 'close',
    runs: marginal(/^ {0,4}(\d{1,3}[a-z]?)(?:\.(?=[\p{Lu}“"([])|(?=\p{Lu}\p{Ll}))/u),
    mark: (n) => n,
    under: false,
    marked: 1,
  },
  { name: 'alone', runs: marginal(/^ {0,4}(\d{1,3}[a-z]?)\.?\s*$/), mark: (n) => n, under: false, marked: 1 },
];

/** The labels of the last run in a style whose notes begin at the margin, reaching to the end of the text; empty where there is none. */
function lastRun(source: Source, lines: readonly Line[], pattern: RegExp): Labelled[] {
  const run: Labelled[] = [];
  for (let i = lines.length - 1; i > 0; i--) {
    const found = labelled(source, lines, i, pattern);
    if (!found || (run[0] && !follows(found.label, run[0].label))) continue;
    run.unshift(found);
    if (lowered(found.label) === '1') break;
  }
  return run.length > 0 && opens(run[0]!.label) ? run : [];
}

/** The end of a paragraph less a link back to the note's mark, and the white space before it. */
function withoutBackLink(text: string, start: number, end: number): number {
  let at = end;
  if (text[at - 1] === '\uFE0E') at--;
  if (!'↩↵⏎'.includes(text[at - 1] ?? ' ')) return end;
  at--;
  while (at > start && /\s/.test(text[at - 1]!)) at--;
  return at;
}

/** Whether a line is set in and none above it is, but items of lists. */
const isSetInAlone = (lines: readonly Line[], line: number): boolean =>
  lines.every(({ from, start, bullet }, i) => bullet || i > line || start > from === (i === line));

/** Whether a run of labels is one of notes: by how it opens and where it stands, or by the marks in the body. */
function isOfNotes(
  source: Source,
  lines: readonly Line[],
  style: LabelStyle,
  { labels, damaged }: EditionRun,
): boolean {
  const { line, label, length } = labels[0]!;
  const { from, to, chunk } = lines[line]!;
  if (/^sources?\s?:/i.test(source.text.slice(from + length, to))) return true;
  const body = source.text.slice(0, from);
  const found = marksFound(
    body,
    labels.map((one) => one.label),
    style.mark,
  );
  // Nothing but notes stands so, save a list that a colon announces.
  const under = style.under && !damaged && chunk === lines[line - 1]!.chunk;
  const announced = source.text[lines[line - 1]!.end - 1] === ':';
  if (under && opens(label) && (found > 0 || !announced)) return true;
  if (
    style.under &&
    !damaged &&
    !announced &&
    labels.length === 1 &&
    lowered(label) === '1' &&
    isSetInAlone(lines, line)
  )
    return true;
  const share = damaged ? MARKED_WHERE_DAMAGED : style.marked;
  return found >= share * Math.min(labels.length, ENOUGH);
}

function notesOf(
  source: Source,
  lines: readonly Line[],
  run: readonly (Labelled & Pick<RawNote, 'mark'>)[],
): RawNote[] {
  return run.map(({ line, label, length, mark }, k) => {
    const until = run[k + 1]?.line ?? lines.length;
    const { from } = lines[line]!;
    const paragraphs = lines.slice(line, until).map((whole, j): Line => {
      const start = j === 0 ? from + length : whole.start;
      return { ...whole, start, end: withoutBackLink(source.text, start, whole.end) };
    });
    const kept = paragraphs.filter((p) => p.end > p.start);
    return { n: lowered(label), labelFrom: from, labelTo: from + length, paragraphs: kept, ...(mark && { mark }) };
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
    const length = Math.min(label.end, at.to) - at.from;
    return [{ line: line++, label: n, length, ...(mark && { mark }) }];
  });
  return notesOf(source, lines, known);
}

/** What may head the notes, alone. */
const HEADING = /^(?:foot)?notes?:?$/i;

/** The notes' heading counts as a part of the first label. */
function headed(
  { text }: Source,
  lines: readonly Line[],
  first: number,
  notes: RawNote[],
): { first: number; notes: RawNote[] } {
  const above = lines[first - 1];
  const [top, ...rest] = notes;
  if (!above || !top || first < 2 || !HEADING.test(text.slice(above.start, Math.min(above.end, above.start + 20))))
    return { first, notes };
  return { first: first - 1, notes: [{ ...top, labelFrom: above.from }, ...rest] };
}

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
  for (const style of STYLES) {
    for (const run of style.runs(source, lines)) {
      if (!isOfNotes(source, lines, style, run)) continue;
      const first = run.labels[0]!.line;
      return headed(source, lines, first, notesOf(source, lines, run.labels));
    }
  }
  return { first: lines.length, notes: [] };
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
