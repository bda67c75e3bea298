/**
 * The grammar of references:
 *
 *     citation  = volume [","] [locators] | locators
 *     volume    = "Foreign Relations" "," years ["," volumes] [title] | "ibid." ["," years] ["," volumes] | volumes | part
 *     volumes   = ("vol." | "volume" | "vols." | "volumes") number {("," | "and") number} ["," part] ["," title]
 *     locators  = ("Document" | "p." | "page" | "footnote" …) number {("," | "and" | "–") number} ["ff."]
 *     where     = "supra" | "infra" | "above" | "below" | "thereto" | "ibid."
 */

import type { TextRange } from '../../text-range.js';
import { continued } from './continued.js';
import { DASHES, Reader, type Token } from './lexer.js';
import { areOthers } from './others.js';
import { volumeRefs } from './volume-grammar.js';

/** `Documents 13, 21 and 22`: what is counted, and each number. */
export interface Locator extends TextRange {
  readonly of: 'document' | 'page' | 'footnote';
  /** The stretch of the counting word (`Documents`). */
  readonly word: TextRange;
  readonly numbers: readonly (TextRange & { readonly value: string; readonly joint: string })[];
  /** `ff.` after the last number: where it ends. */
  readonly ff?: number;
}

/** Which volume: years as in identifiers (`1952-54`), number as in identifiers (`v14p2`); what is left out is inherited. */
export interface VolumeRef extends TextRange {
  readonly by: 'title' | 'ibid' | 'number' | 'part';
  readonly years?: string;
  /** The collection beside the years, as identifiers write it (`collections.ts`). */
  readonly name?: string;
  readonly number?: string;
  readonly part?: string;
  /** `Part 1 of this volume`. */
  readonly own?: true;
  /** It goes on with a volume cited before in its sentence: what it leaves out is that one's. */
  readonly continues?: true;
  /** The volume's own title is printed too. */
  readonly titled: boolean;
  /** The title alone tells the volume. */
  readonly title?: string;
}

export interface Where extends TextRange {
  readonly word: string;
}

export interface Citation {
  readonly volume?: VolumeRef;
  readonly locators: readonly Locator[];
  readonly where?: Where;
  /** The volume that the locators are of where it is a citation of its own: no link holds both. */
  readonly of?: VolumeRef;
}

const TRIGGER =
  /\b(?:footnotes?|fn\.|Documents?|Docs?\.|pp?\.|[Pp]ages?|[Ss]upra|[Ii]nfra|Foreign Relations|[Ii]bid|[Vv]ols?\b|[Vv]olumes?|[Pp]art (?=\d|[IVX]))/g;

const WORDS: Readonly<Record<string, Locator['of']>> = {
  document: 'document',
  documents: 'document',
  doc: 'document',
  docs: 'document',
  page: 'page',
  pages: 'page',
  p: 'page',
  pp: 'page',
  footnote: 'footnote',
  footnotes: 'footnote',
  fn: 'footnote',
};

const WHERE = new Set(['supra', 'infra', 'above', 'below', 'thereto', 'thereof', 'ibid']);

/** Numbers after a counting word. */
function numbers(reader: Reader): { numbers: Locator['numbers']; ff?: number } {
  const found: { start: number; end: number; value: string; joint: string }[] = [];
  let joint = '';
  let ff: number | undefined;
  for (;;) {
    const token = reader.attempt(() => {
      const next = reader.take();
      return next.kind === 'number' || (next.kind === 'roman' && found.length === 0 && /^[ivxl]+$/.test(next.text))
        ? next
        : undefined;
    });
    if (!token) break;
    found.push({ start: token.start, end: token.end, value: token.text, joint });
    const next = reader.peek();
    if (next.text === 'ff') {
      reader.take();
      ff = next.end;
      const stop = reader.peek();
      if (stop.text === '.' && stop.start === ff) reader.take();
    }
    const more = reader.attempt(() => {
      const parts: string[] = [];
      for (let i = 0; i < 2; i++) {
        const sign = reader.skip([',', 'and', '–', '-', '—', '&', 'or', 'to', 'through']);
        if (!sign) break;
        parts.push(DASHES.includes(sign.text) ? '–' : sign.text.toLowerCase());
      }
      return parts.length > 0 && reader.peek().kind === 'number' && !yearLike(reader, parts)
        ? parts.join(' ')
        : undefined;
    });
    if (more === undefined) break;
    joint = more;
  }
  return { numbers: found, ...(ff !== undefined && { ff }) };
}

/** "Document 12, 1955": a year after a comma goes on with a date, not with the list. */
function yearLike(reader: Reader, parts: readonly string[]): boolean {
  return parts.length === 1 && parts[0] === ',' && /^1[89]\d\d$/.test(reader.peek().text);
}

function locator(reader: Reader): Locator | undefined {
  return reader.attempt(() => {
    const word = reader.take();
    const of = WORDS[word.text.toLowerCase()];
    if (!of || word.kind !== 'word') return undefined;
    if (word.text === word.text.toUpperCase() && word.text.length > 1) return undefined;
    const stop = reader.peek();
    if (stop.text === '.' && stop.start === word.end) reader.take();
    const list = numbers(reader);
    const last = list.numbers.at(-1);
    if (!last) return undefined;
    return { of, word: { start: word.start, end: word.end }, start: word.start, end: list.ff ?? last.end, ...list };
  });
}

