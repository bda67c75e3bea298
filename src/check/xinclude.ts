/**
 * XInclude: what stands in the place of each `xi:include` of a document. Read from its text and those of the files, not by
 * libxml2, which loses where things were written. Local files only; nothing is fetched.
 */

import { readFileSync, statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Severity } from '../diagnostic.js';
import { position, source } from '../source.js';
import { type Scan, type ScanElement, scanXml } from '../xml/scan.js';
import { decodeXml } from './encoding.js';
import type { Finding } from './finding.js';
import { placeFields } from './place-fields.js';
import { attr } from './rules/tree.js';
import { doctypeOf, tooLarge } from './safety.js';
import { pathOf } from './schema/href.js';
import { type Replacement, type Spliced, spliced } from './schema/spliced.js';
import type { CheckSettings } from './settings.js';

const XINCLUDE = 'http://www.w3.org/2001/XInclude';

export interface Include {
  readonly element: ScanElement;
  /** What takes its place; undefined where nothing can. */
  readonly replacement?: Replacement;
  /** Ids in what is included. */
  readonly ids: readonly string[];
  /** What is wrong with it, or with an include in what is included. */
  readonly problem?: Pick<Finding, 'severity' | 'message' | 'hint'>;
}

type Reading = Pick<CheckSettings, 'noModels' | 'maxBytes'> & {
  readonly file: string | undefined;
  /** The files around, outermost first: an include of one of them would never end. */
  readonly around: readonly string[];
  /** Bytes that may still be read, for all includes of a document together. */
  readonly room: { left: number };
};

/** A small file costs as much as one of so many bytes: files that include many small ones end, too. */
const LEAST_COST = 20_000;
const MOST_BYTES = 128_000_000;

/** Whether a document may have includes: a cheap test. */
export const mayInclude = (text: string): boolean => text.includes(XINCLUDE);

/** The includes of a document, in order. `file` is its path, against which they are resolved. */
export function includesOf(scan: Scan, file: string | undefined, settings: CheckSettings): Include[] {
  const { noModels, maxBytes } = settings;
  const around = file === undefined ? [] : [resolve(file)];
  const reading = { file, around, room: { left: MOST_BYTES } };
  return includesIn(scan, [0, scan.text.length], {
    ...reading,
    ...(noModels === undefined ? {} : { noModels }),
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
}

const isXInclude = ({ ns, written }: ScanElement, name: string): boolean =>
  ns === XINCLUDE && written.slice(written.indexOf(':') + 1) === name;

/** Those in a range of a text that are in no other (in its fallback). */
function includesIn({ nodes, text }: Scan, [from, to]: readonly [number, number], reading: Reading): Include[] {
  const found: Include[] = [];
  let done = from;
  for (const node of nodes) {
    if (node.type !== 'element' || node.start < done || node.end > to || !isXInclude(node, 'include')) continue;
    done = node.end;
    found.push(resolved(node, text, reading));
  }
  return found;
}

/** Why an include can't be followed. */
class Unresolved extends Error {
  constructor(
    readonly severity: Severity,
    message: string,
    readonly hint?: string,
    /** There is no such resource: then the fallback holds. */
    readonly isMissing = false,
  ) {
    super(message);
  }
}

function resolved(element: ScanElement, text: string, reading: Reading): Include {
  try {
    return followed(element, reading);
  } catch (error) {
    if (!(error instanceof Unresolved)) throw error;
    const { severity, message, hint, isMissing } = error;
    const fallback = element.children.find((child) => child.type === 'element' && isXInclude(child, 'fallback'));
    if (isMissing && fallback?.type === 'element') {
      const content = text.slice(fallback.tagEnd, Math.max(fallback.tagEnd, fallback.closeStart));
      return { element, ids: [], replacement: { from: element.start, to: element.end, content } };
    }
    return { element, ids: [], problem: { severity, message, ...(hint === undefined ? {} : { hint }) } };
  }
}

/** @throws Unresolved */
function followed(element: ScanElement, reading: Reading): Include {
  const href = attr(element, 'href') ?? '';
  const path = reading.noModels ? undefined : pathOf(href, reading.file);
  if (path === undefined) {
    const why = href === '' ? 'An include within one file' : `${href} can't be read from here: the include`;
    throw new Unresolved('info', `${why} is not resolved, and what it would bring is not checked.`);
  }
  if (reading.around.includes(path)) throw new Unresolved('error', `${href} includes itself.`);
  const text = textOf(path, href, reading);
  const place = { from: element.start, to: element.end };
  if (attr(element, 'parse') === 'text') {
    const content = text.replace(/[&<]/g, (char) => (char === '&' ? '&amp;' : '&lt;'));
    return { element, ids: [], replacement: { ...place, content } };
  }
  const scan = scanXml(text);
  if (scan.problem || !scan.root) throw new Unresolved('error', `${href} is not well-formed and can't be included.`);
  if (doctypeOf(text)) throw new Unresolved('info', `${href} has a DOCTYPE and is not included.`);
  const root = pointedAt(scan, scan.root, href, attr(element, 'xpointer'));
  const range = [root.start, root.end] as const;
  const inner = includesIn(scan, range, { ...reading, file: path, around: [...reading.around, path] });
  const ids = [...scan.ids].filter(([, { start }]) => start >= root.start && start < root.end).map(([id]) => id);
  const nameEnd = root.start + 1 + root.written.length;
  const { text: content, inDocument } = spliced(text.slice(...range), [
    {
      from: nameEnd - root.start,
      to: nameEnd - root.start,
      content: inner[0]?.element === root ? '' : declarationsFor(root),
    },
    ...inner.flatMap(({ replacement }) =>
      replacement ? { ...replacement, from: replacement.from - root.start, to: replacement.to - root.start } : [],
    ),
  ]);
  const of = source(text);
  const name = relative(dirname(reading.around[0] ?? path), path);
  const told = (finding: Finding, offset: number): string => {
    const inside = inDocument({ ...finding, offset, endOffset: offset });
    const { line, column } = position(of, root.start + (inside.offset ?? 0));
    // What is in a file further in has been told as there.
    return inside.message === finding.message ? `${name}:${line}:${column}: ${finding.message}` : inside.message;
  };
  const problem = inner.find((one) => one.problem)?.problem;
  return {
    element,
    ids: [...ids, ...inner.flatMap((one) => one.ids)],
    replacement: { ...place, content, told },
    ...(problem === undefined ? {} : { problem: { ...problem, message: `In ${href}: ${problem.message}` } }),
  };
}

/** @throws Unresolved where a file can't be read. */
function textOf(path: string, href: string, reading: Reading): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) {
    const hint = `It was looked for at ${path}.`;
    throw new Unresolved('error', `${href} is to be included, but there is no such file.`, hint, true);
  }
  const large = tooLarge(stat.size, reading.maxBytes === undefined ? {} : { maxBytes: reading.maxBytes });
  reading.room.left -= Math.max(stat.size, LEAST_COST);
  if (large || reading.room.left < 0 || reading.around.length > 20)
    throw new Unresolved('error', `${href} is not included: there is too much to include.`);
  try {
    return decodeXml(readFileSync(path)).text;
  } catch (error) {
    throw new Unresolved('error', `${href} can't be included: ${(error as Error).message}`);
  }
}

