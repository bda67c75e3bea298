/**
 * Entities that hold elements, written out where they are referred to. The engine reads such an entity by itself, without the
 * namespaces around the reference, so it would take its elements for others than they are.
 */

import { source } from '../../source.js';
import { referenced, scanXml } from '../../xml/scan.js';
import type { Finding } from '../finding.js';
import { doctypeOf } from '../safety.js';
import { placeFields } from '../schematron/documents.js';

export interface WrittenOut {
  readonly text: string;
  /** A finding in `text`, moved to where it stands in the document: at the reference, if it is in an entity. */
  inDocument(finding: Finding): Finding;
}

/** Where a replaced reference stands in the document, and where its content does in the new text. */
interface Move {
  readonly from: number;
  readonly to: number;
  readonly at: number;
  readonly end: number;
}

const DECLARATION = /<!--[\s\S]*?-->|<!ENTITY\s+([^\s%"'>]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g;
const REFERENCE = /&([^;&#\s]+);/g;

/** The internal entities of a DOCTYPE by name; character references are resolved in the declaration, as XML has it. */
function declared(subset: string): Map<string, string> {
  const entities = new Map<string, string>();
  for (const [, name, double, single] of subset.matchAll(DECLARATION)) {
    if (name === undefined || entities.has(name)) continue;
    const value = (double ?? single)!.replace(/&(#[^;]+);/g, (all, code: string) => referenced(code) ?? all);
    entities.set(name, value);
  }
  return entities;
}

/** The last whose content begins at an offset of the new text or before. */
function lastAt(moves: readonly Move[], offset: number): Move | undefined {
  let low = 0;
  let high = moves.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (moves[middle]!.at <= offset) low = middle + 1;
    else high = middle;
  }
  return moves[low - 1];
}

/** Undefined where no such entity is referred to, or where the engine must say what is wrong with them. */
export function elementsWrittenOut(text: string): WrittenOut | undefined {
  const doctype = doctypeOf(text);
  if (!doctype) return undefined;
  const entities = declared(text.slice(doctype.start, doctype.end));
  if (![...entities.values()].some((value) => value.includes('<'))) return undefined;
  // As the engine bounds it.
  const limit = text.length * 5 + 1_000_000;
  const contents = new Map<string, string | undefined>();
  /** What a reference becomes; undefined where it is left to the engine: without elements, circular or not well-formed. */
  const contentOf = (name: string): string | undefined => {
    if (contents.has(name)) return contents.get(name);
    contents.set(name, undefined);
    const value = entities.get(name) ?? '';
    let room = limit - value.length;
    const whole = value.replace(REFERENCE, (all, inner: string) => {
      const content = room < 0 ? undefined : contentOf(inner);
      room -= content?.length ?? 0;
      return content === undefined || room < 0 ? all : content;
    });
    const isSound = room >= 0 && whole.includes('<') && scanXml(`<entity>${whole}</entity>`).problem === undefined;
    contents.set(name, isSound ? whole : undefined);
    return contents.get(name);
  };
  const pieces: string[] = [];
  const moves: Move[] = [];
  let done = 0;
  let length = 0;
  const push = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
  };
  for (const node of scanXml(text).nodes) {
    if (node.type !== 'text' || node.cdata) continue;
    for (const match of node.raw.matchAll(REFERENCE)) {
      const content = contentOf(match[1]!);
      if (content === undefined) continue;
      const from = node.start + match.index;
      const to = from + match[0].length;
      if (length + from - done + content.length > limit) return undefined;
      push(text.slice(done, from));
      moves.push({ from, to, at: length, end: length + content.length });
      push(content);
      done = to;
    }
  }
  if (moves.length === 0) return undefined;
  push(text.slice(done));
  const of = source(text);
  const placeOf = (offset: number, isEnd: boolean): number => {
    const move = lastAt(moves, offset);
    if (!move) return offset;
    return offset < move.end || (isEnd && offset === move.end)
      ? isEnd
        ? move.to
        : move.from
      : move.to + offset - move.end;
  };
  return {
    text: pieces.join(''),
    inDocument: (finding) => {
      const { offset, endOffset = offset } = finding;
      if (offset === undefined) return finding;
      return { ...finding, ...placeFields(of, [placeOf(offset, false), placeOf(endOffset!, true)]) };
    },
  };
}
