/**
 * A Schematron file as the engine wants it: includes read from disk, abstract rules and patterns spelled out, markup in
 * messages turned into text, and each test numbered, so that what the engine drops (role, place) can be looked up.
 */

import { readFileSync } from 'node:fs';
import type { Severity } from '../../diagnostic.js';
import { withoutByteOrderMark } from '../../text/byte-order-mark.js';
import type { Finding } from '../finding.js';
import { placeFields } from '../place-fields.js';
import { pathOf } from '../schema/href.js';
import { descendants, elementsOf, is, type Origin, placed, SCH, XSLT } from './documents.js';
import { embedded } from './embedded.js';
import type { Key } from './keys.js';
import type { Document, Element } from './libraries.js';
import { spellOut } from './message.js';

/** A test as it stands in its file. */
export interface Test extends Origin {
  readonly id: string | undefined;
  readonly severity: Severity;
  readonly test: string;
  readonly see: string | undefined;
  readonly ofRule: Origin | undefined;
}

export interface Prepared {
  readonly document: Document;
  readonly tests: readonly Test[];
  readonly problems: readonly Finding[];
  /** Where variables are declared, by name: the first of each. */
  readonly lets: ReadonlyMap<string, Origin>;
  /** Names of variables that XSLT declares, which isn't run. */
  readonly ofXslt: ReadonlySet<string>;
  /** What `xsl:key` declares, each where it stands. */
  readonly keys: readonly (Key & Origin)[];
  /** Texts of the files read, by path. */
  readonly texts: ReadonlyMap<string, string>;
}

const ROLES: Readonly<Record<string, Severity>> = {
  warn: 'warning',
  warning: 'warning',
  nonfatal: 'warning',
  info: 'info',
  information: 'info',
  hint: 'info',
};

const text = (element: Element, name: string): string | undefined => element.getAttribute(name) ?? undefined;

/** @throws Error where the file can't be read or isn't well-formed. */
export function prepare(file: string): Prepared {
  const texts = new Map<string, string>();
  const origins = new Map<Element, Origin>();
  const problems: Finding[] = [];

  const read = (path: string): Document => {
    const content = withoutByteOrderMark(readFileSync(path, 'utf8'));
    if (/<!DOCTYPE/i.test(content)) throw new Error('a DOCTYPE is not read');
    texts.set(path, content);
    const of = placed(content);
    // Now: places are counted off in a document as it was read, before anything is put into it or taken out.
    for (const node of descendants(of.document)) origins.set(node, { file: path, span: of.spanOf(node) });
    return of.document;
  };
  const problem = (element: Element, message: string, severity: Severity = 'error'): void => {
    const origin = origins.get(element);
    const at = origin ? placeFields(texts.get(origin.file) ?? '', origin.span) : { line: 1, column: 1 };
    problems.push({ rule: 'schematron', severity, message, file: origin?.file ?? file, ...at });
  };

  /** A copy that remembers where it came from. */
  const copy = (element: Element): Element => {
    const clone = element.cloneNode(true) as Element;
    const [from, to] = [descendants(element), descendants(clone)];
    [element, ...from].forEach((one, i) => {
      const origin = origins.get(one);
      if (origin) origins.set([clone, ...to][i] as Element, origin);
    });
    return clone;
  };
  const replace = (element: Element, by: readonly Element[]): void => {
    for (const one of by) element.parentNode?.insertBefore(one, element);
    element.parentNode?.removeChild(element);
  };

  const include = (element: Element, from: string, depth: number): void => {
    const [path = '', fragment] = (text(element, 'href') ?? '').split('#');
    try {
      const target = pathOf(path, from);
      if (target === undefined) throw new Error('it is not on this disk');
      if (depth > 20) throw new Error('files include each other without end');
      const document = read(target);
      const all = descendants(document);
      const root = fragment ? all.find((one) => one.getAttribute('id') === fragment) : all[0];
      if (!root) throw new Error('there is nothing of that name');
      includes(root, target, depth + 1);
      const whole = is(element, 'extends') || is(root, 'schema') ? elementsOf(root) : [root];
      replace(element, whole);
    } catch (error) {
      problem(element, `${text(element, 'href')} can't be included: ${(error as Error).message}.`);
      replace(element, []);
    }
  };
  const includes = (root: Element, from: string, depth = 0): void => {
    for (const element of descendants(root)) {
      if (is(element, 'include') || (is(element, 'extends') && element.getAttribute('href') !== null))
        include(element, from, depth);
    }
  };

  const start = read(file);
  const document = start.documentElement?.namespaceURI === SCH ? start : embedded(file, read, origins);
  const root = document.documentElement as Element;
  includes(root, file);

  const ofXslt = new Set<string>();
  const keys: (Key & Origin)[] = [];
  for (const element of descendants(root)) {
    if (element.namespaceURI === XSLT && element.localName === 'key') {
      const [name = '', match = '', use = ''] = ['name', 'match', 'use'].map((each) => text(element, each)?.trim());
      keys.push({ name, match, use, ...(origins.get(element) ?? { file, span: [0, 0] }) });
      continue;
    }
    if (element.namespaceURI === XSLT && /^(?:variable|param)$/.test(element.localName))
      ofXslt.add(text(element, 'name')?.trim() ?? '');
    if (element.namespaceURI === XSLT && element.localName === 'function') {
      problem(
        element,
        `xsl:function ${text(element, 'name') ?? ''} isn't supported: tests that call it are left out.`,
        'info',
      );
    } else if (element.namespaceURI === XSLT && element.parentNode === root) {
      problem(element, `xsl:${element.localName} isn't supported: tests that need it are left out.`, 'info');
    }
  }
  abstractPatterns(root, copy, replace);
  abstractRules(root, copy, replace, problem);

  const all = descendants(root);
  const diagnostics = new Map(all.filter((one) => is(one, 'diagnostic')).map((one) => [text(one, 'id'), one]));
  const tests: Test[] = [];
  const lets = new Map<string, Origin>();
  for (const element of all) {
    const name = is(element, 'let') ? text(element, 'name')?.trim() : undefined;
    const home = origins.get(element);
    if (name !== undefined && home && !lets.has(name)) lets.set(name, home);
    if (is(element, 'assert', 'report')) {
      const rule = element.parentNode as Element;
      const role = (text(element, 'role') ?? text(rule, 'role') ?? '').trim().toLowerCase();
      const origin = origins.get(element);
      tests.push({
        id: text(element, 'id') ?? text(rule, 'id'),
        severity: ROLES[role] ?? 'error',
        test: text(element, 'test') ?? '',
        see: text(element, 'see'),
        ofRule: origins.get(rule),
        ...(origin ?? { file, span: [0, 0] }),
      });
      element.setAttribute('id', String(tests.length - 1));
      spellOut(element, diagnostics, (message) => problem(element, message, 'warning'));
    }
  }
  return { document, tests, problems, lets, ofXslt, keys, texts };
}

