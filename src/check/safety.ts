/**
 * What is refused before any parser sees it, and the limits that hold for the rest.
 *
 * No file can make the checker read another file through an entity, reach the network, or grow without bound: a DOCTYPE is
 * refused unless it is asked for; even then external entities stay unread, and the engine bounds expansion (five times
 * the input beyond a megabyte), depth (256) and the length of one text (10 MB).
 */

import type { TextRange } from '../text-range.js';
import type { Finding } from './finding.js';
import { placeFields } from './place-fields.js';

export interface SafetyOptions {
  /** Take documents with a DOCTYPE: its internal entities are expanded, within bounds; nothing external is ever read. */
  readonly allowDoctype?: boolean;
  /** Bytes of the largest document that is taken. */
  readonly maxBytes?: number;
}

/** A whole FRUS volume has 4 MB; the parser needs some ten times a document's size in memory. */
const MAX_BYTES = 64_000_000;

/** The finding about a document of `bytes` bytes that is too large, if it is. Its content need not be read to know. */
export function tooLarge(bytes: number, options: SafetyOptions = {}): Finding | undefined {
  const limit = options.maxBytes ?? MAX_BYTES;
  if (bytes <= limit) return undefined;
  const message = `The file has ${megabytes(bytes)} MB; files of more than ${megabytes(limit)} MB are not read.`;
  return { rule: 'limit', severity: 'error', message, line: 1, column: 1, offset: 0 };
}

const megabytes = (bytes: number): string => String(Math.round(bytes / 100_000) / 10);

/** Where the DOCTYPE of a document stands, if it has one: it can only come before the root element. */
export function doctypeOf(text: string): TextRange | undefined {
  const before = /^\ufeff?(?:[ \t\r\n]+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(text)?.[0].length ?? 0;
  // Upper case only is a DOCTYPE to a parser; others are refused by name rather than by a puzzling syntax error.
  if (!/^<!doctype/i.test(text.slice(before, before + 9))) return undefined;
  const close = /\]\s*>|>/.exec(text.slice(before));
  const bracket = text.indexOf('[', before);
  const end =
    bracket >= 0 && close && bracket < before + close.index
      ? subsetEnd(text, bracket)
      : before + (close?.index ?? 8) + 1;
  return { start: before, end: Math.min(end, text.length) };
}

function subsetEnd(text: string, bracket: number): number {
  const end = /\]\s*>/.exec(text.slice(bracket));
  return end ? bracket + end.index + end[0].length : text.length;
}

/**
 * Findings that keep a document from being parsed (severity error), and remarks on what will not be read of it (info).
 *
 * @param bytes the size of the document as it came
 */
export function safetyFindings(text: string, bytes: number, options: SafetyOptions = {}): Finding[] {
  const large = tooLarge(bytes, options);
  if (large) return [large];
  const doctype = doctypeOf(text);
  if (!doctype) return [];
  const place = placeFields(text, [doctype.start, doctype.end]);
  if (!options.allowDoctype) {
    const message = 'A DOCTYPE is not read: it can make a parser open other files or grow without bound.';
    const hint = 'Remove it and write its entities as characters, or allow it with --allow-doctype.';
    return [{ rule: 'doctype', severity: 'error', message, ...place, hint }];
  }
  if (!/\b(SYSTEM|PUBLIC)\b/.test(text.slice(doctype.start, doctype.end))) return [];
  const message = 'The external files that this DOCTYPE names are not read: entities from there stay empty.';
  return [{ rule: 'doctype', severity: 'info', message, ...place }];
}
