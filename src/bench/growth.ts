/** How cost grows: with the length of a text, with the number of documents. */

import { convert, convertVolume } from '../convert.js';
import { secondsOf } from './clock.js';
import type { Telegram } from './telegrams.js';
import { SHAPES } from './texts.js';

/** Seconds of processor time for a million characters of each size. */
interface Growth {
  readonly shape: string;
  readonly perMillion: readonly number[];
}

/** Short texts are converted over and over, until so much time has gone by. */
const ENOUGH = 0.15;

/** What converting and validating a text of each size costs, a shape after the other as it is known. */
export function* growthByLength(sizes: readonly number[], only?: readonly string[]): Generator<Growth> {
  for (const [shape, make] of Object.entries(SHAPES)) {
    if (only && !only.includes(shape)) continue;
    const perMillion = sizes.map((size) => {
      const text = make(size);
      let rounds = 0;
      let seconds = 0;
      let best = Number.POSITIVE_INFINITY;
      do {
        const once = secondsOf(() => convert(text, { volume: 'frus1955-57v99', doc: 'd38' }));
        best = Math.min(best, once);
        seconds += once;
        rounds++;
      } while (seconds < ENOUGH || rounds < 2);
      return (best * 1e6) / text.length;
    });
    yield { shape, perMillion };
  }
}

/** Seconds of processor time a document, when so many are converted together as one volume. */
export function growthByDocuments(telegrams: readonly Telegram[], counts: readonly number[]): number[] {
  const [first] = telegrams;
  return counts.map((count) => {
    const texts = Array.from({ length: count }, (_, i) => ({
      ...telegrams[i % telegrams.length]!,
      doc: `d${i + 1}`,
    }));
    const seconds = secondsOf(() => {
      for (const _ of convertVolume(texts, { volume: first!.volume, authority: first!.authority }));
    });
    return seconds / count;
  });
}
