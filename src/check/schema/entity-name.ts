/** Entities that HTML knows and XML doesn't. */

import type * as Entities from 'entities';
import { onFirstUse } from '../../on-first-use.js';

/** With its two thousand names. */
const entities = onFirstUse<typeof Entities>('entities');

/** What to write for an entity that isn't declared. */
export function insteadOf(name: string): string {
  const { decodeHTMLStrict } = entities();
  const entity = `&${name};`;
  const meant = decodeHTMLStrict(entity);
  if (meant === entity) return 'Without a DOCTYPE there are only &amp;, &lt;, &gt;, &quot; and &apos;.';
  const references = [...meant].map((char) => `&#${char.codePointAt(0)};`).join('');
  return /^[\s\p{C}&<]/u.test(meant) ? `Write ${references}.` : `Write ${meant} itself, or ${references}.`;
}
