/** The grammar of volumes in citations: `Foreign Relations, 1952–1954, vol. XIV, Part 2`, `ibid., vol. iii`, `volumes IX and X`. */

import { romanValue } from '../../text/roman.js';
import type { TextRange } from '../../text-range.js';
import { collectionAt } from './collections.js';
import type { VolumeRef } from './grammar.js';
import { DASHES, type Reader } from './lexer.js';

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
function volumeNumber(reader: Reader): (TextRange & { number: string }) | undefined {
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

function part(reader: Reader): (TextRange & { part: string }) | undefined {
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

interface Numbered extends TextRange {
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
function volumes(reader: Reader): { first: TextRange; list: Numbered[] } | undefined {
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

/** `Foreign Relations, 1955–1957`, with a collection's name before or after the years; undefined where none follows. */
function seriesAt(reader: Reader): Pick<VolumeRef, 'years' | 'name' | 'number'> | undefined {
  const at = reader.peek().start;
  const collection = collectionAt(reader.text, at);
  if (!collection) {
    const span = years(reader);
    return span === undefined ? undefined : { years: span };
  }
  reader.at = collection.end;
  const { years: of, name, only } = collection;
  return { years: of, name, ...(only !== undefined && { number: only }) };
}

/** A title that names no years: it hides from a bare volume after it that it is one of the document's own series. */
function unknownSeries(reader: Reader): true | undefined {
  if (!title(reader)) return undefined;
  const { at } = reader;
  reader.skip([',']);
  const numbered = volumes(reader) !== undefined;
  reader.at = at;
  return numbered || undefined;
}

/** Which volume or volumes a citation names. */
export function volumeRefs(reader: Reader): VolumeRef[] {
  const start = reader.peek();
  const rest = reader.text.slice(start.start, start.start + 17);
  let by: VolumeRef['by'] = 'number';
  let end = start.start;
  let series: ReturnType<typeof seriesAt>;
  if (rest === 'Foreign Relations') {
    by = 'title';
    reader.at = start.start + 17;
    if (reader.peek().text === 'of') {
      reader.attempt(() => (['of', 'the', 'united', 'states'].every((word) => reader.skip([word])) ? true : undefined));
    }
    const comma = reader.skip([',']);
    reader.skip([',']);
    series = seriesAt(reader);
    if (!(series || (comma && reader.attempt(() => unknownSeries(reader))))) return [];
    end = reader.at;
  } else if (/^ibid$/i.test(start.text)) {
    by = 'ibid';
    reader.take();
    reader.skip(['.']);
    end = start.end;
    series = reader.attempt(() => {
      reader.skip([',']);
      return seriesAt(reader);
    });
    if (series) end = reader.at;
  } else if (/^part$/i.test(start.text)) {
    const found = part(reader);
    if (!found) return [];
    const own = reader.attempt(() =>
      ['of', 'this', 'volume'].every((word) => reader.skip([word])) ? true : undefined,
    );
    const stretch = { start: found.start, end: reader.at };
    return [{ by: 'part', ...stretch, part: found.part, titled: false, ...(own && { own }) }];
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
        ...series,
        by,
        start: start.start,
        end: named ?? end,
        titled: named !== undefined,
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
      ...series,
      by: i === 0 ? by : 'number',
      start: i === 0 ? start.start : one.start,
      end: finish,
      number: one.number,
      titled,
      ...(one.part && { part: one.part }),
    };
  });
}
