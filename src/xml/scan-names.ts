/** Names of elements and attributes, as they are written and as checks know them. */

import { ownText } from '../own-text.js';

const TEI = 'http://www.tei-c.org/ns/1.0';
const FRUS = 'http://history.state.gov/frus/ns/1.0';

/** Names as they are written, one string each: names are few and looked up often. */
const names = new Map<number, string[]>();

/** The name that starts at `from`, '' where none does. */
export function nameAt(text: string, from: number): string {
  let at = from;
  let hash = 0;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 32 || code === 62 || code === 47 || code === 61 || code === 10 || code === 13 || code === 9) break;
    hash = (hash * 31 + code) | 0;
  }
  const known = names.get(hash);
  if (known) for (const name of known) if (name.length === at - from && text.startsWith(name, from)) return name;
  // The engine's own copies compare by address.
  const name = ownText(text.slice(from, at));
  if (!known) {
    // Hostile files have names without end.
    if (names.size < 10_000) names.set(hash, [name]);
  } else if (known.length < 8) known.push(name);
  return name;
}

/** The name that checks know: see `ScanElement.name`. `colon` is that of the written one, −1 for none. */
export function nameIn(ns: string, written: string, colon: number): string {
  if (colon < 0 && (ns === TEI || ns === '')) return written;
  const local = written.slice(colon + 1);
  if (ns === TEI) return nameAt(local, 0);
  return ns === FRUS ? nameAt(`frus:${local}`, 0) : written;
}

/** Namespaces by prefix. */
export type Scope = Readonly<Record<string, string>>;

/** The namespaces inside a tag that may declare some. */
export function scopeOf(outer: Scope, attributes: readonly { readonly name: string; readonly value: string }[]): Scope {
  let scope: Record<string, string> | undefined;
  for (const { name, value } of attributes) {
    if (!name.startsWith('xmlns')) continue;
    scope ??= { ...outer };
    scope[name === 'xmlns' ? '' : name.slice(6)] = value;
  }
  return scope ?? outer;
}
