/** References between ids (the type IDREF), which the engine doesn't check. */

import { readFileSync } from 'node:fs';
import { pathOf } from './href.js';

/** Whether a RELAX NG grammar file, or one that it includes, has attributes of type IDREF. */
export function hasLinks(file: string, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // The engine could do without it: it is named in a comment, say.
    return false;
  }
  if (/type\s*=\s*["']IDREFS?["']/.test(text)) return true;
  const hrefs = [...text.matchAll(/<(?:\w+:)?(?:include|externalRef)\s[^>]*?href\s*=\s*["']([^"']+)["']/g)];
  return hrefs.some((match) => {
    const path = pathOf(match[1] as string, file);
    return path !== undefined && hasLinks(path, seen);
  });
}
