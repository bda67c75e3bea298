/** What a RELAX NG grammar holds that its engine doesn't tell of, known by the text of its files. */

import { readFileSync } from 'node:fs';
import { pathOf } from './href.js';
import { SCHEMATRON } from './models.js';

/** Whether a RELAX NG grammar file, or one that it includes, has attributes of type IDREF, which the engine doesn't check. */
export const hasLinks = (file: string): boolean => someFile(file, (text) => /type\s*=\s*["']IDREFS?["']/.test(text));

/** Whether a RELAX NG grammar file, or one that it includes, has Schematron rules among its patterns. */
export const hasRules = (file: string): boolean =>
  someFile(
    file,
    (text) =>
      text.includes(SCHEMATRON) && /<(?:[\w.-]+:)?(?:pattern|rule)[\s>]/.test(text.replace(/<!--[\s\S]*?-->/g, '')),
  );

function someFile(file: string, holds: (text: string) => boolean, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    // The engine could do without it: it is named in a comment, say.
    return false;
  }
  if (holds(text)) return true;
  const hrefs = [...text.matchAll(/<(?:\w+:)?(?:include|externalRef)\s[^>]*?href\s*=\s*["']([^"']+)["']/g)];
  return hrefs.some((match) => {
    const path = pathOf(match[1] as string, file);
    return path !== undefined && someFile(path, holds, seen);
  });
}
