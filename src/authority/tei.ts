/** TEI lists of persons and of terms → entries. */

import type { Diagnostic } from '../diagnostic.js';
import { oneLine } from '../text/one-line.js';
import { type OrderedElement, parseOrdered } from '../xml/ordered.js';
import { personEntry } from './tei-person.js';
import { printedName } from './tei-text.js';
import type { Entry } from './types.js';

/** Elements that hold one entry each: the description is what they hold besides the name. */
const HOLDERS = new Set(['item', 'person', 'p', 'cell', 'label', 'entry']);
/** Entries that are not read themselves, but for persons and terms named inside. */
const OTHERS = new Set(['org', 'place', 'event']);
const NAMES: Readonly<Record<string, Entry['kind']>> = { persName: 'person', term: 'term', gloss: 'term' };

interface Found {
  readonly kind: Entry['kind'];
  readonly element: OrderedElement;
  /** Index in the holder's flattened text where the name ends. */
  after: number;
}

/** Names with an id inside a holder, and the holder's text from each name to the next. */
function inHolder(holder: OrderedElement, entries: Entry[], diagnostics: Diagnostic[]): void {
  const found: Found[] = [];
  const links: { at: number; target: string }[] = [];
  let text = '';
  const ends: number[] = [];
  const walk = (node: OrderedElement | string): void => {
    if (typeof node === 'string') {
      text += node;
      return;
    }
    const kind = NAMES[node.name];
    const id =
      node.attributes['xml:id'] ??
      (holder.name === 'person' && kind === 'person' ? holder.attributes['xml:id'] : undefined);
    const target = node.attributes.corresp ?? node.attributes.target;
    if (kind && id !== undefined) {
      ends.push(text.length);
      found.push({ kind, element: node, after: 0 });
    } else if (kind && target !== undefined) links.push({ at: text.length, target: target.replace(/^#/, '') });
    for (const child of node.children) walk(child);
    if (kind && id !== undefined) found.at(-1)!.after = text.length;
  };
  for (const child of holder.children) walk(child);
  found.forEach(({ kind, element, after }, i) => {
    const until = ends[i + 1] ?? text.length;
    const rest = oneLine(text.slice(after, until)).replace(/^[,;:.\s]+/, '');
    const name = oneLine(printedName(element)).replace(/[,;:]+$/, '');
    const link = /^see\b/i.test(rest) ? links.find((l) => l.at >= after && l.at < until) : undefined;
    entries.push({
      kind,
      id: element.attributes['xml:id'] ?? holder.attributes['xml:id'] ?? '',
      name,
      description: rest,
      aliases: [],
      ...(link ? { see: link.target } : {}),
      start: element.start,
      end: element.start,
    });
  });
  if (found.length === 0 && oneLine(text) !== '' && holder.name === 'item' && oneLine(text).length < 200) {
    diagnostics.push({
      code: 'list-entry-without-id',
      severity: 'info',
      message: `the entry “${oneLine(text).slice(0, 60)}” has no name or term with an xml:id`,
      start: holder.start,
      end: holder.start,
      hint: 'give its persName or term an xml:id, or nothing can point to it',
    });
  }
}

/** Entries of a TEI file, in order. A file that isn't well-formed gives none and a diagnostic. */
export function readTei(text: string): { entries: Entry[]; diagnostics: Diagnostic[] } {
  const { roots, fault } = parseOrdered(text);
  const entries: Entry[] = [];
  const diagnostics: Diagnostic[] = [];
  if (fault) {
    const lines = text.split('\n').slice(0, fault.line - 1);
    const at = Math.min(text.length, lines.join('\n').length + (lines.length > 0 ? 1 : 0) + fault.column - 1);
    const message = `the list is not well-formed XML: ${fault.message}`;
    diagnostics.push({ code: 'list-not-readable', severity: 'error', message, start: at, end: at });
  }
  const leftOut = new Map<string, { readonly at: number; count: number }>();
  const walk = (node: OrderedElement): void => {
    if (OTHERS.has(node.name)) {
      const before = leftOut.get(node.name) ?? { at: node.start, count: 0 };
      leftOut.set(node.name, { ...before, count: before.count + 1 });
    }
    const entry = node.name === 'person' ? personEntry(node) : undefined;
    if (entry) {
      entries.push(entry);
      return;
    }
    const nested = node.children.some((c) => typeof c === 'object' && c.name === 'list');
    if (HOLDERS.has(node.name) && !nested) {
      inHolder(node, entries, diagnostics);
      return;
    }
    for (const child of node.children) if (typeof child === 'object') walk(child);
  };
  for (const root of roots) walk(root);
  for (const [name, { at, count }] of leftOut) {
    diagnostics.push({
      code: 'list-kind-unknown',
      severity: 'warning',
      message: `${count} “${name}” of the list ${count === 1 ? 'is' : 'are'} left out, but for persons and terms inside`,
      start: at,
      end: at,
      hint: 'lists are of persons and terms',
    });
  }
  return { entries, diagnostics };
}

/** A shorter list tells nothing of the hand that encoded its volume. */
const TELLING = 20;

/** Whether most entries of a TEI list begin without white space: `<item><hi>`, not `<item> <hi>`. */
export function isTight(text: string): boolean {
  const tight = text.match(/<item\b[^>]*></g)?.length ?? 0;
  return tight >= TELLING && tight > (text.match(/<item\b[^>]*>\s/g)?.length ?? 0);
}
