/** References from file to file, as grammars and `<?xml-model?>` have them. */

import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The path that a URI reference in the file `from` means; undefined where it isn't on this disk, or can't be told without `from`. */
export function pathOf(href: string, from: string | undefined): string | undefined {
  try {
    if (href.startsWith('file:')) return fileURLToPath(href);
    if (href === '' || /^[a-z][a-z0-9+.-]*:/i.test(href) || href.startsWith('//') || from === undefined)
      return undefined;
    return resolve(dirname(from), decodeURIComponent(href));
  } catch {
    return undefined;
  }
}
