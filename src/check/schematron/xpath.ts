/** How expressions are read: their prefixes, and the functions that are ours because the engine lacks them. */

import { FUNCTIONS, type Ground } from './functions.js';
import { libraries } from './libraries.js';

const STANDARD = 'http://www.w3.org/2005/xpath-functions';
const OWN = 'https://teigram.invalid/functions';

const own = new Set(FUNCTIONS.map(({ name, takes }) => `${name}#${takes.length}`));

let isRegistered = false;

function register(): void {
  if (isRegistered) return;
  isRegistered = true;
  const { xpath } = libraries();
  for (const { name, takes, gives, call } of FUNCTIONS) {
    const callback = ({ currentContext }: { readonly currentContext: Ground }, ...given: readonly unknown[]): unknown =>
      call(currentContext, ...(given as never[]));
    xpath.registerCustomXPathFunction({ namespaceURI: OWN, localName: name }, [...takes], gives, callback as never);
  }
}

/** Options for the engine. `ground` is what the functions know of the run; it may change between expressions. */
export function xpathOptions(namespaces: Readonly<Record<string, string>>, ground: Ground) {
  register();
  const isStandard = (prefix: string): boolean => prefix === '' || prefix === 'fn' || namespaces[prefix] === STANDARD;
  return {
    currentContext: ground,
    // What an expression traces would else come between the lines of a report.
    logger: { trace: () => {} },
    namespaceResolver: (prefix: string): string | null => (prefix === '' ? null : (namespaces[prefix] ?? null)),
    functionNameResolver: ({ prefix, localName }: { prefix: string; localName: string }, arity: number) => {
      if (!isStandard(prefix)) return null as never;
      if (localName === 'idref') throw new Error('XPST0017: idref() finds nothing, as no DTD says what an IDREF is.');
      return { namespaceURI: own.has(`${localName}#${arity}`) ? OWN : STANDARD, localName };
    },
  };
}
