/** The identifier that a file's name gives its document. */

import { basename, extname } from 'node:path';
import { numberInId } from '../document-id.js';

/** `out/d38.txt` → `d38`; undefined for names of another form. */
export function documentOf(path: string): string | undefined {
  const base = basename(path, extname(path));
  return numberInId(base) === undefined ? undefined : base;
}
