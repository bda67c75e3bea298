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
    const whole = entities.get(name)?.replace(REFERENCE, (all, inner: string) => contentOf(inner) ?? all);
    const isSound =
      whole?.includes('<') && whole.length <= limit && scanXml(`<entity>${whole}</entity>`).problem === undefined;
    contents.set(name, isSound ? whole : undefined);
    return contents.get(name);
  };
  const pieces: string[] = [];
  /** Where the replaced references stand in the document, and where their content does in the new text. */
  const moves: { readonly from: number; readonly to: number; readonly at: number; readonly end: number }[] = [];
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
      push(text.slice(done, from));
      moves.push({ from, to, at: length, end: length + content.length });
      push(content);
      done = to;
      if (length > limit) return undefined;
    }
  }
  if (moves.length === 0) return undefined;
  push(text.slice(done));
  const of = source(text);
  const placeOf = (offset: number, isEnd: boolean): number => {
    const move = moves.findLast(({ at }) => at <= offset);
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
