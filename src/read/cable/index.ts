/** Electronic cables, 1973–79, as the National Archives publish them: text → document. */

import type { Diagnostic } from '../../diagnostic.js';
import { type Source, textOf } from '../../source.js';
import { mendedHead } from '../../text/cable-head.js';
import { oneLine } from '../../text/one-line.js';
import type { Correspondence, Document } from '../../tree.js';
import type { Line } from '../lines/chunks.js';
import { anotherCable } from './another.js';
import { blocksOf } from './blocks.js';
import { isInSmallLetters } from './detect.js';
import type { Part } from './part.js';
import { partsOf } from './parts.js';

export { isCable } from './detect.js';

/** What follows an address: the serial number at that post, precedence, handling. */
const AFTER_ADDRESS = /(?<!\bAIG)(?:\s+(?:\d{1,6}|NIACT|FLASH|IMMEDIATE|PRIORITY|ROUTINE|IMMED))+\s*$/;
/** What comes before one: the field's word; then precedence, or the station that relays it (`RUEHC/`, none: `ZEN/`). */
const FIELD = /^(?:FM|TO|INFO)\s+/;
const BEFORE_ADDRESS = /^(?:FLASH|NIACT|IMMEDIATE|PRIORITY|ROUTINE)\s*\/\s*|^(?:R[A-Z]{4,6}|ZEN)\s*\//;
/** A post of a collective address to which the cable was not sent. */
const EXEMPT = /^XMT\b/;

function addresses(source: Source, parts: readonly Part[], kind: 'from' | 'to' | 'information'): string[] {
  const lines = parts.filter((part) => part.kind === kind).flatMap((part) => part.lines);
  return lines
    .filter((part) => !part.edge)
    .map(({ line }) => textOf(source, line).replace(FIELD, ''))
    .map((address) => oneLine(address.replace(BEFORE_ADDRESS, '').replace(AFTER_ADDRESS, '')))
    .filter((address) => address !== '' && !EXEMPT.test(address));
}

function correspondence(source: Source, parts: readonly Part[]): Correspondence | undefined {
  const [sender] = addresses(source, parts, 'from');
  const [recipient, ...addressed] = addresses(source, parts, 'to');
  // Above the sender, INFO names offices of the department.
  const posts = parts.slice(parts.findIndex(({ kind }) => kind === 'from'));
  const copied = addresses(source, posts, 'information');
  if (!sender || (!recipient && copied.length === 0)) return undefined;
  return {
    sent: { organisation: sender },
    ...(recipient && { received: { organisation: recipient } }),
    ...(addressed.length > 0 && { addressed }),
    ...(copied.length > 0 && { copied }),
  };
}

/** A tag: commas, semicolons and wide gaps part them, save in brackets. */
const TAG = /(?:\([^()]*\)|(?!\s{2})[^,;])+/g;

const ONE_TAG = /[A-Z][A-Z0-9]{1,5}\b(?:\s?\([^()]+\))?|\([^()]+\)/g;
const withoutBlanks = (text: string): string => text.replace(/\s+/g, '');

/** The tags of a text that blanks alone part, `EAIR RT US`; none where it has something else. */
function inRow(text: string): readonly string[] {
  const tags: readonly string[] = text.match(ONE_TAG) ?? [];
  return withoutBlanks(tags.join('')) === withoutBlanks(text) ? tags : [];
}

/** TAGS: `PFOR, MARR, RU, US`; several lines, and posts, organisations or persons in brackets. */
function tags(source: Source, parts: readonly Part[]): string[] {
  const head = parts
    .filter(({ kind }) => kind !== 'paragraph' && kind !== 'edge')
    .flatMap(({ kind, lines }) =>
      kind === 'tags' || kind === 'order' || kind === 'data'
        ? [lines.map(({ line }) => textOf(source, line)).join(' ')]
        : [],
    );
  const found = head.flatMap((text) => /\bTAGS\s?:\s*(.*)$/.exec(text)?.[1] ?? []);
  const all = found.flatMap((text) => text.match(TAG) ?? []).map((tag) => tag.trim().replace(/\.$/, ''));
  return [...new Set(all.flatMap(inRow))];
}

/** A cable in capitals, which tell what its lines are: copies in small letters have the same places. */
function inCapitals(source: Source, lines: readonly Line[]): Source {
  if (!isInSmallLetters(source, lines)) return source;
  return { ...source, text: source.text.replace(/[a-z]+/g, (letters) => letters.toUpperCase()) };
}

/** A cable whose head has the figures and colons that programs misread, and what is told of it; nothing else is changed, and every place is the same. */
function withHeadMended(source: Source, lines: readonly Line[]): { source: Source; diagnostics: Diagnostic[] } {
  const { text } = source;
  let mended = '';
  let at = 0;
  const diagnostics: Diagnostic[] = [];
  for (const { start, end } of lines) {
    const line = text.slice(start, end);
    const head = mendedHead(line);
    if (head === line) continue;
    mended += text.slice(at, start) + head;
    at = end;
    diagnostics.push({
      code: 'cable-misread',
      severity: 'warning',
      message: `“${oneLine(line)}” is read as “${oneLine(head)}”, and stays as it is in the output`,
      start,
      end,
      hint: 'mend it in the source, where figures and signs can be seen',
    });
  }
  return { source: at === 0 ? source : { ...source, text: mended + text.slice(at) }, diagnostics };
}

/** What a cable's lines make of a document. */
export function readCable(
  sent: Source,
  lines: readonly Line[],
): Pick<Document, 'blocks' | 'correspondence' | 'subjects' | 'diagnostics'> {
  const { source, diagnostics } = withHeadMended(inCapitals(sent, lines), lines);
  const parts = partsOf(source, lines);
  const parties = correspondence(source, parts);
  const subjects = tags(source, parts);
  return {
    blocks: blocksOf(source, parts),
    diagnostics: [...diagnostics, ...anotherCable(source, lines)],
    ...(parties && { correspondence: parties }),
    ...(subjects.length > 0 && { subjects }),
  };
}
