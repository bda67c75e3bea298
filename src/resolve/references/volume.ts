/** A volume's documents, pages and notes as targets: who stands beside whom, and what doesn't exist. */

import { madeOnce } from '../../made-once.js';
import type { VolumeMemory } from '../../memory.js';

export interface VolumeIndex {
  /** Identifiers of the documents at hand in order, `d37`, `d38`. */
  readonly documents: readonly string[];
  readonly position: ReadonlyMap<string, number>;
  /** Identifiers of notes, `d37fn2`. */
  readonly notes: ReadonlySet<string>;
  /** First and last page that begin in the documents at hand. */
  readonly pages: { readonly from: number; readonly to: number } | undefined;
  /** Whether the numbers run on from 1 without a gap: only then is what isn't there nowhere. */
  readonly complete: boolean;
}

const numberOf = (id: string): number => Number(/^d(\d+)/.exec(id)?.[1] ?? Number.NaN);

/** The index of a volume's memory; made once. */
export const volumeIndex: (memory: VolumeMemory) => VolumeIndex = madeOnce((memory) => {
  const documents = memory.documents.map((facts) => facts.id);
  const numbers = new Set(documents.map(numberOf).filter((n) => n > 0));
  const pages = memory.documents.flatMap((facts) => facts.pages.map(Number)).filter((n) => n > 0);
  return {
    documents,
    position: new Map(documents.map((id, i) => [id, i])),
    notes: new Set(memory.documents.flatMap(({ id, notes }) => notes.map((n) => `${id}fn${n}`))),
    pages: pages.length > 0 ? { from: Math.min(...pages), to: Math.max(...pages) } : undefined,
    complete: numbers.size > 1 && Math.max(...numbers) === numbers.size,
  };
});

/** The document beside another, where both are at hand: a gap in the numbers between them hides the true one. */
export function neighbourIn(index: VolumeIndex, id: string, step: -1 | 1): string | undefined {
  const at = index.position.get(id);
  const other = at === undefined ? undefined : index.documents[at + step];
  return other !== undefined && Math.abs(numberOf(other) - numberOf(id)) <= 1 ? other : undefined;
}

/** Whether a target inside the volume (`#d37`, `#d37fn2`, `#pg_81`) is known not to exist. */
export function dangles(target: string, index: VolumeIndex): boolean {
  const id = target.slice(1);
  if (id.startsWith('pg_')) {
    const page = Number(id.slice(3));
    return index.complete && index.pages !== undefined && (page < index.pages.from || page > index.pages.to);
  }
  const owner = /^(d\d+[A-Za-z]*)fn/.exec(id)?.[1];
  if (owner !== undefined && index.position.has(owner)) return !index.notes.has(id);
  return index.complete && !index.position.has(owner ?? id);
}
