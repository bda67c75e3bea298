/** Documents with very many notes and digits: a note keeps its most promising places only. */

import { literal, type Part } from '../../features/hashed.js';
import { classAt } from './around.js';
import type { Narrow, Place } from './marks.js';

/** Places that a note keeps for what stands around them, and for standing where the note's rank would have them. */
const KEPT_BY_LOOK = 20;
const KEPT_BY_RANK = 12;

const [BEFORE, AFTER, AROUND] = ['p1:', 'n1:', 'p1n1:'].map(literal) as [Part, Part, Part];

/** `weight` gives the model's weight of a feature; `notes` is the number of notes. */
export function narrowing(text: string, notes: number, weight: (a: Part, b: Part, c?: Part) => number): Narrow {
  const bestOf = new Map<Place[], Set<Place>>();
  const look = ({ start, end, stretch }: Place): number => {
    const p1 = classAt(text, start - 1, stretch);
    const n1 = classAt(text, end, stretch);
    return weight(BEFORE, p1) + weight(AFTER, n1) + weight(AROUND, p1, n1);
  };
  return (places, i) => {
    if (places.length <= KEPT_BY_LOOK + KEPT_BY_RANK) return places;
    let kept = bestOf.get(places);
    if (!kept) {
      const looks = places.map((place) => ({ place, score: look(place) })).sort((a, b) => b.score - a.score);
      kept = new Set(looks.slice(0, KEPT_BY_LOOK).map(({ place }) => place));
      bestOf.set(places, kept);
    }
    const middle = Math.round(((i + 0.5) / notes) * places.length - KEPT_BY_RANK / 2);
    const first = Math.max(0, Math.min(places.length - KEPT_BY_RANK, middle));
    const all = new Set([...kept, ...places.slice(first, first + KEPT_BY_RANK)]);
    return [...all].sort((a, b) => a.start - b.start);
  };
}
