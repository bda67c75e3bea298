/**
 * How a volume's own references count notes. Where the source note was printed without a number, "footnote 3, Document 9"
 * means the note that the edition numbers 4. The references of the whole volume tell: where they are shifted, none of them
 * cites the last note of a document, and many cite a "footnote 1", which elsewhere is the source note.
 */

import { madeOnce } from '../../made-once.js';
import type { CitedNote, VolumeMemory } from '../../memory.js';
import type { Document } from '../../tree.js';

const CITED = /\bfootnotes? (\d+)(?:,? (?:to )?Document (\d+[A-Z]?)| (above|below)\b)/g;
const LABEL = /^ {2}(\d+)\. /gm;

/** The notes that a text cites by number, of other documents and of its own. `id` is its own identifier. */
export function citedNotesIn(text: string, id: string): CitedNote[] {
  if (!text.includes('footnote')) return [];
  const labels = [...text.matchAll(LABEL)];
  return [...text.matchAll(CITED)].flatMap(({ index, 1: number, 2: document, 3: where }): CitedNote[] => {
    if (where === undefined) return [{ document: `d${document}`, number: Number(number) }];
    const own = labels.findLast((label) => label.index < index)?.[1];
    const from = Number(own);
    return own === undefined ? [] : [{ document: id, number: Number(number), from, below: where === 'below' }];
  });
}

/** The notes that a document cites. */
export const citedNotes = (document: Document): CitedNote[] => citedNotesIn(document.source.text, document.context.id);

/** What one citation says of the numbering; undefined where the cited document isn't at hand. */
function evidence({ number, from, below }: CitedNote, notes: number | undefined): string | undefined {
  if (from !== undefined) {
    if (below) return number === notes ? 'below last' : number === from ? 'below self' : 'below';
    return number === from - 1 ? 'above next' : number === from ? 'above self' : 'above';
  }
  if (notes === undefined || notes === 0) return undefined;
  if (number >= notes) return 'last';
  return number === 1 ? 'first' : 'inner';
}

/** The evidence of a volume, how often each kind occurs: counted once for all of its documents. */
export const numberingEvidence: (memory: VolumeMemory) => ReadonlyMap<string, number> = madeOnce((memory) => {
  const sizes = new Map(memory.documents.map(({ id, notes }) => [id, notes.length]));
  const counts = new Map<string, number>();
  for (const { cited = [] } of memory.documents) {
    for (const one of cited) {
      const kind = evidence(one, sizes.get(one.document));
      if (kind !== undefined) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return counts;
});

/** Log odds of a shift: of a sub-series, and of each kind of evidence. */
export interface NumberingModel {
  readonly series: Readonly<Record<string, number>>;
  readonly evidence: Readonly<Record<string, number>>;
}

/** Of a sub-series not seen: a shift is rare. */
const UNSEEN = -4;

/** What is to be added to a printed number of a note: 1 where the source note was printed without one, else 0. */
export function noteShift(
  memory: VolumeMemory | undefined,
  series: string,
  { series: prior, evidence: weights }: NumberingModel,
): 0 | 1 {
  let odds = prior[series] ?? UNSEEN;
  if (memory) for (const [kind, n] of numberingEvidence(memory)) odds += n * (weights[kind] ?? 0);
  return odds > 0 ? 1 : 0;
}
