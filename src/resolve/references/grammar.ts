/**
 * The grammar of references:
 *
 *     citation  = volume [","] [locators] | locators
 *     volume    = "Foreign Relations" "," years ["," volumes] [title] | "ibid." ["," years] ["," volumes] | volumes | part
 *     volumes   = ("vol." | "volume" | "vols." | "volumes") number {("," | "and") number} ["," part] ["," title]
 *     locators  = ("Document" | "p." | "page" | "footnote" …) number {("," | "and" | "–") number} ["ff."]
 *     where     = "supra" | "infra" | "above" | "below" | "thereto" | "ibid."
 */

import { Reader, romanValue, type Token } from './lexer.js';

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** `Documents 13, 21 and 22`: what is counted, and each number. */
export interface Locator extends Stretch {
  readonly of: 'document' | 'page' | 'footnote';
  /** The stretch of the counting word (`Documents`). */
  readonly word: Stretch;
  readonly numbers: readonly (Stretch & { readonly value: string; readonly joint: string })[];
  /** `ff.` after the last number: where it ends. */
  readonly ff?: number;
}

/** Which volume: years as in identifiers (`1952-54`), number as in identifiers (`v14p2`); what is left out is inherited. */
export interface VolumeRef extends Stretch {
  readonly by: 'title' | 'ibid' | 'number' | 'part';
  readonly years?: string;
  readonly number?: string;
  readonly part?: string;
  /** The volume's own title is printed too. */
  readonly titled: boolean;
  /** The title alone tells the volume. */
  readonly title?: string;
}

export interface Where extends Stretch {
  readonly word: string;
}

export interface Citation {
  readonly volume?: VolumeRef;
  readonly locators: readonly Locator[];
  readonly where?: Where;
}

const TRIGGER =
  /\b(?:footnotes?|fn\.|Documents?|Docs?\.|pp?\.|[Pp]ages?|[Ss]upra|[Ii]nfra|Foreign Relations|[Ii]bid|[Vv]ols?\b|[Vv]olumes?|[Pp]art (?=\d|[IVX]))/g;

const DASHES = ['–', '-', '—'];
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

/** `1952–1954` → `1952-54`; `1948` → `1948`. */
function years(reader: Reader): string | undefined {
  return reader.attempt(() => {
    const first = reader.take();
    if (first.kind !== 'number' || !/^1[89]\d\d$/.test(first.text)) return undefined;
    const second = reader.attempt(() => {
      if (!reader.skip(DASHES)) return undefined;
      const token = reader.take();
      return /^(?:1[89])?\d\d$/.test(token.text) ? token.text : undefined;
    });
    return second === undefined ? first.text : `${first.text}-${second.slice(-2)}`;
  });
}

const pad = (n: number): string => String(n).padStart(2, '0');

/** A volume's number: roman, arabic, or of the electronic volumes (`E–9`). As identifiers write it. */
function volumeNumber(reader: Reader): (Stretch & { number: string }) | undefined {
  return reader.attempt(() => {
    const token = reader.take();
    if (/^e$/i.test(token.text)) {
      if (!reader.skip(DASHES)) return undefined;
      const digits = reader.take();
      if (digits.kind !== 'number') return undefined;
      return { start: token.start, end: digits.end, number: `ve${pad(Number(digits.text))}` };
    }
    const electronic = /^E-(\d+)$/i.exec(token.text);
    if (electronic) return { start: token.start, end: token.end, number: `ve${pad(Number(electronic[1]))}` };
    const value = token.kind === 'roman' ? romanValue(token.text) : Number(token.text);
    if (!(value > 0 && value < 70)) return undefined;
    return { start: token.start, end: token.end, number: `v${pad(value)}` };
  });
}

function part(reader: Reader): (Stretch & { part: string }) | undefined {
  return reader.attempt(() => {
    const word = reader.skip(['part', 'pt']);
    if (!word) return undefined;
    reader.skip(['.']);
    const token = reader.take();
    const value = token.kind === 'roman' ? romanValue(token.text) : Number(token.text);
    return value > 0 && value < 10 ? { start: word.start, end: token.end, part: `p${value}` } : undefined;
  });
}

const SMALL = new Set(['of', 'and', 'the', 'in', 'on', 'for', 'to', 'with', 'de', 'a']);
const STOP = new Set([
  'document',
  'documents',
  'doc',
  'docs',
  'p',
  'pp',
  'page',
  'pages',
  'vol',
  'volume',
  'part',
  'footnote',
  'footnotes',
]);

/** The volume's own title: capitalised words, with years and inner commas. Gives its end. */
function title(reader: Reader): number | undefined {
  let end: number | undefined;
  const before = reader.at;
  for (let i = 0; i < 24; i++) {
    const token = reader.peek();
    const lower = token.text.toLowerCase();
    const counted = STOP.has(lower) && !/^Documents on /.test(reader.text.slice(token.start, token.start + 13));
    const name = (token.kind === 'word' || token.kind === 'roman') && /^\p{Lu}/u.test(token.text) && !counted;
    const year = end !== undefined && token.kind === 'number' && /^1[89]\d\d$/.test(token.text);
    if (name && lower === 'foreign' && /^Foreign Relations/.test(reader.text.slice(token.start))) break;
    if (name || year) {
      reader.take();
      end = reader.at;
      continue;
    }
    if (end === undefined) break;
    const inner =
      token.text === ',' || token.text === ';' || DASHES.includes(token.text) || SMALL.has(lower) || token.text === '.';
    if (!inner) break;
    if (
      token.text === '.' &&
      !/\b(?:U\.S|U\.N|U|S)$/.test(reader.text.slice(Math.max(0, token.start - 3), token.start))
    )
      break;
    reader.take();
  }
  reader.at = end ?? before;
  return end;
}