/** What an xpointer means of a file: an id, by itself or in `xpointer(id('…'))` or `element(…)`; other schemes aren't followed. */
function pointedAt(scan: Scan, root: ScanElement, href: string, xpointer: string | undefined): ScanElement {
  if (xpointer === undefined) return root;
  const id = /^(?:xpointer\(id\((["'])(.*)\1\)\)|element\(([^/()]+)\)|([^()\s]+))$/.exec(xpointer.trim());
  const name = id?.[2] ?? id?.[3] ?? id?.[4];
  if (name === undefined) {
    throw new Unresolved(
      'info',
      `The xpointer “${xpointer}” is not followed: only ids are, and what it would bring is not checked.`,
    );
  }
  const element = scan.ids.get(name);
  if (!element)
    throw new Unresolved('error', `${href} has no element with the id “${name}” to include.`, undefined, true);
  return element;
}

/** The namespaces that are declared around an element, not on it: it takes them along. */
function declarationsFor(element: ScanElement): string {
  const found = new Map<string, string>();
  for (let one: ScanElement | undefined = element; one; one = one.parent) {
    for (const { name, valueStart, valueEnd, value } of one.attributes) {
      if (!/^xmlns(?::|$)/.test(name) || found.has(name)) continue;
      found.set(name, one === element || valueStart === valueEnd ? '' : ` ${name}="${value.replace(/["&<]/g, '')}"`);
    }
  }
  return [...found.values()].join('');
}

/** The problems of includes, as findings. */
export function includeFindings(scan: Scan, includes: readonly Include[]): Finding[] {
  const of = source(scan.text);
  return includes.flatMap(({ element: { start, tagEnd }, problem }) => {
    if (!problem) return [];
    return { rule: 'xinclude', ...problem, ...placeFields(of, [start, tagEnd]) };
  });
}

/** A document with all that it includes; undefined where it includes nothing that can be read. */
export function withIncludes(text: string, file: string | undefined, settings: CheckSettings): Spliced | undefined {
  const replacements = includesOf(scanXml(text), file, settings).flatMap(({ replacement }) => replacement ?? []);
  return replacements.length === 0 ? undefined : spliced(text, replacements);
}
