/** Words that are part of a place's name: Tel of Tel Aviv, York of New York, Johnson of Johnson City. */

import { fold } from '../authority/fold.js';
import { places } from '../places/posts.js';
import type { Token } from './tokens.js';

interface Spot {
  readonly words: readonly string[];
  /** Where in the name the word stands. */
  readonly at: number;
}

/** Places of several words by each of their words. */
const spots = new Map<string, Spot[]>();
for (const place of places()) {
  const words = place.split(/[\s–-]+/).map(fold);
  if (words.length < 2) continue;
  for (const [at, word] of words.entries()) spots.set(word, [...(spots.get(word) ?? []), { words, at }]);
}

/** Whether tokens `first…last` are part of a longer name of a place. */
export function isInPlace(tokens: readonly Token[], first: number, last: number): boolean {
  return (spots.get(tokens[first]!.fold) ?? []).some(
    ({ words, at }) =>
      words.length > last - first + 1 &&
      at + last - first < words.length &&
      words.every((word, i) => {
        const token = tokens[first - at + i];
        return token?.fold === word && (i === 0 || token.gap === 'space' || token.gap === 'hyphen');
      }),
  );
}

/** Whether a word is the first of some place's name of several words. */
export const beginsPlace = (word: string): boolean => (spots.get(fold(word)) ?? []).some(({ at }) => at === 0);
