/** Entities that HTML knows and XML doesn't. */

import { createRequire } from 'node:module';
import type * as Entities from 'entities';

/** What to write for an entity that isn't declared. The names are loaded with it. */
export function insteadOf(name: string): string {
  const require = createRequire(import.meta.url);
  const { decodeHTMLStrict } = require('entities') as typeof Entities;
  const entity = `&${name};`;
  const meant = decodeHTMLStrict(entity);
  if (meant === entity) return 'Without a DOCTYPE there are only &amp;, &lt;, &gt;, &quot; and &apos;.';
  const references = [...meant].map((char) => `&#${char.codePointAt(0)};`).join('');
  return /^[\s\p{C}&<]/u.test(meant) ? `Write ${references}.` : `Write ${meant} itself, or ${references}.`;
}
