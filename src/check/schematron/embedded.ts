/** Schematron inside a RELAX NG grammar. */

import { readGrammar } from '../schema/rng/grammar.js';
import { descendants, elementsOf, is, type Origin, SCH } from './documents.js';
import type { Document, Element } from './libraries.js';

/**
 * The rules that stand inside a RELAX NG grammar and the files that it includes, gathered into one schema.
 *
 * @throws Error where there are none
 */
export function embedded(file: string, read: (path: string) => Document, origins: Map<Element, Origin>): Document {
  const files = readGrammar(file).files;
  const all = files.flatMap((path) => descendants(read(path)));
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