const VOLUME_WORDS = ['vol', 'volume', 'vols', 'volumes'];

interface Numbered extends Stretch {
  readonly number: string;
  readonly part?: string;
}

/** A joint, and a volume's number ahead; reads the joint only. */
function anotherVolume(reader: Reader): true | undefined {
  if (!reader.skip([',', 'and', ...DASHES])) return undefined;
  reader.skip(['and']);
  const { at } = reader;
  const ahead = volumeNumber(reader) !== undefined;
  reader.at = at;
  return ahead ? true : undefined;
}

/** `vol. XIV, Part 2`, `volumes IX and X`. */
function volumes(reader: Reader): { first: Stretch; list: Numbered[] } | undefined {
  return reader.attempt(() => {
    const word = reader.skip(VOLUME_WORDS);
    if (!word) return undefined;
    const stop = reader.peek();
    if (stop.text === '.' && stop.start === word.end) reader.take();
    const list: Numbered[] = [];
    for (;;) {
      const number = volumeNumber(reader);
      if (!number) break;
      const piece = reader.attempt(() => {
        reader.skip([',', '.']);
        return part(reader);
      });
      list.push({ ...number, end: piece?.end ?? number.end, ...(piece && { part: piece.part }) });
      if (!/s$/.test(word.text)) break;
      if (!reader.attempt(() => anotherVolume(reader))) break;
    }
    return list.length > 0 ? { first: word, list } : undefined;
  });
}

/** Which volume or volumes a citation names. */
function volumeRefs(reader: Reader): VolumeRef[] {
  const start = reader.peek();
  const rest = reader.text.slice(start.start, start.start + 17);
  let by: VolumeRef['by'] = 'number';
  let end = start.start;
  let span: string | undefined;
  if (rest === 'Foreign Relations') {
    by = 'title';
    reader.at = start.start + 17;
    if (reader.peek().text === 'of') {
      reader.attempt(() => (['of', 'the', 'united', 'states'].every((word) => reader.skip([word])) ? true : undefined));
    }
    reader.skip([',']);
    reader.skip([',']);
    span = years(reader);
    if (span === undefined) return [];
    end = reader.at;
  } else if (/^ibid$/i.test(start.text)) {
    by = 'ibid';
    reader.take();
    reader.skip(['.']);
    end = start.end;
    span = reader.attempt(() => {
      reader.skip([',']);
      return years(reader);
    });
    if (span !== undefined) end = reader.at;
  } else if (/^part$/i.test(start.text)) {
    const found = part(reader);
    if (!found) return [];
    reader.attempt(() => (reader.skip(['of']) && reader.skip(['this']) && reader.skip(['volume']) ? true : undefined));
    return [{ by: 'part', start: found.start, end: reader.at, part: found.part, titled: false }];
  }
  const found = reader.attempt(() => {
    if (by !== 'number') reader.skip([',']);
    return volumes(reader);
  });
  if (!found) {
    if (by === 'number') return [];
    const named = by === 'title' ? reader.attempt(() => (reader.skip([',']) ? title(reader) : undefined)) : undefined;
    return [
      {
        by,
        start: start.start,
        end: named ?? end,
        titled: named !== undefined,
        ...(span !== undefined && { years: span }),
        ...(named !== undefined && { title: reader.text.slice(end, named).replace(/^[\s,]+/, '') }),
      },
    ];
  }
  return found.list.map((one, i) => {
    const last = i === found.list.length - 1;
    let finish = one.end;
    let titled = false;
    if (last) {
      const named = reader.attempt(() => (reader.skip([',']) ? title(reader) : undefined));
      if (named !== undefined) {
        finish = named;
        titled = true;
      }
    }
    return {
      by: i === 0 ? by : 'number',
      start: i === 0 ? start.start : one.start,
      end: finish,
      number: one.number,
      titled,
      ...(span !== undefined && { years: span }),
      ...(one.part && { part: one.part }),
    };
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

/** All citations of a text, in order. */
export function readCitations(text: string): Citation[] {
  const out: Citation[] = [];
  let from = 0;
  TRIGGER.lastIndex = 0;
  for (let match = TRIGGER.exec(text); match; match = TRIGGER.exec(text)) {
    if (match.index < from) continue;
    const reader = new Reader(text, match.index);
    const refs = isVolumeStart(reader.peek()) ? volumeRefs(reader) : [];
    if (refs.length > 0) {
      const list = reader.attempt(() => {
        reader.skip([',', '(', ';']);
        const found = locators(reader);
        return found.length > 0 ? found : undefined;
      });
      for (const volume of refs) out.push({ volume, locators: volume === refs.at(-1) ? (list ?? []) : [] });
    } else {
      reader.at = match.index;
      const list = locators(reader);
      const where = whereAt(reader);
      if (list.length === 0 && !where) continue;
      out.push({ locators: list, ...(where && { where }) });
    }
    from = reader.at;
    TRIGGER.lastIndex = Math.max(from, match.index + 1);
  }
  return out;
}
