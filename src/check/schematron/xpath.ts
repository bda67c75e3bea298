/** How expressions are read: their prefixes, and `id()` by xml:id, which the engine looks for in attributes named `id`. */

import { madeOnce } from '../../made-once.js';
import { descendants } from './documents.js';
import { type Document, type Element, libraries } from './libraries.js';

const FUNCTIONS = 'http://www.w3.org/2005/xpath-functions';
const OWN = 'https://teigram.invalid/functions';

/** Elements of a document by xml:id; made when first asked for. */
/** The elements of a document by their `xml:id`; of several with one the first. */
const indexOf = madeOnce((document: Document): ReadonlyMap<string, Element> => {
  const index = new Map<string, Element>();
  for (const element of descendants(document)) {
    const id = element.getAttribute('xml:id')?.trim();
    if (id && !index.has(id)) index.set(id, element);
  }
  return index;
});

/** In document order, each once, as XPath has it. */
function elementsById(document: Document, ids: readonly string[]): Element[] {
  const index = indexOf(document);
  const found = new Set(ids.flatMap((list) => list.split(/\s+/)).flatMap((id) => index.get(id) ?? []));
  return [...found].sort((a, b) => (a.compareDocumentPosition(b) & FOLLOWING ? -1 : 1));
}

const FOLLOWING = 4;

let isRegistered = false;

function register(): void {
  if (isRegistered) return;
  isRegistered = true;
  const { xpath } = libraries();
  const name = { namespaceURI: OWN, localName: 'id' };
  type Context = Parameters<Parameters<typeof xpath.registerCustomXPathFunction>[3]>[0];
  const callback = ({ currentContext }: Context, ids: readonly string[]) => elementsById(currentContext, ids);
  xpath.registerCustomXPathFunction(name, ['xs:string*'], 'element()*', callback);
  xpath.registerCustomXPathFunction(name, ['xs:string*', 'node()'], 'element()*', callback);
}

/** Options for the engine: `document` is the one that is being checked, which alone can hold a node. */
export function xpathOptions(namespaces: Readonly<Record<string, string>>, document: Document) {
  register();
  const isStandard = (prefix: string): boolean => prefix === '' || prefix === 'fn' || namespaces[prefix] === FUNCTIONS;
  return {
    currentContext: document,
    namespaceResolver: (prefix: string): string | null => (prefix === '' ? null : (namespaces[prefix] ?? null)),
    functionNameResolver: ({ prefix, localName }: { prefix: string; localName: string }) => {
      if (!isStandard(prefix)) return null as never;
      if (localName === 'idref') throw new Error('XPST0017: idref() finds nothing, as no DTD says what an IDREF is.');
      return { namespaceURI: localName === 'id' ? OWN : FUNCTIONS, localName };
    },
  };
}
