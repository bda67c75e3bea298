/** Files that globs leave out. */

import { createRequire } from 'node:module';
import { resolve } from 'node:path';

/** As much of picomatch as is used; it comes without types. */
type Picomatch = (globs: readonly string[], options: { readonly dot: boolean }) => (path: string) => boolean;

/** Globs of a folder as absolute ones. */
export async function globsFrom(folder: string, globs: readonly string[]): Promise<string[]> {
  // What the folder is called must not be special.
  const base = (await import('tinyglobby')).escapePath(resolve(folder));
  return globs.map((glob) => resolve(base, glob));
}

/** Whether a path is one that absolute globs leave out, or lies below one. */
export function leftOutBy(globs: readonly string[]): (path: string) => boolean {
  if (globs.length === 0) return () => false;
  const require = createRequire(import.meta.url);
  const picomatch = require('picomatch') as Picomatch;
  const matches = picomatch([...globs, ...globs.map((glob) => `${glob}/**`)], { dot: true });
  return (path) => matches(resolve(path));
}
