/**
 * The corpus as training data: each gold element with the stretch of plain text that it covers.
 *
 * Text and TEI of a document hold the same characters, white space aside, but for what the plain form adds: a note's
 * number, `[Page 81]`, `* ` and ` | `, and the labels of notes, which stand at the end. So one walk over both aligns them.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parseXml, type XmlElement } from '../xml/parse.js';

export interface CorpusRecord {
  readonly volume: string;
  readonly id: string;
  readonly n: string;
  readonly genre: 'telegram' | 'memorandum' | 'letter' | 'editorial-note' | 'other';
  readonly text: string;
  readonly dateline: string;
  readonly tei: string;
}

/** An element of the gold TEI over `start…end` of the plain text (trimmed of white space; empty for pb, note). */
export interface GoldElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
  /** Index of the parent in `GoldDocument.elements`; −1 for a child of the div. */
  readonly parent: number;
  /** The `n` of the note it stands in, if any. */
  readonly note?: string;
}

/** Where a note's mark stands in the text (`start…end` are the mark's characters) and where its own text stands. */
export interface GoldNote {
  readonly n: string;
  readonly start: number;
  readonly end: number;
  readonly source: boolean;
  /** The label `  2. ` begins at `labelStart`; the note's text is `bodyStart…bodyEnd`. */
  readonly labelStart: number;
  readonly bodyStart: number;
  readonly bodyEnd: number;
}

export interface GoldDocument extends CorpusRecord {
  readonly elements: readonly GoldElement[];
  readonly notes: readonly GoldNote[];
}

/** Names of the volumes of a corpus folder, sorted. */
export function corpusVolumes(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz'))
    .map((name) => name.slice(0, -'.jsonl.gz'.length))
    .sort();
}

/** The records of one volume, in the file's order. */
export function readVolume(folder: string, volume: string): CorpusRecord[] {
  return gunzipSync(readFileSync(join(folder, `${volume}.jsonl.gz`)))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as CorpusRecord);
}

const LEFT_OUT = new Set(['file', 'pdf', 'page-count-according-to-citation']);
const blank = (code: number): boolean =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x200b || code === 0x2003 || code === 0x2009;

class Misaligned extends Error {}

/** Align a record; undefined where text and TEI differ (some tables, nested lists). */
export function align(record: CorpusRecord): GoldDocument | undefined {
  const { text } = record;
  const elements: { -readonly [K in keyof GoldElement]: GoldElement[K] }[] = [];
  const notes: { -readonly [K in keyof GoldNote]: GoldNote[K] }[] = [];
  const deferred: { element: XmlElement; parent: number; at: number }[] = [];
  let at = 0; // next character of the text
  let last = 0; // after the last character matched

  const expect = (wanted: string): number => {
    let first = -1;
    for (let i = 0; i < wanted.length; i++) {
      const code = wanted.charCodeAt(i);
      if (blank(code)) continue;
      while (at < text.length) {
        const here = text.charCodeAt(at);
        if (here === code) break;
        if (!blank(here) && here !== 42 && here !== 124) throw new Misaligned();
        at++;
      }
      if (at >= text.length) throw new Misaligned();
      if (first < 0) first = at;
      last = ++at;
    }
    return first;
  };

  const walk = (node: XmlElement, parent: number, note: string | undefined): void => {
    for (const child of node.children) {
      if (child.type === 'text') {
        expect(child.value);
        continue;
      }
      if (LEFT_OUT.has(child.name)) continue;
      const n = child.attributes.n ?? '';
      if (child.name === 'note' && n && child.attributes.rend !== 'inline' && note === undefined) {
        const first = expect(n);
        deferred.push({ element: child, parent: elements.length, at: notes.length });
        elements.push({ name: 'note', attributes: child.attributes, start: first, end: last, parent });
        const empty = { labelStart: 0, bodyStart: 0, bodyEnd: 0 };
        notes.push({ n, start: first, end: last, source: child.attributes.type === 'source', ...empty });
        continue;
      }
      const index = elements.length;
      const element = { name: child.name, attributes: child.attributes, start: -1, end: -1, parent };
      elements.push(note === undefined ? element : { ...element, note });
      const mine = elements[index]!;
      if (child.name === 'pb') {
        mine.start = expect(`[Page ${n}]`);
        mine.end = last;
        continue;
      }
      // The first character of the element is the next one matched inside it.
      const before = last;
      walk(child, index, note);
      let start = before;
      while (start < last && (blank(text.charCodeAt(start)) || text[start] === '*' || text[start] === '|')) {
        if ((text[start] === '*' || text[start] === '|') && !blank(text.charCodeAt(start + 1))) break;
        start++;
      }
      mine.start = Math.min(start, last);
      mine.end = last;
    }
  };

  try {
    const root = parseXml(record.tei);
    walk(root, -1, undefined);
    for (const { element, parent, at: index } of deferred) {
      const note = notes[index]!;
      note.labelStart = expect(`${note.n}.`);
      const before = last;
      walk(element, parent, note.n);
      let start = before;
      while (start < last && blank(text.charCodeAt(start))) start++;
      note.bodyStart = Math.min(start, last);
      note.bodyEnd = last;
    }
    while (at < text.length && blank(text.charCodeAt(at))) at++;
    if (at < text.length) return undefined;
  } catch (error) {
    if (error instanceof Misaligned) return undefined;
    throw error;
  }
  return { ...record, elements, notes };
}

/** The folder of the corpus: `TEIGRAM_CORPUS`, or `../shared/corpus` beside the checkout. */
export function corpusFolder(): string {
  return process.env.TEIGRAM_CORPUS ?? fileURLToPath(new URL('../../../shared/corpus', import.meta.url));
}
