/** Schematron inside a RELAX NG grammar. */

import { pathOf } from '../schema/href.js';
import { RELAX_NG } from '../schema/rng/grammar.js';
import { descendants, elementsOf, is, type Origin, SCH } from './documents.js';
import type { Document, Element } from './libraries.js';

/**
 * The rules that stand inside a RELAX NG grammar and the files that it includes, gathered into one schema.
 *
 * @throws Error where there are none
 */
export function embedded(file: string, read: (path: string) => Document, origins: Map<Element, Origin>): Document {
  const all = grammarElements(file, read, new Set());
  const document = read(file);
  const root = document.createElementNS(SCH, 'schema');
  const adopt = (parent: Element, element: Element): void => {
    element.parentNode?.removeChild(element);
    parent.appendChild(element);
  };
  const outermost = all.filter(
    (element) => element.namespaceURI === SCH && (element.parentNode as Element | null)?.namespaceURI !== SCH,
  );
  const found = outermost.flatMap((element) => (is(element, 'schema') ? elementsOf(element) : [element]));
  const seen = new Set<string>();
  for (const name of ['ns', 'let', 'phase', 'pattern', 'rule', 'diagnostics']) {
    for (const element of found.filter((one) => is(one, name))) {
      const prefix = name === 'ns' ? (element.getAttribute('prefix') ?? '') : undefined;
      if (prefix !== undefined && seen.has(prefix)) continue;
      if (prefix !== undefined) seen.add(prefix);
      if (name !== 'rule') adopt(root, element);
      else {
        const pattern = document.createElementNS(SCH, 'pattern');
        root.appendChild(pattern);
        adopt(pattern, element);
      }
    }
  }
  if (found.length === 0) throw new Error('it holds no Schematron rules');
  const home = origins.get(found[0] as Element);
  if (home) origins.set(root, home);
  document.replaceChild(root, document.documentElement as Element);
  return document;
}

/** The elements of a grammar file and of those that it reads in turn, each once, whether or not we can make sense of its patterns. */
function grammarElements(file: string, read: (path: string) => Document, seen: Set<string>): Element[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const own = descendants(read(file));
  const linked = own.filter(
    ({ namespaceURI, localName }) =>
      namespaceURI === RELAX_NG && (localName === 'include' || localName === 'externalRef'),
  );
  const paths = linked.flatMap((element) => pathOf(element.getAttribute('href') ?? '', file) ?? []);
  return [...own, ...paths.flatMap((path) => grammarElements(path, read, seen))];
}