function whereAt(reader: Reader): Where | undefined {
  return reader.attempt(() => {
    reader.skip([',']);
    const token = reader.take();
    const word = token.text.toLowerCase();
    if (word === 'ibid' && /^\.?,? *(?:\d|vol|p)/.test(reader.text.slice(token.end, token.end + 8))) return undefined;
    return WHERE.has(word) ? { start: token.start, end: token.end, word } : undefined;
  });
}

/** What may follow what inside one citation: `footnote 2, Document 9`, `Document 9 and footnote 2`, `pp. 5–7 (Document 3)`. */
const FOLLOWS: Readonly<Record<Locator['of'], readonly Locator['of'][]>> = {
  footnote: ['document', 'page'],
  document: ['footnote', 'page'],
  page: ['document', 'footnote'],
};

/** A footnote after a document belongs to the next document where one follows: `Document 45, and footnote 6, Document 90`. */
function belongsToNext(reader: Reader): boolean {
  const { at } = reader;
  reader.skip([',']);
  reader.skip(['to', 'of', 'in']);
  const next = locator(reader);
  const other = next?.of === 'document' || /^,? *(?:supra|infra|below|above)/i.test(reader.text.slice(at, at + 8));
  reader.at = at;
  return other;
}

function locators(reader: Reader): Locator[] {
  const out: Locator[] = [];
  for (let last: Locator | undefined; out.length < 2; ) {
    const next = reader.attempt(() => {
      if (last) reader.skip([',', '(', 'and', 'to', 'of', 'in']);
      if (last) reader.skip(['and']);
      const found = locator(reader);
      if (!found || (last && !FOLLOWS[last.of].includes(found.of))) return undefined;
      return last?.of === 'document' && found.of === 'footnote' && belongsToNext(reader) ? undefined : found;
    });
    if (!next) break;
    out.push(next);
    last = next;
  }
  return out;
}

const isVolumeStart = (token: Token): boolean => /^(?:Foreign|ibid|vols?|volumes?|part)$/i.test(token.text);

/** `vol. II, especially Documents 55 and 82`; gives whether a word was there. */
function singledOut(reader: Reader): boolean {
  reader.skip([',', '(', ';']);
  return reader.skip(['especially', 'particularly', 'including', 'notably']) !== undefined;
}

/** `Document 82 in Foreign Relations, 1964–1968, volume II`: the volume that locators are of, where it follows them. */
function volumeAfter(reader: Reader): VolumeRef | undefined {
  return reader.attempt(() => {
    reader.skip([',']);
    reader.skip(['printed', 'published']);
    if (!reader.skip(['in', 'of'])) return undefined;
    const [ref, ...more] = isVolumeStart(reader.peek()) ? volumeRefs(reader) : [];
    return more.length === 0 && !ref?.own ? ref : undefined;
  });
}

/** Sentences are not looked back upon further than so. */
const LONGEST = 2000;

/** Volumes just read, the last with the locators after it; those that are singled out are a citation of their own. */
function withLocators(reader: Reader, volumes: readonly VolumeRef[]): Citation[] {
  const last = volumes.at(-1)!;
  const list = reader.attempt(() => {
    const apart = singledOut(reader);
    const found = locators(reader);
    return found.length > 0 ? { found, apart } : undefined;
  });
  const own = list?.apart ? [] : (list?.found ?? []);
  const out: Citation[] = volumes.map((volume) => ({ volume, locators: volume === last ? own : [] }));
  if (list?.apart) out.push({ locators: list.found, of: last });
  return out;
}

/** Locators with the word that says where, or with the volume after them, which is a citation, too; undefined where there are none. */
function beforeVolume(reader: Reader): Citation[] | undefined {
  const list = locators(reader);
  const where = whereAt(reader);
  if (list.length === 0 && !where) return undefined;
  const volume = list.length > 0 && !where ? volumeAfter(reader) : undefined;
  const out: Citation[] = [];
  if (!areOthers(reader.text, list, reader.at))
    out.push({ locators: list, ...(where && { where }), ...(volume && { of: volume }) });
  if (volume) out.push({ volume, locators: [] });
  return out;
}

/** All citations of a text, in order. */
export function readCitations(text: string): Citation[] {
  const out: Citation[] = [];
  let from = 0;
  let volumeEnd: number | undefined;
  TRIGGER.lastIndex = 0;
  for (let match = TRIGGER.exec(text); match; match = TRIGGER.exec(text)) {
    if (match.index < from) continue;
    const reader = new Reader(text, match.index);
    const read = isVolumeStart(reader.peek()) ? volumeRefs(reader) : [];
    if (read.length > 0) {
      const volumes =
        volumeEnd === undefined
          ? read
          : continued(read, text.slice(Math.max(volumeEnd - 1, match.index - LONGEST), match.index + 1));
      out.push(...withLocators(reader, volumes));
      if (volumes.at(-1)!.by !== 'part') volumeEnd = reader.at;
    } else {
      reader.at = match.index;
      const found = beforeVolume(reader);
      if (!found) continue;
      out.push(...found);
      if (found.at(-1)?.volume) volumeEnd = reader.at;
    }
    from = reader.at;
    TRIGGER.lastIndex = Math.max(from, match.index + 1);
  }
  return out;
}
