/**
 * Entities that hold elements, written out where they are referred to. The engine reads such an entity by itself, without the
 * namespaces around the reference, so it would take its elements for others than they are.
 */

import { referenced } from '../../xml/references.js';
import { scanXml } from '../../xml/scan.js';
import { doctypeOf } from '../safety.js';
import { type Replacement, type Spliced, spliced } from './spliced.js';

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
export function elementsWrittenOut(text: string): Spliced | undefined {
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
  const replacements: Replacement[] = [];
  let length = text.length;
  for (const node of scanXml(text).nodes) {
    if (node.type !== 'text' || node.cdata) continue;
    for (const match of node.raw.matchAll(REFERENCE)) {
      const content = contentOf(match[1]!);
      if (content === undefined) continue;
      const from = node.start + match.index;
      const to = from + match[0].length;
      length += content.length - match[0].length;
      if (length > limit) return undefined;
      replacements.push({ from, to, content });
    }
  }
  return replacements.length === 0 ? undefined : spliced(text, replacements);
}
