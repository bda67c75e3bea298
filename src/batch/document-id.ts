/** The identifier that a file's name gives its document. */

import { basename, extname } from 'node:path';

const DOCUMENT = /^d\d+[A-Za-z]?$/;

/** `out/d38.txt` → `d38`; undefined for names of another form. */
export function documentOf(path: string): string | undefined {
  const base = basename(path, extname(path));
  return DOCUMENT.test(base) ? base : undefined;
}
