/** References from file to file, as grammars and `<?xml-model?>` have them. */

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Whether a URI reference stands by itself: no file's place adds to it. */
export const isAbsolute = (href: string): boolean => /^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//');

/** A relative reference as a path: `m%C3%BCller.xml` is müller.xml. What isn't rightly encoded stays as it is. */
export function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

/** The path that a URI reference in the file `from` means; undefined where it isn't on this disk, or can't be told without `from`. */
export function pathOf(href: string, from: string | undefined): string | undefined {
  try {
    if (href.startsWith('file:')) return fileURLToPath(href);
    if (href === '' || isAbsolute(href) || from === undefined) return undefined;
    return resolve(dirname(from), decoded(href));
  } catch {
    return undefined;
  }
}
