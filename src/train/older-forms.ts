/**
 * Documents of annual volumes in the forms of earlier ones. The corpus begins in 1948; earlier volumes print what it hardly has: the
 * post's own line above the dateline, `[Received …]` on a line of its own below it, bracketed words below the heading (`[Telegram]`,
 * `[Paraphrase]`), `No. 212]`, `File No.` before the source or no source at all, `I have [etc.]`, enclosures with their language, no
 * classification, before 1914 `Mr. Harlow to Mr. Winslow.` for a heading. A document of 1948 or 1949 is given such lines, with their
 * labels, so that the model has met them. Which it is given depends on a counter alone: training is repeatable.
 */

import type { Label } from '../read/labels/labels.js';
import type { Line } from '../read/lines/chunks.js';

export interface Labelled {
  readonly text: string;
  /** Labels of the lines, pages' lines included. */
  readonly labels: readonly Label[];
}

interface Edit {
  /** Index of the line before which text is put; `drop` removes that line with the empty line after it. */
  readonly at: number;
  readonly put: readonly (readonly [text: string, label: Label])[];
  readonly drop?: true;
  /** What the line's own label becomes. */
  readonly label?: Label;
  /** Put into the block of the line, not into one of its own. */
  readonly joined?: true;
}

const BRACKETED = [
  '[Telegram]',
  '[Paraphrase]',
  '[Translation]',
  '[Extract]',
  '[Telegram—Paraphrase]',
  '[Extracts]',
  '[Telegram.]',
  '[Extract.]',
];
const POSTS = [
  'American Legation,',
  'American Embassy,',
  'Department of State,',
  'American Consulate,',
  'Legation of Ruritania,',
  'Legation of the United States,',
  'Consulate-General of the United States,',
];
const ENCLOSURES = [
  '[Enclosure 1—Translation]',
  '[Enclosure—Translation]',
  '[Enclosure 2]',
  '[Inclosure]',
  '[Subenclosure]',
  '[Inclosure 1 in No. 212.]',
  '[Inclosure.—Translation.]',
];
const CLOSINGS = ['I have [etc.]', 'Accept [etc.]', 'I am [etc.]', 'Respectfully yours,', 'I have, etc.,'];
/** When a telegram or a despatch came in: on a line of its own, as some volumes have it. */
const RECEIVED = [
  '[Received 8:40 a. m.]',
  '[Received January 5—7:14 a. m.]',
  '[Received August 17, 11.30 a.m.]',
  '[Received February 20.]',
  '[Received November 8, 3:15 p. m.]',
  '[Received January 2, 1919.]',
];
/** Headings of before 1914. */
const GENTLEMEN = [
  'Mr. Harlow to Mr. Winslow.',
  'Mr. Marsh to the Marquis of Zenda.',
  'Count Tarlen to Mr. Harlow.',
  'Minister Lanning to the Secretary of State.',
  'The Acting Secretary of State to Minister Lanning.',
  'Mr. Winslow to Mr. Marsh.',
];
const SECRECY = /^(?:top secret|secret|confidential|restricted|plain)\b/i;

const pick = (list: readonly string[], turn: number): string => list[Math.floor(turn) % list.length]!;

const fromLast = (a: Edit, b: Edit): number => b.at - a.at || Number(b.drop ?? false) - Number(a.drop ?? false);

/** Make the edits on the text, from the last to the first; of those at one line, the one that removes it first. */
function apply(text: string, lines: readonly Line[], labels: readonly Label[], edits: readonly Edit[]): Labelled {
  let out = text;
  const named = [...labels];
  for (const { at, put, drop, label, joined } of [...edits].sort(fromLast)) {
    const { from } = lines[at]!;
    const to = drop ? (lines[at + 1]?.from ?? from) : from;
    const added = put.map(([line]) => `${line}\n${joined ? '' : '\n'}`).join('');
    out = out.slice(0, from) + added + out.slice(to);
    if (label) named[at] = label;
    named.splice(at, drop ? 1 : 0, ...put.map(([, name]) => name));
  }
  return { text: out, labels: named };
}

/** The document as an earlier volume would print it; undefined where there is no heading to begin from. */
export function olderForm(
  text: string,
  lines: readonly Line[],
  labels: readonly Label[],
  turn: number,
): Labelled | undefined {
  const head = labels.indexOf('head');
  if (head < 0 || head > 3) return undefined;
  const edits: Edit[] = [];
  const alone = (i: number): boolean =>
    lines[i - 1]?.chunk !== lines[i]?.chunk && lines[i + 1]?.chunk !== lines[i]?.chunk && i + 1 < lines.length;
  const dateline = labels.indexOf('dateline');
  const dated = dateline > head && lines[dateline]!.chunk !== lines[dateline - 1]!.chunk;
  if (dated) {
    const above: [string, Label][] = [];
    if (turn % 3 === 0) above.push([pick(BRACKETED, turn / 3), 'seg']);
    if (turn % 5 === 1) above.push([`No. ${100 + (turn % 900)}${turn % 2 === 0 ? '.' : ''}]`, 'seg']);
    // Of two edits at one line the later one comes to stand above.
    if (turn % 2 === 0)
      edits.push({ at: dateline, put: [[pick(POSTS, turn), 'dateline']], joined: true, label: 'more' });
    if (above.length > 0) edits.push({ at: dateline, put: above });
    const below = lines.findIndex((line, i) => i > dateline && line.chunk !== lines[dateline]!.chunk);
    if (turn % 3 === 1 && below > 0) edits.push({ at: below, put: [[pick(RECEIVED, turn / 3), 'dateline']] });
  }
  labels.forEach((label, i) => {
    const line = text.slice(lines[i]!.start, lines[i]!.end);
    if (label === 'seg' && i < head + 6 && SECRECY.test(line) && alone(i)) edits.push({ at: i, put: [], drop: true });
    if (label === 'attSeg' && alone(i) && turn % 2 === 1) {
      edits.push({ at: i, put: [[pick(ENCLOSURES, turn + i), 'attSeg']], drop: true });
    }
  });
  const signed = labels.lastIndexOf('signed');
  if (signed > head + 2 && turn % 4 === 1 && lines[signed]!.chunk !== lines[signed - 1]!.chunk) {
    edits.push({ at: signed, put: [[pick(CLOSINGS, turn), 'p']] });
  }
  const before1914 = turn % 7 === 2 && alone(head) && / to /.test(text.slice(lines[head]!.start, lines[head]!.end));
  if (before1914) edits.push({ at: head, put: [[pick(GENTLEMEN, turn / 7), 'head']], drop: true });
  if (labels[0] === 'sourceLine' && alone(0)) {
    const filed = text.slice(lines[0]!.start, lines[0]!.end).replace(/^(?=\d)/, 'File No. ');
    // Notes that were exchanged, among others, have no file number.
    if (before1914 || turn % 6 === 3) edits.push({ at: 0, put: [], drop: true });
    else if (turn % 3 === 1) edits.push({ at: 0, put: [[filed, 'sourceLine']], drop: true });
  }
  if (edits.length === 0) return undefined;
  return earlier(apply(text, lines, labels, edits), before1914 ? 1861 + (turn % 53) : 1914 + (turn % 31));
}

/** The years of 1948 and 1949 as an earlier one: the same number of characters, so that nothing else moves. */
function earlier({ text, labels }: Labelled, year: number): Labelled {
  return { text: text.replace(/\b19(?:4[5-9]|5[01])\b/g, String(year)), labels };
}
