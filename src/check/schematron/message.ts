/** Messages as the engine takes them: text and values, nothing else. */

import { descendants, is } from './documents.js';
import type { Element } from './libraries.js';

/** Put the diagnostics that a test names behind its message, and let go of all markup around text and values. */
export function spellOut(
  test: Element,
  diagnostics: ReadonlyMap<string | undefined, Element>,
  problem: (message: string) => void,
): void {
  for (const id of (test.getAttribute('diagnostics') ?? '').split(/\s+/).filter((each) => each !== '')) {
    const diagnostic = diagnostics.get(id);
    if (!diagnostic) problem(`There is no diagnostic “${id}”.`);
    test.append(' ', ...(diagnostic?.childNodes ?? []).map((child) => child.cloneNode(true)));
  }
  for (const child of descendants(test)) if (!is(child, 'name', 'value-of')) child.replaceWith(...child.childNodes);
}
