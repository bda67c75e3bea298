/** Places of notes that a reviewer decided or the markup of the file says: they stand, and the other notes are placed between them. */

import { type NoteDecision, type PlacedDecision, unfit } from '../../decisions/decision.js';
import type { Diagnostic } from '../../diagnostic.js';
import { overlap, type TextRange } from '../../text-range.js';
import type { Document } from '../../tree.js';
import { markForms, type NoteText, type Place, type Stretch } from './marks.js';

interface DecidedPlace {
  /** undefined: the note has no place. */
  readonly place: TextRange | undefined;
}

export interface DecidedPlaces {
  /** By the note's index. */
  readonly byNote: ReadonlyMap<number, DecidedPlace>;
  readonly diagnostics: readonly Diagnostic[];
}

const NOTHING: DecidedPlaces = { byNote: new Map(), diagnostics: [] };

/** The index of the note that a decision speaks of: by its number, among several of one number by its first words. */
function noteOf({ note }: NoteDecision, notes: readonly NoteText[]): number {
  const same = notes.flatMap(({ n, text }, i) => (n === note.n ? [{ i, text }] : []));
  if (same.length <= 1) return same[0]?.i ?? -1;
  return same.find(({ text }) => text.startsWith(note.opening))?.i ?? -1;
}

/** Why a note can't hang there; undefined where it can. */
function refusal(
  { start, end }: TextRange,
  { n }: NoteText,
  document: Document,
  stretches: readonly Stretch[],
  taken: readonly TextRange[],
): string | undefined {
  if (!stretches.some((stretch) => stretch.start <= start && end <= stretch.end)) return 'that is no place in the text';
  const mark = document.source.text.slice(start, end);
  if (mark !== '' && !markForms(n).includes(mark)) return `“${mark}” is not the note’s mark`;
  const crosses = taken.some((other) => start < other.end && other.start < end);
  return crosses ? 'another note hangs there' : undefined;
}

/** What of the decisions about notes can be applied to a document; of the others, what the markup says. */
export function decidedPlaces(
  document: Document,
  words: readonly NoteText[],
  stretches: readonly Stretch[],
  decisions: readonly PlacedDecision[] = [],
): DecidedPlaces {
  const some = decisions.filter((one): one is NoteDecision & PlacedDecision => one.kind === 'note');
  if (some.length === 0 && !document.notes.some(({ mark }) => mark)) return NOTHING;
  const byNote = new Map<number, DecidedPlace>();
  const diagnostics: Diagnostic[] = [];
  const taken: TextRange[] = [];
  for (const decision of some) {
    const { start, end } = decision;
    const i = noteOf(decision, words);
    const here = decision.choice === 'here';
    const why =
      i < 0
        ? 'there is no such note'
        : here
          ? refusal({ start, end }, words[i]!, document, stretches, taken)
          : undefined;
    if (why) diagnostics.push(unfit(decision, why, start, end));
    else {
      byNote.set(i, { place: here ? { start, end } : undefined });
      if (here) taken.push({ start, end });
    }
  }
  document.notes.forEach(({ mark }, i) => {
    if (!mark || byNote.has(i) || refusal(mark, words[i]!, document, stretches, taken)) return;
    byNote.set(i, { place: mark });
    taken.push(mark);
  });
  return { byNote, diagnostics };
}

/**
 * The places that are left to each note: none to those that are decided, and to the others those between their decided neighbours
 * where there are any: a reviewer may have decided against the order of the notes.
 */
export function besideDecided(lists: readonly Place[][], byNote: DecidedPlaces['byNote']): Place[][] {
  if (byNote.size === 0) return [...lists];
  const decided = [...byNote].flatMap(([i, { place }]) => (place ? [{ i, ...place }] : []));
  return lists.map((list, i) => {
    if (byNote.has(i)) return [];
    const low = Math.max(0, ...decided.filter((other) => other.i < i).map(({ end }) => end));
    const high = Math.min(Number.POSITIVE_INFINITY, ...decided.filter((other) => other.i > i).map((o) => o.start));
    const free = list.filter((place) => !decided.some((other) => overlap(place, other)));
    const between = free.filter((place) => place.start >= low && place.end <= high);
    return between.length > 0 ? between : free;
  });
}
