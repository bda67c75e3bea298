/** Electronic cables, 1973–79, as the National Archives publish them: text → document. */

import { oneLine } from '../../one-line.js';
import type { Source } from '../../source.js';
import type { Correspondence, Document } from '../../tree.js';
import type { Line } from '../chunks.js';
import { blocksOf } from './blocks.js';
import { type Part, partsOf } from './parts.js';

export { isCable } from './detect.js';

/** What follows an address: the serial number at that post, precedence, handling. */
const AFTER_ADDRESS = /(?:\s+(?:\d{1,6}|NIACT|FLASH|IMMEDIATE|PRIORITY|ROUTINE|IMMED))+\s*$/;
const BEFORE_ADDRESS = /^(?:FM|TO|INFO)\s+|^(?:FLASH|NIACT|IMMEDIATE|PRIORITY|ROUTINE)\s*\/\s*/;

function addresses(source: Source, parts: readonly Part[], kind: 'from' | 'to' | 'information'): string[] {
  const lines = parts.filter((part) => part.kind === kind).flatMap((part) => part.lines);
  return lines
    .filter((part) => !part.edge)
    .map(({ line }) => source.text.slice(line.start, line.end).replace(BEFORE_ADDRESS, '').replace(AFTER_ADDRESS, ''))
    .map(oneLine)
    .filter((address) => address !== '');
}

function correspondence(source: Source, parts: readonly Part[]): Correspondence | undefined {
  const [sender] = addresses(source, parts, 'from');
  const [recipient, ...addressed] = addresses(source, parts, 'to');
  // Above the sender, INFO names offices of the department.
  const posts = parts.slice(parts.findIndex(({ kind }) => kind === 'from'));
  const copied = addresses(source, posts, 'information');
  if (!sender || !recipient) return undefined;
  return {
    sent: { organisation: sender },
    received: { organisation: recipient },
    ...(addressed.length > 0 && { addressed }),
    ...(copied.length > 0 && { copied }),
  };
}

/** A tag: commas, semicolons and wide gaps part them, save in brackets. */
const TAG = /(?:\([^()]*\)|(?!\s{2})[^,;])+/g;

/** TAGS: `PFOR, MARR, RU, US`; several lines, and posts, organisations or persons in brackets. */
function tags(source: Source, parts: readonly Part[]): string[] {
  const head = parts
    .filter(({ kind }) => kind !== 'paragraph' && kind !== 'edge')
    .flatMap(({ kind, lines }) =>
      kind === 'tags' || kind === 'order' || kind === 'data'
        ? [lines.map(({ line }) => source.text.slice(line.start, line.end)).join(' ')]
        : [],
    );
  const found = head.flatMap((text) => /\bTAGS\s?:\s*(.*)$/.exec(text)?.[1] ?? []);
  const all = found.flatMap((text) => text.match(TAG) ?? []).map((tag) => tag.trim().replace(/\.$/, ''));
  return [...new Set(all)].filter((tag) => /^[A-Z][A-Z0-9]{1,5}(?:\s?\([^()]+\))?$|^\([^()]+\)$/.test(tag));
}

/** What a cable's lines make of a document. */
export function readCable(
  source: Source,
  lines: readonly Line[],
): Pick<Document, 'blocks' | 'correspondence' | 'subjects'> {
  const parts = partsOf(source, lines);
  const parties = correspondence(source, parts);
  const subjects = tags(source, parts);
  return {
    blocks: blocksOf(source, parts),
    ...(parties && { correspondence: parties }),
    ...(subjects.length > 0 && { subjects }),
  };
}
