/** Libraries that only some runs need: the first that does loads them. All that a conversion might need took a fifth of a short one's time. */

import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** A library in CommonJS by the name of its package; the type is the caller's word. */
export function onFirstUse<Library>(name: string): () => Library {
  let loaded: Library | undefined;
  return () => {
    loaded ??= require(name) as Library;
    return loaded;
  };
}
