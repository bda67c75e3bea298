/** Whether a document's identifier is its own in the volume. */

import { madeOnce } from '../made-once.js';
import type { VolumeMemory } from '../memory.js';
import type { Document } from '../tree.js';

/** How many documents of a volume have each identifier. */
const countsOf = madeOnce(({ documents }: VolumeMemory): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { id } of documents) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
});

/** Reports an identifier that other documents of the volume have, too: links to it would be links to several. */
export function identity(document: Document, { memory }: { readonly memory?: VolumeMemory }): Document {
  const { id } = document.context;
  const others = memory ? (countsOf(memory).get(id) ?? 1) - 1 : 0;
  if (others < 1) return document;
  const duplicate = {
    code: 'document-id-duplicate',
    severity: 'warning',
    message: `${others === 1 ? 'another document' : `${others} other documents`} of the volume ${others === 1 ? 'has' : 'have'} the identifier ${id}, too`,
    start: 0,
    end: Math.min(document.source.text.length, 1),
    hint: 'the number printed in the heading makes the identifier; without one name the files d1.txt, d2.txt and so on',
  } as const;
  return { ...document, diagnostics: [...document.diagnostics, duplicate] };
}
