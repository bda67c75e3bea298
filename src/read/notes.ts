/** The notes at the end of the text: where they begin, and which lines each of them has. */

import type { Source } from '../source.js';
import type { Line } from './chunks.js';
import { unwrap } from './wrap.js';

/** A note found at the end: its label is `labelFrom…labelTo`, its paragraphs are lines, the label and back-links left out. */
export interface RawNote {
  readonly n: string;
  readonly labelFrom: number;
  readonly labelTo: number;
  readonly paragraphs: readonly Line[];
}

interface LabelStyle {
  readonly name: string;
  /** Matched against a line, its indent included; group 1 is the label. */
  readonly pattern: RegExp;
  /** How the label looks where the note hangs. */
  readonly mark: (label: string) => string;
  /** Lines that go on with a note begin with at least so many blanks; 0 takes any line. */
  readonly indent: number;
  /** The share of the labels whose marks must stand in the body, in order, before the run counts as notes. */
  readonly marked: number;
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const plain = (label: string): string =>
  [...label].map((c) => (SUPERSCRIPTS.includes(c) ? String(SUPERSCRIPTS.indexOf(c)) : c)).join('');

/** Every way of labelling a note that is known; the first style that explains the end of the text is taken. */
const STYLES: readonly LabelStyle[] = [
  { name: 'indented', pattern: /^ {1,4}(\d{1,3}[a-z]?|[*†‡§¶‖#]{1,4})\. +/, mark: (n) => n, indent: 5, marked: 0.3 },
  {
    name: 'bracketed',
    pattern: /^\s{0,4}\[(\d{1,3}[a-z]?|[*†‡§¶‖]{1,4})\]:?\s+/,
    mark: (n) => `[${n}]`,
    indent: 0,
    marked: 0.5,
  },
  { name: 'superscript', pattern: /^\s{0,4}([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}) ?(?=\S)/, mark: (n) => n, indent: 0, marked: 0.5 },
  { name: 'symbol', pattern: /^\s{0,4}([*†‡§¶‖]{1,4}) ?(?=\S)/, mark: (n) => n, indent: 0, marked: 1 },
  { name: 'flush', pattern: /^(\d{1,3}[a-z]?)[.)]? +(?=\S)/, mark: (n) => n, indent: 0, marked: 1 },
];

interface Labelled {
  readonly line: number;
  readonly label: string;
  readonly length: number;
}

const numberOf = (label: string): number => Number.parseInt(plain(label), 10);

/** Whether one label can stand right after another: numbers go up by one (or take a letter), symbols just differ. */
function follows(before: string, after: string): boolean {
  const [a, b] = [numberOf(before), numberOf(after)];
  if (Number.isNaN(a) || Number.isNaN(b)) return before !== after || Number.isNaN(a) === Number.isNaN(b);
  return b === a + 1 || (b === a && after > before);
}

/**
 * The same in the plain form of an edition, whose labels nothing else looks like. Annual volumes number the notes of a chapter
 * through, to 99 and then from 1 again, and a number may be missing.
 */
const STRAY = 5;
const LAST_NUMBERS = 90;
function followsInEdition(before: string, after: string): boolean {
  const [a, b] = [numberOf(before), numberOf(after)];
  return follows(before, after) || (b > a && b - a <= STRAY) || (b === 1 && a >= LAST_NUMBERS);
}

const opens = (label: string): boolean => Number.isNaN(numberOf(label)) || plain(label) === '1';

const LETTER_OR_POINT = /[\p{L}\p{P}]/u;

/** So many labels show whether a run is one of notes. */
const ENOUGH = 40;

/** How many of the labels have a mark in the body, in order; a number must be glued to what stands before it. */
function marksFound(body: string, labels: readonly string[], style: LabelStyle): number {
  let at = 0;
  let found = 0;
  for (const label of labels.slice(0, ENOUGH)) {
    const mark = style.mark(label);
    for (let i = body.indexOf(mark, at); i >= 0; i = body.indexOf(mark, i + 1)) {
      const glued = mark !== plain(label) || (i > 0 && LETTER_OR_POINT.test(body[i - 1]!));
      if (!glued || /\d/.test(body[i + mark.length] ?? '')) continue;
      found++;
      at = i + mark.length;
      break;
    }
  }
  return found;
}

/** The labels of the last run in a style, reaching to the end of the text; empty where there is none. */
function lastRun(source: Source, lines: readonly Line[], style: LabelStyle): Labelled[] {
  const run: Labelled[] = [];
  for (let i = lines.length - 1; i > 0; i--) {
    const line = lines[i]!;
    const whole = source.text.slice(line.from, Math.min(line.to, line.from + 40));
    const match = style.pattern.exec(whole);
    if (match) {
      const next = run[0];
      if (next && !(style.indent > 0 ? followsInEdition : follows)(match[1]!, next.label)) {
        if (style.indent > 0) break;
        continue;
      }
      run.unshift({ line: i, label: match[1]!, length: match[0].length });
      if (plain(match[1]!) === '1' && style.indent === 0) break;
      continue;
    }
    if (style.indent > 0 && line.start - line.from < style.indent) break;
  }
  return run.length > 0 && (style.indent > 0 || opens(run[0]!.label)) ? run : [];
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

/** Find the notes. `first` is the index of their first line, `lines.length` where there are none. */
export function findNotes(
  source: Source,
  lines: readonly Line[],
  wrapped = false,
): { first: number; notes: RawNote[] } {
  for (const style of STYLES) {
    const run = lastRun(source, lines, style);
    if (run.length === 0) continue;
    const first = run[0]!.line;
    const body = source.text.slice(0, lines[first]!.from);
    const labels = run.map((l) => l.label);
    const stated = /^sources?\s?:/i.test(source.text.slice(lines[first]!.from + run[0]!.length, lines[first]!.to));
    // The plain form sets the notes right under the last line, without an empty one between.
    const under = style.indent > 0 && lines[first]!.chunk === lines[first - 1]!.chunk;
    const sure = stated || (under && opens(run[0]!.label));
    if (!sure && marksFound(body, labels, style) < style.marked * Math.min(run.length, ENOUGH)) continue;
    const notes = run.map(({ line, label, length }, k) => {
      const until = run[k + 1]?.line ?? lines.length;
      const { from } = lines[line]!;
      const paragraphs = lines.slice(line, until).map((whole, j): Line => {
        const start = j === 0 ? from + length : whole.start;
        return { ...whole, start, end: withoutBackLink(source.text, start, whole.end) };
      });
      const kept = paragraphs.filter((p) => p.end > p.start);
      return { n: plain(label), labelFrom: from, labelTo: from + length, paragraphs: wrapped ? unwrap(kept) : kept };
    });
    return { first, notes };
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