type Copy = (element: Element) => Element;
type Replace = (element: Element, by: readonly Element[]) => void;

/** Patterns that are instances: a copy of the abstract one's content, `$name` replaced by the parameters' values. */
function abstractPatterns(root: Element, copy: Copy, replace: Replace): void {
  const patterns = elementsOf(root).filter((element) => is(element, 'pattern'));
  for (const pattern of patterns) {
    const template = patterns.find((one) => one.getAttribute('id') === pattern.getAttribute('is-a'));
    if (!pattern.hasAttribute('is-a') || !template) continue;
    const params = elementsOf(pattern)
      .filter((element) => is(element, 'param'))
      .map((param) => [param.getAttribute('name') ?? '', param.getAttribute('value') ?? ''] as const)
      .sort(([a], [b]) => b.length - a.length);
    const fill = (value: string): string =>
      params.reduce((filled, [name, by]) => filled.replaceAll(`$${name}`, by), value);
    for (const child of elementsOf(pattern)) pattern.removeChild(child);
    for (const child of elementsOf(template)) pattern.appendChild(copy(child));
    for (const element of descendants(pattern)) {
      for (const attribute of element.attributes) attribute.value = fill(attribute.value);
    }
  }
  for (const pattern of patterns) if (pattern.getAttribute('abstract') === 'true') replace(pattern, []);
}

/** Rules that extend abstract ones get a copy of their content. */
function abstractRules(
  root: Element,
  copy: Copy,
  replace: Replace,
  problem: (at: Element, message: string) => void,
): void {
  const abstract = new Map<string, Element>();
  for (const element of descendants(root)) {
    if (is(element, 'rule') && element.getAttribute('abstract') === 'true')
      abstract.set(element.getAttribute('id') ?? '', element);
  }
  for (let round = 0; round < 10; round++) {
    const extending = descendants(root).filter((element) => is(element, 'extends'));
    if (extending.length === 0) break;
    for (const element of extending) {
      const base = abstract.get(element.getAttribute('rule') ?? '');
      if (!base || round === 9) problem(element, `there is no abstract rule ${element.getAttribute('rule')}.`);
      replace(element, base && round < 9 ? elementsOf(base).map(copy) : []);
    }
  }
  for (const rule of abstract.values()) replace(rule, []);
}
