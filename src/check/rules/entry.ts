/** Entries of lists: persons and terms. Their ids may be any names, so the element that has an id tells first what it is of. */

import type { ScanElement } from '../../xml/scan.js';

/** `passage`: a document, a division, a note or a page. */
export type Named = 'person' | 'term' | 'passage';

const BY_ELEMENT: Readonly<Record<string, Named>> = {
  persName: 'person',
  person: 'person',
  term: 'term',
  gloss: 'term',
  div: 'passage',
  note: 'passage',
  pb: 'passage',
};

/** Elements whose pointers lead to entries of lists. */
const NAMES = new Set(['persName', 'signed', 'gloss', 'term', 'orgName', 'rs', 'name']);

const PASSAGE = /^(?:d\d|pg_|ch\d|comp\d)/;

/** What an id is of: by the element that has it, by its letters where the file has none; undefined where neither tells. */
export function namedBy(id: string, ids: ReadonlyMap<string, ScanElement>): Named | undefined {
  const element = ids.get(id);
  const named = element && BY_ELEMENT[element.name];
  if (named) return named;
  if (id.startsWith('p_')) return 'person';
  if (id.startsWith('t_')) return 'term';
  return PASSAGE.test(id) ? 'passage' : undefined;
}

/** What there are entries of in a file. */
export const listed = (ids: ReadonlyMap<string, ScanElement>): ReadonlySet<Named | undefined> =>
  new Set(Array.from(ids.values(), ({ name }) => BY_ELEMENT[name]));

/** Whether a pointer leads to an entry of a list, which a document alone and a folder of documents lack. */
export const leadsToEntry = (element: string, id: string): boolean =>
  /^[pt]_/.test(id) || (NAMES.has(element) && !PASSAGE.test(id));
