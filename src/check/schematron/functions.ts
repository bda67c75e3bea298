/** Functions of XPath and XSLT that the engine lacks, or has for less than rules of editions ask. */

import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { xpathRegex } from '../schema/rng/regex.js';
import { elementsById } from './by-id.js';
import type { Document, Node } from './libraries.js';
import { documentAt, fileOf, Unreadable } from './other-documents.js';

/** What functions know of the run that their expression is part of. */
export interface Ground {
  /** The document that is being checked. */
  readonly document: Document;
  /** Its path, if it has one. */
  readonly file?: string | undefined;
  /** The file of the rules, against which the names of other files are resolved. */
  readonly rules?: string | undefined;
  /** Nodes of the document of `top` by the value of an `xsl:key`. @throws Error where there is no such key. */
  byKey?: ((name: string, values: readonly string[], top: Node) => Node[]) | undefined;
  /** The node that a rule is being run on. */
  current?: Node | undefined;
}

export interface XPathFunction {
  readonly name: string;
  readonly takes: readonly string[];
  readonly gives: string;
  readonly call: (ground: Ground, ...given: never[]) => unknown;
}

const row = <Given extends readonly unknown[]>(
  name: string,
  takes: readonly string[],
  gives: string,
  call: (ground: Ground, ...given: Given) => unknown,
): XPathFunction => ({ name, takes, gives, call: call as unknown as XPathFunction['call'] });

const doc = ({ rules }: Ground, href: string | null): Document | null =>
  href === null ? null : documentAt(href, rules);

function isAvailable(ground: Ground, href: string | null): boolean {
  try {
    return doc(ground, href) !== null;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

/** XSLT resolves what a node says against the node's file, else against the rules': of the two, it's where there is one. */
const documents = ({ rules, file }: Ground, hrefs: readonly string[]): Document[] =>
  hrefs.map((href) => {
    const besideDocument = fileOf(href, file);
    const isThere =
      besideDocument !== undefined && existsSync(besideDocument) && !existsSync(fileOf(href, rules) ?? '');
    return documentAt(href, isThere ? file : rules);
  });

const uriOf = ({ document, file }: Ground, node: Node | null): string | null => {
  const own = node === null || node === document || node.ownerDocument === document ? file : undefined;
  return own === undefined ? null : pathToFileURL(own).href;
};

/** `$1` and `\$` of replace(), as JavaScript has them. */
const replacement = (by: string): string =>
  by.replace(/\\([\\$])|\$(\d)|\$/g, (_, escaped?: string, group?: string) =>
    group === undefined ? (escaped === '\\' ? '\\' : '$$') : group === '0' ? '$&' : `$${group}`,
  );

const tokens = (text: string | null, pattern: string, flags: string): string[] =>
  text === null || text === '' ? [] : text.split(xpathRegex(pattern.replace(/\((?!\?)/g, '(?:'), flags));

export const FUNCTIONS: readonly XPathFunction[] = [
  row('id', ['xs:string*'], 'element()*', ({ document }, ids: readonly string[]) => elementsById(document, ids)),
  row('id', ['xs:string*', 'node()'], 'element()*', ({ document }, ids: readonly string[]) =>
    elementsById(document, ids),
  ),
  row('current', [], 'node()?', ({ current, document }) => current ?? document),
  row('key', ['xs:string', 'xs:string*'], 'node()*', (ground, name: string, values: readonly string[]) =>
    ground.byKey?.(name, values, ground.document),
  ),
  row(
    'key',
    ['xs:string', 'xs:string*', 'node()'],
    'node()*',
    (ground, name: string, values: readonly string[], top: Node) => ground.byKey?.(name, values, top),
  ),
  row('doc', ['xs:string?'], 'node()?', doc),
  row('doc-available', ['xs:string?'], 'xs:boolean', isAvailable),
  row('document', ['xs:string*'], 'node()*', documents),
  row('document', ['xs:string*', 'node()'], 'node()*', ({ file }, hrefs: readonly string[]) =>
    hrefs.map((href) => documentAt(href, file)),
  ),
  row('base-uri', [], 'xs:string?', (ground) => uriOf(ground, null)),
  row('base-uri', ['node()?'], 'xs:string?', uriOf),
  row('document-uri', ['node()?'], 'xs:string?', uriOf),
  row('resolve-uri', ['xs:string?', 'xs:string'], 'xs:string?', (_, href: string | null, base: string) =>
    href === null ? null : new URL(href, base).href,
  ),
  row(
    'matches',
    ['xs:string?', 'xs:string', 'xs:string'],
    'xs:boolean',
    (_, text: string | null, pattern: string, flags: string) => xpathRegex(pattern, flags).test(text ?? ''),
  ),
  row(
    'replace',
    ['xs:string?', 'xs:string', 'xs:string', 'xs:string'],
    'xs:string',
    (_, text: string | null, pattern: string, by: string, flags: string) =>
      (text ?? '').replace(
        xpathRegex(pattern, flags),
        flags.includes('q') ? by.replaceAll('$', '$$$$') : replacement(by),
      ),
  ),
  row(
    'tokenize',
    ['xs:string?', 'xs:string', 'xs:string'],
    'xs:string*',
    (_, text: string | null, pattern: string, flags: string) => tokens(text, pattern, flags),
  ),
  row('contains-token', ['xs:string*', 'xs:string'], 'xs:boolean', (_, lists: readonly string[], token: string) =>
    lists.some((list) => list.trim().split(/\s+/).includes(token.trim())),
  ),
  row('normalize-unicode', ['xs:string?'], 'xs:string', (_, text: string | null) => (text ?? '').normalize('NFC')),
  row('normalize-unicode', ['xs:string?', 'xs:string'], 'xs:string', (_, text: string | null, form: string) =>
    (text ?? '').normalize(form.trim().toUpperCase()),
  ),
];
