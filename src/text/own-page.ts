/**
 * Pages of a cable or of a facsimile are the document's own, not the volume's: their identifiers begin with the document's. Electronic
 * volumes publish facsimiles: each document begins with a page 1.
 */

import type { Document } from '../tree.js';

const FIRST = '1';

/** By number, as printed or in the identifier. Page 1 of a volume begins above its first document, or in it. */
const isLaterInVolume = ({ n, id }: Document['context']): boolean =>
  Number.parseInt(n ?? id.replace(/^\D+/, ''), 10) > 1;

/**
 * The identifiers of a document's own pages by their numbers, of which `first` comes first in its text: `d38pg_1` of a cable, as this project writes them; `d38-01` of a facsimile,
 * as electronic volumes have them. Undefined where the pages are the volume's.
 */
export function ownPages(
  { genre, context }: Pick<Document, 'genre' | 'context'>,
  first: string | undefined,
): ((n: string) => string) | undefined {
  if (genre === 'cable') return (n) => `${context.id}pg_${n}`;
  return first === FIRST && isLaterInVolume(context) ? (n) => `${context.id}-${n.padStart(2, '0')}` : undefined;
}

/** Whether a page break is its document's own, by both identifiers. */
export const isOwnPage = (id: string | undefined, document: string | undefined): boolean =>
  Boolean(document) && (id?.startsWith(`${document}pg_`) || id?.startsWith(`${document}-`)) === true;
