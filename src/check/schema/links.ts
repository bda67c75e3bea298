/** References between ids (the type IDREF), which the engine doesn't check. */

import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Whether a RELAX NG grammar file, or one that it includes, has attributes of type IDREF. */
export function hasLinks(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  if (/type\s*=\s*["']IDREFS?["']/.test(text)) return true;
  const hrefs = [...text.matchAll(/<(?:\w+:)?(?:include|externalRef)\s[^>]*?href\s*=\s*["']([^"':]+)["']/g)];
  return hrefs.some((match) => hasLinks(resolve(dirname(file), match[1] as string), seen));
}
